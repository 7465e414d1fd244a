"""The map as one self-contained page: no script, nothing fetched, every text escaped."""

from __future__ import annotations

import re
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from analyzer.messages import Messages
from analyzer.overlap.result import OverlapMap, VerdictKind
from analyzer.report.accounting import Sources
from analyzer.report.as_json import map_json
from analyzer.report.drawings import Drawing, Drawings
from analyzer.report.headline import enough, headline
from analyzer.report.lag_rows import lag_rows
from analyzer.report.palette import DARK, LIGHT, SIGNS, side_label
from analyzer.report.style import as_svg
from analyzer.report.word_rows import word_row
from analyzer.report.words import report_words
from analyzer.tables import Side
from analyzer.taxonomy import Taxonomy

_QUOTES = 10


def map_html(m: OverlapMap, taxonomy: Taxonomy, messages: Messages, *, sources: Sources | None = None) -> str:
    """Return the whole report as an HTML page in the language of `messages`.

    The page carries its charts as SVG, for light and dark grounds, prints in black on white, and
    forbids itself scripts and requests by a content security policy.
    """
    facts = map_json(m, taxonomy, messages, sources=sources)
    page: str = _template().render(
        facts=facts,
        headline=headline(m, taxonomy, messages),
        enough=enough(m),
        charts=_charts(m, taxonomy, messages),
        words=report_words(messages),
        sides={side.value: side_label(side, messages) for side in Side},
        signs={kind.value: SIGNS[kind] for kind in VerdictKind},
        coolspots={side.value: m.coolspots(side) for side in Side},
        word_rows={f.key: word_row(m.wording(f.key), messages) for f in m.themes},
        coolspot_pairs=m.coolspot_pairs()[:_QUOTES],
        lag_rows=lag_rows(m.months, messages),
        most=_QUOTES,
        listed=lambda shown, known: messages.say(
            "{shown} of {known} quotes; all of them are in the figures (JSON).",
            shown=messages.number(shown),
            known=messages.number(known),
        ),
        percent=messages.percent,
        number=messages.number,
        look={"light": LIGHT, "dark": DARK},
    )
    return page


def _template() -> Any:
    loader = PackageLoader("analyzer.report", "")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return environment.get_template("map.html.jinja")


def _charts(m: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> dict[str, dict[str, Any]]:
    if not m.themes:
        return {}
    light, dark = (Drawings(m, taxonomy, messages, look) for look in (LIGHT, DARK))
    pairs = {
        "map": (light.quadrant(), dark.quadrant()),
        "pairs": (light.themes(), dark.themes()),
        "cycle": (light.cycle(), dark.cycle()),
        "criteria": (light.criteria(), dark.criteria()),
        "principles": (light.principles(), dark.principles()),
    }
    return {name: _chart(*both) for name, both in pairs.items()}


def _chart(light: Drawing, dark: Drawing) -> dict[str, Any]:
    return {"alt": light.alt, "light": _inline(light), "dark": _inline(dark)}


def _inline(drawing: Drawing) -> Markup:
    """Return the drawing as markup; vl_convert has escaped every text in it."""
    svg = re.sub(r"^<svg ", '<svg aria-hidden="true" ', as_svg(drawing.chart).strip())
    return Markup(svg)
