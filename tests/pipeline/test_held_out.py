"""The shipped models on pairs that nothing was learned from (`data/held_out/`)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import f1_score
from spacy.language import Language

from analyzer.pipeline import read_documents
from analyzer.tables import documents
from analyzer.training.evaluate import of_example, read
from analyzer.training.examples import IMAGES, Example, read_authored

DATA = Path(__file__).parents[2] / "data"
HELD_OUT = read_authored(DATA / "held_out")
ABOUT_CUSTOMERS = 440


@pytest.fixture(params=["de", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return request.param


def in_file(name: str, lang: str) -> list[Example]:
    return [example for example in HELD_OUT if example.pair.startswith(name) and example.lang == lang]


def test_nothing_held_out_is_learned_from() -> None:
    learned = {example.text for example in read_authored(DATA / "examples")}
    assert len(HELD_OUT) > 2000
    assert not [example.text for example in HELD_OUT if example.text in learned]


def test_the_image_of_the_customer(accurate: Language, lang: str) -> None:
    spoken_of = in_file("images_and_business", lang)[: ABOUT_CUSTOMERS // 2]
    found = [reading["image"] for reading in read(accurate, [of_example(one) for one in spoken_of])]
    assert f1_score([one.image for one in spoken_of], found, labels=IMAGES, average="macro") >= 0.5


def test_business_sentences_are_without_tension(accurate: Language, lang: str) -> None:
    business = in_file("images_and_business", lang)[ABOUT_CUSTOMERS // 2 :]
    found = read(accurate, [of_example(one) for one in business])
    assert np.mean([reading["tone"] != "tension" for reading in found]) >= 0.95


def test_a_statement_is_nearest_to_its_own_twin(accurate: Language) -> None:
    vectors = {}
    for lang in ("de", "en"):
        rows = [
            {"document": one.pair, "side": one.side, "text": one.text} for one in HELD_OUT if one.lang == lang
        ]
        found = read_documents(accurate, documents(rows))
        first = ~found.table["document"].duplicated().to_numpy()
        vectors[lang] = found.vectors[first]
    nearest = (vectors["de"] @ vectors["en"].T).argmax(axis=1)
    assert np.mean(nearest == np.arange(len(nearest))) >= 0.94
