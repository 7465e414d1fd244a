"""The resonance cycle as a ring: seven stations around a mirror, inside within, customers without."""

from __future__ import annotations

import math
from collections.abc import Sequence

import altair as alt

from analyzer.messages import Messages
from analyzer.overlap.result import Finding
from analyzer.report.palette import LIGHT, Look, side_label
from analyzer.report.rows import Names, Row, counted
from analyzer.report.style import encoded, rows_chart, styled
from analyzer.tables import Side

WIDTH, HEIGHT = 580, 500
_MIRROR = 124.0
_REACH = 74.0
_GAP = 0.035


def wheel_chart(
    findings: Sequence[Finding], names: Names, messages: Messages, *, look: Look = LIGHT
) -> alt.LayerChart:
    """Return the stations clockwise from the top; the circle between the two bands is the mirror.

    From it the inner bar grows towards the middle (share of the tension inside) and the outer one
    away from it (share with customers), both on one scale, so that a like pair mirrors itself.
    """
    bars = _bars(findings, names, messages)
    layers = [
        _mirror(look),
        _arcs(bars, messages, look),
        _figures(bars, look),
        _stations(findings, names, look),
    ]
    return styled(*layers, look=look, width=WIDTH, height=HEIGHT, apart=True)


def _bars(findings: Sequence[Finding], names: Names, messages: Messages) -> list[Row]:
    highest = max((f.voices(side).tension.share for f in findings for side in Side), default=0.0) or 1.0
    step = 2 * math.pi / max(len(findings), 1)
    return [
        {
            "name": names(f.key),
            "side": side_label(side, messages),
            "start": i * step + _GAP,
            "end": (i + 1) * step - _GAP,
            "middle": (i + 0.5) * step,
            "foot": _MIRROR + 2 * sign,
            "head": _MIRROR + sign * (2 + _REACH * share.share / highest),
            "label": _MIRROR + sign * (16 + _REACH * share.share / highest),
            "figure": messages.percent(share.share),
            "text": counted(share, messages),
        }
        for i, f in enumerate(findings)
        for side, sign in ((Side.INTERNAL, -1), (Side.CUSTOMER, 1))
        for share in [f.voices(side).tension]
    ]


def _mirror(look: Look) -> alt.Chart:
    ring: alt.Chart = rows_chart([{}]).mark_arc(
        theta=0, theta2=2 * math.pi, radius=_MIRROR + 0.8, radius2=_MIRROR - 0.8, color=look.soft, opacity=0.7
    )
    return ring


def _arcs(rows: Sequence[Row], messages: Messages, look: Look) -> alt.Chart:
    sides = [side_label(side, messages) for side in Side]
    legend = alt.Legend(title=None, orient="top", direction="horizontal", symbolSize=130)
    colors = alt.Scale(domain=sides, range=[look.sides[side] for side in Side])
    return encoded(
        rows_chart(rows).mark_arc(cornerRadius=2),
        theta=alt.Theta("start:Q", scale=None),
        theta2=alt.Theta2("end:Q"),
        radius=alt.Radius("foot:Q", scale=None),
        radius2=alt.Radius2("head:Q"),
        color=alt.Color("side:N", scale=colors, legend=legend),
        tooltip=[
            alt.Tooltip("name:N", title=messages.say("Station")),
            alt.Tooltip("side:N", title=messages.say("Side")),
            alt.Tooltip("text:N", title=messages.say("Share of the tension of each side")),
        ],
    )


def _figures(rows: Sequence[Row], look: Look) -> alt.Chart:
    marks = rows_chart(rows).mark_text(fontSize=11, color=look.ink)
    return encoded(
        marks,
        theta=alt.Theta("middle:Q", scale=None),
        radius=alt.Radius("label:Q", scale=None),
        text="figure:N",
    )


def _stations(findings: Sequence[Finding], names: Names, look: Look) -> alt.Chart:
    step = 2 * math.pi / max(len(findings), 1)
    rows = [{"name": names(f.key), "middle": (i + 0.5) * step} for i, f in enumerate(findings)]
    marks = rows_chart(rows).mark_text(fontSize=13, fontWeight=600, color=look.ink)
    return encoded(
        marks, theta=alt.Theta("middle:Q", scale=None), radius=alt.value(_MIRROR + _REACH + 42), text="name:N"
    )
