from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import spacy
from spacy.language import Language

from analyzer.pipeline import ModelError, by_document, load_pipeline, read_documents
from analyzer.pipeline.language import tell_language
from analyzer.tables import Statements, documents

TEXTS = [
    "Niemand geht ans Telefon bei uns. Der Preis ist gestiegen, und die Sitzung beginnt um neun.",
    "Nobody answers the phone here. Thanks to the friendly team!",
    "The meeting starts at nine.\nDanke für das freundliche Team im Mai",
    "👍",
    "The price went up again and again, nobody answers.",
]


def table(texts: list[str], side: str = "internal") -> pd.DataFrame:
    return documents([{"document": f"d{n}", "side": side, "text": text} for n, text in enumerate(texts)])


def same(one: Statements, other: Statements) -> None:
    pd.testing.assert_frame_equal(one.table, other.table)
    np.testing.assert_array_equal(one.scores, other.scores)
    np.testing.assert_array_equal(one.vectors, other.vectors)


def test_statements_are_numbered_within_their_document(tiny: Language) -> None:
    found = read_documents(tiny, table(TEXTS)).table
    assert list(found["id"][:4]) == ["d0#1", "d0#2", "d1#1", "d1#2"]


def test_a_saved_pipeline_reads_the_same(tiny: Language, tmp_path: Path) -> None:
    tiny.to_disk(tmp_path / "one")
    once = spacy.load(tmp_path / "one")
    once.to_disk(tmp_path / "two")
    twice = load_pipeline(tmp_path / "two")
    same(read_documents(once, table(TEXTS)), read_documents(twice, table(TEXTS)))
    before, after = read_documents(tiny, table(TEXTS)), read_documents(twice, table(TEXTS))
    pd.testing.assert_frame_equal(before.table, after.table)
    np.testing.assert_allclose(before.vectors, after.vectors, atol=0.02)


def test_nothing_is_pickled(tiny: Language, tmp_path: Path) -> None:
    tiny.to_disk(tmp_path / "saved")
    assert not [
        file for file in (tmp_path / "saved").rglob("*") if file.suffix in {".pkl", ".pickle", ".joblib"}
    ]


def test_reading_does_not_depend_on_order_or_batch(shipped: Language) -> None:
    texts = TEXTS * 60
    together = read_documents(shipped, table(texts))
    alone = [read_documents(shipped, table([text])) for text in TEXTS]
    turned = read_documents(shipped, table(texts).iloc[::-1])
    for number, one in enumerate(alone):
        mask = (together.table["document"] == f"d{number}").to_numpy()
        np.testing.assert_array_equal(together.where(mask).scores, one.scores)
        np.testing.assert_array_equal(together.where(mask).vectors, one.vectors)
        mask = (turned.table["document"] == f"d{number}").to_numpy()
        np.testing.assert_array_equal(turned.where(mask).scores, one.scores)


def test_two_processes_read_the_same(tiny: Language) -> None:
    same(read_documents(tiny, table(TEXTS)), read_documents(tiny, table(TEXTS), processes=2))


def test_only_internal_statements_have_an_image_of_the_customer(tiny: Language) -> None:
    text = ["Niemand geht ans Telefon heute", "Nobody answers the phone again"]
    assert "burden" in set(read_documents(tiny, table(text, "internal")).table["image"])
    assert set(read_documents(tiny, table(text, "customer")).table["image"]) == {"none"}


def test_a_doc_without_a_side_is_read_too(tiny: Language) -> None:
    doc = tiny("Nobody answers the phone")
    (span,) = doc.spans["statements"]
    assert span._.themes[0] == "reachability"
    assert span._.tone == "tension"
    assert span._.image == "none"
    assert set(span._.theme_scores) >= {"reachability", "value"}


def test_no_documents_are_no_statements(tiny: Language) -> None:
    assert len(read_documents(tiny, table(["x"]).iloc[:0])) == 0


def test_progress_counts_documents(tiny: Language) -> None:
    seen: list[int] = []
    read_documents(tiny, table(TEXTS), progress=seen.append)
    assert seen[-1] == len(TEXTS)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Die Zentrale antwortet uns seit Wochen nicht."),
        ("de", "Schon wieder eine Mahnung, obwohl alles bezahlt ist"),
        ("en", "The main office has not replied for weeks."),
        ("en", "Another reminder although everything has been paid"),
    ],
)
def test_language(lang: str, text: str) -> None:
    assert tell_language(text) == lang


def test_a_short_statement_has_the_language_of_its_document(tiny: Language) -> None:
    found = read_documents(
        tiny, table(["Die Zentrale antwortet seit Wochen nicht.\nTeam Server Budget"])
    ).table
    assert list(found["lang"]) == ["de", "de"]


def test_by_document_takes_the_strongest(tiny: Language) -> None:
    text = "Thanks to the friendly team here. Nobody answers the phone again."
    (row,) = by_document(read_documents(tiny, table([text]))).to_dict("records")
    assert set(row["themes"]) == {"reachability", "respect"}
    assert row["tone"] == "tension"
    assert row["themes"] == sorted(row["themes"], key=lambda theme: -row["scores"][theme])


def test_a_missing_model_is_told_kindly() -> None:
    with pytest.raises(ModelError, match="no model named"):
        load_pipeline("there-is-none")
