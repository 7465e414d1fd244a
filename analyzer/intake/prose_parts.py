"""Prose and talk to parts: notes by their lines, talk by its utterances."""

from __future__ import annotations

from analyzer.intake.contents import Prose, Talk
from analyzer.intake.dates import find_date
from analyzer.intake.notes import read_notes
from analyzer.intake.part import Input, Part
from analyzer.intake.result import SetAside, SourceReport
from analyzer.intake.wording import clean, has_words
from analyzer.messages import Sentence


def prose_part(prose: Prose, kind: str, given: Input) -> Part:
    """Return what notes and minutes give."""
    notes = read_notes(prose.text, source=given.source, side=given.side)
    report = SourceReport(given.source, kind, prose.encoding, notes.groups, len(notes.rows), notes.set_aside)
    return Part(notes.rows, report)


def talk_part(talk: Talk, kind: str, given: Input) -> Part:
    """Return what a transcript, chat or mail box gives; ids are `source:place`."""
    rows: list[dict[str, object]] = []
    aside = []
    date = find_date(given.source)
    for said in talk.utterances:
        text = clean(said.text)
        reason = said.obstacle or (None if has_words(text) else Sentence("It has no words."))
        if reason:
            aside.append(SetAside(given.source, said.place, reason, text))
            continue
        place = f"{given.source}:{said.place}"
        rows.append(
            {
                "document": place,
                "side": given.side,
                "source": given.source,
                "text": text,
                "date": said.date or date,
                "unit": said.unit,
                "author": said.author,
            }
        )
    report = SourceReport(given.source, kind, talk.encoding, len(talk.utterances), len(rows), tuple(aside))
    return Part(tuple(rows), report)
