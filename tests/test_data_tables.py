"""The tables check what enters them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from pandera.errors import SchemaError

from analyzer.tables import DOCUMENT_COLUMNS, Side, Statements, Tone, concatenate, documents


def statements(*tones: str, side: str = "internal") -> Statements:
    rows = [
        {
            "id": f"{side}{k}",
            "document": side,
            "side": side,
            "source": "",
            "date": pd.NaT,
            "unit": "",
            "text": f"text {k}",
            "lang": "en",
            "themes": ["value"] if k % 2 else [],
            "tone": tone,
            "phase": "none",
            "image": "none",
        }
        for k, tone in enumerate(tones)
    ]
    return Statements(
        pd.DataFrame(rows), np.full((len(rows), 2), 0.25), np.zeros((len(rows), 0)), ("value", "respect")
    )


def test_documents_fill_what_is_optional() -> None:
    table = documents([{"document": "a", "side": "internal", "text": "Nobody told us."}])
    assert tuple(table.columns) == DOCUMENT_COLUMNS
    assert table.loc[0, "unit"] == "" and pd.isna(table.loc[0, "date"])


def test_no_documents_are_a_table_too() -> None:
    assert documents([]).empty


@pytest.mark.parametrize(
    "broken",
    [
        {"document": "a", "side": "outside", "text": "x"},
        {"document": "", "side": "internal", "text": "x"},
        {"document": "a", "side": "internal", "text": "  "},
        {"document": "a", "side": "internal"},
    ],
)
def test_documents_refuse_broken_rows(broken: dict[str, object]) -> None:
    with pytest.raises(SchemaError):
        documents([broken])


def test_documents_refuse_a_doubled_id() -> None:
    with pytest.raises(SchemaError):
        documents([{"document": "a", "side": "internal", "text": "x"}] * 2)


def test_statements_can_be_asked() -> None:
    both = concatenate([statements("tension", "neutral"), statements("tension", side="customer")])
    assert len(both.of(Side.INTERNAL)) == 2
    assert len(both.of(Side.INTERNAL, Tone.TENSION)) == 1
    assert both.has_theme("value").tolist() == [False, True, False]
    assert both.records()[1]["scores"] == {"value": 0.25, "respect": 0.25}


def test_statements_of_unequal_length_are_refused() -> None:
    good = statements("neutral")
    with pytest.raises(ValueError, match="same number of rows"):
        Statements(good.table, good.scores, np.zeros((2, 3)), good.themes)
