"""The heads' numbers: one linear layer over all features, calibrated, and a threshold for each theme."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import sparse
from scipy.special import expit, softmax

_MOST_THEMES = 3


@dataclass(frozen=True)
class Labels:
    """The ids each head tells apart, in the order of its columns."""

    themes: tuple[str, ...]
    tone: tuple[str, ...]
    phase: tuple[str, ...]
    image: tuple[str, ...]


@dataclass(frozen=True)
class Readings:
    """What the heads say of some statements: one entry a statement, and `scores` (statements, themes)."""

    themes: list[list[str]]
    scores: np.ndarray
    tone: list[str]
    phase: list[str]
    image: list[str]


@dataclass(frozen=True)
class LinearHeads:
    """`weights` (features, outputs) and `bias` (outputs,) in the order of `labels`; `thresholds` (themes,).

    Calibration is folded into the weights: a theme's probability is the logistic of its output, the others'
    are the softmax over their head's outputs.
    """

    labels: Labels
    weights: np.ndarray
    bias: np.ndarray
    thresholds: np.ndarray

    def read(self, features: sparse.csr_matrix) -> Readings:
        """Return the readings of features (statements, columns); each depends on its row alone."""
        themes, tone, phase, image = self._outputs(features)
        scores = expit(themes)
        return Readings(
            [self._chosen(row) for row in themes - _logit(self.thresholds)],
            scores.astype(np.float32),
            _best(tone, self.labels.tone),
            _best(phase, self.labels.phase),
            _best(image, self.labels.image),
        )

    def probabilities(self, features: sparse.csr_matrix) -> np.ndarray:
        """Return the probability of every label (statements, outputs), in the order of `labels`."""
        themes, *others = self._outputs(features)
        return np.concatenate([expit(themes), *(softmax(part, axis=1) for part in others)], axis=1)

    def _outputs(self, features: sparse.csr_matrix) -> list[np.ndarray]:
        outputs = np.asarray(features @ self.weights) + self.bias
        ends = np.cumsum([len(part) for part in self._parts])
        return np.split(outputs, ends[:-1], axis=1)

    def _chosen(self, margins: np.ndarray) -> list[str]:
        order = np.argsort(-margins, kind="stable")[:_MOST_THEMES]
        return [self.labels.themes[column] for column in order if margins[column] >= 0]

    @property
    def _parts(self) -> tuple[tuple[str, ...], ...]:
        return (self.labels.themes, self.labels.tone, self.labels.phase, self.labels.image)

    def save(self, folder: Path) -> None:
        """Write the labels as JSON and the numbers as npz, weights in half precision."""
        (folder / "labels.json").write_text(json.dumps(vars(self.labels), indent=1), encoding="utf-8")
        np.savez_compressed(
            folder / "heads.npz",
            weights=self.weights.astype(np.float16),
            bias=self.bias.astype(np.float32),
            thresholds=self.thresholds.astype(np.float32),
        )

    @classmethod
    def load(cls, folder: Path) -> LinearHeads:
        """Read what `save` wrote."""
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        with np.load(folder / "heads.npz", allow_pickle=False) as file:
            weights, bias = file["weights"].astype(np.float32), file["bias"]
            thresholds = file["thresholds"]
        return cls(Labels(**{k: tuple(v) for k, v in labels.items()}), weights, bias, thresholds)


def _logit(probability: np.ndarray) -> np.ndarray:
    return np.asarray(np.log(probability) - np.log1p(-probability))


def _best(outputs: np.ndarray, labels: tuple[str, ...]) -> list[str]:
    return [labels[column] for column in outputs.argmax(axis=1)] if labels else ["none"] * len(outputs)
