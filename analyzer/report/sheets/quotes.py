"""The sheets of what was said and what may be asked: a row each quote and each question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from analyzer.messages import Messages
from analyzer.report.palette import side_title
from analyzer.report.sheets.sheet import Column, Holds, Sheet
from analyzer.tables import Side, Tone

_Row = list[str | float | None]


def quote_sheet(facts: Mapping[str, Any], views: Mapping[str, str], messages: Messages) -> Sheet:
    """Return the quotes of every finding of `map_json` in `views` ({key: name}), then those of the images."""
    say = messages.say
    columns = [
        Column(say("Matter"), width=28),
        Column(say("View"), width=16),
        Column(say("Side"), width=16),
        Column(say("Tone"), width=12),
        Column(say("Quote"), width=80),
        Column(say("Times"), Holds.COUNT, 8),
        Column(say("Source"), width=24),
        Column(say("Document"), width=16),
        Column(say("Language"), width=10),
        Column(say("How sure the reading is"), Holds.NUMBER),
    ]
    images = say("Images")
    rows = [
        row for key, view in views.items() for finding in facts[key] for row in _said(finding, view, messages)
    ]
    rows += [
        _row((image["label"], images, side_title(Side.INTERNAL, messages), ""), quote)
        for image in facts["images"]
        for quote in image["quotes"]
    ]
    return Sheet(say("Quotes"), columns, rows)


def question_sheet(facts: Mapping[str, Any], views: Mapping[str, str], messages: Messages) -> Sheet:
    """Return the questions that lead on from every finding of `map_json` in `views` ({key: name})."""
    say = messages.say
    columns = [
        Column(say("Matter"), width=36),
        Column(say("View"), width=16),
        Column(say("Question"), width=110),
    ]
    rows: list[_Row] = [
        [finding["label"], view, question]
        for key, view in views.items()
        for finding in facts[key]
        for question in finding["questions"]
    ]
    return Sheet(say("Questions"), columns, rows)


def _said(finding: Mapping[str, Any], view: str, messages: Messages) -> Iterator[_Row]:
    tones = {Tone.TENSION: messages.say("Tension"), Tone.COOLSPOT: messages.say("Coolspot")}
    for side in Side:
        for tone, name in tones.items():
            for quote in finding[side.value][tone.value]["quotes"]:
                yield _row((finding["label"], view, side_title(side, messages), name), quote)


def _row(place: tuple[str, str, str, str], quote: Mapping[str, Any]) -> _Row:
    keys = ("text", "times", "source", "document", "lang", "score")
    return [*place, *(quote[key] for key in keys)]
