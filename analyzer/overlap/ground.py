"""What every finding stands on: the table, its documents as numbers, what may be quoted, rows by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analyzer.overlap.quotes import Quotable, quotable
from analyzer.tables import Side, Statements, Tone

Rows = NDArray[np.bool_]

NOBODY: Mapping[str, str] = {}


@dataclass(frozen=True)
class Ground:
    """The statements, their `documents` (rows,) as numbers, and boolean `rows` (rows,) by side and tone.

    `voices` (rows,): the author of each statement as a number, the document where no author is known.
    """

    table: pd.DataFrame
    documents: NDArray[np.int64]
    voices: NDArray[np.int64]
    quotable: Quotable
    rows: Mapping[tuple[Side, Tone], Rows]


def ground_of(statements: Statements, authors: Mapping[str, str] = NOBODY) -> Ground:
    """Return the ground of these statements; `authors` are the authors of documents, where known."""
    table = statements.table
    side, tone = table["side"].to_numpy(), table["tone"].to_numpy()
    rows = {(s, t): (side == s.value) & (tone == t.value) for s in Side for t in Tone}
    documents = _numbered(table["document"])
    named = table["document"].map(authors).fillna("") if authors else pd.Series("", index=table.index)
    author = named.where(named == "", "author " + table["side"] + " " + named)
    voices = _numbered(author.where(named != "", "document " + table["document"])) if authors else documents
    return Ground(table, documents, voices, quotable(table), rows)


def _numbered(names: pd.Series) -> NDArray[np.int64]:
    return np.asarray(pd.factorize(names)[0], np.int64)
