"""What every chart has in common: fonts, quiet grid, percent axes, and the way to SVG."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import vl_convert

from analyzer.messages import Messages
from analyzer.report.palette import FONT, Look
from analyzer.report.rows import Row


def rows_chart(rows: Sequence[Row]) -> alt.Chart:
    """Return a chart of plain rows, which travel inside the chart."""
    return alt.Chart({"values": list(rows)})


def encoded(chart: alt.Chart, **channels: Any) -> alt.Chart:
    """Return the chart with its channels; Altair's own `encode` tells no type."""
    result: alt.Chart = chart.encode(**channels)
    return result


def styled(*layers: alt.Chart, look: Look, width: int, height: int, apart: bool = False) -> alt.LayerChart:
    """Return the layers as one chart in the house's calm look, on a transparent ground, drawn as SVG.

    With `apart` the layers share no polar scale.
    """
    text = {"labelColor": look.soft, "labelFontSize": 12, "titleColor": look.ink, "titleFontSize": 13}
    axis = {"gridColor": look.line, "domainColor": look.line, "tickColor": look.line, "titlePadding": 10}
    padding = {"left": 6, "top": 6, "right": 6, "bottom": 6}
    chart: Any = alt.layer(*layers).properties(width=width, height=height, padding=padding, autosize="pad")
    chart = chart.resolve_scale(theta="independent", radius="independent") if apart else chart
    result: alt.LayerChart = (
        chart.configure(background="transparent", font=FONT)
        .configure_view(stroke=None)
        .configure_axis(grid=True, gridOpacity=0.6, titleFontWeight=600, **axis, **text)
        .configure_legend(**{**text, "labelColor": look.ink, "labelLimit": 300})
        .properties(usermeta={"embedOptions": {"renderer": "svg", "actions": False}})
    )
    return result


_ROOT_STEPS = (0.0, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0)


def percent_axis(title: str, messages: Messages, top: float, *, even: bool = False) -> alt.Axis:
    """Return an axis for shares up to `top` (0 to 1) that writes percentages as `messages` does.

    Its steps suit a square-root scale, or with `even` a linear one.
    """
    sign = messages.percent(0.5).removeprefix("50")
    step = 0.05 if top <= 0.4 else 0.1
    steps = [step * i for i in range(int(1 / step) + 1)] if even else _ROOT_STEPS
    return alt.Axis(
        title=title,
        values=[value for value in steps if value <= top],
        labelExpr=f"format(datum.value * 100, '.0f') + '{sign}'",
    )


def as_svg(chart: alt.Chart | alt.LayerChart) -> str:
    """Return the chart as an SVG drawing; nothing is fetched."""
    svg: str = vl_convert.vegalite_to_svg(chart.to_json(), allowed_base_urls=[])
    return svg
