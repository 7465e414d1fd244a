"""A table with known columns to rows of Documents and rows set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.intake.columns import Found, find_columns, resolve
from analyzer.intake.dates import is_day_first, read_date
from analyzer.intake.formats.web import html_text
from analyzer.intake.ratings import read_rating
from analyzer.intake.result import Columns, SetAside
from analyzer.intake.table import Row, Table
from analyzer.intake.wording import clean, has_words
from analyzer.messages import Sentence

_PLACES = 10


@dataclass(frozen=True)
class Records:
    """Rows of Documents, rows set aside, by which columns, and what to know of them.

    `columns.text` is None if no column of texts was found.
    """

    rows: tuple[dict[str, object], ...]
    set_aside: tuple[SetAside, ...]
    columns: Columns
    notes: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class _Reader:
    """Reads the cells of one table by meaning; `texts` are the places of the columns of text."""

    places: dict[str, int]
    texts: tuple[int, ...]
    width: int
    delimiter: str
    day_first: bool
    source: str
    side: str

    def cell(self, cells: Sequence[str], meaning: str) -> str:
        """Return the cleaned cell of a meaning, empty if there is no such column or cell."""
        return self._at(cells, self.places.get(meaning, self.width))

    def text(self, cells: Sequence[str]) -> str:
        """Return the texts of a row joined, without tags; one with which another begins is left out."""
        told = [html_text(self._at(cells, place)) for place in self.texts]
        said = [text for text in told if has_words(text)] or [text for text in told if text]
        return "\n\n".join(
            text for i, text in enumerate(said) if not any(o.startswith(text) for o in said[i + 1 :])
        )

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
            "rating": read_rating(self.cell(row.cells, "rating")),
        }

    def _at(self, cells: Sequence[str], place: int) -> str:
        return clean(cells[place]) if place < min(len(cells), self.width) else ""


def read_records(table: Table, *, source: str, side: str, wanted: Columns, delimiter: str = "") -> Records:
    """Return the documents of a table; without a text column every row is set aside.

    `delimiter` is put back where a row has cells too many and the text, standing last, was cut by it.
    """
    cells = [_joined(row, len(table.header), delimiter) for row in table.rows]
    found = find_columns(table.header, table.hints, cells)
    columns = resolve(wanted, found.columns, table.header, name=source)
    aside = [_set_aside(row, reason, source) for row, reason in table.aside]
    if columns.text is None:
        reason = Sentence("No column here holds texts.")
        return Records((), (*aside, *(_set_aside(row, reason, source) for row in table.rows)), columns)
    reader = _reader(table, columns, source=source, side=side, delimiter=delimiter)
    rows, places = [], []
    for row in table.rows:
        whole = _rejoin(row, reader)
        text = reader.text(whole.cells)
        if obstacle := _obstacle(whole, text, columns.text, reader.width):
            aside.append(_set_aside(row, obstacle, source))
        else:
            rows.append(reader.row(whole, text))
            places.append(row.number)
    notes = (*_subjects(found, columns), *_twins([str(row["text"]) for row in rows], places))
    return Records(tuple(rows), tuple(aside), columns, notes)


def _reader(table: Table, columns: Columns, *, source: str, side: str, delimiter: str) -> _Reader:
    places = {meaning: table.header.index(name) for meaning, name in columns.chosen().items()}
    texts = tuple(sorted(table.header.index(name) for name in columns.texts))
    place = places.get("date")
    dates = [] if place is None else [row.cells[place] for row in table.rows if place < len(row.cells)]
    return _Reader(places, texts, len(table.header), delimiter, is_day_first(dates), source, side)


def _rejoin(row: Row, reader: _Reader) -> Row:
    """Drop empty cells beyond the header; put the pieces of a text in the last column together again."""
    if len(row.cells) <= reader.width:
        return row
    last = reader.texts[-1] == reader.width - 1
    return Row(row.number, _joined(row, reader.width, reader.delimiter if last else ""))


def _joined(row: Row, width: int, delimiter: str) -> tuple[str, ...]:
    """Return the cells with those beyond the width, if any is filled, joined with the last by a delimiter."""
    if len(row.cells) <= width:
        return row.cells
    cells = row.cells[: max(width, row.width)]
    if len(cells) <= width or not delimiter:
        return cells
    joint = delimiter + ("" if delimiter.isspace() else " ")
    return (*cells[: width - 1], joint.join(cells[width - 1 :]))


def _obstacle(row: Row, text: str, column: str, width: int) -> Sentence | None:
    if len(row.cells) > width:
        return Sentence("It has more cells than the header has columns.")
    if not text:
        return Sentence("The column “{column}” is empty.", {"column": column})
    return None if has_words(text) else Sentence("It has no words.")


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


def _twins(texts: Sequence[str], places: Sequence[int]) -> tuple[Sentence, ...]:
    """Return the word about texts that come again; they are kept."""
    counts = Counter(texts)
    seen: set[str] = set()
    again = []
    for text, place in zip(texts, places, strict=True):
        if counts[text] > 1 and text in seen and " " in text:
            again.append(place)
        seen.add(text)
    if not again:
        return ()
    listed = ", ".join(map(str, again[:_PLACES])) + (", …" if len(again) > _PLACES else "")
    return (
        Sentence(
            "Word for word like an earlier row, and kept: {n} ({places}).",
            {"n": len(again), "places": listed},
        ),
    )


def _set_aside(row: Row, reason: Sentence, source: str) -> SetAside:
    return SetAside(source, str(row.number), reason, " | ".join(filter(None, row.cells)))
