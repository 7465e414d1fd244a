"""A sheet as columns and rows, and the one place where cells are written."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import IO, Any

import xlsxwriter

from analyzer.messages import Messages
from analyzer.report.plain import printable

_LONGEST = 32_767
_LINE, _MOST_LINES, _FILLED = 15.0, 10, 0.85
_SAFE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_PERCENT = {"de": "0.0 %", "en": "0.0%"}


class Holds(StrEnum):
    """What the cells of a column hold; None is an empty cell."""

    TEXT = "text"
    COUNT = "count"
    SHARE = "share"
    NUMBER = "number"


@dataclass(frozen=True)
class Column:
    """One column: its heading, what it holds and its width in letters."""

    heading: str
    holds: Holds = Holds.TEXT
    width: float = 12


@dataclass(frozen=True)
class Sheet:
    """A table with a title; an `optional` one is left out when it has no rows."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str | float | None]]
    optional: bool = False


def new_workbook(file: IO[bytes], messages: Messages) -> xlsxwriter.Workbook:
    """Return an empty workbook in which no text becomes a formula, a number or a link by itself."""
    workbook = xlsxwriter.Workbook(file, _SAFE)
    workbook.set_properties({"title": messages.say("Conflict Mirror"), "language": messages.lang})
    return workbook


def write_sheet(workbook: xlsxwriter.Workbook, sheet: Sheet, messages: Messages) -> None:
    """Write a sheet: headings that stay in view, a filter, and every cell by what its column holds."""
    page: Any = workbook.add_worksheet(sheet.title)
    heading = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    formats = _formats(workbook, messages.lang)
    page.freeze_panes(1, 1)
    page.set_landscape()
    page.set_paper(9)
    page.repeat_rows(0)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width, formats[column.holds])
        page.write_string(0, place, column.heading, heading)
    page.set_row(0, _height([column.heading for column in sheet.columns], sheet.columns))
    for line, row in enumerate(sheet.rows, start=1):
        page.set_row(line, _height(row, sheet.columns))
        for place, (value, column) in enumerate(zip(row, sheet.columns, strict=True)):
            _write(
                page, (line, place), value, formats[Holds.TEXT if isinstance(value, str) else column.holds]
            )
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)


def _write(page: Any, place: tuple[int, int], value: str | float | None, look: Any) -> None:
    if isinstance(value, str):
        page.write_string(*place, _cell(value), look)
    elif value is not None:
        page.write_number(*place, value, look)


def _height(row: Sequence[str | float | None], columns: Sequence[Column]) -> float:
    """Return the height of a row in points in which its texts are read whole, up to ten lines."""
    cells = zip(row, columns, strict=True)
    lines = [_lines(value, column.width) for value, column in cells if isinstance(value, str)]
    return _LINE * min(max(lines, default=1), _MOST_LINES)


def _lines(text: str, width: float) -> int:
    return sum(math.ceil(max(len(part), 1) / (width * _FILLED)) for part in text.split("\n"))


def _cell(text: str) -> str:
    """Return the text as a cell can hold it: printable, with plain line breaks, cut where it is too long."""
    text = printable(text).replace("\r\n", "\n").replace("\r", "\n")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _formats(workbook: Any, lang: str) -> dict[Holds, Any]:
    shapes: dict[Holds, dict[str, object]] = {
        Holds.TEXT: {"text_wrap": True, "num_format": "@", "indent": 1},
        Holds.COUNT: {"num_format": "#,##0"},
        Holds.SHARE: {"num_format": _PERCENT[lang]},
        Holds.NUMBER: {"num_format": "0.000"},
    }
    return {holds: workbook.add_format({"valign": "top", **shape}) for holds, shape in shapes.items()}
