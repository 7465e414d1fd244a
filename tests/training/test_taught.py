from __future__ import annotations

import json
import lzma
from pathlib import Path

import numpy as np
import pytest

from analyzer.pipeline import load_pipeline
from analyzer.training import Materials, train
from analyzer.training.examples import PARTS, Example, truth
from analyzer.training.progress import silent
from analyzer.training.taught import taught

POOL = [
    {"id": "p1", "lang": "en", "text": "Nobody answers the phone.", "side": "customer", "source": "invented"},
    {"id": "p2", "lang": "de", "text": "Es wurde wieder teurer.", "side": "customer", "source": "invented"},
    {"id": "p3", "lang": "de", "text": "Keiner hört uns zu.", "side": "internal", "source": "invented"},
]


@pytest.fixture
def pool(tmp_path: Path) -> Path:
    path = tmp_path / "pool.jsonl.xz"
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in POOL)
    return path


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    (tmp_path / "examples").mkdir()
    codes = {"side": "customer", "tone": "tension", "phase": "give", "image": "none"}
    said = [(f"Die Hotline ist besetzt {'x' * n}", f"The hotline is busy {'x' * n}") for n in range(8)]
    rows = [
        {"de": de, "en": en, "themes": ["reachability"] if n % 2 else [], **codes}
        for n, (de, en) in enumerate(said)
    ]
    text = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "examples" / "some.jsonl").write_text(text, encoding="utf-8")
    return tmp_path / "examples"


def test_a_teacher_gives_beliefs_to_what_nobody_coded(pool: Path) -> None:
    found = taught(load_pipeline("fast"), pool, without={"p2"}, progress=silent)
    assert [example.pair for example in found] == ["p3", "p1"]
    themes, *others = np.split(truth(found), np.cumsum(PARTS)[:-1], axis=1)
    assert ((themes > 0) & (themes < 1)).all()
    for part in others:
        np.testing.assert_allclose(part.sum(axis=1), 1, atol=1e-5)
    assert found[1].themes[:1] == ("reachability",)
    assert not any(example.coded or example.authored for example in found)


def test_a_pupil_learns_what_the_teacher_believes(examples: Path, pool: Path, tmp_path: Path) -> None:
    materials = Materials(examples, pool=pool, teacher=Path("fast"))
    trained = train(materials, out=tmp_path / "out")
    assert sum(bool(example.beliefs) for example in trained.examples) == len(POOL)


def test_the_pairs_to_adapt_to_are_authored_translated_and_from_the_lexicon(
    examples: Path, tmp_path: Path
) -> None:
    codes = {
        "side": "customer",
        "themes": [],
        "tone": "neutral",
        "phase": "none",
        "image": "none",
        "source": "x",
    }
    rows = [
        {**codes, "id": "c1", "lang": "en", "text": "Where is my parcel?"},
        {**codes, "translates": "c1", "lang": "de", "text": "Wo bleibt mein Paket?"},
        {**codes, "id": "c2", "lang": "en", "text": "It is red."},
    ]
    coded = tmp_path / "coded.jsonl"
    coded.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    lexicon = tmp_path / "lexicon.tsv"
    lexicon.write_text("# words\nvertrösten\tto fob off\n", encoding="utf-8")
    pairs = Materials(examples, coded=coded, lexicon=lexicon).read_pairs()
    assert len(pairs) == 10
    assert ("Wo bleibt mein Paket?", "Where is my parcel?") in pairs
    assert ("vertrösten", "to fob off") in pairs


def test_codes_count_as_they_are() -> None:
    example = Example("Wo?", "de", "customer", ("value",), "neutral", "give", "none", "authored", "a")
    assert set(np.unique(truth([example]))) == {0.0, 1.0}
    assert example.authored
    assert not example.coded
