"""One slide: texts, lists and tables in boxes, measured in points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.slide import Slide
from pptx.util import Pt

from analyzer.report.palette import Look
from analyzer.report.plain import one_line
from analyzer.report.slides.box import Box
from analyzer.report.slides.colors import rgb
from analyzer.report.slides.fit import LINE, SMALLEST, Fitted, fit

BODY_SIZES = (18, 16, 14, 13, SMALLEST)
_LANGUAGES = {"de": MSO_LANGUAGE_ID.GERMAN, "en": MSO_LANGUAGE_ID.ENGLISH_UK}


@dataclass(frozen=True)
class Page:
    """A slide, the language of its words, and its colours."""

    slide: Slide
    lang: str
    look: Look

    def title(self, text: str, box: Box, *, sizes: Sequence[int] = (28, 24, 20, 18)) -> None:
        """Write the slide's title, by which screen readers and outlines find it."""
        shape: Any = self.slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = box.points
        fitted = fit(text, width=box.width, height=box.height, sizes=sizes, bold=True)
        shape.text_frame.clear()
        self._fill(shape.text_frame, fitted, bold=True)
        shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE

    def write(
        self,
        text: str,
        box: Box,
        *,
        sizes: Sequence[int] = BODY_SIZES,
        bold: bool = False,
        color: str | None = None,
    ) -> Box:
        """Write one paragraph into a box, as large as fits, and return the box that it takes."""
        fitted = fit(text, width=box.width, height=box.height, sizes=sizes, bold=bold)
        taken = replace(box, height=min(fitted.height, box.height))
        shape = self.slide.shapes.add_textbox(*taken.points)
        self._fill(shape.text_frame, fitted, bold=bold, color=color)
        return taken

    def paragraphs(self, texts: Sequence[str], box: Box, *, sizes: Sequence[int] = BODY_SIZES) -> None:
        """Write paragraphs below each other, all as large as fits."""
        size = next((s for s in sizes if _height(texts, box.width, s) <= box.height), sizes[-1])
        for text in texts:
            taken = self.write(text, box, sizes=(size,))
            box = box.below(taken.y + taken.height + size * 0.6)

    def table(
        self, rows: Sequence[Sequence[str]], box: Box, *, widths: Sequence[float], alt: str, size: int = 14
    ) -> None:
        """Write a table with its headings in the first row; `widths` are parts of the whole."""
        frame: Any = self.slide.shapes.add_table(len(rows), len(widths), *box.points)
        describe(frame, alt)
        frame.table.horz_banding = False
        for column, part in zip(frame.table.columns, widths, strict=True):
            column.width = Pt(box.width * part / sum(widths))
        height = box.height / len(rows)
        for i, row in enumerate(rows):
            for text, cell, column in zip(row, frame.table.rows[i].cells, frame.table.columns, strict=True):
                cell.vertical_anchor = MSO_ANCHOR.MIDDLE
                fitted = fit(text, width=column.width.pt - 15, height=height - 8, sizes=(size, SMALLEST))
                self._fill(cell.text_frame, fitted, bold=i == 0, margins=False)

    def notes(self, paragraphs: Sequence[str]) -> None:
        """Write the speaker notes."""
        if paragraphs:
            frame: Any = self.slide.notes_slide.notes_text_frame
            frame.text = "\n".join(one_line(text) for text in paragraphs)
            for paragraph in frame.paragraphs:
                _say_language(paragraph, self.lang)

    def _fill(
        self, frame: Any, text: Fitted, *, bold: bool = False, color: str | None = None, margins: bool = True
    ) -> None:
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        if margins:
            no_margins(frame)
        add_run(frame.paragraphs[0], text, lang=self.lang, bold=bold, color=color)


def add_run(paragraph: Any, text: Fitted, *, lang: str, bold: bool = False, color: str | None = None) -> None:
    """Add words to a paragraph, in their language."""
    run = paragraph.add_run()
    run.text, run.font.size, run.font.bold = text.text, Pt(text.size), bold
    if color:
        run.font.color.rgb = rgb(color)
    paragraph.alignment = 1
    _say_language(paragraph, lang)


def no_margins(frame: Any) -> None:
    """Let the words of a frame reach its borders."""
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def describe(shape: Any, alt: str) -> None:
    """Say what a chart or table shows to people who cannot see it."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", one_line(alt))


def _say_language(paragraph: Any, lang: str) -> None:
    for run in paragraph.runs:
        run.font.language_id = _LANGUAGES.get(lang, MSO_LANGUAGE_ID.ENGLISH_UK)


def _height(texts: Sequence[str], width: float, size: int) -> float:
    lines = [fit(text, width=width, height=float("inf"), sizes=(size,)).lines for text in texts]
    return sum(lines) * size * LINE + (len(texts) - 1) * size * 0.6
