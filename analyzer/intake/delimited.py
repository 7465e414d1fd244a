"""Delimited text to numbered rows, by Python's csv module under a found dialect; no row is lost."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from analyzer.intake.dialect import Dialect, find_dialect
from analyzer.intake.mend import looks_broken, mend_line
from analyzer.intake.result import IntakeError
from analyzer.intake.table import Row, Table, find_tables

_MENDS = 200


@dataclass(frozen=True)
class Delimited:
    """The tables in a delimited text, and how it is written."""

    tables: list[Table]
    dialect: Dialect


def read_tables(text: str, *, name: str) -> Delimited:
    """Return the tables in a text; `name` is for the errors. Raises IntakeError on a damaged one."""
    rows, dialect = read_delimited(text, name=name)
    return Delimited(find_tables(rows), dialect)


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
            yield (
                mend_line("".join(lines[first:end]), cells, dialect)
                if looks_broken(cells, dialect)
                else cells
            )
            first = end


def _holds_rows(inner: list[str], dialect: Dialect) -> bool:
    """Say whether most lines inside a record are whole rows themselves."""
    if dialect.width < 2:
        return False
    some = [line for line in inner[:20] if line.strip()]
    return sum(_is_row(_alone(line, dialect), dialect.width) for line in some) * 2 > len(some)


def _is_row(cells: list[str], width: int) -> bool:
    """Say whether a line is a row, also one whose text holds delimiters, after a number as ids are."""
    return len(cells) == width or (len(cells) > width and cells[0].strip().isdecimal())


def _alone(line: str, dialect: Dialect) -> list[str]:
    cells = mend_line(line, next(dialect.read([line]), []), dialect)
    if len(cells) == dialect.width or not dialect.quote:
        return cells
    plain = next(csv.reader([line], delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE), [])
    if len(plain) != dialect.width:
        return cells
    return [cell.strip(dialect.quote) for cell in plain]
