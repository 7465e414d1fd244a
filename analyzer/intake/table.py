"""Rows to tables: where each begins, what stands before it, and which rows only look like data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from analyzer.intake.header import (
    further_headers,
    has_values_below,
    is_header,
    is_value,
    names_of,
    normal_names,
    spreadsheet_letters,
)
from analyzer.intake.names import is_known_name, is_total
from analyzer.messages import Sentence

_LOOK_AHEAD = 40
_TITLE = 60
_PREAMBLE = 10


@dataclass(frozen=True)
class Row:
    """One row as a spreadsheet shows it: its number from 1 and its cells."""

    number: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> int:
        """Return the number of cells that are not empty."""
        return sum(map(bool, self.cells))

    @property
    def width(self) -> int:
        """Return the number of cells up to the last that is not empty."""
        return max((place for place, cell in enumerate(self.cells, 1) if cell), default=0)


@dataclass(frozen=True)
class Table:
    """A header with names that differ, what else is said of each column, its rows, and the rows left out.

    `titles` are the header's cells as written, none if there is no header; `rows_in` counts the rows
    given, without the header.
    """

    header: tuple[str, ...]
    hints: tuple[str, ...]
    rows: tuple[Row, ...]
    aside: tuple[tuple[Row, Sentence], ...]
    rows_in: int
    titles: tuple[str, ...] = ()


def find_tables(rows: Sequence[Row]) -> list[Table]:
    """Return the tables in the rows, none of which is blank: mostly one, none if there is no row."""
    starts = [0, *_later_starts(rows), len(rows)] if rows else []
    return [_find_table(rows[start:end]) for start, end in pairwise(starts)]


def _later_starts(rows: Sequence[Row]) -> Iterator[int]:
    """Yield where another table begins: a header after a blank row or of another width, and rows like it."""
    top, usual = rows[0].cells, _usual_width(rows)
    for place in range(2, len(rows) - 1):
        row = rows[place]
        gap = row.number > rows[place - 1].number + 1
        if (
            (gap or len(row.cells) != usual)
            and row.cells != top
            and not _is_preamble(rows[:place])
            and _opens_table(row, rows[place + 1 : place + 21])
        ):
            yield place
            top, usual = row.cells, len(row.cells)


def _is_preamble(rows: Sequence[Row]) -> bool:
    """Say whether a few rows of one cell each only say what the table below is about."""
    few = len(rows) <= _PREAMBLE and all(row.filled == 1 for row in rows)
    return few and not any(map(is_known_name, rows[0].cells))


def _opens_table(row: Row, below: Sequence[Row]) -> bool:
    """Say whether a row names columns and the rows below have as many cells."""
    cells = row.cells[: row.width]
    if row.width < 2 or len(set(cells)) < row.width:
        return False
    if any(not cell or len(cell) > _TITLE or is_value(cell) for cell in cells):
        return False
    alike = sum(len(later.cells) == len(row.cells) and later.width <= row.width for later in below[:5])
    if alike * 2 <= len(below[:5]):
        return False
    known = sum(map(is_known_name, cells)) * 2 > row.width
    return known or has_values_below(row.width, [later.cells for later in below])


def _usual_width(rows: Sequence[Row]) -> int:
    return Counter(len(row.cells) for row in rows).most_common(1)[0][0]


def _find_table(rows: Sequence[Row]) -> Table:
    width = _usual_width(rows)
    place = _first_full_row(rows, width)
    top, body = _without_gaps(rows[place], width), rows[place + 1 :]
    aside = [(row, Sentence("It stands before the table.")) for row in rows[:place]]
    if not is_header(top.cells, [row.cells for row in body[:200]]):
        names = tuple(spreadsheet_letters(i) for i in range(len(top.cells)))
        return Table(names, ("",) * len(names), tuple(rows[place:]), tuple(aside), len(rows))
    more = further_headers(top.cells, [row.cells for row in body[:3]])
    aside += [(row, Sentence("It belongs to the header.")) for row in body[:more]]
    kept = []
    for row in body[more:]:
        if reason := no_record(row, top.cells):
            aside.append((row, reason))
        else:
            kept.append(row)
    hints = normal_names(top.cells, [row.cells for row in body[:more]])
    names = names_of(top.cells, [row.cells for row in body[:more]])
    return Table(names, hints, tuple(kept), tuple(aside), len(rows) - 1, top.cells)


def no_record(row: Row, titles: Sequence[str]) -> Sentence | None:
    """Return why a row below a header with these titles is none of the records, None if it is one."""
    if row.cells == titles:
        return Sentence("It repeats the header.")
    first = next(filter(None, row.cells))
    if len(titles) > 1 and not first[0].isdecimal() and is_total(first) and _has_only_values(row):
        return Sentence("It sums up the table.")
    return None


def _has_only_values(row: Row) -> bool:
    _, *others = filter(None, row.cells)
    return all(map(is_value, others))


def _without_gaps(top: Row, width: int) -> Row:
    """Return a header without its empty cells if these are what it has more than the rows below."""
    filled = tuple(filter(None, top.cells))
    return Row(top.number, filled) if len(top.cells) > width == len(filled) else top


def _first_full_row(rows: Sequence[Row], width: int) -> int:
    """Return the index of the first row with at least 60 % of the usual width filled."""
    for place, row in enumerate(rows[:_LOOK_AHEAD]):
        if row.filled >= 0.6 * width and (width == 1 or row.filled > 1):
            return place
    return 0
