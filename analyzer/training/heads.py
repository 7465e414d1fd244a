"""Fits the heads: one logistic regression a label, calibrated and given thresholds on held-out examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from analyzer.pipeline.linear import LinearHeads
from analyzer.training.calibration import calibration
from analyzer.training.confusions import Folds, Plain, by_pair, by_source, confusions
from analyzer.training.examples import IMAGES, PARTS, Example, truth
from analyzer.training.progress import Progress

_EVEN = 0.5


@dataclass(frozen=True)
class HeadsRecipe:
    """How strongly the regressions may fit (scikit-learn's C), and what authored examples and those with a
    teacher's beliefs weigh against coded ones.

    Authored neutral examples weigh more in the tone, because real statements are coded where people complain:
    without that, plain business sentences are read as tension. Statements with an image of the customer weigh
    more in the image, because they are rare.
    """

    strength: float = 3.0
    tone_strength: float = 0.5
    folds: int = 5
    authored_weight: float = 0.6
    taught_weight: float = 0.5
    neutral_weight: float = 4.0
    image_strength: float = 1.0
    image_weight: float = 10.0


@dataclass(frozen=True)
class Linear:
    """`weights` (columns, outputs) and `bias` (outputs,), not calibrated; the outputs as in `PARTS`."""

    weights: np.ndarray
    bias: np.ndarray

    def scores(self, features: sparse.csr_matrix) -> np.ndarray:
        """Return the outputs (examples, outputs) for features (examples, columns)."""
        return np.asarray(features @ self.weights + self.bias)


@dataclass(frozen=True)
class FittedHeads:
    """Heads, and how examples that they had not seen were misread."""

    heads: LinearHeads
    confusions: Plain


def fit_heads(
    features: sparse.csr_matrix,
    examples: Sequence[Example],
    *,
    recipe: HeadsRecipe,
    seed: int,
    progress: Progress,
) -> FittedHeads:
    """Return heads that read `features` (examples, columns); a pair and its translation share a fold.

    Calibration and thresholds come from the folds' held-out scores, on coded statements where there are any.
    The confusions come from whole sources held out, where there are enough.
    """
    judged = _judged(examples)
    known = [examples[row] for row in judged.tolist()]

    def held_out(folds: Folds) -> np.ndarray:
        scores = _held_out(features, examples, folds, recipe=recipe, seed=seed, progress=progress)
        return np.asarray(scores[judged])

    folds = by_pair(examples, recipe.folds, seed)
    scores = held_out(folds)
    whole = fit_linear(features, examples, recipe=recipe, seed=seed)
    sources = by_source(examples)
    apart = (held_out(sources), sources) if sources else (scores, folds)
    progress("heads", 1.0)
    return FittedHeads(
        calibration(scores, known).heads(whole.weights, whole.bias),
        confusions(apart[0], known, Folds(apart[1].of[judged])),
    )


def _held_out(
    features: sparse.csr_matrix,
    examples: Sequence[Example],
    folds: Folds,
    *,
    recipe: HeadsRecipe,
    seed: int,
    progress: Progress,
) -> np.ndarray:
    """Return the scores (examples, outputs) of each fold by regressions that had not seen it."""
    scores = np.zeros((len(examples), sum(PARTS)))
    for number in folds.numbers:
        known = folds.known_without(number)
        linear = fit_linear(
            features[known], [examples[row] for row in known.tolist()], recipe=recipe, seed=seed
        )
        scores[folds.of == number] = linear.scores(features[folds.of == number])
        progress("heads", (number + 1) / (len(folds.numbers) + 1))
    return scores


def fit_linear(
    features: sparse.csr_matrix,
    examples: Sequence[Example],
    *,
    recipe: HeadsRecipe,
    seed: int,
    outputs: slice = slice(None),
) -> Linear:
    """Return the regressions of some outputs, or all, on `features` (examples, columns), not calibrated."""
    columns, settings = truth(examples), _settings(examples, recipe)
    fits = []
    for output in range(len(settings))[outputs]:
        weight, strength = settings[output]
        used = weight > 0
        fits.append(_fit(features[used], columns[used, output], weight[used], strength, seed))
    return Linear(np.stack([weights for weights, _ in fits], axis=1), np.array([bias for _, bias in fits]))


def _settings(examples: Sequence[Example], recipe: HeadsRecipe) -> list[tuple[np.ndarray, float]]:
    """Return, for every output, the weight of each example (examples,) and C."""
    authored = np.array([example.authored for example in examples])
    inside = np.array([example.side == "internal" for example in examples])
    plain = authored & np.array([example.tone == "neutral" for example in examples])
    weights = {"authored": recipe.authored_weight, "taught": recipe.taught_weight}
    weight = np.array([example.weight(**weights) for example in examples])
    tone = np.where(plain, recipe.neutral_weight, weight)
    seen = np.array([example.image != IMAGES[-1] for example in examples])
    image = weight * inside * np.where(seen, recipe.image_weight, 1.0)
    of_part = (
        (weight, recipe.strength),
        (tone, recipe.tone_strength),
        (weight, recipe.strength),
        (image, recipe.image_strength),
    )
    return [setting for setting, outputs in zip(of_part, PARTS, strict=True) for _ in range(outputs)]


def _judged(examples: Sequence[Example]) -> np.ndarray:
    coded = np.array([example.coded for example in examples])
    return np.flatnonzero(coded if coded.any() else [example.authored for example in examples])


def _fit(
    features: sparse.csr_matrix, known: np.ndarray, weight: np.ndarray, strength: float, seed: int
) -> tuple[np.ndarray, float]:
    """Return weights (columns,) and bias of one label; a label never or always seen is fixed.

    A belief counts as the likelier answer, with a weight that falls to zero where both are as likely.
    """
    known, weight = known > _EVEN, weight * np.abs(2 * known - 1)
    if not 0 < known.sum() < len(known):
        return np.zeros(features.shape[1]), 8.0 if len(known) and known[0] else -8.0
    model = LogisticRegression(C=strength, solver="liblinear", dual=True, tol=0.01, random_state=seed)
    model.fit(features, known, sample_weight=weight)
    return model.coef_[0], float(model.intercept_[0])
