"""One file or paste to parts: rows of Documents and their account, a part a table, sheet or text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analyzer.intake.columns import list_names
from analyzer.intake.contents import Content, Grid, Prose
from analyzer.intake.delimited import read_delimited
from analyzer.intake.encoding import decode
from analyzer.intake.formats import empty, find_kind
from analyzer.intake.names import normal
from analyzer.intake.notes import read_notes
from analyzer.intake.records import read_records
from analyzer.intake.result import ANY, Columns, IntakeError, SourceReport
from analyzer.intake.table import Table, find_tables
from analyzer.intake.wording import clean
from analyzer.intake.workbook import read_workbook


@dataclass(frozen=True)
class Part:
    """What one file, sheet or paste gave: rows of Documents and their account."""

    rows: tuple[dict[str, object], ...]
    report: SourceReport


@dataclass(frozen=True)
class Input:
    """One file or paste: its name, whose side it is, which columns were named, and the name to show."""

    name: str
    side: str
    columns: Columns = ANY
    shown: str = ""

    @property
    def source(self) -> str:
        """Return the name under which its documents go."""
        return self.shown or self.name


def read_parts(data: bytes, given: Input) -> list[Part]:
    """Return the parts of a file; raises IntakeError on one that cannot be read or holds no texts."""
    kind = find_kind(given.name, data)
    return parts_of(_contents(kind, data, given.name), kind, given)


def read_pasted(text: str, given: Input) -> list[Part]:
    """Return the parts of a pasted text: notes, or a table if every line has the same tabs."""
    return parts_of([_written("notes", text, "", given.name)], "notes", given)


def parts_of(contents: Sequence[Content], kind: str, given: Input) -> list[Part]:
    """Return the parts of what a parser gave."""
    grids = [content for content in contents if isinstance(content, Grid)]
    parts = _tables(grids, "csv" if kind == "notes" else kind, given) if grids else []
    parts += [_prose(content, kind, given) for content in contents if isinstance(content, Prose)]
    return parts


def _contents(kind: str, data: bytes, name: str) -> list[Content]:
    if kind == "xlsx":
        return [Grid(rows, sheet) for sheet, rows in read_workbook(data, name=name).items()]
    decoded = decode(data, name=name)
    if not clean(decoded.text):
        raise empty(name)
    return [_written(kind, decoded.text, decoded.encoding, name)]


def _written(kind: str, text: str, encoding: str, name: str) -> Content:
    if kind != "csv" and not _is_tabular(text):
        return Prose(text, encoding)
    rows, dialect = read_delimited(text, name=name)
    return Grid(rows, encoding=encoding, delimiter=dialect.delimiter)


def _is_tabular(text: str) -> bool:
    """Say whether a text is copied spreadsheet cells: the same number of tabs in three lines or more."""
    lines = [line.rstrip("\r\n") for line in text.splitlines() if line.strip()]
    return len(lines) >= 3 and "\t" in lines[0] and len({line.count("\t") for line in lines}) == 1


def _prose(prose: Prose, kind: str, given: Input) -> Part:
    notes = read_notes(prose.text, source=given.source, side=given.side)
    report = SourceReport(given.source, kind, prose.encoding, notes.groups, len(notes.rows), notes.set_aside)
    return Part(notes.rows, report)


def _tables(grids: Sequence[Grid], kind: str, given: Input) -> list[Part]:
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
    _demand_text(parts, given.name)
    return parts


def _named_tables(grids: Sequence[Grid], source: str) -> Iterator[tuple[str, tuple[Table, Grid]]]:
    """Yield each table with a name of its own: the file, its sheet and its number if there are several."""
    filled = [grid for grid in grids if grid.rows]
    for grid in filled:
        name = f"{source}, {grid.sheet}" if len(filled) > 1 else source
        for number, table in enumerate(find_tables(grid.rows), 1):
            yield name if number == 1 else f"{name}, {number}", (table, grid)


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
    )
    return Part(records.rows, report)


def _demand_text(parts: list[Part], name: str) -> None:
    if all(part.report.columns.text is None for part in parts):
        raise IntakeError(
            "No column of {name} looks like texts. Please say which one it is, in the menu or with --text "
            "(on a map --internal-text, --customer-text). Its columns are: {columns}.",
            name=name,
            columns=list_names(tuple(column for part in parts for column in part.report.header)),
        )
