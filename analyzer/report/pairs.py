"""Findings as pairs, inside above customers: bars for themes, dots for criteria and principles."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from analyzer.messages import Messages
from analyzer.overlap.result import Finding
from analyzer.report.palette import LIGHT, Look, side_label
from analyzer.report.rows import Names, Row, finding_rows, side_rows
from analyzer.report.style import encoded, percent_axis, rows_chart, styled
from analyzer.tables import Side

WIDTH = 460


def pairs_chart(
    findings: Sequence[Finding], names: Names, messages: Messages, *, look: Look = LIGHT
) -> alt.LayerChart:
    """Return two bars a finding with their 95 % intervals, in the order of `findings`."""
    rows = side_rows(findings, names, messages)
    base = rows_chart(rows)
    place = {"y": _names_axis(rows, look), "yOffset": alt.YOffset("side:N", sort=_sides(messages))}
    bars = encoded(
        base.mark_bar(cornerRadiusEnd=2, height=alt.RelativeBandSize(0.82)),
        x=_x("share", rows, messages),
        color=_color(messages, look),
        tooltip=_tooltip(messages),
        **place,
    )
    rules = encoded(base.mark_rule(color=look.ink, opacity=0.65), x="low:Q", x2="high:Q", **place)
    return styled(bars, rules, look=look, width=WIDTH, height=max(len(findings), 1) * 44)


def profile_chart(
    findings: Sequence[Finding], names: Names, messages: Messages, *, look: Look = LIGHT
) -> alt.LayerChart:
    """Return one line a finding with a dot a side and the gap between them, in the order of `findings`."""
    rows = side_rows(findings, names, messages)
    base = rows_chart(rows)
    axis = _names_axis(rows, look)
    gaps = rows_chart(finding_rows(findings, names, messages)).mark_rule(
        color=look.soft, strokeWidth=3, opacity=0.35
    )
    dots = encoded(
        base.mark_point(filled=True, size=170, opacity=1),
        x=_x("share", rows, messages),
        y=axis,
        color=_color(messages, look),
        shape=alt.Shape(
            "side:N", scale=alt.Scale(domain=_sides(messages), range=["circle", "square"]), title=None
        ),
        tooltip=_tooltip(messages),
    )
    whiskers = encoded(
        base.mark_rule(strokeOpacity=0.45), x="low:Q", x2="high:Q", y=axis, color=_color(messages, look)
    )
    lines = encoded(gaps, x="inside:Q", x2="outside:Q", y=axis)
    return styled(lines, whiskers, dots, look=look, width=WIDTH, height=max(len(findings), 1) * 46)


def _sides(messages: Messages) -> list[str]:
    return [side_label(side, messages) for side in Side]


def _names_axis(rows: Sequence[Row], look: Look) -> alt.Y:
    order = list(dict.fromkeys(row["name"] for row in rows))
    axis = alt.Axis(labelLimit=230, labelColor=look.ink, ticks=False, domain=False, grid=False)
    return alt.Y("name:N", sort=order, title=None, axis=axis, scale=alt.Scale(paddingInner=0.35))


def _x(field: str, rows: Sequence[Row], messages: Messages) -> alt.X:
    top = min(max([row["high"] for row in rows], default=0.1), 1.0) or 0.1
    title = messages.say("Share of the tension of each side")
    return alt.X(
        f"{field}:Q",
        axis=percent_axis(title, messages, top, even=True),
        scale=alt.Scale(domain=[0, top], nice=False),
    )


def _color(messages: Messages, look: Look) -> alt.Color:
    colors = [look.sides[side] for side in Side]
    legend = alt.Legend(title=None, orient="top", direction="horizontal", symbolSize=130, symbolOpacity=1)
    return alt.Color("side:N", scale=alt.Scale(domain=_sides(messages), range=colors), legend=legend)


def _tooltip(messages: Messages) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("name:N", title=messages.say("Matter")),
        alt.Tooltip("side:N", title=messages.say("Side")),
        alt.Tooltip("text:N", title=messages.say("Share of the tension of each side")),
    ]
