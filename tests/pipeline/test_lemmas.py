"""Lemmas of statements: telling words only, and German compounds with their heads."""

# ruff: noqa: E501  (whole sentences, each in one line)

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analyzer.pipeline import telling_words
from analyzer.tables import STATEMENT_COLUMNS, Statements


def words(*texts: str, lang: str) -> tuple[tuple[str, ...], ...]:
    plain = {"document": "d", "side": "internal", "source": "", "date": pd.NaT, "unit": "", "themes": [],
             "tone": "tension", "phase": "none", "image": "none", "lang": lang}  # fmt: skip
    rows = [{**plain, "id": str(i), "text": text} for i, text in enumerate(texts)]
    table = pd.DataFrame(rows, columns=list(STATEMENT_COLUMNS))
    return telling_words(Statements(table, np.zeros((len(rows), 0)), np.zeros((len(rows), 0)), ()))


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("de", "Uns hat niemand gesagt, dass die Termine verschoben wurden.", ("niemand", "sagen", "Termin", "verschieben")),
        ("en", "Nobody told us that the branches weren't called again.", ("nobody", "tell", "branch", "call", "again")),
        ("en", "The branches did n't call.", ("branch", "call")),
        ("de", "Im Juni war Herr Qwertzmann am Montag da.", ()),
        ("en", "We'll see Mrs Qwertyton in June.", ()),
    ],
)  # fmt: skip
def test_telling_words(lang: str, text: str, expected: tuple[str, ...]) -> None:
    assert words(text, lang=lang) == (expected,)


def test_a_compound_counts_as_its_head_where_that_is_said_too() -> None:
    first, second = words("Der Liefertermin platzt.", "Kein Termin hält.", lang="de")
    assert first == ("Liefertermin", "platzen", "Termin")
    assert second == ("Termin", "halten")
    assert words("Der Liefertermin platzt.", lang="de") == (("Liefertermin", "platzen"),)


def test_a_prefix_makes_no_compound() -> None:
    assert words("Der Vorschlag kam.", "Ein Schlag.", lang="de")[0] == ("Vorschlag",)
