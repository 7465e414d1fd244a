"""Native charts that can be edited in the presentation: clustered bars of both sides' shares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_PATTERN
from pptx.util import Pt

from analyzer.messages import Messages
from analyzer.overlap.result import Finding, ImageFinding, Share
from analyzer.report.alt_text import images_alt, pairs_alt
from analyzer.report.palette import side_title
from analyzer.report.plain import one_line
from analyzer.report.readings import harmless
from analyzer.report.rows import Names
from analyzer.report.slides.box import BODY, Box
from analyzer.report.slides.colors import rgb
from analyzer.report.slides.page import Page, describe
from analyzer.tables import Side

_LETTERS = 12
_FORMATS = {"de": '[=0]0 %;[<=0.005]"<1 %";0 %', "en": '[=0]0%;[<=0.005]"<1%";0%'}


def add_pairs(page: Page, box: Box, findings: Sequence[Finding], names: Names, messages: Messages) -> None:
    """Add two bars a finding, inside above customers, in the order of `findings`."""
    data = _data([names(f.key) for f in findings])
    for side in Side:
        shares = [f.voices(side).tension for f in findings]
        data.add_series(side_title(side, messages), [_value(share) for share in shares])
    chart = _add(page, box, data, alt=pairs_alt(findings, names, messages))
    for series, side in zip(chart.plots[0].series, Side, strict=True):
        _paint(series, page.look.sides[side], hatched=side is Side.CUSTOMER, ground=page.look.ground)
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    chart.legend.font.size = Pt(_LETTERS + 2)


def add_images(
    page: Page, box: Box, images: Sequence[ImageFinding], names: Names, messages: Messages
) -> None:
    """Add one bar an image of the customer."""
    data = _data([names(image.key) for image in images])
    data.add_series(messages.say("Images of the customer"), [_value(image.share) for image in images])
    chart = _add(page, box, data, alt=images_alt(images, names, messages))
    chart.has_legend, chart.has_title = False, False
    _paint(chart.plots[0].series[0], page.look.sides[Side.INTERNAL], hatched=False, ground=page.look.ground)


def add_footnote(page: Page, messages: Messages) -> None:
    """Say below a chart where its intervals are."""
    words = messages.say("The 95% intervals and the counts stand in the speaker notes.")
    page.write(words, Box(BODY.x, 508, BODY.width, 20), sizes=(12,), color=page.look.soft)


def _data(categories: Sequence[str]) -> Any:
    library: Any = CategoryChartData
    data = library(number_format="0%")
    data.categories = [harmless(one_line(name)) for name in categories]
    return data


def _value(share: Share) -> float | None:
    return share.share if share.total else None


def _add(page: Page, box: Box, data: Any, *, alt: str) -> Any:
    frame: Any = page.slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box.points, data)
    describe(frame, alt)
    chart = frame.chart
    chart.font.size, chart.has_title = Pt(_LETTERS), False
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.color.rgb = rgb(page.look.line)
    chart.category_axis.has_major_gridlines = chart.value_axis.has_major_gridlines = False
    chart.value_axis.visible, chart.value_axis.minimum_scale = False, 0
    _label(chart.plots[0], page.lang)
    _say_language(chart, page.lang)
    return chart


def _label(plot: Any, lang: str) -> None:
    plot.gap_width, plot.overlap, plot.has_data_labels = 45, 0, True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = _FORMATS[lang], False
    labels.position, labels.font.size = XL_LABEL_POSITION.OUTSIDE_END, Pt(_LETTERS)


def _paint(series: Any, color: str, *, hatched: bool, ground: str) -> None:
    """Colour the bars; hatched ones stay apart in grey print too."""
    fill = series.format.fill
    if not hatched:
        fill.solid()
        fill.fore_color.rgb = rgb(color)
        return
    fill.patterned()
    fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    fill.fore_color.rgb, fill.back_color.rgb = (
        rgb(color),
        rgb(ground),
    )
    series.format.line.color.rgb = rgb(color)


def _say_language(chart: Any, lang: str) -> None:
    space = chart._chartSpace
    element = etree.SubElement(space, "{http://schemas.openxmlformats.org/drawingml/2006/chart}lang")
    element.set("val", {"de": "de-DE"}.get(lang, "en-GB"))
    space.insert(1 if len(space.xpath("c:date1904")) else 0, element)
