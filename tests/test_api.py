"""The whole way from Python, as the README shows it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import analyzer
from analyzer import Analyzer, Side, read_files, read_text

SAMPLES = Path(__file__).parents[1] / "data" / "samples"


@pytest.mark.parametrize("lang", ["de", "en"])
def test_documents_in_map_out(lang: str) -> None:
    inside = read_files(sorted((SAMPLES / lang / "notes").glob("*.md")), side=Side.INTERNAL)
    outside = read_files([SAMPLES / lang / "complaints.csv"], side=Side.CUSTOMER)
    seen: list[int] = []
    mirror = Analyzer()
    statements = mirror.read(pd.concat([inside.documents, outside.documents]), progress=seen.append)
    assert seen[-1] == inside.report.kept + outside.report.kept
    assert len(statements.of(Side.INTERNAL)) >= 120 and len(statements.of(Side.CUSTOMER)) >= 120
    assert (statements.table["lang"] == lang).mean() > 0.97
    found = mirror.map(statements, quotes=3)
    assert found.overlap is not None and found.overlap.low <= found.overlap.value <= found.overlap.high
    assert all(len(f.internal.tension_quotes) <= 3 for f in found.themes)
    assert {image.key for image in found.images if image.quotes} == {
        "burden",
        "dictator",
        "adversary",
        "partner",
    }


def test_plain_rows_may_be_read() -> None:
    rows = [{"document": "a", "side": "internal", "text": "Nobody tells us anything."}]
    assert Analyzer().read(rows).table["document"].tolist() == ["a"]


def test_pasted_text_is_taken_in() -> None:
    assert len(read_text("- Das klappt nie.\n- Danke!", side=Side.INTERNAL).documents) == 2


def test_unknown_names_are_told() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Analyser'"):
        _ = analyzer.Analyser


def test_placeholders_are_read_as_names_and_are_no_words():
    rows = [
        {"document": f"{n}", "side": "internal", "text": f"[Person {n}]s Zusage gilt nie, sagt [Person 1]."}
        for n in range(1, 13)
    ]
    mirror = Analyzer("fast")
    statements = mirror.read(rows)
    assert statements.table["text"].tolist() == [row["text"] for row in rows]
    wordings = mirror.map(statements).words.values()
    assert "person" not in repr(list(wordings)).casefold()
