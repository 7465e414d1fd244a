"""Rows to a table: which row is the header, what stands before it, and which rows only look like data."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from analyzer.intake.dates import read_date
from analyzer.intake.names import is_known_name, normal
from analyzer.messages import Sentence

_LOOK_AHEAD = 40
_VALUE = re.compile(
    r"[^\w@]*[-+]?\d[\d.,:/ %€$£-]*|\S+@\S+\.\w+|https?://\S+|true|false|wahr|falsch", re.IGNORECASE
)
_IMPORT = '{"ImportId"'
_QUALTRICS = re.compile(r"V\d+|Q\d+(_\d+)?(_TEXT)?|ResponseI[Dd]|StartDate|RecordedDate")


@dataclass(frozen=True)
class Row:
    """One row as a spreadsheet shows it: its number from 1 and its cells."""

    number: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> int:
        """Return the number of cells that are not empty."""
        return sum(map(bool, self.cells))


@dataclass(frozen=True)
class Table:
    """A header with names that differ, what else is said of each column, its rows, and the rows left out.

    `rows_in` counts the rows given, without the header.
    """

    header: tuple[str, ...]
    hints: tuple[str, ...]
    rows: tuple[Row, ...]
    aside: tuple[tuple[Row, Sentence], ...]
    rows_in: int


def find_table(rows: list[Row]) -> Table:
    """Return the table in the rows, of which there is at least one, none of them blank."""
    width = Counter(len(row.cells) for row in rows).most_common(1)[0][0]
    place = _first_full_row(rows, width)
    top = rows[place]
    body = rows[place + 1 :]
    aside = [(row, Sentence("It stands before the table.")) for row in rows[:place]]
    if not _is_header(top, body):
        names = tuple(spreadsheet_letters(i) for i in range(len(top.cells)))
        return Table(names, ("",) * len(names), tuple(rows[place:]), tuple(aside), len(rows))
    more = _further_headers(top, body)
    aside += [(row, Sentence("It belongs to the header.")) for row in body[:more]]
    aside += [(row, Sentence("It repeats the header.")) for row in body[more:] if row.cells == top.cells]
    kept = tuple(row for row in body[more:] if row.cells != top.cells)
    return Table(_names(top.cells), _hints(top, body[:more]), kept, tuple(aside), len(rows) - 1)


def spreadsheet_letters(place: int) -> str:
    """Return A for 0, Z for 25, AA for 26, as spreadsheets call their columns."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _first_full_row(rows: list[Row], width: int) -> int:
    """Return the index of the first row with at least 60 % of the usual width filled."""
    for place, row in enumerate(rows[:_LOOK_AHEAD]):
        if row.filled >= 0.6 * width and (width == 1 or row.filled > 1):
            return place
    return 0


def _is_header(top: Row, body: list[Row]) -> bool:
    """Say whether a row names columns: a known name, or names where the rows below have values or texts."""
    filled = [cell for cell in top.cells if cell]
    if _is_survey(top):
        return True
    if any(_is_value(cell) for cell in filled):
        return len(filled) > 2 and sum(map(is_known_name, filled)) > sum(map(_is_value, filled))
    if any(map(is_known_name, filled)):
        return True
    below = [row.cells for row in body[:200]]
    if any(_is_column_of_values(place, below) for place in range(len(top.cells))):
        return True
    if len(filled) > 1:
        return not any(_comes_again(place, cell, below) for place, cell in enumerate(top.cells))
    words = [len(" ".join(row).split()) for row in below]
    return len(filled[0].split()) <= 4 and filled[0][-1] not in ".!,;" and sum(words) >= 8 * len(words) > 0


def _is_survey(top: Row) -> bool:
    """Say whether a row names columns as Qualtrics does."""
    return sum(_QUALTRICS.fullmatch(cell) is not None for cell in top.cells) >= 2


def _is_value(cell: str) -> bool:
    return len(cell) <= 200 and (_VALUE.fullmatch(cell) is not None or read_date(cell) is not None)


def _is_column_of_values(place: int, rows: list[tuple[str, ...]]) -> bool:
    cells = [row[place] for row in rows if place < len(row) and row[place]]
    return bool(cells) and sum(map(_is_value, cells)) >= 0.8 * len(cells)


def _comes_again(place: int, cell: str, rows: list[tuple[str, ...]]) -> bool:
    return bool(cell) and any(place < len(row) and row[place] == cell for row in rows)


def _further_headers(top: Row, body: list[Row]) -> int:
    """Return how many rows below a survey export's header only say more about its columns."""
    for place, row in enumerate(body[:3]):
        if sum(cell.startswith(_IMPORT) for cell in row.cells) * 2 > row.filled:
            return place + 1
    if _is_survey(top) and body and not any(map(_is_value, body[0].cells)):
        return 1
    return 0


def _names(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name for each column: a letter for none, a number after one that came before."""
    seen: Counter[str] = Counter()
    taken = {" ".join(cell.split()) for cell in cells}
    names = []
    for place, cell in enumerate(cells):
        name = " ".join(cell.split()) or spreadsheet_letters(place)
        seen[name] += 1
        while seen[name] > 1 and f"{name} ({seen[name]})" in taken:
            seen[name] += 1
        names.append(f"{name} ({seen[name]})" if seen[name] > 1 else name)
    return tuple(names)


def _hints(top: Row, more: list[Row]) -> tuple[str, ...]:
    """Return the normal names of each column, those of further header rows after " / "."""
    rows = [row.cells for row in (top, *more)]
    said = ([row[i] for row in rows if i < len(row)] for i in range(len(top.cells)))
    return tuple(" / ".join(normal(cell) for cell in cells if not cell.startswith(_IMPORT)) for cells in said)
