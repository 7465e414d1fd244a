"""Lenses: which statements belong to a theme, a station of the cycle, a criterion, a principle, an image."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analyzer.tables import Statements

ABSENT = 127


@dataclass(frozen=True)
class Marks:
    """Which statements belong to which keys.

    `rank` (statements, keys) is 0 where a key is a statement's main matter, 1 or more where it comes after
    that, `ABSENT` where it is none; `score` (statements, keys) is how sure the reading is, 0 to 1.
    """

    keys: tuple[str, ...]
    rank: NDArray[np.int8]
    score: NDArray[np.float64]

    @property
    def hits(self) -> NDArray[np.bool_]:
        """The statements (rows) that belong to each key (columns)."""
        return self.rank < ABSENT

    def weights(self) -> NDArray[np.float64]:
        """Return (statements, keys): each statement's weight of one, shared equally by its keys."""
        hits = self.hits
        shared: NDArray[np.float64] = hits / np.maximum(1, hits.sum(axis=1, keepdims=True))
        return shared


def theme_marks(statements: Statements, themes: Sequence[str]) -> Marks:
    """Return the marks of the taxonomy's `themes`; others that statements carry are left out."""
    readings = _readings(statements, themes)
    rows, columns = readings["row"].to_numpy(), readings["column"].to_numpy(dtype=int)
    rank = np.full((len(statements), len(themes)), ABSENT, np.int8)
    rank[rows, columns] = readings["rank"].to_numpy()
    return Marks(tuple(themes), rank, _scores(statements, themes))


def grouped(themes: Marks, groups: Sequence[str | None], keys: Sequence[str]) -> Marks:
    """Return the marks of `keys`, where `groups` names the key of each theme, if any.

    A statement counts once for a key, however many of its themes belong to it, with the surest of them.
    """
    rank = np.full((len(themes.rank), len(keys)), ABSENT, np.int8)
    score = np.zeros(rank.shape)
    for column, key in enumerate(keys):
        members = [i for i, group in enumerate(groups) if group == key]
        if members:
            rank[:, column] = themes.rank[:, members].min(axis=1)
            score[:, column] = np.where(themes.hits, themes.score, 0.0)[:, members].max(axis=1)
    return Marks(tuple(keys), rank, score)


def column_marks(values: pd.Series, keys: Sequence[str], themes: Marks) -> Marks:
    """Return the marks of statements by a column such as `phase` or `image`, scored by their surest theme."""
    hits = values.to_numpy()[:, None] == np.array(keys, dtype=object)[None, :]
    surest = np.where(themes.hits, themes.score, 0.0).max(axis=1, initial=0.0)
    rank = np.where(hits, 0, ABSENT).astype(np.int8)
    return Marks(tuple(keys), rank, np.repeat(surest[:, None], len(keys), axis=1))


def _readings(statements: Statements, themes: Sequence[str]) -> pd.DataFrame:
    lists = [list(found) for found in statements.table["themes"]]
    sizes = [len(found) for found in lists]
    readings = pd.DataFrame(
        {
            "row": np.repeat(np.arange(len(lists)), sizes),
            "theme": pd.Series([theme for found in lists for theme in found], dtype=object),
            "rank": np.concatenate([np.arange(size) for size in sizes] or [np.arange(0)]),
        }
    )
    readings["column"] = readings["theme"].map({theme: i for i, theme in enumerate(themes)})
    return readings.dropna(subset=["column"]).drop_duplicates(["row", "theme"])


def _scores(statements: Statements, themes: Sequence[str]) -> NDArray[np.float64]:
    scores = np.zeros((len(statements), len(themes)))
    for column, theme in enumerate(themes):
        if theme in statements.themes:
            scores[:, column] = statements.scores[:, statements.themes.index(theme)]
    return scores
