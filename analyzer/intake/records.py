"""A table to rows of Documents and rows set aside, by the columns found or wanted."""

from __future__ import annotations

from analyzer.intake.columns import Found, find_columns, resolve
from analyzer.intake.result import Columns
from analyzer.intake.row_reader import Records, joined, row_reader, set_aside
from analyzer.intake.table import Table
from analyzer.messages import Sentence


def read_records(table: Table, *, source: str, side: str, wanted: Columns, delimiter: str = "") -> Records:
    """Return the documents of a table; without a text column every row is set aside.

    `delimiter` is put back where a row has cells too many and the text, standing last, was cut by it.
    """
    cells = [joined(row, len(table.header), delimiter) for row in table.rows]
    found = find_columns(table.header, table.hints, cells)
    columns = resolve(wanted, found.columns, table.header, name=source)
    aside = tuple(set_aside(row, reason, source) for row, reason in table.aside)
    if columns.text is None:
        reason = Sentence("No column here holds texts.")
        return Records((), (*aside, *(set_aside(row, reason, source) for row in table.rows)), columns)
    read = row_reader(table, columns, source=source, side=side, delimiter=delimiter).read(table.rows)
    notes = (*_subjects(found, columns), *read.notes)
    return Records(read.rows, (*aside, *read.set_aside), columns, notes)


def _subjects(found: Found, columns: Columns) -> tuple[Sentence, ...]:
    """Return the word about an export that says only what its tickets are about."""
    if not found.subjects_only or columns.text != found.columns.text:
        return ()
    return (
        Sentence(
            "Only subjects are here (“{column}”), not what people wrote. "
            "Please export the descriptions or messages too, for example as JSON.",
            {"column": columns.text},
        ),
    )
