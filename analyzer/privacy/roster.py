"""The list of participants, one a line, as people paste it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from analyzer.privacy.lexicon import lexicon
from analyzer.privacy.tokens import WORD

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE = re.compile(r"(?<![\w.])@([\w.-]*\w)")
_SHORT_FORMS = re.compile(r"[(\[\"„“]([^()\[\]\"“”]*)[)\]\"“”]")
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d+[.)])\s*")
_REST = re.compile(r"\s+[-–—|]\s+|\s*[;\t|]\s*|:\s")


@dataclass(frozen=True)
class Person:
    """Somebody on the roster: the words of the first names, surnames and short forms, mails and handles."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    short: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Return every word this person may be called by."""
        return (*self.first, *self.last, *self.short)


@dataclass(frozen=True)
class Roster:
    """The participants, each once; `Roster()` knows nobody."""

    people: tuple[Person, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Roster:
        """Return the roster of a pasted list.

        A line is "Koch, Elisabeth", "Dr. Elisabeth Koch – Vertrieb", "Elisabeth Koch (Lisa, Sissi)" or
        "Elisabeth Koch <e.koch@x.de>"; what stands after a dash, semicolon, bar or tab is not read as a name.
        """
        people = (_person(line) for line in text.splitlines())
        return cls(tuple(dict.fromkeys(person for person in people if person.words)))


NOBODY = Roster()


def _person(line: str) -> Person:
    contacts = (*_MAIL.findall(line), *_HANDLE.findall(_MAIL.sub(" ", line)))
    line = re.sub(r"<[^>]*>", " ", _HANDLE.sub(" ", _MAIL.sub(" ", _BULLET.sub("", line))))
    short = tuple(word for group in _SHORT_FORMS.findall(line) for word in _name_words([group]))
    names = _REST.split(_SHORT_FORMS.sub(" ", line).strip(), maxsplit=1)[0]
    parts = [part for part in names.split(",") if _name_words([part])]
    if len(parts) > 1:
        return Person(_name_words(parts[1:2]), _name_words(parts[:1]), short, contacts)
    words = _name_words(parts)
    first, last = _split(names, words)
    return Person(first, last, short, contacts)


def _split(names: str, words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return first names and surnames: the last word, or what follows a particle, is the surname."""
    if len(words) == 1:
        known = lexicon()
        is_last = words[0].lower() in known.last and words[0].lower() not in known.first
        return ((), words) if is_last or _titled(names) else (words, ())
    spaced = re.findall(r"\S+", names)
    particle = next(
        (k for k, w in enumerate(spaced[1:], 1) if w.lower() in lexicon().around["particles"]), None
    )
    head = spaced[:particle] if particle else spaced[:-1]
    first = _name_words(head)
    return first, words[len(first) :]


def _titled(names: str) -> bool:
    found = WORD.search(names)
    return found is not None and found.group().lower() in lexicon().around["titles"]


def _name_words(parts: Iterable[str]) -> tuple[str, ...]:
    around = lexicon().around
    none = around["titles"] | around["particles"]
    words = (word for part in parts for word in WORD.findall(part))
    return tuple(dict.fromkeys(word for word in words if word.lower() not in none and len(word) > 1))
