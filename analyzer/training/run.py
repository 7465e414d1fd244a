"""One seeded run from examples to a saved pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.language import Language

from analyzer.pipeline.build import build_pipeline, find_pipeline
from analyzer.pipeline.encoder import StatementEncoder
from analyzer.pipeline.features import Text
from analyzer.pipeline.heads import StatementReader
from analyzer.pipeline.static_table import StaticTable
from analyzer.training.encoder import Recipe, distil
from analyzer.training.examples import Example, ExampleError, read_authored, read_coded
from analyzer.training.fit_features import fit_features
from analyzer.training.heads import HeadsRecipe, fit_heads
from analyzer.training.parallel import read_parallel
from analyzer.training.progress import Progress, silent
from analyzer.training.teacher import teacher_vectors

_MOST_PAIRS = 100_000
_SHIPPED = "fast"


@dataclass(frozen=True)
class Trained:
    """A finished run: the pipeline, what it learned from, and where it was saved."""

    nlp: Language
    examples: tuple[Example, ...]
    folder: Path


def train(
    *,
    examples: Path,
    coded: Path | None = None,
    parallel: Path | None = None,
    out: Path,
    seed: int = 0,
    progress: Progress = silent,
) -> Trained:
    """Train a pipeline and save it to `out`.

    `examples` is a folder of authored pairs, `coded` a file of coded statements, `parallel` a folder of
    texts for the encoder (see `read_parallel`); without it the shipped encoder is kept and torch not needed.
    Raises ExampleError for examples that break the form, ModelError if there is no encoder to keep.
    """
    known = [*read_authored(examples), *(read_coded(coded) if coded else [])]
    if not known:
        raise ExampleError("There are no examples in {folder}.", folder=str(examples))
    table = _trained_table(parallel, seed, progress) if parallel else shipped_table()
    reader = fit_reader(known, table, seed=seed, progress=progress)
    nlp = build_pipeline(StatementEncoder(table), reader)
    nlp.meta.update(name=out.name, version="0.1.0", license="Apache-2.0")
    nlp.to_disk(out)
    return Trained(nlp, tuple(known), out)


def fit_reader(
    examples: Sequence[Example],
    table: StaticTable,
    *,
    recipe: HeadsRecipe | None = None,
    seed: int = 0,
    progress: Progress = silent,
) -> StatementReader:
    """Return the reading component, fitted on examples with the vectors of `table`."""
    texts = [Text(example.text, example.lang, example.side) for example in examples]
    features = fit_features(texts)
    matrix = features.matrix(texts, table.encode([text.text for text in texts]))
    heads = fit_heads(matrix, examples, recipe=recipe or HeadsRecipe(), seed=seed, progress=progress)
    return StatementReader(features, heads)


def shipped_table() -> StaticTable:
    """Return the encoder's table of the shipped pipeline."""
    return StaticTable.load(find_pipeline(_SHIPPED) / "conflict_mirror_encoder" / "table.npz")


def _trained_table(folder: Path, seed: int, progress: Progress) -> StaticTable:
    texts = read_parallel(folder, most=_MOST_PAIRS, seed=seed)
    teacher = teacher_vectors(texts.english, progress=progress)
    return distil(texts, np.asarray(teacher), recipe=Recipe(), seed=seed, progress=progress)
