"""The map itself: every theme by its share of the tension inside and with customers."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from analyzer.messages import Messages
from analyzer.overlap import verdict_label
from analyzer.overlap.result import OverlapMap, VerdictKind
from analyzer.report.labels import Box, text_box
from analyzer.report.palette import LIGHT, SHAPES, Look
from analyzer.report.plane import Plane, plane_of
from analyzer.report.rows import Row, finding_rows
from analyzer.report.style import encoded, percent_axis, rows_chart, styled
from analyzer.taxonomy import Taxonomy

SELECTION = "theme"


def quadrant_chart(
    m: OverlapMap, taxonomy: Taxonomy, messages: Messages, *, look: Look = LIGHT, chosen: str | None = None
) -> alt.LayerChart:
    """Return the themes as points: across the share inside, up the share with customers.

    Both axes run over the same range on a square-root scale, which keeps small shares apart; the
    diagonal is where both shares are equal. A click selects a theme (parameter `theme`, field `key`);
    the theme with the id `chosen` wears a ring.
    """
    rows = finding_rows(m.themes, lambda key: taxonomy.theme(key).short.of(messages.lang), messages)
    plane = plane_of(rows)
    corners = _corner_boxes(plane, messages)
    named = plane.named(rows, [box for _, box in corners])
    layers = [_diagonal(plane, look), _corners(corners, plane, messages, look)]
    if named:
        ring = [row for row in named if row["key"] == chosen]
        layers += [*_whiskers(named), _leaders(named, look), *_names(named, look), _ring(ring, look)]
        layers += [_points(named, plane, messages, look)]
    return styled(*layers, look=look, width=plane.size, height=plane.size)


def _x(field: str, plane: Plane, messages: Messages) -> alt.X:
    title = messages.say("Share of the tension inside →")
    return alt.X(f"{field}:Q", scale=plane.scale, axis=percent_axis(title, messages, plane.top))


def _y(field: str, plane: Plane, messages: Messages) -> alt.Y:
    title = messages.say("Share of the tension with customers →")
    return alt.Y(f"{field}:Q", scale=plane.scale, axis=percent_axis(title, messages, plane.top))


def _diagonal(plane: Plane, look: Look) -> alt.Chart:
    end = plane.shares(plane.size - 30, 30)
    line = rows_chart([{"x": 0, "y": 0}, end]).mark_line(color=look.soft, opacity=0.55, strokeDash=[2, 5])
    return encoded(line, x="x:Q", y="y:Q")


def _corner_boxes(plane: Plane, messages: Messages) -> list[tuple[str, Box]]:
    places = (
        (messages.say("LOUDER WITH CUSTOMERS"), False, 14.0),
        (messages.say("LOUD ON BOTH SIDES"), True, 14.0),
        (messages.say("LOUDER INSIDE"), True, plane.size - 14.0),
    )
    boxes = []
    for text, right, y in places:
        half = text_box(0, 0, text).width / 2 + 8
        boxes.append((text, text_box(plane.size - half if right else half, y, text)))
    return boxes


def _corners(boxes: Sequence[tuple[str, Box]], plane: Plane, messages: Messages, look: Look) -> alt.Chart:
    rows = [{"text": text, **plane.shares(box.x, box.y)} for text, box in boxes]
    marks = rows_chart(rows).mark_text(fontSize=11, fontWeight=600, color=look.soft, opacity=0.85)
    return encoded(marks, x=_x("x", plane, messages), y=_y("y", plane, messages), text="text:N")


def _whiskers(rows: Sequence[Row]) -> list[alt.Chart]:
    base = rows_chart(rows).mark_rule(strokeWidth=1.4, strokeOpacity=0.3)
    color = alt.Color("verdict:N")
    return [
        encoded(base, x="inside_low:Q", x2="inside_high:Q", y="outside:Q", color=color),
        encoded(base, y="outside_low:Q", y2="outside_high:Q", x="inside:Q", color=color),
    ]


def _leaders(rows: Sequence[Row], look: Look) -> alt.Chart:
    marks = rows_chart(rows).mark_rule(color=look.soft, opacity=0.6, strokeWidth=0.8)
    return encoded(marks, x="inside:Q", y="outside:Q", x2="lead_x:Q", y2="lead_y:Q")


def _ring(rows: Sequence[Row], look: Look) -> alt.Chart:
    marks = rows_chart(rows).mark_point(
        shape="circle", size=620, stroke=look.ink, strokeWidth=1.6, opacity=0.9
    )
    return encoded(marks, x="inside:Q", y="outside:Q")


def _names(rows: Sequence[Row], look: Look) -> list[alt.Chart]:
    base = encoded(rows_chart(rows), x="x:Q", y="y:Q", text="name:N")
    halo = base.mark_text(
        fontSize=12, color=look.ground, stroke=look.ground, strokeWidth=4, strokeJoin="round"
    )
    return [halo, base.mark_text(fontSize=12, color=look.ink, cursor="pointer")]


def _points(rows: Sequence[Row], plane: Plane, messages: Messages, look: Look) -> alt.Chart:
    kinds = [kind for kind in VerdictKind if any(row["kind"] == kind.value for row in rows)]
    names = [verdict_label(kind, messages) for kind in kinds]
    legend = alt.Legend(
        title=None, orient="bottom", direction="horizontal", columns=3, symbolSize=130, symbolOpacity=1
    )
    colors = alt.Scale(domain=names, range=[look.verdicts[kind] for kind in kinds])
    shapes = alt.Scale(domain=names, range=[SHAPES[kind] for kind in kinds])
    pick = alt.selection_point(name=SELECTION, fields=["key"], on="click")
    chart = rows_chart(rows).add_params(pick).mark_point(filled=True, size=150, opacity=1, cursor="pointer")
    return encoded(
        chart,
        x=_x("inside", plane, messages),
        y=_y("outside", plane, messages),
        color=alt.Color("verdict:N", scale=colors, legend=legend),
        shape=alt.Shape("verdict:N", scale=shapes, legend=legend),
        tooltip=[
            alt.Tooltip("name:N", title=messages.say("Theme")),
            alt.Tooltip("verdict:N", title=messages.say("Verdict")),
            alt.Tooltip("inside_text:N", title=messages.say("Inside")),
            alt.Tooltip("outside_text:N", title=messages.say("With customers")),
        ],
    )
