"""Quotes on a slide: inside on the left, customers on the right, what belongs together in one row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.util import Pt

from analyzer.messages import Messages
from analyzer.overlap.pairs import Pair
from analyzer.overlap.result import Quote
from analyzer.report.slides.box import Box
from analyzer.report.slides.colors import rgb
from analyzer.report.slides.fit import LINE, SMALLEST, fit
from analyzer.report.slides.page import Page, add_run
from analyzer.tables import Side

_MARGIN = 9.0
_TALLEST = 150.0
_SIZES = (18, 16, 14, 13, SMALLEST)


def abreast(
    pairs: Sequence[Pair], inside: Sequence[Quote], outside: Sequence[Quote], *, most: int
) -> dict[Side, list[Quote]]:
    """Return at most `most` quotes a side: first the pairs, row by row, then each side's own."""
    found = {}
    for side, own in ((Side.INTERNAL, inside), (Side.CUSTOMER, outside)):
        paired = [pair.internal if side is Side.INTERNAL else pair.customer for pair in pairs[:most]]
        rows = {quote.id: quote for quote in (*paired, *own)} if len(set(paired)) == len(paired) else {}
        found[side] = list((rows or {quote.id: quote for quote in own}).values())[:most]
    return found


def add_sides(page: Page, box: Box, quotes: dict[Side, list[Quote]], messages: Messages) -> None:
    """Add the quotes of both sides in two columns; a side without any says so."""
    rows = max(*map(len, quotes.values()), 1)
    size = common_size([quote for own in quotes.values() for quote in own], _places(box.halves()[0], rows)[0])
    for column, side in zip(box.halves(), Side, strict=True):
        places = _places(column, rows)
        for quote, place in zip(quotes[side], places, strict=False):
            add_quote(page, place, quote, side, messages, size=size)
        if not quotes[side]:
            page.write(
                messages.say("No statement on this side."), places[0], sizes=(16,), color=page.look.soft
            )


def common_size(quotes: Sequence[Quote], box: Box) -> int:
    """Return the largest size in points in which all these quotes fit into boxes like this one."""
    inner = _inner(box)
    fitted = [fit(quote.text, width=inner.width, height=inner.height, sizes=_SIZES).size for quote in quotes]
    return min(fitted, default=SMALLEST)


def add_quote(page: Page, box: Box, quote: Quote, side: Side, messages: Messages, *, size: int) -> None:
    """Add one quote as it was said, in its language, with where it stands; long ones are cut at a word."""
    frame = _card(page, box, side).text_frame
    inner = _inner(box)
    words = fit(quote.text, width=inner.width, height=inner.height, sizes=(size,))
    add_run(frame.paragraphs[0], words, lang=quote.lang, color=page.look.ink)
    times = f" · {messages.number(quote.times)}×" if quote.times > 1 else ""
    source = fit(quote.source + times, width=inner.width, height=SMALLEST * LINE, sizes=(SMALLEST,))
    add_run(frame.add_paragraph(), source, lang=page.lang, color=page.look.soft)


def _inner(box: Box) -> Box:
    """Return the room for the words of a quote: without margins and the line that names its source."""
    inner = box.inside(_MARGIN)
    return Box(inner.x, inner.y, inner.width, inner.height - SMALLEST * LINE)


def _places(column: Box, rows: int) -> list[Box]:
    height = min(column.height, rows * _TALLEST)
    return Box(column.x, column.y, column.width, height).rows(rows)


def _card(page: Page, box: Box, side: Side) -> Any:
    """Return an empty card: one thin border inside, a double one with customers."""
    shape: Any = page.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.points)
    shape._element.remove(shape._element.find(qn("p:style")))
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb("#ffffff")
    shape.line.color.rgb = rgb(page.look.sides[side])
    shape.line.width = Pt(1.25 if side is Side.INTERNAL else 3)
    if side is Side.CUSTOMER:
        shape.line._get_or_add_ln().set("cmpd", "dbl")
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(_MARGIN)
    return shape
