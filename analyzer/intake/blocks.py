"""Delimited lines to records, block by block, by Python's csv module; no row is lost to a stray quote."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from analyzer.intake.dialect import Dialect
from analyzer.intake.mend import looks_broken, mend_line

Cells = list[str]
_BLOCK = 500
_LINES = 100_000
_LONGEST = 1_000_000
_MENDS = 200
_BETWEEN = "\x1f"


def read_blocks(lines: Iterable[str], dialect: Dialect) -> Iterator[list[Cells]]:
    """Yield the records in blocks of at most 500, so that a file of any length can be read.

    A block whose records all look right is taken as the csv module reads it; in others each record is
    looked at. A block has at most 100,000 lines, unless one record alone has more, up to a million.
    Raises csv.Error.
    """
    source, mends, most = iter(lines), iter(range(_MENDS)), _LINES
    carried: list[str] = []
    while True:
        kept: list[str] = []
        begun = _noted(islice(chain(carried, source), most), kept)
        records = list(islice(dialect.read(begun), _BLOCK))
        if not kept:
            return
        carried = carried[len(kept) :]
        if not _are_sound(records, kept, dialect):
            at_end = (len(records) < _BLOCK and len(kept) < most) or most > _LONGEST
            found = list(_mended(kept, dialect, mends, at_end=at_end))
            records = [cells for cells, _ in found]
            if not at_end:
                records.pop()
                carried = kept[-found[-1][1] :] + carried
        most = _LINES if records else 2 * most
        yield records


def _noted(lines: Iterable[str], kept: list[str]) -> Iterator[str]:
    """Yield lines and note them."""
    for line in lines:
        kept.append(line)
        yield line


def _are_sound(records: list[Cells], kept: list[str], dialect: Dialect) -> bool:
    """Say whether no record has another width than usual or ends a cell with a quote, nor is the last cut."""
    if set(map(len, records)) - {0, dialect.width}:
        return False
    if not dialect.quote:
        return True
    if len(records) < _BLOCK and len(kept) > len(records):
        return False
    return f"{dialect.quote}{_BETWEEN}" not in _BETWEEN.join((*chain.from_iterable(records), ""))


def _mended(
    lines: list[str], dialect: Dialect, mends: Iterator[int], *, at_end: bool
) -> Iterator[tuple[Cells, int]]:
    """Yield the records and how many lines each has; a line whose quote swallows whole rows is read alone.

    `at_end` says that no line will follow, so that a quote still open is never closed.
    """
    unclosed = at_end and dialect.quote is not None and dialect.quote not in lines[-1]
    start = 0
    while start < len(lines):
        first = begin = start
        reader = dialect.read(islice(lines, begin, None))
        start = len(lines)
        for cells in reader:
            end = begin + reader.line_num
            broken = looks_broken(cells, dialect)
            wrong = broken or (unclosed and end == len(lines))
            suspect = wrong and end - first > 1 and _holds_rows(lines[first + 1 : end], dialect)
            if suspect and next(mends, None) is not None:
                yield _alone(lines[first], dialect), 1
                start = first + 1
                break
            if broken:
                cells = mend_line("".join(lines[first:end]), cells, dialect)
            yield cells, end - first
            first = end


def _holds_rows(inner: list[str], dialect: Dialect) -> bool:
    """Say whether most lines inside a record are whole rows themselves."""
    if dialect.width < 2:
        return False
    some = [line for line in inner[:20] if line.strip()]
    return sum(_is_row(_alone(line, dialect), dialect.width) for line in some) * 2 > len(some)


def _is_row(cells: Cells, width: int) -> bool:
    """Say whether a line is a row, also one whose text holds delimiters, after a number as ids are."""
    return len(cells) == width or (len(cells) > width and cells[0].strip().isdecimal())


def _alone(line: str, dialect: Dialect) -> Cells:
    cells = mend_line(line, next(dialect.read([line]), []), dialect)
    if len(cells) == dialect.width or not dialect.quote:
        return cells
    plain = next(csv.reader([line], delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE), [])
    if len(plain) != dialect.width:
        return cells
    return [cell.strip(dialect.quote) for cell in plain]
