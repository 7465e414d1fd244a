"""The rows of a table with known columns to documents, and to rows set aside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

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
class RowReader:
    """Reads the rows of one table, whose columns are known; `texts` are the places of those of text."""

    columns: Columns
    places: Mapping[str, int]
    texts: tuple[int, ...]
    width: int
    delimiter: str
    day_first: bool
    source: str
    side: str

    def read(self, rows: Iterable[Row]) -> Records:
        """Return the rows as documents, and those set aside that have no words or too many cells."""
        kept: list[dict[str, object]] = []
        aside, places = [], []
        for row in rows:
            whole = row if len(row.cells) <= self.width else self._rejoin(row)
            text = self._text(whole.cells)
            if obstacle := self._obstacle(whole, text):
                aside.append(set_aside(row, obstacle, self.source))
            else:
                kept.append(self._document(whole, text))
                places.append(row.number)
        return Records(tuple(kept), tuple(aside), self.columns, _twins(kept, places))

    def _text(self, cells: Sequence[str]) -> str:
        """Return the texts of a row joined, without tags; one with which another begins is left out."""
        told = [html_text(clean(cells[place])) for place in self.texts if place < len(cells)]
        if len(told) == 1:
            return told[0]
        said = [text for text in told if has_words(text)] or [text for text in told if text]
        return "\n\n".join(
            text for i, text in enumerate(said) if not any(o.startswith(text) for o in said[i + 1 :])
        )

    def _document(self, row: Row, text: str) -> dict[str, object]:
        """Return one row of Documents; its id may still meet another one."""
        found = {
            meaning: row.cells[place] for meaning, place in self.places.items() if place < len(row.cells)
        }
        return {
            "document": clean(found.get("id", "")) or f"{self.source}:{row.number}",
            "side": self.side,
            "source": self.source,
            "text": text,
            "date": _date(found.get("date", ""), self.day_first),
            "unit": _short(found.get("unit", "")),
            "author": _short(found.get("author", "")),
            "rating": _rating(found.get("rating", "")),
        }

    def _rejoin(self, row: Row) -> Row:
        """Drop empty cells beyond the header; put the pieces of a text in the last column together again."""
        last = self.texts[-1] == self.width - 1
        return Row(row.number, joined(row, self.width, self.delimiter if last else ""))

    def _obstacle(self, row: Row, text: str) -> Sentence | None:
        if len(row.cells) > self.width:
            return Sentence("It has more cells than the header has columns.")
        if not text:
            return Sentence("The column “{column}” is empty.", {"column": self.columns.text})
        return None if has_words(text) else Sentence("It has no words.")


_short = lru_cache(4096)(clean)
_rating = lru_cache(4096)(read_rating)


@lru_cache(4096)
def _date(written: str, day_first: bool) -> dt.date | None:
    return read_date(clean(written), day_first=day_first)


def row_reader(table: Table, columns: Columns, *, source: str, side: str, delimiter: str) -> RowReader:
    """Return the reader of the rows of a table, and of others like them, by columns of which text is one."""
    places = {
        meaning: table.header.index(name) for meaning, name in columns.chosen().items() if meaning != "text"
    }
    texts = tuple(sorted(table.header.index(name) for name in columns.texts))
    place = places.get("date")
    dates = [] if place is None else [row.cells[place] for row in table.rows if place < len(row.cells)]
    first = is_day_first(dates)
    return RowReader(columns, places, texts, len(table.header), delimiter, first, source, side)


def joined(row: Row, width: int, delimiter: str) -> tuple[str, ...]:
    """Return the cells with those beyond the width, if any is filled, joined with the last by a delimiter."""
    if len(row.cells) <= width:
        return row.cells
    cells = row.cells[: max(width, row.width)]
    if len(cells) <= width or not delimiter:
        return cells
    joint = delimiter + ("" if delimiter.isspace() else " ")
    return (*cells[: width - 1], joint.join(cells[width - 1 :]))


def _twins(rows: Sequence[dict[str, object]], places: Sequence[int]) -> tuple[Sentence, ...]:
    """Return the word about texts that come again; they are kept."""
    texts = [str(row["text"]) for row in rows]
    if len(set(texts)) == len(texts):
        return ()
    seen: set[str] = set()
    again = []
    for text, place in zip(texts, places, strict=True):
        if text in seen and " " in text:
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


def set_aside(row: Row, reason: Sentence, source: str) -> SetAside:
    """Return the word about a row that became no document."""
    return SetAside(source, str(row.number), reason, " | ".join(filter(None, row.cells)))
