"""Files, uploads and pastes to one Intake: the way in for everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from analyzer.intake.columns import list_names
from analyzer.intake.delimited import read_delimited
from analyzer.intake.encoding import decode
from analyzer.intake.formats import empty, find_kind
from analyzer.intake.header import Row, Table, find_table
from analyzer.intake.join import Part, join_parts
from analyzer.intake.names import normal
from analyzer.intake.notes import read_notes
from analyzer.intake.records import Records, read_records
from analyzer.intake.result import Columns, Intake, IntakeError, SourceReport
from analyzer.intake.wording import clean
from analyzer.intake.workbook import read_workbook
from analyzer.tables import Side

_EVERYTHING = Columns()


def read_files(paths: Sequence[Path], *, side: Side, columns: Columns = _EVERYTHING) -> Intake:
    """Return the documents of one or more files, all of one side, and the account of every row.

    Files of the same name get a number, so that documents stay apart. Raises IntakeError.
    """
    names: Counter[str] = Counter()
    parts: list[Part] = []
    for path in map(Path, paths):
        names[path.name] += 1
        again = f" ({names[path.name]})" if names[path.name] > 1 else ""
        parts += _parts(path.name, _load(path), side, columns, again=again)
    return join_parts(parts)


def read_upload(name: str, data: bytes, *, side: Side, columns: Columns = _EVERYTHING) -> Intake:
    """Return the documents of one uploaded file, given by its name and bytes; raises IntakeError."""
    return join_parts(list(_parts(name, data, side, columns)))


def read_text(text: str, *, side: Side, name: str = "pasted") -> Intake:
    """Return the documents of pasted notes, or of a pasted table if every line has the same tabs."""
    if not clean(text):
        raise IntakeError("There is no text yet. Please paste some notes, one thought a line.")
    return join_parts(list(_written(name, text, "", "notes", side, _EVERYTHING)))


def _load(path: Path) -> bytes:
    if path.is_dir():
        raise IntakeError("{name} is a folder. Please give the files in it.", name=path.name or str(path))
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise IntakeError(
            "There is no file {name}. Please check its name and place.", name=str(path)
        ) from error
    except OSError as error:
        raise IntakeError(
            "{name} cannot be opened. Please check whether you may read it.", name=str(path)
        ) from error


def _parts(name: str, data: bytes, side: Side, columns: Columns, *, again: str = "") -> Iterator[Part]:
    kind = find_kind(name, data)
    if kind == "xlsx":
        yield from _sheets(f"{name}{again}", read_workbook(data, name=name), side, columns)
        return
    decoded = decode(data, name=name)
    if not clean(decoded.text):
        raise empty(name)
    yield from _written(f"{name}{again}", decoded.text, decoded.encoding, kind, side, columns)


def _written(name: str, text: str, encoding: str, kind: str, side: Side, columns: Columns) -> Iterator[Part]:
    if kind == "csv" or _is_tabular(text):
        rows, dialect = read_delimited(text, name=name)
        table = _table(rows, name)
        records = read_records(
            table, source=name, side=side.value, wanted=columns, delimiter=dialect.delimiter
        )
        part = _part(name, "csv", encoding, table, records)
        _demand_text([part], name)
        yield part
        return
    notes = read_notes(text, source=name, side=side.value)
    yield Part(
        notes.rows,
        SourceReport(name, "notes", encoding, notes.groups, len(notes.rows), notes.set_aside),
    )


def _sheets(name: str, sheets: dict[str, list[Row]], side: Side, columns: Columns) -> list[Part]:
    """Return one part a sheet; sheets without a text column are set aside, unless there is no other."""
    filled = {sheet: rows for sheet, rows in sheets.items() if rows}
    if not filled:
        raise empty(name)
    tables = {
        name if len(filled) == 1 else f"{name}, {sheet}": find_table(rows) for sheet, rows in filled.items()
    }
    if not any(table.rows for table in tables.values()):
        raise _header_only(name)
    somewhere = any(_has(table, columns) for table in tables.values())
    parts = []
    for source, table in tables.items():
        wanted = columns if _has(table, columns) or not somewhere else _EVERYTHING
        records = read_records(table, source=source, side=side.value, wanted=wanted)
        parts.append(_part(source, "xlsx", "", table, records))
    _demand_text(parts, name)
    return parts


def _has(table: Table, columns: Columns) -> bool:
    header = {normal(column) for column in table.header}
    return {normal(column) for column in columns.chosen().values()} <= header


def _table(rows: list[Row], name: str) -> Table:
    if not rows:
        raise empty(name)
    table = find_table(rows)
    if not table.rows:
        raise _header_only(name)
    return table


def _header_only(name: str) -> IntakeError:
    return IntakeError("{name} has a header but no rows below it. Please check the export.", name=name)


def _part(name: str, kind: str, encoding: str, table: Table, records: Records) -> Part:
    report = SourceReport(
        name,
        kind,
        encoding,
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


def _is_tabular(text: str) -> bool:
    """Say whether a text is copied spreadsheet cells: the same number of tabs in three lines or more."""
    lines = [line.rstrip("\r\n") for line in text.splitlines() if line.strip()]
    return len(lines) >= 3 and "\t" in lines[0] and len({line.count("\t") for line in lines}) == 1
