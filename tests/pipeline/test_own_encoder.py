from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy
from invented_examples import invented
from spacy.language import Language

from analyzer.messages import UserError
from analyzer.pipeline.own_encoder import OwnEncoder
from analyzer.training.heads import HeadsRecipe
from analyzer.training.run import fit_reader


@pytest.fixture
def own(tmp_path: Path) -> Path:
    nlp = spacy.blank("de")
    random = np.random.default_rng(0)
    for word in {word for example in invented() for word in example.text.split()}:
        nlp.vocab.set_vector(word, random.normal(size=12).astype(np.float32))
    nlp.to_disk(tmp_path / "own")
    return tmp_path / "own"


def test_heads_are_fitted_to_an_encoder_of_ones_own_and_the_pipeline_is_saved(
    own: Path, tmp_path: Path
) -> None:
    encoder = OwnEncoder(str(own))
    assert encoder.encode(["Niemand geht ans Telefon"], ["customer"]).shape == (1, 12)
    nlp = fit_reader(invented(), encoder, recipe=HeadsRecipe(folds=3)).after(encoder).nlp
    nlp.to_disk(tmp_path / "saved")
    for one in (nlp, spacy.load(tmp_path / "saved")):
        assert read(one, "Niemand geht ans Telefon") == ["reachability"]
        assert read(one, "The price went up once more") == ["value"]


def read(nlp: Language, text: str) -> list[str]:
    doc = nlp(text)
    (span,) = doc.spans["statements"]
    return list(span._.themes[:1])


def test_a_folder_without_a_model_is_said_kindly(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="neither a spaCy pipeline nor"):
        OwnEncoder(str(tmp_path)).encode(["text"], ["customer"])
