"""Which mentions name the same person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analyzer.privacy.roster import Person, Roster
from analyzer.privacy.spelling import plain_letters


@dataclass(frozen=True)
class Known:
    """One person among others.

    `identity` are the words this person is recorded by, `words` all spellings of them, `alone` those by which
    alone this person is called, `placeholder` the one an earlier key gave, or "". One without words is
    recognised by nothing else.
    """

    identity: tuple[str, ...]
    words: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    placeholder: str = ""


def who_is_who(
    roster: Roster, earlier: Mapping[str, tuple[str, ...]], mentions: Iterable[tuple[str, ...]]
) -> dict[tuple[str, ...], Known]:
    """Return whom the words of each mention stand for: somebody on the roster, in the earlier key, or new.

    The fullest names are placed first; words that fit several people stand for somebody apart.
    """
    known = _acquainted(roster, earlier)
    placed: dict[tuple[str, ...], Known] = {}
    for words in sorted(dict.fromkeys(mentions), key=lambda words: -len(words)):
        placed[words] = _place(words, known)
    return placed


def _acquainted(roster: Roster, earlier: Mapping[str, tuple[str, ...]]) -> list[Known]:
    """Return the people of the roster with the placeholders they had, and the others of the earlier key."""
    left = dict(earlier)
    known = []
    for person in roster.people:
        words = _spellings(person.words)
        before = next((name for name, identity in left.items() if words.issuperset(identity)), "")
        left.pop(before, None)
        known.append(_known(person, words, before))
    return [
        *known,
        *(Known(identity, _spellings(identity), placeholder=name) for name, identity in left.items()),
    ]


def _place(words: tuple[str, ...], known: list[Known]) -> Known:
    fitting = [person for person in known if person.words.issuperset(words)]
    exactly = [person for person in fitting if person.placeholder and person.identity == words]
    called = [person for person in fitting if len(words) == 1 and words[0] in person.alone]
    for choice in (fitting, called, exactly):
        if len(choice) == 1:
            return choice[0]
    known.append(Known(words) if fitting else Known(words, _spellings(words)))
    return known[-1]


def _known(person: Person, words: frozenset[str], placeholder: str) -> Known:
    alone = [name[0] for name in (person.first, person.last) if len(name) == 1]
    identity = tuple(dict.fromkeys(word.lower() for word in person.words))
    return Known(identity, words, _spellings((*alone, *person.short)), placeholder)


def _spellings(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in plain_letters(word))
