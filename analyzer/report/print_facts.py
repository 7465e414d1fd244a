"""What the printed report says: every figure as people read it, in the order of the pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from analyzer.messages import Messages
from analyzer.overlap.result import OverlapMap, Quote
from analyzer.report.accounting import Sources
from analyzer.report.as_json import map_json
from analyzer.report.drawings import Drawings
from analyzer.report.headline import enough, headline
from analyzer.report.lag_rows import lag_rows
from analyzer.report.palette import LIGHT
from analyzer.report.style import as_svg
from analyzer.report.telling import QUOTES, Telling
from analyzer.report.word_rows import word_row
from analyzer.report.words import report_words
from analyzer.tables import Side
from analyzer.taxonomy import Taxonomy

_LENSES = ("cycle", "criteria", "principles")
_WIDTHS = {"map": 92, "pairs": 100, "cycle": 80, "criteria": 100, "principles": 100}
"""Part of the page's width that a chart takes, in percent."""


def print_facts(
    m: OverlapMap, taxonomy: Taxonomy, messages: Messages, *, sources: Sources | None = None
) -> dict[str, Any]:
    """Return plain data for `map.typ`: words, sentences, tables of texts, quotes and charts as SVG."""
    facts, words = map_json(m, taxonomy, messages, sources=sources), report_words(messages)
    told = Telling(messages)
    return {
        "lang": messages.lang,
        "words": words,
        "look": {"ink": LIGHT.ink, "soft": LIGHT.soft, "line": LIGHT.line} | _side_colors(),
        "headline": headline(m, taxonomy, messages),
        "overlap": _overlap(facts["overlap"], enough(m), messages),
        "charts": _charts(m, taxonomy, messages),
        "themes": [told.theme(f, word_row(m.wording(f["id"]), messages)) for f in facts["themes"]],
        "courses": _courses(facts, m, messages),
        "lenses": [
            {
                "kind": kind,
                "title": words[kind],
                "sentence": facts["stalls"]["sentence"] if kind == "cycle" else None,
                "findings": [told.finding(f) for f in facts[kind]],
            }
            for kind in _LENSES
        ],
        "images": [told.image(image) for image in facts["images"]],
        "contradictions": [found["sentence"] for found in facts["contradictions"]],
        "coolspot_pairs": [told.pair(asdict(pair)) for pair in m.coolspot_pairs()[:QUOTES]],
        "coolspots": {side.value: told.quotes(_plain(m.coolspots(side))) for side in Side},
        "unknown": told.unknown(facts["unknown"]),
        "read": told.read(facts["sides"], words),
        "sources": told.sources(facts.get("intake", ())),
        "limits": facts["limits"],
        "method": facts["method"],
    }


def _side_colors() -> dict[str, str]:
    return {"inside": LIGHT.sides[Side.INTERNAL], "outside": LIGHT.sides[Side.CUSTOMER]}


def _overlap(overlap: Mapping[str, Any] | None, sure: bool, messages: Messages) -> dict[str, Any] | None:
    if overlap is None:
        return None
    ordinary = overlap["ordinary"] or {}
    sentence = " ".join(filter(None, (overlap["sentence"], ordinary.get("sentence"))))
    return {"value": messages.percent(overlap["value"]) if sure else None, "sentence": sentence}


def _charts(m: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> dict[str, dict[str, Any]]:
    if not m.themes:
        return {}
    draw = Drawings(m, taxonomy, messages, LIGHT)
    drawn = {
        "pairs": draw.themes(),
        "cycle": draw.cycle(),
        "criteria": draw.criteria(),
        "principles": draw.principles(),
    }
    if enough(m):
        drawn["map"] = draw.quadrant()
    return {
        name: {"svg": as_svg(drawing.chart), "alt": drawing.alt, "width": _WIDTHS[name]}
        for name, drawing in drawn.items()
    }


def _courses(facts: Mapping[str, Any], m: OverlapMap, messages: Messages) -> list[str]:
    spots = [spot["sentence"] for spot in facts["units"]["spots"]]
    lags = [": ".join(row.values()) for row in lag_rows(m.months, messages)]
    return [facts["units"]["sentence"], *spots, facts["months"]["sentence"], *lags]


def _plain(quotes: Sequence[Quote]) -> list[dict[str, Any]]:
    return [asdict(quote) for quote in quotes]
