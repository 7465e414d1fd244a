"""Which row of a table names its columns, and what it calls them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from analyzer.intake.dates import read_date
from analyzer.intake.names import is_known_name, normal

_VALUE = re.compile(
    r"[^\w@]*[-+]?\d[\d.,:/ %€$£-]*|\S+@\S+\.\w+|https?://\S+|true|false|wahr|falsch", re.IGNORECASE
)
_IMPORT = '{"ImportId"'
_QUALTRICS = re.compile(r"V\d+|Q\d+(_\d+)?(_TEXT)?|ResponseI[Dd]|StartDate|RecordedDate")
_RESPONDENT = ("respondent id", "befragten id", "teilnehmer id")

Cells = Sequence[str]


def is_header(top: Cells, body: Sequence[Cells]) -> bool:
    """Say whether a row names columns: a known name, or names where the rows below have values or texts."""
    filled = [cell for cell in top if cell]
    if _is_survey(top):
        return True
    if any(map(is_value, filled)):
        return len(filled) > 2 and sum(map(is_known_name, filled)) > sum(map(is_value, filled))
    if any(map(is_known_name, filled)) or has_values_below(len(top), body):
        return True
    if len(filled) > 1:
        return not any(_comes_again(place, cell, body) for place, cell in enumerate(top))
    words = [len(" ".join(row).split()) for row in body]
    return len(filled[0].split()) <= 4 and filled[0][-1] not in ".!,;" and sum(words) >= 8 * len(words) > 0


def is_value(cell: str) -> bool:
    """Say whether a cell is a number, date, address or truth value, and so no name of a column."""
    return len(cell) <= 200 and (_VALUE.fullmatch(cell) is not None or read_date(cell) is not None)


def has_values_below(width: int, body: Sequence[Cells]) -> bool:
    """Say whether one of the first `width` columns holds values, in at least 80 % of its filled cells."""
    return any(_is_column_of_values(place, body) for place in range(width))


def further_headers(top: Cells, body: Sequence[Cells]) -> int:
    """Return how many rows below a survey export's header only say more about its columns."""
    for place, row in enumerate(body):
        if sum(cell.startswith(_IMPORT) for cell in row) * 2 > sum(map(bool, row)):
            return place + 1
    if not body or any(map(is_value, body[0])):
        return 0
    unanswered = normal(top[0]) in _RESPONDENT and not body[0][0]
    return int(_is_survey(top) or unanswered)


def names_of(top: Cells, more: Sequence[Cells] = ()) -> tuple[str, ...]:
    """Return a name for each column, from a further header row if it has none, else a letter.

    A name that came before gets a number.
    """
    seen: Counter[str] = Counter()
    cells = [cell or _below(place, more) for place, cell in enumerate(top)]
    taken = {" ".join(cell.split()) for cell in cells}
    names = []
    for place, cell in enumerate(cells):
        name = " ".join(cell.split()) or spreadsheet_letters(place)
        seen[name] += 1
        while seen[name] > 1 and f"{name} ({seen[name]})" in taken:
            seen[name] += 1
        names.append(f"{name} ({seen[name]})" if seen[name] > 1 else name)
    return tuple(names)


def _below(place: int, more: Sequence[Cells]) -> str:
    said = (row[place] for row in more if place < len(row) and not row[place].startswith(_IMPORT))
    return next(filter(None, said), "")


def normal_names(top: Cells, more: Sequence[Cells]) -> tuple[str, ...]:
    """Return the normal names of each column, those of further header rows after " / "."""
    said = ([row[i] for row in (top, *more) if i < len(row)] for i in range(len(top)))
    return tuple(" / ".join(normal(cell) for cell in cells if not cell.startswith(_IMPORT)) for cells in said)


def spreadsheet_letters(place: int) -> str:
    """Return A for 0, Z for 25, AA for 26, as spreadsheets call their columns."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _is_survey(top: Cells) -> bool:
    """Say whether a row names columns as Qualtrics does."""
    return sum(_QUALTRICS.fullmatch(cell) is not None for cell in top) >= 2


def _is_column_of_values(place: int, rows: Sequence[Cells]) -> bool:
    cells = [row[place] for row in rows if place < len(row) and row[place]]
    return bool(cells) and sum(map(is_value, cells)) >= 0.8 * len(cells)


def _comes_again(place: int, cell: str, rows: Sequence[Cells]) -> bool:
    return bool(cell) and any(place < len(row) and row[place] == cell for row in rows)
