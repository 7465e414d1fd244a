"""A table with known columns to rows of Documents and rows set aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.intake.columns import find_columns, resolve
from analyzer.intake.dates import is_day_first, read_date
from analyzer.intake.result import Columns, SetAside
from analyzer.intake.table import Row, Table
from analyzer.intake.wording import clean, has_words
from analyzer.messages import Sentence


@dataclass(frozen=True)
class Records:
    """Rows of Documents, rows set aside, and by which columns; `columns.text` is None if none was found."""

    rows: tuple[dict[str, object], ...]
    set_aside: tuple[SetAside, ...]
    columns: Columns


@dataclass(frozen=True)
class _Reader:
    """Reads the cells of one table by meaning."""

    places: dict[str, int]
    width: int
    delimiter: str
    day_first: bool
    source: str
    side: str

    def cell(self, cells: Sequence[str], meaning: str) -> str:
        """Return the cleaned cell of a meaning, empty if there is no such column or cell."""
        place = self.places.get(meaning, self.width)
        return clean(cells[place]) if place < min(len(cells), self.width) else ""

    def row(self, row: Row, text: str) -> dict[str, object]:
        """Return one row of Documents; its id may still meet another one."""
        return {
            "document": self.cell(row.cells, "id") or f"{self.source}:{row.number}",
            "side": self.side,
            "source": self.source,
            "text": text,
            "date": read_date(self.cell(row.cells, "date"), day_first=self.day_first),
            "unit": self.cell(row.cells, "unit"),
            "author": self.cell(row.cells, "author"),
        }


def read_records(table: Table, *, source: str, side: str, wanted: Columns, delimiter: str = "") -> Records:
    """Return the documents of a table; without a text column every row is set aside.

    `delimiter` is put back where a row has cells too many and the text, standing last, was cut by it.
    """
    cells = [row.cells for row in table.rows]
    columns = resolve(wanted, find_columns(table.header, table.hints, cells), table.header, name=source)
    aside = [_set_aside(row, reason, source) for row, reason in table.aside]
    if columns.text is None:
        reason = Sentence("No column here holds texts.")
        return Records((), (*aside, *(_set_aside(row, reason, source) for row in table.rows)), columns)
    reader = _reader(table, columns, source=source, side=side, delimiter=delimiter)
    rows = []
    for row in table.rows:
        whole = _rejoin(row, reader)
        text = reader.cell(whole.cells, "text")
        if obstacle := _obstacle(whole, text, columns.text, reader.width):
            aside.append(_set_aside(row, obstacle, source))
        else:
            rows.append(reader.row(whole, text))
    return Records(tuple(rows), tuple(aside), columns)


def _reader(table: Table, columns: Columns, *, source: str, side: str, delimiter: str) -> _Reader:
    places = {meaning: table.header.index(name) for meaning, name in columns.chosen().items()}
    place = places.get("date")
    dates = [] if place is None else [row.cells[place] for row in table.rows if place < len(row.cells)]
    return _Reader(places, len(table.header), delimiter, is_day_first(dates), source, side)


def _rejoin(row: Row, reader: _Reader) -> Row:
    """Drop empty cells beyond the header; put the pieces of a text in the last column together again."""
    cells = list(row.cells)
    while len(cells) > reader.width and not cells[-1]:
        cells.pop()
    if len(cells) > reader.width and reader.delimiter and reader.places["text"] == reader.width - 1:
        joint = reader.delimiter + ("" if reader.delimiter.isspace() else " ")
        cells[reader.width - 1 :] = [joint.join(cells[reader.width - 1 :])]
    return Row(row.number, tuple(cells))


def _obstacle(row: Row, text: str, column: str, width: int) -> Sentence | None:
    if len(row.cells) > width:
        return Sentence("It has more cells than the header has columns.")
    if not text:
        return Sentence("The column “{column}” is empty.", {"column": column})
    return None if has_words(text) else Sentence("It has no words.")


def _set_aside(row: Row, reason: Sentence, source: str) -> SetAside:
    return SetAside(source, str(row.number), reason, " | ".join(filter(None, row.cells)))
