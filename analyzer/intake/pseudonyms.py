"""Intakes without people: pseudonyms in texts, authors, labels and what was set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from analyzer.intake.join import join_intakes
from analyzer.intake.result import Intake, IntakeReport, SetAside, SourceReport
from analyzer.messages import Sentence
from analyzer.privacy import Finding, Key, Kind, Redactor, author_pseudonyms, label_pseudonyms
from analyzer.privacy.tokens import WORD

Told = dict[str, str]


@dataclass(frozen=True)
class Replaced:
    """One placeholder, its kind, and how often it stands in the texts."""

    kind: Kind
    placeholder: str
    count: int


@dataclass(frozen=True)
class Pseudonymous:
    """The intakes as they may be read, in their order, the key that is kept apart, and what was replaced."""

    intakes: tuple[Intake, ...]
    key: Key
    replaced: tuple[Replaced, ...] = ()

    @property
    def counts(self) -> dict[Kind, int]:
        """Return how many replacements of each kind were made, the commonest kind first."""
        counts: Counter[Kind] = Counter()
        for one in self.replaced:
            counts[one.kind] += one.count
        return dict(counts.most_common())


def without_people(intakes: Sequence[Intake], redactor: Redactor) -> Pseudonymous:
    """Return the intakes with people replaced, the same person by the same placeholder in all of them.

    Texts and the contents of what was set aside are searched; every author becomes a pseudonym; in names of
    sources, units and documents only the roster and mail addresses are replaced. Words of units are no names.
    """
    here = replace(redactor, spared=redactor.spared | frozenset(_unit_words(intakes)))
    authors, key = author_pseudonyms((a for i in intakes for a in i.documents["author"]), here)
    labels, key = label_pseudonyms(_labels(intakes), replace(here, key=key))
    given = tuple(dict.fromkeys(_texts(intakes)))
    read = replace(here, key=key).redact(given)
    texts = dict(zip(given, read.texts, strict=True))
    done = tuple(_without(intake, texts, authors, labels) for intake in intakes)
    return Pseudonymous(done, read.key, _replaced(given, read.findings, intakes))


def unclear_words(intakes: Sequence[Intake], redactor: Redactor) -> tuple[tuple[str, int], ...]:
    """Return words that may be names and are left standing, with their counts, the commonest first."""
    here = replace(redactor, spared=redactor.spared | frozenset(_unit_words(intakes)))
    return tuple((one.word, one.count) for one in here.suggestions(tuple(_texts(intakes))))


def _unit_words(intakes: Sequence[Intake]) -> Iterator[str]:
    for unit in {unit for intake in intakes for unit in intake.documents["unit"]}:
        yield from WORD.findall(unit)


def _texts(intakes: Sequence[Intake]) -> Iterator[str]:
    for intake in intakes:
        yield from intake.documents["text"]
        yield from (item.content for item in intake.report.set_aside)


def _labels(intakes: Sequence[Intake]) -> Iterator[str]:
    for intake in intakes:
        for column in ("document", "source", "unit"):
            yield from intake.documents[column]
        for source in intake.report.sources:
            yield source.name
            yield from (item.source for item in source.set_aside)
            yield from _facts([*source.notes, *(item.reason for item in source.set_aside)])


def _facts(sentences: Iterable[Sentence]) -> Iterator[str]:
    for sentence in sentences:
        for fact in sentence.facts.values():
            if isinstance(fact, Sentence):
                yield from _facts([fact])
            elif isinstance(fact, str):
                yield fact


def _without(intake: Intake, texts: Told, authors: Told, labels: Told) -> Intake:
    table = intake.documents
    changed = {column: table[column].map(labels) for column in ("document", "source", "unit")}
    changed |= {"text": table["text"].map(texts), "author": table["author"].map(authors)}
    reports = tuple(_account(source, texts, labels) for source in intake.report.sources)
    return join_intakes([Intake(_assigned(table, changed), IntakeReport(reports))])


def _assigned(table: pd.DataFrame, changed: dict[str, pd.Series[str]]) -> pd.DataFrame:
    return table.assign(**{name: column.astype(object) for name, column in changed.items()})


def _account(source: SourceReport, texts: Told, labels: Told) -> SourceReport:
    aside = tuple(
        SetAside(labels[item.source], item.place, _sentence(item.reason, labels), texts[item.content])
        for item in source.set_aside
    )
    notes = tuple(_sentence(note, labels) for note in source.notes)
    return replace(source, name=labels[source.name], set_aside=aside, notes=notes)


def _sentence(sentence: Sentence, labels: Told) -> Sentence:
    return replace(sentence, facts={name: _fact(fact, labels) for name, fact in sentence.facts.items()})


def _fact(fact: object, labels: Told) -> object:
    if isinstance(fact, Sentence):
        return _sentence(fact, labels)
    return labels[fact] if isinstance(fact, str) else fact


def _replaced(
    given: Sequence[str], findings: Sequence[Finding], intakes: Sequence[Intake]
) -> tuple[Replaced, ...]:
    """Return the placeholders with their counts, a text that occurs twice counted twice."""
    times = Counter(_texts(intakes))
    counts: Counter[tuple[Kind, str]] = Counter()
    for one in findings:
        counts[one.kind, one.placeholder] += times[given[one.text]]
    return tuple(Replaced(kind, placeholder, n) for (kind, placeholder), n in counts.items())
