"""Delimited files too large for memory: read block by block, every row accounted for all the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import TextIO

from analyzer.intake.contents import Grid
from analyzer.intake.delimited import read_rows
from analyzer.intake.dialect import Dialect, find_dialect
from analyzer.intake.encoding import decode
from analyzer.intake.grid_parts import table_parts, with_text
from analyzer.intake.join import join_parts
from analyzer.intake.part import Input, Part
from analyzer.intake.result import ANY, Columns, Intake, SourceReport
from analyzer.intake.row_reader import RowReader, row_reader, set_aside
from analyzer.intake.table import Row, Table, find_tables, no_record
from analyzer.tables import Side

_HEAD = 1_000_000
_BLOCKS = 20


def stream_file(path: Path, *, side: Side, columns: Columns = ANY) -> Iterator[Intake]:
    """Yield the documents of a delimited file in blocks of some 10,000, each with the account of its rows.

    Encoding, dialect, header and columns are found in the first block. Ids differ within a block; where
    blocks are put together, `join_intakes` keeps them apart. Raises IntakeError.
    """
    given = Input(path.name, side.value, columns)
    for parts in _parts(path, given):
        yield join_parts(parts)


def stream_rows(path: Path) -> Iterator[list[Row]]:
    """Yield the rows of a delimited file that are not blank, block by block; raises IntakeError."""
    with _opened(path) as (file, dialect):
        yield from read_rows(file, dialect, name=path.name)


def _parts(path: Path, given: Input) -> Iterator[list[Part]]:
    with _opened(path) as (file, dialect):
        blocks = _gathered(read_rows(file, dialect, name=given.name))
        first = next(blocks, [])
        grid = Grid(first, encoding=file.encoding, delimiter=dialect.delimiter)
        parts = with_text(table_parts([grid], "csv", given), given.name)
        yield parts
        report, table = parts[-1].report, find_tables(first)[-1]
        with_text(parts[-1:], given.name)
        reader = row_reader(
            table, report.columns, source=report.name, side=given.side, delimiter=grid.delimiter
        )
        for block in blocks:
            yield [_later(block, table, reader, file.encoding)]


def _gathered(blocks: Iterator[list[Row]]) -> Iterator[list[Row]]:
    """Yield larger blocks, as making and checking a table takes its time however small it is."""
    while some := list(chain.from_iterable(islice(blocks, _BLOCKS))):
        yield some


def _later(block: Sequence[Row], table: Table, reader: RowReader, encoding: str) -> Part:
    """Return what a further block of rows of a table gives."""
    reasons = {row.number: reason for row in block if (reason := no_record(row, table.titles))}
    read = reader.read(row for row in block if row.number not in reasons)
    aside = [set_aside(row, reasons[row.number], reader.source) for row in block if row.number in reasons]
    report = SourceReport(
        reader.source,
        "csv",
        encoding,
        len(block),
        len(read.rows),
        (*aside, *read.set_aside),
        reader.columns,
        table.header,
        read.notes,
    )
    return Part(read.rows, report)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[TextIO, Dialect]]:
    """Open a file as text, after its byte order mark, with the encoding and dialect of its first megabyte."""
    with path.open("rb") as raw:
        head = raw.read(_HEAD)
    whole = head[: head.rfind(b"\n") + 1] if len(head) == _HEAD else head
    found = decode(whole or head, name=path.name)
    errors = "cp1252" if found.encoding == "utf-8" else "replace"
    with path.open(encoding=found.encoding, errors=errors, newline="") as file:
        if file.read(1) != "\ufeff":
            file.seek(0)
        yield file, find_dialect(found.text)
