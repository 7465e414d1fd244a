"""Delimited text to numbered rows under a found dialect; every row is there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analyzer.intake.blocks import read_blocks
from analyzer.intake.dialect import Dialect, find_dialect
from analyzer.intake.result import IntakeError
from analyzer.intake.table import Row, Table, find_tables


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
    lines = io.StringIO(text, newline="")
    return [row for block in read_rows(lines, dialect, name=name) for row in block], dialect


def read_rows(lines: Iterable[str], dialect: Dialect, *, name: str) -> Iterator[list[Row]]:
    """Yield blocks of the rows that are not blank, numbered from 1 as a spreadsheet shows them.

    `lines` are those of the whole text, with their ends. Raises IntakeError on a damaged one.
    """
    source, number = iter(lines), 1
    if dialect.start:
        next(source)
        number = 2
    try:
        for block in read_blocks(source, dialect):
            rows = [tuple(map(str.strip, cells)) for cells in block]
            yield [Row(place, cells) for place, cells in enumerate(rows, number) if any(cells)]
            number += len(rows)
    except csv.Error as error:
        raise IntakeError(
            "The table in {name} is damaged and cannot be read. Please save it again as CSV (UTF-8).",
            name=name,
        ) from error
