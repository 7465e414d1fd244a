"""Words that may be names though nothing proves it: for a person to decide, by adding them to the roster."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analyzer.privacy.find import EVERYBODY, Found, Search, find_all
from analyzer.privacy.spelling import small
from analyzer.privacy.tokens import Passage, passage
from analyzer.privacy.vocabulary import Standing, Vocabulary

_AROUND = 30


@dataclass(frozen=True)
class Suggestion:
    """A word that may be a name, how often it was left standing, and its first place."""

    word: str
    count: int
    example: str


def suggestions(texts: Sequence[str], search: Search = EVERYBODY) -> tuple[Suggestion, ...]:
    """Return the words that may be names and would be left standing, the commonest first."""
    vocabulary = search.vocabulary
    counts: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for text, found in zip(texts, find_all(texts, search), strict=True):
        here = passage(text)
        for i in _left_standing(here, found, vocabulary):
            word = _bare(here.words[i], vocabulary)
            counts[word] += 1
            examples.setdefault(word, text[max(0, here.starts[i] - _AROUND) : here.end(i) + _AROUND])
    return tuple(Suggestion(word, n, examples[word]) for word, n in counts.most_common())


def _left_standing(here: Passage, found: Sequence[Found], vocabulary: Vocabulary) -> Iterator[int]:
    """Return strange words, and names that are ordinary words, written with a capital and not replaced."""
    for i, word in enumerate(here.words):
        unclear = vocabulary.see(word).standing in (Standing.STRANGE, Standing.UNSURE) and here.is_capital(i)
        if unclear and not any(one.start <= here.starts[i] < one.end for one in found):
            yield i


def _bare(word: str, vocabulary: Vocabulary) -> str:
    sight = vocabulary.see(word)
    return word[: len(small(word)) - sight.cut] if sight.cut else word
