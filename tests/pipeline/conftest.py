from __future__ import annotations

import numpy as np
import pytest
from invented_examples import invented
from spacy.language import Language

from analyzer.pipeline import load_pipeline
from analyzer.pipeline.encoder import StaticEncoder
from analyzer.pipeline.static_table import StaticTable
from analyzer.training.heads import HeadsRecipe
from analyzer.training.run import fit_reader


@pytest.fixture(scope="session")
def tiny() -> Language:
    table = StaticTable(np.random.default_rng(0).normal(size=(512, 16)).astype(np.float32))
    encoder = StaticEncoder(table)
    return fit_reader(invented(), encoder, recipe=HeadsRecipe(folds=3)).after(encoder).nlp


@pytest.fixture(scope="session", params=["fast", "accurate"])
def shipped(request: pytest.FixtureRequest) -> Language:
    return load_pipeline(request.param)


@pytest.fixture(scope="session")
def accurate() -> Language:
    return load_pipeline("accurate")
