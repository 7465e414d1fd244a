"""The two tables that travel through the house: Documents and Statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd
import pandera.pandas as pa


class Side(StrEnum):
    """Who speaks: the team inside, or its customers."""

    INTERNAL = "internal"
    CUSTOMER = "customer"


class Tone(StrEnum):
    """How a statement is said; the order is from strongest to weakest."""

    TENSION = "tension"
    COOLSPOT = "coolspot"
    NEUTRAL = "neutral"


_SIDES = [side.value for side in Side]
_TONES = [tone.value for tone in Tone]

_DOCUMENTS = pa.DataFrameSchema(
    {
        "document": pa.Column(str, pa.Check.str_length(min_value=1), unique=True),
        "side": pa.Column(str, pa.Check.isin(_SIDES)),
        "source": pa.Column(str),
        "text": pa.Column(str, pa.Check.str_matches(r"\S")),
        "date": pa.Column("datetime64[ns]", nullable=True),
        "unit": pa.Column(str),
        "author": pa.Column(str),
        "rating": pa.Column(float, nullable=True),
    },
    coerce=True,
    strict=True,
    ordered=True,
)

_STATEMENTS = pa.DataFrameSchema(
    {
        "id": pa.Column(str, unique=True),
        "document": pa.Column(str),
        "side": pa.Column(str, pa.Check.isin(_SIDES)),
        "source": pa.Column(str),
        "date": pa.Column("datetime64[ns]", nullable=True),
        "unit": pa.Column(str),
        "text": pa.Column(str),
        "lang": pa.Column(str, pa.Check.isin(["de", "en"])),
        "themes": pa.Column(object),
        "tone": pa.Column(str, pa.Check.isin(_TONES)),
        "phase": pa.Column(str),
        "image": pa.Column(str),
    },
    coerce=True,
    strict=True,
    ordered=True,
)

DOCUMENT_COLUMNS = tuple(_DOCUMENTS.columns)
STATEMENT_COLUMNS = tuple(_STATEMENTS.columns)


def documents(rows: Iterable[dict[str, object]] | pd.DataFrame) -> pd.DataFrame:
    """Return rows as a checked Documents table, one row a note, utterance, ticket or review.

    `document`, `side` and `text` are required; `source`, `unit` and `author` default to an empty
    string, `date` to NaT and `rating` (as the source writes it) to NaN. Raises
    `pandera.errors.SchemaError` on a row that breaks the table.
    """
    frame = rows.copy() if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(rows))
    for column in ("source", "unit", "author"):
        frame[column] = frame[column].fillna("") if column in frame else ""
    frame["date"] = pd.to_datetime(frame["date"]) if "date" in frame else pd.NaT
    frame["rating"] = frame["rating"].astype(float) if "rating" in frame else float("nan")
    for column in ("document", "side", "text"):
        if column not in frame and frame.empty:
            frame[column] = pd.Series(dtype=str)
    return _DOCUMENTS.validate(frame.reindex(columns=list(DOCUMENT_COLUMNS)).reset_index(drop=True))


@dataclass(frozen=True)
class Statements:
    """Statements with their readings, one row a sentence-like unit.

    `table` has the columns `STATEMENT_COLUMNS`; its `themes` are lists of theme ids, main first.
    `scores` is (rows, themes), the probability of each theme of `themes`, in that order.
    `vectors` is (rows, dimensions), one unit-length vector a statement, or (rows, 0) without encoder.
    """

    table: pd.DataFrame
    scores: np.ndarray
    vectors: np.ndarray
    themes: tuple[str, ...]

    def __post_init__(self) -> None:
        table = _STATEMENTS.validate(self.table.reset_index(drop=True))
        object.__setattr__(self, "table", table)
        if not len(table) == len(self.scores) == len(self.vectors):
            raise ValueError("table, scores and vectors must have the same number of rows")

    def __len__(self) -> int:
        return len(self.table)

    def of(self, side: Side, tone: Tone | None = None) -> Statements:
        """Return the statements of one side, and of one tone if given."""
        mask = self.table["side"] == side.value
        if tone is not None:
            mask &= self.table["tone"] == tone.value
        return self.where(mask.to_numpy())

    def where(self, mask: np.ndarray) -> Statements:
        """Return the rows where the boolean `mask` (rows,) is true."""
        return Statements(self.table[mask], self.scores[mask], self.vectors[mask], self.themes)

    def has_theme(self, theme: str) -> np.ndarray:
        """Return a boolean array (rows,): which statements carry `theme`."""
        return np.fromiter((theme in found for found in self.table["themes"]), bool, len(self))

    def records(self) -> list[dict[str, object]]:
        """Return one plain dictionary a statement, with `scores` as {theme: probability}."""
        readings = zip(self.table.to_dict("records"), self.scores, strict=True)
        return [
            {str(k): v for k, v in row.items()} | {"scores": self._named(scores)} for row, scores in readings
        ]

    def _named(self, scores: np.ndarray) -> dict[str, float]:
        return {theme: round(float(score), 4) for theme, score in zip(self.themes, scores, strict=True)}


def concatenate(parts: Sequence[Statements]) -> Statements:
    """Return all statements of `parts`, which were read with the same themes, in order."""
    return Statements(
        pd.concat([part.table for part in parts], ignore_index=True),
        np.concatenate([part.scores for part in parts]),
        np.concatenate([part.vectors for part in parts]),
        parts[0].themes,
    )
