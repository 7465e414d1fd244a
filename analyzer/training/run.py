"""One seeded run from examples to a saved pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from analyzer.pipeline.build import build_pipeline, find_pipeline
from analyzer.pipeline.encoder import StatementEncoder
from analyzer.pipeline.features import Text
from analyzer.pipeline.heads import StatementReader
from analyzer.pipeline.static_table import StaticTable
from analyzer.pipeline.transformer import StatementTransformer
from analyzer.training.accurate import AccurateRecipe, fit_accurate
from analyzer.training.bilingual import bilingual
from analyzer.training.encoder import Recipe, distil
from analyzer.training.examples import Example
from analyzer.training.fit_features import fit_features
from analyzer.training.heads import HeadsRecipe, fit_heads
from analyzer.training.materials import Materials
from analyzer.training.progress import Progress, silent
from analyzer.training.teacher import teacher_vectors

_MOST_PAIRS = 100_000
_SHIPPED = "fast"
_VERSION = "0.1.0"


@dataclass(frozen=True)
class Trained:
    """A finished run: the pipeline, what it learned from, and where it was saved."""

    nlp: Language
    examples: tuple[Example, ...]
    folder: Path


def train(
    materials: Materials, *, kind: str = "fast", out: Path, seed: int = 0, progress: Progress = silent
) -> Trained:
    """Train a pipeline and save it to `out`.

    `kind` is "fast", whose encoder is a static table (without parallel text the shipped one is kept, and
    torch is not needed), or "accurate", whose encoder is a transformer (torch, and an hour or more).
    Raises ExampleError for examples that break the form, ModelError if there is no encoder to keep.
    """
    examples = materials.read_examples()
    fit = fit_with_transformer if kind == "accurate" else fit_with_table
    nlp = build_pipeline(*fit(materials, examples, seed=seed, progress=progress))
    nlp.meta.update(name=out.name, version=_VERSION, license="Apache-2.0")
    nlp.to_disk(out)
    return Trained(nlp, tuple(examples), out)


def fit_with_transformer(
    materials: Materials, examples: Sequence[Example], *, seed: int, progress: Progress
) -> tuple[StatementTransformer, StatementReader]:
    """Return the encoder and heads of an accurate pipeline."""
    encoder = bilingual(materials, seed=seed, progress=progress)
    return fit_accurate(encoder, examples, recipe=AccurateRecipe(), seed=seed, progress=progress)


def fit_with_table(
    materials: Materials, examples: Sequence[Example], *, seed: int, progress: Progress
) -> tuple[StatementEncoder, StatementReader]:
    """Return the encoder and heads of a fast pipeline."""
    table = _trained_table(materials, seed, progress) if materials.parallel else shipped_table()
    return StatementEncoder(table), fit_reader(examples, table, seed=seed, progress=progress)


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


def _trained_table(materials: Materials, seed: int, progress: Progress) -> StaticTable:
    texts = materials.read_texts(most=_MOST_PAIRS, seed=seed)
    teacher = teacher_vectors(texts.english, progress=progress)
    return distil(texts, teacher, recipe=Recipe(), seed=seed, progress=progress)
