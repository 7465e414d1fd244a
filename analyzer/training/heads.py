"""Fits the heads: one logistic regression a label, calibrated and given thresholds on held-out folds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from analyzer.pipeline.linear import Labels, LinearHeads
from analyzer.training.calibrate import best_thresholds, inverse_temperature, platt
from analyzer.training.examples import IMAGES, PHASES, THEMES, TONES, Example
from analyzer.training.progress import Progress

LABELS = Labels(THEMES, TONES, PHASES, IMAGES)
_AUTHORED = "authored"


@dataclass(frozen=True)
class HeadsRecipe:
    """How strongly the regressions may fit (scikit-learn's C), and what authored examples weigh.

    Authored neutral examples weigh more in the tone, because real statements are coded where people complain:
    without that, plain business sentences are read as tension.
    """

    strength: float = 3.0
    tone_strength: float = 0.5
    folds: int = 5
    authored_weight: float = 0.6
    neutral_weight: float = 4.0


@dataclass(frozen=True)
class _Head:
    """One head's columns: `truth` (examples, labels) of 0/1, the weight of each example, and C."""

    truth: np.ndarray
    weight: np.ndarray
    strength: float


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
    heads = _heads(examples, recipe)
    fold = _folds(examples, recipe.folds, seed)
    held_out = [np.zeros(head.truth.shape) for head in heads]
    for number in range(recipe.folds):
        for head, scores in zip(heads, held_out, strict=True):
            weights, bias = _fit(features, head, fold != number, seed)
            scores[fold == number] = features[fold == number] @ weights + bias
        progress("heads", (number + 1) / (recipe.folds + 1))
    parts = [_fit(features, head, np.ones(len(fold), bool), seed) for head in heads]
    judged = _judged(examples)
    calibrated = [_calibrated(*part, head, scores, judged) for part, head, scores in
                  zip(parts, heads, held_out, strict=True)]  # fmt: skip
    themes, scale, shift = heads[0], *platt(held_out[0][judged], heads[0].truth[judged])
    thresholds = best_thresholds(held_out[0][judged] * scale + shift, themes.truth[judged])
    progress("heads", 1.0)
    return LinearHeads(
        LABELS,
        np.concatenate([weights for weights, _ in calibrated], axis=1).astype(np.float32),
        np.concatenate([bias for _, bias in calibrated]).astype(np.float32),
        thresholds.astype(np.float32),
    )


def _heads(examples: Sequence[Example], recipe: HeadsRecipe) -> list[_Head]:
    authored = np.array([example.source == _AUTHORED for example in examples])
    inside = np.array([example.side == "internal" for example in examples])
    weight = np.where(authored, recipe.authored_weight, 1.0)
    themes = np.array([[theme in example.themes for theme in THEMES] for example in examples], float)
    tone, phase, image = (
        np.array([[getattr(example, key) == label for label in labels] for example in examples], float)
        for key, labels in (("tone", TONES), ("phase", PHASES), ("image", IMAGES))
    )
    plain = authored & (tone[:, TONES.index("neutral")] > 0)
    return [
        _Head(themes, weight, recipe.strength),
        _Head(tone, np.where(plain, recipe.neutral_weight, weight), recipe.tone_strength),
        _Head(phase, weight, recipe.strength),
        _Head(image, weight * inside, recipe.strength),
    ]


def _folds(examples: Sequence[Example], folds: int, seed: int) -> np.ndarray:
    pairs = sorted({example.pair for example in examples})
    drawn = dict(zip(pairs, np.random.default_rng(seed).integers(folds, size=len(pairs)), strict=True))
    return np.array([drawn[example.pair] for example in examples])


def _judged(examples: Sequence[Example]) -> np.ndarray:
    coded = np.array([example.source != _AUTHORED for example in examples])
    return coded if coded.any() else ~coded


def _fit(
    features: sparse.csr_matrix, head: _Head, chosen: np.ndarray, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return weights (columns, labels) and bias (labels,); a label never or always seen is fixed."""
    used = chosen & (head.weight > 0)
    known, truth = features[used], head.truth[used]
    weights, bias = np.zeros((features.shape[1], truth.shape[1])), np.zeros(truth.shape[1])
    for label in range(truth.shape[1]):
        if 0 < truth[:, label].sum() < len(truth):
            model = LogisticRegression(
                C=head.strength, solver="liblinear", dual=True, tol=0.01, random_state=seed
            )
            model.fit(known, truth[:, label], sample_weight=head.weight[used])
            weights[:, label], bias[label] = model.coef_[0], model.intercept_[0]
        else:
            bias[label] = 8.0 if len(truth) and truth[0, label] else -8.0
    return weights, bias


def _calibrated(
    weights: np.ndarray, bias: np.ndarray, head: _Head, scores: np.ndarray, judged: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    if head.truth.shape[1] == len(THEMES):
        scale, shift = platt(scores[judged], head.truth[judged])
        return weights * scale, bias * scale + shift
    rows = judged & (head.weight > 0)
    factor = inverse_temperature(scores[rows], head.truth[rows]) if rows.any() else 1.0
    return weights * factor, bias * factor
