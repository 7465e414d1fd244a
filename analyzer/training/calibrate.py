"""Turns held-out scores into probabilities, and probabilities into decisions."""

from __future__ import annotations

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import expit, log_softmax
from sklearn.linear_model import LogisticRegression

_FEWEST = 10
_GRID = np.linspace(0.08, 0.6, 53)
_SHRINK = 40.0


def platt(scores: np.ndarray, truth: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return scale and shift (labels,) so that logistic(scale · score + shift) is a label's probability.

    Platt (1999), fitted label by label on scores and truth (examples, labels); a label with under ten
    examples keeps its scores.
    """
    labels = truth.shape[1]
    scale, shift = np.ones(labels), np.zeros(labels)
    for label in range(labels):
        positives = truth[:, label].sum()
        if min(positives, len(truth) - positives) >= _FEWEST:
            fit = LogisticRegression(C=100.0).fit(scores[:, [label]], truth[:, label])
            if fit.coef_[0, 0] > 0:
                scale[label], shift[label] = fit.coef_[0, 0], fit.intercept_[0]
    return scale, shift


def inverse_temperature(scores: np.ndarray, truth: np.ndarray) -> float:
    """Return the factor on scores (examples, labels) under which their softmax is most likely to be right."""

    def surprise(log_factor: float) -> float:
        return -float((log_softmax(scores * np.exp(log_factor), axis=1) * truth).sum())

    return float(np.exp(minimize_scalar(surprise, bounds=(-3.0, 3.0), method="bounded").x))


def best_thresholds(logits: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """Return one threshold a label (labels,): the one with its best F1, drawn towards the one best for all.

    A label with n examples keeps n / (n + 40) of its own, so that rare ones do not follow chance.
    """
    probability = expit(logits)
    common = _GRID[np.argmax([_f1(probability >= cut, truth) for cut in _GRID])]
    thresholds = np.full(truth.shape[1], common)
    for label in range(truth.shape[1]):
        count = truth[:, label].sum()
        f1 = [_f1(probability[:, label] >= cut, truth[:, label]) for cut in _GRID]
        own = _GRID[np.argmax(f1)]
        thresholds[label] = (count * own + _SHRINK * common) / (count + _SHRINK)
    return thresholds


def _f1(predicted: np.ndarray, truth: np.ndarray) -> float:
    hits = float((predicted & truth.astype(bool)).sum())
    return 2 * hits / max(1.0, float(predicted.sum() + truth.sum()))
