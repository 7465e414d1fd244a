"""Grids to parts: one a table, those without texts set aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analyzer.intake.columns import list_names
from analyzer.intake.contents import Grid
from analyzer.intake.formats import empty
from analyzer.intake.header import names_of, normal_names
from analyzer.intake.names import normal
from analyzer.intake.part import Input, Part
from analyzer.intake.records import read_records
from analyzer.intake.result import ANY, Columns, IntakeError, SourceReport
from analyzer.intake.table import Table, find_tables
from analyzer.messages import Sentence


def table_parts(grids: Sequence[Grid], kind: str, given: Input) -> list[Part]:
    """Return one part a table; those without a text column are set aside, unless there is no other."""
    found = dict(_named_tables(grids, given.source))
    if not found:
        raise empty(given.name)
    if not any(table.rows for table, _ in found.values()):
        raise IntakeError(
            "{name} has a header but no rows below it. Please check the export.", name=given.name
        )
    somewhere = any(_has(table, given.columns) for table, _ in found.values())
    parts = []
    for source, (table, grid) in found.items():
        wanted = given.columns if _has(table, given.columns) or not somewhere else ANY
        parts.append(_table(table, grid, kind, Input(source, given.side, wanted)))
    return parts


def _named_tables(grids: Sequence[Grid], source: str) -> Iterator[tuple[str, tuple[Table, Grid]]]:
    """Yield each table with a name of its own: the file, its sheet and its number if there are several."""
    filled = [grid for grid in grids if grid.rows]
    for grid in filled:
        name = f"{source}, {grid.sheet}" if len(filled) > 1 else source
        for number, table in enumerate(_tables_in(grid), 1):
            yield name if number == 1 else f"{name}, {number}", (table, grid)


def _tables_in(grid: Grid) -> list[Table]:
    """Return the tables of a grid, which is one if its format names the columns."""
    if not grid.header:
        return find_tables(grid.rows)
    broken = tuple((row, Sentence("It cannot be read.")) for row in grid.broken)
    hints, rows_in = normal_names(grid.header, ()), len(grid.rows) + len(broken)
    return [Table(names_of(grid.header), hints, tuple(grid.rows), broken, rows_in, grid.header)]


def _has(table: Table, columns: Columns) -> bool:
    header = {normal(column) for column in table.header}
    return {normal(column) for column in columns.chosen().values()} <= header


def _table(table: Table, grid: Grid, kind: str, given: Input) -> Part:
    records = read_records(
        table, source=given.name, side=given.side, wanted=given.columns, delimiter=grid.delimiter
    )
    report = SourceReport(
        given.name,
        kind,
        grid.encoding,
        table.rows_in,
        len(records.rows),
        records.set_aside,
        records.columns,
        table.header,
        records.notes,
    )
    return Part(records.rows, report)


def with_text(parts: list[Part], name: str) -> list[Part]:
    """Return the parts; raises IntakeError if none of them has a column of texts."""
    if all(part.report.columns.text is None for part in parts):
        raise IntakeError(
            "No column of {name} looks like texts. Please say which one it is, in the menu or with --text "
            "(on a map --internal-text, --customer-text). Its columns are: {columns}.",
            name=name,
            columns=list_names(tuple(column for part in parts for column in part.report.header)),
        )
    return parts
