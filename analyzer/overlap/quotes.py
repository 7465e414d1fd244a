"""Quotes: what was said, the surest reading first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analyzer.overlap.finding import Quote
from analyzer.overlap.lenses import ABSENT, Marks

_FIELDS = ("id", "document", "source", "text", "lang")


@dataclass(frozen=True)
class Quotable:
    """All statements as they may be quoted; `ties` (rows,) settles equal scores in any row order."""

    said: tuple[tuple[str, ...], ...]
    ties: NDArray[np.int64]

    def quote(self, row: int, score: float) -> Quote:
        """Return one statement as a quote."""
        id_, document, source, text, lang = self.said[row]
        return Quote(id_, document, source, text, lang, score)

    def in_order(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return rows in the order of their texts, whatever the order of the table."""
        return np.asarray(rows[np.argsort(self.ties[rows], kind="stable")])

    def folded(self, row: int) -> str:
        """Return the text of a row without regard to case and spacing, to know the same text again."""
        return " ".join(self.said[row][3].casefold().split())


def quotable(table: pd.DataFrame) -> Quotable:
    """Return the statements of `table`, ties ordered by text and then by id."""
    ties = np.empty(len(table), np.int64)
    ties[table.sort_values(["text", "id"], kind="stable").index.to_numpy()] = np.arange(len(table))
    return Quotable(tuple(zip(*(table[field].tolist() for field in _FIELDS), strict=True)), ties)


def pick(
    quotable: Quotable, marks: Marks, column: int, *, among: NDArray[np.bool_], most: int
) -> tuple[Quote, ...]:
    """Return at most `most` quotes of the key in `column`, among the rows where `among` is true.

    Statements whose main matter it is come first, then the surest; the same text is quoted only once.
    """
    rows = np.flatnonzero(among & (marks.rank[:, column] < ABSENT))
    score = marks.score[rows, column]
    rows = rows[np.lexsort((quotable.ties[rows], -score, marks.rank[rows, column] > 0))]
    chosen = _first(quotable, rows.tolist(), most)
    return tuple(quotable.quote(row, float(marks.score[row, column])) for row in chosen)


def _first(quotable: Quotable, rows: Iterable[int], most: int) -> Iterator[int]:
    seen: set[str] = set()
    for row in rows:
        if len(seen) >= most:
            return
        text = quotable.folded(row)
        if text not in seen:
            seen.add(text)
            yield row
