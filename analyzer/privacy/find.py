"""Everything in texts that stands for a person, with what one text teaches about the names in another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from analyzer.privacy.identifiers import Identifier, find_identifiers
from analyzer.privacy.kinds import Kind
from analyzer.privacy.mentions import Mention, find_mentions
from analyzer.privacy.roster import NOBODY, Roster
from analyzer.privacy.tokens import WORD, passage
from analyzer.privacy.vocabulary import Vocabulary

_SHORTEST_LEARNED = 3


@dataclass(frozen=True)
class Found:
    """A name or an identifier in a text; `words` are those of a name, or the value of an identifier."""

    kind: Kind
    start: int
    end: int
    words: tuple[str, ...]


@dataclass(frozen=True)
class Search:
    """What is known before searching: the roster, names `learned` before, words to be `spared`.

    `careful` leaves what only its place in the sentence makes look like a name, and nothing else proves.
    """

    roster: Roster = NOBODY
    learned: frozenset[str] = frozenset()
    spared: frozenset[str] = frozenset()
    careful: bool = False

    @property
    def vocabulary(self) -> Vocabulary:
        """Return how words are seen in this search."""
        return Vocabulary.of(self.roster, self.learned, self.spared)


EVERYBODY = Search()


def find_all(texts: Sequence[str], search: Search = EVERYBODY) -> list[tuple[Found, ...]]:
    """Return, for each text, what stands for a person in it."""
    vocabulary, careful = search.vocabulary, search.careful
    signs = [find_identifiers(text) for text in texts]
    read = [_read(text, vocabulary, sign) for text, sign in zip(texts, signs, strict=True)]
    if careful:
        read = _certain(read, vocabulary)
    new = frozenset(_learned(read, signs, vocabulary)) - vocabulary.learned
    if new:
        vocabulary = replace(vocabulary, learned=vocabulary.learned | new, _seen={})
        for k in (k for k, text in enumerate(texts) if not new.isdisjoint(_stems(text))):
            read[k] = _read(texts[k], vocabulary, signs[k])
    if careful:
        read = _certain(read, vocabulary)
    return [tuple(_merged(mentions, sign)) for mentions, sign in zip(read, signs, strict=True)]


def _read(text: str, vocabulary: Vocabulary, signs: Sequence[Identifier]) -> tuple[Mention, ...]:
    """Return the mentions outside of identifiers."""
    mentions = find_mentions(passage(text), vocabulary)
    if not (signs and mentions):
        return mentions
    return tuple(one for one in mentions if all(one.end <= s.start or s.end <= one.start for s in signs))


def _certain(read: Sequence[Sequence[Mention]], vocabulary: Vocabulary) -> list[tuple[Mention, ...]]:
    """Return the mentions that are sure, or share a word with a sure one of any text or with the roster."""
    proven = {word for mentions in read for one in mentions if one.sure for word in one.words}
    known = proven | vocabulary.first | vocabulary.last | vocabulary.learned
    return [tuple(m for m in mentions if m.sure or not known.isdisjoint(m.words)) for mentions in read]


def _learned(
    read: Iterable[Iterable[Mention]], signs: Iterable[Iterable[Identifier]], vocabulary: Vocabulary
) -> Iterator[str]:
    """Return strange words that stood in the place of a name, and those of mails: anna.koch@example.org."""
    for mention in (one for mentions in read for one in mentions):
        yield from (word for word in mention.strange if len(word) >= _SHORTEST_LEARNED)
    for sign in (one for found in signs for one in found if one.kind is Kind.MAIL):
        parts = re.split(r"[._]", sign.value.partition("@")[0])
        if len(parts) == 2:
            yield from (p for p in parts if len(p) > 3 and not vocabulary.lists.is_dictionary_word(p.title()))


def _stems(text: str) -> Iterator[str]:
    for word in WORD.findall(text):
        low = word.lower()
        yield low
        yield low.removesuffix("s").rstrip("'’")


def _merged(mentions: Sequence[Mention], signs: Sequence[Identifier]) -> list[Found]:
    names = [Found(Kind.PERSON, one.start, one.end, one.words) for one in mentions]
    return sorted(
        [*names, *(Found(one.kind, one.start, one.end, (one.value,)) for one in signs)],
        key=lambda found: found.start,
    )
