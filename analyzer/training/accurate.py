"""One seeded run from parallel text and examples to the pipeline that reads with a transformer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from analyzer.pipeline.features import Features, Text
from analyzer.pipeline.heads import StatementReader
from analyzer.pipeline.transformer import TransformerEncoder
from analyzer.training.bert import DIMENSIONS
from analyzer.training.bilingual import Bilingual
from analyzer.training.calibration import calibration
from analyzer.training.confusions import by_pair, confusions
from analyzer.training.examples import IMAGE, Example
from analyzer.training.export import onnx_int8
from analyzer.training.finetune import BIAS, HEAD, MEANING, TuneRecipe, averaged, fine_tune
from analyzer.training.fit_features import fit_features
from analyzer.training.fitted import FittedReader
from analyzer.training.heads import HeadsRecipe, Linear, fit_linear
from analyzer.training.progress import Progress

_MOST_TOKENS = 80
_SHORTENED = 0.2


@dataclass(frozen=True)
class AccurateRecipe:
    """How the pipeline comes about.

    `held_out` of the coded statements are kept for calibration and thresholds; `runs` fine-tunings with
    different seeds are averaged; `words` is the weight of the regressions on words against the transformer.
    """

    tune: TuneRecipe = field(default_factory=TuneRecipe)
    heads: HeadsRecipe = field(default_factory=HeadsRecipe)
    held_out: float = 0.08
    runs: int = 2
    words: float = 0.35


def fit_accurate(
    encoder: Bilingual,
    examples: Sequence[Example],
    *,
    recipe: AccurateRecipe,
    seed: int,
    progress: Progress,
) -> tuple[TransformerEncoder, FittedReader]:
    """Return the two components that read: the fine-tuned transformer, and heads on words and its vectors.

    The words learn from what people wrote or coded; a teacher's beliefs are for the transformer alone.
    """
    known, judged = _split(examples, recipe.held_out, seed)
    sides = [example.side for example in known]
    tokens = encoder.tokens([example.text for example in known], sides, most=_MOST_TOKENS)
    runs = []
    for run in range(recipe.runs):
        step = _part_of(progress, run, recipe.runs)
        runs.append(
            fine_tune(encoder.weights, tokens, known, recipe=recipe.tune, seed=seed + run, progress=step)
        )
    tuned = averaged(runs)
    transformer = _component(encoder, tuned)
    told = [example for example in known if not example.beliefs]
    features = fit_features(_texts(told), vector_weight=1.0, side_weight=0.25)
    words = _word_heads(features, told, recipe.heads, seed)
    linear = _together(words, tuned, recipe.words)
    linear = _with_images(linear, _image_heads(features, transformer, told, recipe.heads, seed))
    matrix = features.matrix(_texts(judged), _vectors(transformer, judged))
    scores = linear.scores(matrix)
    heads = calibration(scores, judged).heads(linear.weights, linear.bias)
    misread = confusions(scores, judged, by_pair(judged, recipe.heads.folds, seed))
    return transformer, FittedReader(StatementReader(features, heads), misread)


def _split(examples: Sequence[Example], share: float, seed: int) -> tuple[list[Example], list[Example]]:
    """Return examples to learn from, and coded ones (authored ones where there are none) to be judged by."""
    coded = {example.pair for example in examples if example.coded}
    pairs = sorted(coded or {example.pair for example in examples if example.authored})
    drawn = np.random.default_rng(seed).random(len(pairs)) < share
    kept = {pair for pair, out in zip(pairs, drawn, strict=True) if out}
    judged = [example for example in examples if example.pair in kept and not example.beliefs]
    return [example for example in examples if example.pair not in kept], judged


def _component(encoder: Bilingual, tuned: dict[str, Any]) -> TransformerEncoder:
    body = {name: value for name, value in tuned.items() if name not in (HEAD, BIAS, MEANING)}
    sense = tuned[MEANING].numpy().T
    tokenizer = encoder.tokenizer
    tokenizer.no_truncation()
    return TransformerEncoder(
        onnx_int8(body), tokenizer.to_str(), sense=sense, dimensions=DIMENSIONS, most_tokens=_MOST_TOKENS
    )


def _word_heads(features: Features, known: Sequence[Example], recipe: HeadsRecipe, seed: int) -> Linear:
    """Return regressions on words and side alone: the vectors are zero."""
    nothing = np.zeros((len(known), DIMENSIONS), np.float32)
    return fit_linear(features.matrix(_texts(known), nothing), known, recipe=recipe, seed=seed)


def _image_heads(
    features: Features,
    transformer: TransformerEncoder,
    told: Sequence[Example],
    recipe: HeadsRecipe,
    seed: int,
) -> Linear:
    """Return regressions of the image on words and vectors: too few statements have one to fine-tune on.

    The vectors are ten long, the words one: they are shortened before the fit, and the weights after it.
    """
    inside = [example for example in told if example.side == "internal"]
    matrix = features.matrix(_texts(inside), _vectors(transformer, inside) * _SHORTENED)
    images = fit_linear(matrix, inside, recipe=recipe, seed=seed, outputs=IMAGE)
    weights = images.weights.copy()
    weights[_vector_rows(weights)] *= _SHORTENED
    return Linear(weights, images.bias)


def _with_images(linear: Linear, images: Linear) -> Linear:
    weights, bias = linear.weights.copy(), linear.bias.copy()
    weights[:, IMAGE], bias[IMAGE] = images.weights, images.bias
    return Linear(weights, bias)


def _together(words: Linear, tuned: dict[str, Any], share: float) -> Linear:
    """Return the weighted sum of the regressions on words and the transformer's own heads."""
    weights = words.weights * share
    weights[_vector_rows(weights)] = tuned[HEAD].numpy().T * (1 - share)
    return Linear(weights, words.bias * share + tuned[BIAS].numpy() * (1 - share))


def _vector_rows(weights: np.ndarray) -> slice:
    """Return which rows of weights (columns, outputs) are for the vector: before the two for the side."""
    return slice(len(weights) - DIMENSIONS - 2, len(weights) - 2)


def _texts(examples: Sequence[Example]) -> list[Text]:
    return [Text(example.text, example.lang, example.side) for example in examples]


def _vectors(transformer: TransformerEncoder, examples: Sequence[Example]) -> np.ndarray:
    return transformer.encode([example.text for example in examples], [example.side for example in examples])


def _part_of(progress: Progress, number: int, parts: int) -> Progress:
    return lambda step, share: progress(step, (number + share) / parts)
