"""How well each theme is read, as bars."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from analyzer.messages import Messages
from analyzer.report.palette import LIGHT, Look
from analyzer.report.style import encoded, rows_chart, styled
from analyzer.tables import Side
from analyzer.taxonomy import Taxonomy

_WIDTH, _ROW = 520, 26


def score_chart(
    f1: Mapping[str, float], taxonomy: Taxonomy, messages: Messages, *, look: Look = LIGHT
) -> alt.LayerChart:
    """Return the F1 (0 to 1) of each theme as a bar, the best first, with its figure beside it."""
    ranked = sorted(f1.items(), key=lambda entry: -entry[1])
    rows = [
        {
            "theme": taxonomy.theme(theme).short.of(messages.lang),
            "f1": value,
            "figure": messages.number(value, 2),
        }
        for theme, value in ranked
    ]
    themes = alt.Y("theme:N", sort=None, title=None, axis=alt.Axis(labelLimit=300, ticks=False))
    scores = alt.X("f1:Q", scale=alt.Scale(domain=[0, 1]), title=messages.say("F1 by theme"))
    bars = encoded(rows_chart(rows).mark_bar(color=look.sides[Side.INTERNAL], height=14), x=scores, y=themes)
    label = rows_chart(rows).mark_text(align="left", dx=5, color=look.ink, fontSize=12)
    figures = encoded(label, x=scores, y=themes, text="figure:N")
    return styled(bars, figures, look=look, width=_WIDTH, height=_ROW * len(rows))
