"""Spots: themes that stand out in one unit on both sides at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import false_discovery_control

from analyzer.overlap.finding import Share
from analyzer.overlap.ground import Ground, Rows
from analyzer.overlap.lenses import Marks
from analyzer.overlap.shares import Estimate, estimates
from analyzer.overlap.verdicts import difference
from analyzer.tables import Side, Tone

_MOST_UNITS = 30
_ERROR = 0.05


@dataclass(frozen=True)
class UnitSpot:
    """A theme of which one unit has more than the other units, inside and with customers."""

    unit: str
    key: str
    internal: Share
    customer: Share


def spots(
    ground: Ground, themes: Marks, codes: NDArray[np.int64], names: Sequence[str]
) -> tuple[UnitSpot, ...]:
    """Return the themes that stand out in a unit on both sides, the false discovery rate held at 5 %.

    Both sides must differ from the other units (intersection-union test; Berger 1982, Technometrics
    24:295-300), so the p-value is the larger of the two. Of very many units the 30 largest are looked at.
    """
    sizes = np.bincount(codes[codes >= 0], minlength=len(names))
    looked_at = sorted(np.argsort(-sizes, kind="stable")[:_MOST_UNITS].tolist())
    if len(names) < 2:
        return ()
    cells = [cell for unit in looked_at for cell in _cells(ground, themes, codes, unit, names[unit])]
    q_values = false_discovery_control([p for p, _ in cells], method="bh")
    return tuple(spot for q, (_, spot) in zip(q_values, cells, strict=True) if q <= _ERROR)


def _cells(
    ground: Ground, themes: Marks, codes: NDArray[np.int64], unit: int, name: str
) -> list[tuple[float, UnitSpot]]:
    """Return the p-value and the shares of each theme in one unit."""
    sides = [ground.rows[side, Tone.TENSION] & (codes >= 0) for side in Side]
    here, others = (
        [_estimates(ground, themes, rows & where) for rows in sides]
        for where in (codes == unit, codes != unit)
    )
    return [
        (
            max(_excess(here[side][i], others[side][i]) for side in (0, 1)),
            UnitSpot(name, key, here[0][i].share, here[1][i].share),
        )
        for i, key in enumerate(themes.keys)
    ]


def _estimates(ground: Ground, themes: Marks, rows: Rows) -> tuple[Estimate, ...]:
    return estimates(themes.hits[rows], ground.voices[rows])


def _excess(here: Estimate, others: Estimate) -> float:
    """Return the p-value of a larger share here than in the others."""
    p_value = difference(here, others)
    return p_value / 2 if here.share.share > others.share.share else 1 - p_value / 2
