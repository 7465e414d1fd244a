"""Fits the heads: one logistic regression a label, calibrated and given thresholds on held-out examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from analyzer.pipeline.linear import Labels, LinearHeads
from analyzer.training.calibrate import best_thresholds, inverse_temperature, platt
from analyzer.training.examples import IMAGES, PARTS, PHASES, THEMES, TONES, Example, truth
from analyzer.training.progress import Progress

LABELS = Labels(THEMES, TONES, PHASES, IMAGES)
_EVEN = 0.5


@dataclass(frozen=True)
class HeadsRecipe:
    """How strongly the regressions may fit (scikit-learn's C), and what examples weigh that no person coded
    as they stood: authored ones, and those with a teacher's beliefs.

    Authored neutral examples weigh more in the tone, because real statements are coded where people complain:
    without that, plain business sentences are read as tension.
    """

    strength: float = 3.0
    tone_strength: float = 0.5
    folds: int = 5
    authored_weight: float = 0.6
    taught_weight: float = 0.5
    neutral_weight: float = 4.0


@dataclass(frozen=True)
class Linear:
    """`weights` (columns, outputs) and `bias` (outputs,), not calibrated; the outputs as in `PARTS`."""

    weights: np.ndarray
    bias: np.ndarray

    def scores(self, features: sparse.csr_matrix) -> np.ndarray:
        """Return the outputs (examples, outputs) for features (examples, columns)."""
        return np.asarray(features @ self.weights + self.bias)


def fit_heads(
    features: sparse.csr_matrix,
    examples: Sequence[Example],
    *,
    recipe: HeadsRecipe,
    seed: int,
    progress: Progress,
) -> LinearHeads:
    """Return heads that read `features` (examples, columns); a pair and its translation share a fold.

    Calibration and thresholds come from the folds' held-out scores, on coded statements where there are any.
    """
    fold = _folds(examples, recipe.folds, seed)
    held_out = np.zeros((len(examples), sum(PARTS)))
    for number in range(recipe.folds):
        known = np.flatnonzero(fold != number)
        linear = fit_linear(
            features[known], [examples[row] for row in known.tolist()], recipe=recipe, seed=seed
        )
        held_out[fold == number] = linear.scores(features[fold == number])
        progress("heads", (number + 1) / (recipe.folds + 1))
    whole = fit_linear(features, examples, recipe=recipe, seed=seed)
    judged = _judged(examples)
    progress("heads", 1.0)
    return calibrated(whole, held_out[judged], [examples[row] for row in judged.tolist()])


def fit_linear(
    features: sparse.csr_matrix, examples: Sequence[Example], *, recipe: HeadsRecipe, seed: int
) -> Linear:
    """Return the regressions of all outputs on `features` (examples, columns); no output is calibrated."""
    columns = truth(examples)
    fits = []
    for output, (weight, strength) in enumerate(_settings(examples, recipe)):
        used = weight > 0
        fits.append(_fit(features[used], columns[used, output], weight[used], strength, seed))
    return Linear(np.stack([weights for weights, _ in fits], axis=1), np.array([bias for _, bias in fits]))


def calibrated(linear: Linear, scores: np.ndarray, examples: Sequence[Example]) -> LinearHeads:
    """Return heads whose outputs are log-odds, given the scores (examples, outputs) of held-out examples."""
    columns = truth(examples)
    inside = np.array([example.side == "internal" for example in examples])
    everywhere = np.ones(len(examples), bool)
    ends = np.cumsum(PARTS)
    scale, shift = np.ones(ends[-1]), np.zeros(ends[-1])
    themes = slice(0, ends[0])
    scale[themes], shift[themes] = platt(scores[:, themes], columns[:, themes])
    for start, end, rows in zip(ends, ends[1:], (everywhere, everywhere, inside), strict=False):
        if rows.any():
            scale[start:end] = inverse_temperature(scores[rows, start:end], columns[rows, start:end])
    thresholds = best_thresholds(scores[:, themes] * scale[themes] + shift[themes], columns[:, themes])
    return LinearHeads(
        LABELS,
        (linear.weights * scale).astype(np.float32),
        (linear.bias * scale + shift).astype(np.float32),
        thresholds.astype(np.float32),
    )


def _settings(examples: Sequence[Example], recipe: HeadsRecipe) -> list[tuple[np.ndarray, float]]:
    """Return, for every output, the weight of each example (examples,) and C."""
    authored = np.array([example.authored for example in examples])
    inside = np.array([example.side == "internal" for example in examples])
    plain = authored & np.array([example.tone == "neutral" for example in examples])
    weight = np.array([_weight(example, recipe) for example in examples])
    tone = np.where(plain, recipe.neutral_weight, weight)
    of_part = (
        (weight, recipe.strength),
        (tone, recipe.tone_strength),
        (weight, recipe.strength),
        (weight * inside, recipe.strength),
    )
    return [setting for setting, outputs in zip(of_part, PARTS, strict=True) for _ in range(outputs)]


def _weight(example: Example, recipe: HeadsRecipe) -> float:
    if example.beliefs:
        return recipe.taught_weight
    return recipe.authored_weight if example.authored else 1.0


def _folds(examples: Sequence[Example], folds: int, seed: int) -> np.ndarray:
    pairs = sorted({example.pair for example in examples})
    drawn = dict(zip(pairs, np.random.default_rng(seed).integers(folds, size=len(pairs)), strict=True))
    return np.array([drawn[example.pair] for example in examples])


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
