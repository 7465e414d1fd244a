"""Texts with pseudonyms in the place of people: the room's way in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from analyzer.messages import Messages
from analyzer.privacy.find import Found, Search, find_all
from analyzer.privacy.key import Key
from analyzer.privacy.kinds import Kind
from analyzer.privacy.numbering import Named, number
from analyzer.privacy.people import who_is_who
from analyzer.privacy.roster import NOBODY, Roster
from analyzer.privacy.suggest import Suggestion, suggestions


@dataclass(frozen=True)
class Finding:
    """One replacement: in which text, from where to where in it as it was, of what kind, and by what."""

    text: int
    start: int
    end: int
    kind: Kind
    placeholder: str


@dataclass(frozen=True)
class Redaction:
    """The texts as they may be kept, the key that is kept apart, and every replacement for the review."""

    texts: tuple[str, ...]
    key: Key
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Redactor:
    """Replaces people by pseudonyms; given the key of earlier texts, the same people get the same ones again.

    `lang` is the language of the placeholders, one for all texts. `careful` replaces only names of the roster
    and of the lists, and those that a title, a greeting or the like proves: it misses more strangers, and
    damages fewer words that are no names. `spared` are words that name no people here, as the branches'.
    """

    roster: Roster = NOBODY
    key: Key = field(default_factory=Key)
    lang: str = "en"
    careful: bool = False
    spared: frozenset[str] = frozenset()

    def redact(self, texts: Iterable[str]) -> Redaction:
        """Return the texts with names and identifiers replaced; nothing else in them changes."""
        given = tuple(texts)
        people = self._people()
        found = find_all(given, self._search(people))
        placeholders, key = number(self._named(given, found, people), self.key, Messages(self.lang))
        each = iter(placeholders)
        findings = tuple(
            Finding(n, one.start, one.end, one.kind, next(each))
            for n, ones in enumerate(found)
            for one in ones
        )
        return Redaction(_rewritten(given, findings), key, findings)

    def suggestions(self, texts: Sequence[str]) -> tuple[Suggestion, ...]:
        """Return the words that may be names and would be left standing, the commonest first."""
        return suggestions(texts, self._search(self._people()))

    def _search(self, people: Mapping[str, tuple[str, ...]]) -> Search:
        learned = frozenset(word for identity in people.values() for word in identity)
        return Search(self.roster, learned, self.spared, self.careful)

    def _people(self) -> dict[str, tuple[str, ...]]:
        person = f"[{Messages(self.lang).tell(Kind.PERSON.label)} "
        return {n: entry.identity for n, entry in self.key.entries.items() if n.startswith(person)}

    def _named(
        self, texts: Sequence[str], found: Sequence[Sequence[Found]], people: dict[str, tuple[str, ...]]
    ) -> Iterator[Named]:
        mentions = (one.words for ones in found for one in ones if one.kind is Kind.PERSON)
        known = who_is_who(self.roster, people, mentions)
        for text, ones in zip(texts, found, strict=True):
            for one in ones:
                who = known[one.words] if one.kind is Kind.PERSON else None
                identity, before = (who.identity, who.placeholder) if who else (one.words, "")
                yield Named(one.kind, identity, before, text[one.start : one.end])


def _rewritten(texts: Sequence[str], findings: Iterable[Finding]) -> tuple[str, ...]:
    pieces: dict[int, list[Finding]] = {}
    for finding in findings:
        pieces.setdefault(finding.text, []).append(finding)
    return tuple(_with_placeholders(text, pieces.get(n, ())) for n, text in enumerate(texts))


def _with_placeholders(text: str, findings: Sequence[Finding]) -> str:
    said, end = [], 0
    for finding in findings:
        said += [text[end : finding.start], finding.placeholder]
        end = finding.end
    return "".join([*said, text[end:]]) if said else text
