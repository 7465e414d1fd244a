"""One seeded run from examples to a saved pipeline."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from analyzer.pipeline.build import find_pipeline, load_pipeline
from analyzer.pipeline.encoder import StaticEncoder
from analyzer.pipeline.encoding import StatementEncoder
from analyzer.pipeline.features import Text
from analyzer.pipeline.heads import StatementReader
from analyzer.pipeline.own_encoder import OwnEncoder
from analyzer.pipeline.static_table import StaticTable
from analyzer.training.accurate import AccurateRecipe, fit_accurate
from analyzer.training.adapt import AdaptRecipe, adapted
from analyzer.training.bilingual import bilingual
from analyzer.training.confusions import NAME
from analyzer.training.encoder import Recipe, distil
from analyzer.training.examples import Example
from analyzer.training.fit_features import fit_features
from analyzer.training.fitted import Fitted, FittedReader
from analyzer.training.heads import HeadsRecipe, fit_heads
from analyzer.training.materials import Materials
from analyzer.training.progress import Progress, silent
from analyzer.training.taught import taught
from analyzer.training.teacher import teacher_vectors

Fit = Callable[[Sequence[Example]], Fitted]

_MOST_PAIRS = 100_000
_SHIPPED = "fast"
_VERSION = "0.1.0"


@dataclass(frozen=True)
class Trained:
    """A finished run: the pipeline, its kind, what it learned from, and where it was saved.

    `fit` makes a pipeline like it from other examples, with the same encoder before fine-tuning.
    """

    nlp: Language
    kind: str
    examples: tuple[Example, ...]
    folder: Path
    fit: Fit


def train(
    materials: Materials, *, kind: str = "fast", out: Path, seed: int = 0, progress: Progress = silent
) -> Trained:
    """Train a pipeline and save it to `out`, with the confusions that correct the shares of a map.

    `kind` is "fast", whose encoder is a static table (without parallel text the shipped one is kept, and
    torch is not needed), or "accurate", whose encoder is a transformer (torch, and an hour or more). An
    encoder of the user's own, named in `materials`, takes the place of either; the heads are fitted to it.
    Raises ExampleError for examples that break the form, ModelError if there is no encoder to keep.
    """
    examples = _examples(materials, progress)
    fitter = _with_own_encoder if materials.encoder else _FITTERS[kind]
    fit = fitter(materials, seed=seed, progress=progress)
    fitted = fit(examples)
    fitted.nlp.meta.update(name=out.name, version=_VERSION, license="Apache-2.0")
    fitted.nlp.to_disk(out)
    known = json.dumps(fitted.confusions, indent=1)
    (out / f"{NAME}.json").write_text(known + "\n", encoding="utf-8")
    return Trained(fitted.nlp, kind, tuple(examples), out, fit)


def _examples(materials: Materials, progress: Progress) -> list[Example]:
    examples = materials.read_examples()
    if not (materials.teacher and materials.pool):
        return examples
    coded = {example.pair for example in examples}
    teacher = load_pipeline(materials.teacher)
    return [*examples, *taught(teacher, materials.pool, without=coded, progress=progress)]


def _with_transformer(materials: Materials, *, seed: int, progress: Progress) -> Fit:
    encoder = bilingual(materials, seed=seed, progress=progress)
    encoder = adapted(encoder, materials, recipe=AdaptRecipe(), seed=seed, progress=progress)
    recipe = AccurateRecipe()

    def fit(examples: Sequence[Example]) -> Fitted:
        transformer, read = fit_accurate(encoder, examples, recipe=recipe, seed=seed, progress=progress)
        return read.after(transformer)

    return fit


def _with_table(materials: Materials, *, seed: int, progress: Progress) -> Fit:
    table = _trained_table(materials, seed, progress) if materials.parallel else shipped_table()
    return _with_words(StaticEncoder(table), seed, progress)


def _with_own_encoder(materials: Materials, *, seed: int, progress: Progress) -> Fit:
    return _with_words(OwnEncoder(str(materials.encoder)), seed, progress)


def _with_words(encoder: StatementEncoder, seed: int, progress: Progress) -> Fit:
    return lambda examples: fit_reader(examples, encoder, seed=seed, progress=progress).after(encoder)


def fit_reader(
    examples: Sequence[Example],
    encoder: StatementEncoder,
    *,
    recipe: HeadsRecipe | None = None,
    seed: int = 0,
    progress: Progress = silent,
) -> FittedReader:
    """Return the reading component, fitted on examples with the vectors that `encoder` gives them."""
    texts = [Text(example.text, example.lang, example.side) for example in examples]
    features = fit_features(texts)
    vectors = encoder.encode([text.text for text in texts], [text.side for text in texts])
    matrix = features.matrix(texts, vectors)
    fitted = fit_heads(matrix, examples, recipe=recipe or HeadsRecipe(), seed=seed, progress=progress)
    return FittedReader(StatementReader(features, fitted.heads), fitted.confusions)


def shipped_table() -> StaticTable:
    """Return the encoder's table of the shipped pipeline."""
    return StaticTable.load(find_pipeline(_SHIPPED) / "conflict_mirror_encoder" / "table.npz")


def _trained_table(materials: Materials, seed: int, progress: Progress) -> StaticTable:
    texts = materials.read_texts(most=_MOST_PAIRS, seed=seed)
    teacher = teacher_vectors(texts.english, progress=progress)
    return distil(texts, teacher, recipe=Recipe(), seed=seed, progress=progress)


_FITTERS = {"fast": _with_table, "accurate": _with_transformer}
