"""The word lists of this room: first names, surnames, names that are ordinary words, words around names."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import simplemma

from analyzer.privacy.spelling import plain_letters

_FOLDER = Path(__file__).parent
_SHORTEST_COMPOUND = 11


@dataclass(frozen=True)
class Lexicon:
    """What is known of names in general; all words in lower case.

    `ordinary` is {word: "words" | "nouns" | "times"} of ordinary_words.toml, `english` those of them that are
    not German; `around` is {list: words} of contexts.toml.
    """

    first: frozenset[str]
    last: frozenset[str]
    ordinary: dict[str, str]
    english: frozenset[str]
    around: dict[str, frozenset[str]]

    def is_name(self, word: str) -> bool:
        """Say whether a word in lower case stands on the lists of first names and surnames."""
        return word in self.first or word in self.last

    def is_dictionary_word(self, word: str) -> bool:
        """Say whether a German or English dictionary knows a word, or its ending is one of nouns."""
        return self.is_english_word(word) or _in_german(word)

    def is_english_word(self, word: str) -> bool:
        """Say whether the English dictionary knows a word, or it names no people in any language."""
        low = word.lower()
        return low in self.around["never"] or low in self.ordinary or _in_english(word) or self._is_noun(low)

    def _is_noun(self, low: str) -> bool:
        return len(low) > 7 and low.endswith(tuple(self.around["noun_endings"]))


@cache
def lexicon() -> Lexicon:
    """Return the lists shipped with the program."""
    ordinary = tomllib.loads((_FOLDER / "ordinary_words.toml").read_text(encoding="utf-8"))
    english = _classes(ordinary.pop("english"))
    contexts = tomllib.loads((_FOLDER / "contexts.toml").read_text(encoding="utf-8"))
    return Lexicon(
        first=_names("first_names.txt"),
        last=_names("surnames.txt"),
        ordinary={**_classes(ordinary), **english},
        english=frozenset(english),
        around={name: frozenset(words.split()) for name, words in contexts.items()},
    )


@lru_cache(maxsize=100_000)
def _in_english(word: str) -> bool:
    return bool(simplemma.is_known(word, lang="en"))


@lru_cache(maxsize=100_000)
def _in_german(word: str) -> bool:
    """Say whether simplemma knows a word or, of a long German compound, both its halves."""
    low = word.lower()
    halves = range(4, len(low) - 3) if len(low) >= _SHORTEST_COMPOUND else ()
    return _is_german(word) or any(_is_compound(low[:k], low[k:]) for k in halves)


def _is_compound(head: str, tail: str) -> bool:
    return _is_german(tail) and any(map(_is_german, (head, head.removesuffix("s"))))


def _is_german(word: str) -> bool:
    return bool(simplemma.is_known(word, lang="de"))


def _names(file: str) -> frozenset[str]:
    lines = (_FOLDER / file).read_text(encoding="utf-8").splitlines()
    names = (name for line in lines if not line.startswith("#") for name in line.split())
    return frozenset(form for name in names for form in plain_letters(name))


def _classes(lists: dict[str, str]) -> dict[str, str]:
    return {word: kind for kind in ("nouns", "words", "times") for word in lists[kind].split()}
