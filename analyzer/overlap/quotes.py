"""Quotes: what was said, the surest reading first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analyzer.overlap.finding import Quote
from analyzer.overlap.lenses import ABSENT, Marks

_FIELDS = ("id", "document", "source", "text", "lang")


@dataclass(frozen=True)
class Quotable:
    """All statements as they may be quoted; `ties` (rows,) settles equal scores in any row order.

    `texts` (rows,) is one number for the same text, without regard to case and spacing.
    """

    said: tuple[tuple[str, ...], ...]
    ties: NDArray[np.int64]
    texts: NDArray[np.int64]

    def quote(self, row: int, score: float, times: int = 1) -> Quote:
        """Return one statement as a quote."""
        id_, document, source, text, lang = self.said[row]
        return Quote(id_, document, source, text, lang, score, times)

    def in_order(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return rows in the order of their texts, whatever the order of the table."""
        return np.asarray(rows[np.argsort(self.ties[rows], kind="stable")])


def quotable(table: pd.DataFrame) -> Quotable:
    """Return the statements of `table`, ties ordered by text and then by id."""
    ties = np.empty(len(table), np.int64)
    ties[table.sort_values(["text", "id"], kind="stable").index.to_numpy()] = np.arange(len(table))
    folded = [" ".join(text.casefold().split()) for text in table["text"]]
    texts = pd.factorize(np.array(folded, object))[0].astype(np.int64)
    return Quotable(tuple(zip(*(table[field].tolist() for field in _FIELDS), strict=True)), ties, texts)


def pick(
    quotable: Quotable, marks: Marks, column: int, *, among: NDArray[np.bool_], most: int
) -> tuple[Quote, ...]:
    """Return at most `most` quotes of the key in `column`, among the rows where `among` is true.

    Statements whose main matter it is come first, then the surest; the same text is quoted only once.
    """
    rows = np.flatnonzero(among & (marks.rank[:, column] < ABSENT))
    score = marks.score[rows, column]
    rows = rows[np.lexsort((quotable.ties[rows], -score, marks.rank[rows, column] > 0))]
    _, first, times = np.unique(quotable.texts[rows], return_index=True, return_counts=True)
    order = np.argsort(first)[:most]
    return tuple(
        quotable.quote(int(rows[first[i]]), float(marks.score[rows[first[i]], column]), int(times[i]))
        for i in order
    )
