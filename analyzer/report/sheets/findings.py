"""The sheets of themes, stations, criteria, principles and images: a row each with both sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from analyzer.messages import Messages
from analyzer.report.palette import side_title
from analyzer.report.sheets.sheet import Column, Holds, Sheet
from analyzer.tables import Side

_SHARE = ("share", "low", "high", "count", "total")
_VERDICT = ("ratio", "ratio_low", "ratio_high", "q_value")


def finding_sheet(title: str, findings: Sequence[Mapping[str, Any]], messages: Messages) -> Sheet:
    """Return a row a finding of `map_json`: shares as counted and corrected, verdict."""
    say = messages.say
    told = [Column(say("In a sentence"), width=110)] if any("sentence" in f for f in findings) else []
    columns = [
        Column(say("Matter"), width=32),
        Column(say("Verdict"), width=20),
        *(column for side in Side for column in _side_columns(side_title(side, messages), messages)),
        Column(say("Ratio inside to customers"), Holds.NUMBER),
        Column(say("Ratio, lower bound (90%)"), Holds.NUMBER),
        Column(say("Ratio, upper bound (90%)"), Holds.NUMBER),
        Column(say("q-value of the difference"), Holds.NUMBER),
        *told,
    ]
    return Sheet(title, columns, [_row(finding) for finding in findings])


def image_sheet(images: Sequence[Mapping[str, Any]], messages: Messages) -> Sheet:
    """Return a row an image of the customer: its share, interval and count."""
    say = messages.say
    columns = [
        Column(say("Image"), width=32),
        *_share_columns("", messages),
    ]
    rows = [[image["label"], *_figures(image)] for image in images]
    return Sheet(say("Images"), columns, rows)


def _side_columns(side: str, messages: Messages) -> list[Column]:
    say, prefix = messages.say, f"{side}: "
    return [
        *_share_columns(prefix, messages),
        Column(prefix + say("corrected share"), Holds.SHARE),
        Column(prefix + say("corrected, lower bound"), Holds.SHARE),
        Column(prefix + say("corrected, upper bound"), Holds.SHARE),
        Column(prefix + say("coolspots"), Holds.COUNT),
    ]


def _share_columns(prefix: str, messages: Messages) -> list[Column]:
    say = messages.say
    return [
        Column(prefix + say("share"), Holds.SHARE),
        Column(prefix + say("lower bound (95%)"), Holds.SHARE),
        Column(prefix + say("upper bound (95%)"), Holds.SHARE),
        Column(prefix + say("count"), Holds.COUNT),
        Column(prefix + say("of"), Holds.COUNT),
    ]


def _row(finding: Mapping[str, Any]) -> list[str | float | None]:
    verdict = finding["verdict"]
    return [
        finding["label"],
        verdict["label"],
        *(figure for side in Side for figure in _side(finding[side.value])),
        *(verdict[key] for key in _VERDICT),
        *([finding["sentence"]] if "sentence" in finding else []),
    ]


def _side(voices: Mapping[str, Any]) -> list[float | None]:
    corrected = voices["tension"]["corrected"] or {}
    return [
        *_figures(voices["tension"]),
        *(corrected.get(key) for key in ("share", "low", "high")),
        voices["coolspot"]["count"],
    ]


def _figures(share: Mapping[str, Any]) -> list[float | None]:
    return [share[key] for key in _SHARE]
