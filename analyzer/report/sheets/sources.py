"""The sheets around the figures: overview, what was read and set aside, method and limits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analyzer.messages import Messages
from analyzer.report.palette import side_title
from analyzer.report.sheets.sheet import Column, Holds, Sheet
from analyzer.tables import Side

_MOST_ASIDE = 100_000
_Row = list[str | float | None]


def overview_sheet(facts: Mapping[str, Any], first: str, messages: Messages) -> Sheet:
    """Return the headline, the overlap with its interval and chance, and the sentences beyond the themes."""
    say = messages.say
    overlap = facts["overlap"] or {}
    ordinary = overlap.get("ordinary") or {}
    rows: list[_Row] = [
        [say("What the map shows first"), None, first],
        [say("Overlap"), overlap.get("value"), overlap.get("sentence")],
        [say("Overlap, lower bound (95%)"), overlap.get("low"), None],
        [say("Overlap, upper bound (95%)"), overlap.get("high"), None],
        [say("Overlap by chance"), overlap.get("chance"), None],
        [say("Beside ordinary teams and complaints"), None, ordinary.get("sentence")],
        [say("Resonance cycle"), None, facts["stalls"]["sentence"]],
        [say("By unit"), None, facts["units"]["sentence"]],
        [say("Over time"), None, facts["months"]["sentence"]],
        [say("Without a theme"), None, facts["unknown"]["sentence"]],
    ]
    columns = [
        Column(say("Matter"), width=36),
        Column(say("Figure"), Holds.SHARE),
        Column(say("In words"), width=100),
    ]
    return Sheet(say("Overview"), columns, rows)


def intake_sheet(facts: Mapping[str, Any], messages: Messages) -> Sheet:
    """Return what each side brought, then each source with its rows, where the sources are known."""
    say = messages.say
    figures = {
        "documents": say("Documents"),
        "statements": say("Statements"),
        "tension": say("Tension"),
        "coolspot": say("Coolspots"),
        "neutral": say("Neutral"),
        "without_theme": say("Without a theme"),
        "rows": say("Rows"),
        "kept": say("Read"),
        "aside": say("Set aside"),
    }
    known = [{"side": key, **side, "source": say("all sources")} for key, side in facts["sides"].items()]
    known.extend({**s, "aside": len(s["set_aside"])} for s in facts.get("intake", ()))
    rows: list[_Row] = [
        [side_title(Side(s["side"]), messages), s["source"], *(s.get(key) for key in figures)] for s in known
    ]
    columns = [Column(say("Side"), width=18), Column(say("Source"), width=36)]
    return Sheet(
        say("Intake"), [*columns, *(Column(name, Holds.COUNT, 14) for name in figures.values())], rows
    )


def aside_sheet(facts: Mapping[str, Any], messages: Messages) -> Sheet:
    """Return every row that was set aside with place, reason and content, at most 100,000 of them."""
    say = messages.say
    names = (say("Source"), say("Place"), say("Reason"), say("Content"))
    rows = [
        [source["source"], item["place"], item["reason"], item["content"]]
        for source in facts.get("intake", ())
        for item in source["set_aside"]
    ]
    if len(rows) > _MOST_ASIDE:
        more = messages.number(len(rows) - _MOST_ASIDE)
        rows = [
            *rows[:_MOST_ASIDE],
            ["…", "", say("{n} more rows; all of them are in the figures (JSON).", n=more), ""],
        ]
    columns = [Column(name, width=width) for name, width in zip(names, (30, 16, 40, 80), strict=True)]
    return Sheet(say("Set aside"), columns, rows, optional=True)


def method_sheet(facts: Mapping[str, Any], messages: Messages) -> Sheet:
    """Return how the map came about and what it cannot tell."""
    say = messages.say
    rows: list[_Row] = [
        [title, line]
        for title, lines in (
            (say("How this was read"), facts["method"]),
            (say("What this map cannot tell"), facts["limits"]),
        )
        for line in lines
    ]
    return Sheet(say("Method"), [Column(say("Matter"), width=30), Column(say("In words"), width=110)], rows)
