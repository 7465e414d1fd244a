"""Counts how held-out statements are misread: what the overlap needs to correct its shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

from analyzer.pipeline.linear import Readings
from analyzer.training.calibration import Calibration, calibration
from analyzer.training.examples import AUTHORED, SIDES, THEMES, TONES, Example, truth

Plain = dict[str, dict[str, dict[str, int]]]

NAME = "confusions"
_GROUPS = 3
_ALWAYS_KNOWN, _NEVER_KNOWN = -1, -2


@dataclass(frozen=True)
class Folds:
    """The fold of every example (examples,).

    Those of `_ALWAYS_KNOWN` are learned from and never judged, those of `_NEVER_KNOWN` are left out.
    """

    of: np.ndarray

    @property
    def numbers(self) -> list[int]:
        """The folds that are held out in turn."""
        return [int(number) for number in np.unique(self.of) if number >= 0]

    def known_without(self, number: int) -> np.ndarray:
        """Return the rows to learn from while a fold is held out."""
        return np.flatnonzero((self.of != number) & (self.of != _NEVER_KNOWN))


def by_pair(examples: Sequence[Example], folds: int, seed: int) -> Folds:
    """Return random folds in which a statement and its translation are never parted."""
    pairs = sorted({example.pair for example in examples})
    drawn = dict(zip(pairs, np.random.default_rng(seed).integers(folds, size=len(pairs)), strict=True))
    return Folds(
        np.array([_ALWAYS_KNOWN if example.beliefs else drawn[example.pair] for example in examples])
    )


def by_source(examples: Sequence[Example]) -> Folds | None:
    """Return folds of whole sources of coded statements, none where there are fewer than three sources.

    A map is drawn from texts that no model has learned from; statements of the same sources flatter it.
    A translation goes with its original; a teacher's beliefs are left out, it has seen every source.
    """
    sources = sorted({example.source for example in examples if example.coded})
    if len(sources) < _GROUPS:
        return None
    group = {source: number % _GROUPS for number, source in enumerate(sources)}
    group[AUTHORED] = _ALWAYS_KNOWN
    first = {example.pair: group[example.source] for example in reversed(examples) if not example.beliefs}
    return Folds(np.array([first.get(example.pair, _NEVER_KNOWN) for example in examples]))


def confusions(scores: np.ndarray, examples: Sequence[Example], folds: Folds) -> Plain:
    """Return, by side and theme, how statements read as tension were read: the four counts by name.

    `scores` (examples, outputs) are held out; thresholds come from the other folds, so that they are too.
    The same text on the same side counts once.
    """
    read = np.zeros((len(examples), len(THEMES)), bool)
    tense = np.zeros(len(examples), bool)
    for number in folds.numbers:
        others = np.flatnonzero((folds.of != number) & (folds.of >= 0))
        mine = np.flatnonzero(folds.of == number)
        found = _read(calibration(scores[others], [examples[row] for row in others.tolist()]), scores[mine])
        read[mine] = [[theme in themes for theme in THEMES] for themes in found.themes]
        tense[mine] = np.array(found.tone) == TONES[0]
    true = truth(examples)[:, : len(THEMES)].astype(bool)
    once = {(example.text, example.side): row for row, example in enumerate(examples)}
    rows = np.array(sorted(row for row in once.values() if tense[row]), int)
    side = np.array([examples[row].side for row in rows.tolist()])
    return {each: _counted(read[rows[side == each]], true[rows[side == each]]) for each in SIDES}


def _read(fitted: Calibration, scores: np.ndarray) -> Readings:
    """Return the readings that scores (examples, outputs) lead to."""
    outputs = scores.shape[1]
    return fitted.heads(np.eye(outputs), np.zeros(outputs)).read(sparse.csr_matrix(scores))


def _counted(read: np.ndarray, true: np.ndarray) -> dict[str, dict[str, int]]:
    columns: dict[str, Any] = {
        "positives": true.sum(axis=0),
        "found": (true & read).sum(axis=0),
        "negatives": (~true).sum(axis=0),
        "wrong": (~true & read).sum(axis=0),
    }
    return {
        theme: {name: int(counts[i]) for name, counts in columns.items()} for i, theme in enumerate(THEMES)
    }
