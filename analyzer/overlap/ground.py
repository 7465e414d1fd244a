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


@dataclass(frozen=True)
class Ground:
    """The statements, their `documents` (rows,) as numbers, and boolean `rows` (rows,) by side and tone."""

    table: pd.DataFrame
    documents: NDArray[np.int64]
    quotable: Quotable
    rows: Mapping[tuple[Side, Tone], Rows]


def ground_of(statements: Statements) -> Ground:
    """Return the ground of these statements."""
    table = statements.table
    side, tone = table["side"].to_numpy(), table["tone"].to_numpy()
    rows = {(s, t): (side == s.value) & (tone == t.value) for s in Side for t in Tone}
    return Ground(table, pd.factorize(table["document"])[0].astype(np.int64), quotable(table), rows)
