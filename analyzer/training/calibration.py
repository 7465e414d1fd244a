"""What turns the scores of regressions into readings: scale, shift and thresholds, from held-out examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analyzer.pipeline.linear import Labels, LinearHeads
from analyzer.training.calibrate import best_thresholds, inverse_temperature, platt
from analyzer.training.examples import IMAGES, PARTS, PHASES, THEMES, TONES, Example, truth

LABELS = Labels(THEMES, TONES, PHASES, IMAGES)


@dataclass(frozen=True)
class Calibration:
    """`scale` and `shift` (outputs,) turn scores into log-odds; `thresholds` (themes,) decide."""

    scale: np.ndarray
    shift: np.ndarray
    thresholds: np.ndarray

    def heads(self, weights: np.ndarray, bias: np.ndarray) -> LinearHeads:
        """Return regressions with `weights` (columns, outputs) and `bias` (outputs,) as calibrated heads."""
        return LinearHeads(
            LABELS,
            (weights * self.scale).astype(np.float32),
            (bias * self.scale + self.shift).astype(np.float32),
            self.thresholds.astype(np.float32),
        )


def calibration(scores: np.ndarray, examples: Sequence[Example]) -> Calibration:
    """Return the calibration that suits the scores (examples, outputs) of held-out examples."""
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
    return Calibration(scale, shift, thresholds)
