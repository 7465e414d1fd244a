"""Delimited text to numbered rows, by Python's csv module under a found dialect; no row is lost."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from analyzer.intake.dialect import Dialect, find_dialect
from analyzer.intake.header import Row
from analyzer.intake.result import IntakeError

_MENDS = 200
_LONG = 20_000


def read_delimited(text: str, *, name: str) -> tuple[list[Row], Dialect]:
    """Return the rows that are not blank, numbered from 1 as a spreadsheet shows them, and the dialect."""
    dialect = find_dialect(text)
    lines = list(io.StringIO(text[dialect.start :], newline=""))
    before = 1 if dialect.start else 0
    try:
        rows = [
            Row(number, tuple(cell.strip() for cell in cells))
            for number, cells in enumerate(_records(lines, dialect), 1 + before)
            if any(map(str.strip, cells))
        ]
    except csv.Error as error:
        raise IntakeError(
            "The table in {name} is damaged and cannot be read. Please save it again as CSV (UTF-8).",
            name=name,
        ) from error
    return rows, dialect


def _records(lines: list[str], dialect: Dialect) -> Iterator[list[str]]:
    """Yield the records; where a stray quote swallows whole rows, its line is read alone."""
    start, mends = 0, 0
    while start < len(lines):
        first = begin = start
        reader = dialect.read(lines[i] for i in range(begin, len(lines)))
        start = len(lines)
        for cells in reader:
            end = begin + reader.line_num
            unclosed = end == len(lines) and bool(dialect.quote) and str(dialect.quote) not in lines[-1]
            suspect = end - first > 1 and (unclosed or len(cells) != dialect.width)
            if suspect and mends < _MENDS and _holds_rows(lines[first + 1 : end], dialect):
                yield _alone(lines[first], dialect)
                start, mends = first + 1, mends + 1
                break
            yield _quoted(lines[first], cells, dialect) if end - first == 1 else cells
            first = end


def _holds_rows(inner: list[str], dialect: Dialect) -> bool:
    """Say whether most lines inside a record are whole rows themselves."""
    if dialect.width < 2:
        return False
    some = [line for line in inner[:20] if line.strip()]
    return sum(len(_alone(line, dialect)) == dialect.width for line in some) * 2 > len(some)


def _quoted(line: str, cells: list[str], dialect: Dialect) -> list[str]:
    """Return the cells of a line; if too many, as quotes stand inside a cell, those by quotes at its ends."""
    if len(cells) <= dialect.width or not dialect.quote or len(line) > _LONG:
        return cells
    mark, quote = re.escape(dialect.delimiter), re.escape(dialect.quote)
    cell = re.compile(rf"{quote}(.*?){quote}(?={mark}|$)|([^{mark}]*)")
    found, place = [], 0
    text = line.rstrip("\r\n")
    while place <= len(text) and (match := cell.match(text, place)):
        found.append(match[1] if match[1] is not None else match[2])
        place = match.end() + 1
    return found if len(found) == dialect.width else cells


def _alone(line: str, dialect: Dialect) -> list[str]:
    cells = next(dialect.read([line]), [])
    if len(cells) == dialect.width or not dialect.quote:
        return cells
    plain = next(csv.reader([line], delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE), [])
    if len(plain) != dialect.width:
        return cells
    return [cell.strip(dialect.quote) for cell in plain]
