"""Files made from a map, opened again: what stands in slides, sheets and print."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
from pptx import Presentation
from pypdf import PdfReader


def slides(content: bytes) -> Any:
    return Presentation(io.BytesIO(content))


def slide_texts(content: bytes) -> list[str]:
    """Return all words of each slide, without the notes."""
    return [
        "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        for slide in slides(content).slides
    ]


def notes(content: bytes) -> list[str]:
    return [
        slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        for slide in slides(content).slides
    ]


def charts(content: bytes) -> list[tuple[str, Any]]:
    """Return (alternative text, chart) of every native chart."""
    return [
        (shape._element.xpath(".//p:cNvPr")[0].get("descr"), shape.chart)
        for slide in slides(content).slides
        for shape in slide.shapes
        if shape.has_chart
    ]


def sheets(content: bytes) -> dict[str, Any]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: sheet for sheet in book.worksheets}


def cells(content: bytes) -> list[Any]:
    return [cell for sheet in sheets(content).values() for row in sheet.iter_rows() for cell in row]


def printed(content: bytes) -> str:
    """Return the words of a PDF with every run of white space as one space."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())
