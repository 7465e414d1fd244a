"""By unit: whether units that say more of a theme inside hear more of it from their customers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import permutations
from math import factorial

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import false_discovery_control

from analyzer.overlap.ground import Ground
from analyzer.overlap.lenses import Marks
from analyzer.overlap.residuals import Floats, counted, residuals
from analyzer.overlap.spots import UnitSpot, spots
from analyzer.tables import Side, Tone

Numbers = NDArray[np.int64]

FEWEST_UNITS = 5
FEWEST_STATEMENTS = 10
FEWEST_DOCUMENTS = 5
_FEWEST_HITS = 5
_SHUFFLES = 4999
_ERROR = 0.05


@dataclass(frozen=True)
class Units:
    """The comparison over the units that both sides name.

    `names`: units with enough tension statements on both sides; `named`: whether any statement names one.
    `association`: the correlation of both sides' residuals over units and themes, -1 to 1, with the share
    `p_value` of shuffles that reach it; none with fewer than `FEWEST_UNITS` units. `themes`: those for
    which it holds by themselves. `spots`: themes that stand out in a unit on both sides.
    """

    named: bool
    names: tuple[str, ...] = ()
    association: float | None = None
    p_value: float | None = None
    themes: tuple[str, ...] = ()
    spots: tuple[UnitSpot, ...] = ()

    @property
    def together(self) -> bool:
        """Whether the association is more than shuffled units would give."""
        return self.p_value is not None and self.p_value <= _ERROR


NO_UNITS = Units(named=False)


def units(ground: Ground, themes: Marks, *, seed: int, allowed: frozenset[str] | None = None) -> Units:
    """Return the comparison of the sides' tension by unit, beyond what unit and theme explain alone.

    Only `allowed` units (in small letters) are looked at, where not all may be.

    Whole units are shuffled, in all orders if they are few, so that each side keeps its own differences
    between units (permutation test; Good 2005, "Permutation, Parametric and Bootstrap Tests").
    """
    written = ground.table["unit"].str.strip()
    named = written.str.casefold()
    common = [name for name in _common(ground, named) if allowed is None or name in allowed]
    if not common:
        return Units(bool((named != "").any()))
    places = {name: i for i, name in enumerate(common)}
    codes: Numbers = named.map(places).fillna(-1).to_numpy().astype(np.int64)
    names = tuple(str(written[named == name].mode().iloc[0]) for name in common)
    found = Units(True, names, spots=spots(ground, themes, codes, names))
    return found if len(names) < FEWEST_UNITS else _tested(found, ground, themes, codes, seed)


def _common(ground: Ground, named: pd.Series[str]) -> list[str]:
    """Return the units, in order, of which both sides say enough to compare and to hide every person."""
    kept: list[set[str]] = []
    for side in Side:
        rows = ground.rows[side, Tone.TENSION] & (named != "").to_numpy()
        groups = pd.Series(ground.voices[rows]).groupby(named[rows].to_numpy())
        enough = (groups.size() >= FEWEST_STATEMENTS) & (groups.nunique() >= FEWEST_DOCUMENTS)
        kept.append(set(enough.index[enough]))
    return sorted(kept[0] & kept[1])


def _tested(found: Units, ground: Ground, themes: Marks, codes: Numbers, seed: int) -> Units:
    sides = [ground.rows[side, Tone.TENSION] for side in Side]
    counts = [counted(themes.hits[rows], codes[rows], len(found.names)) for rows in sides]
    told = np.min([count.sum(axis=0) for count in counts], axis=0) >= _FEWEST_HITS
    if told.sum() < 2:
        return found
    inside, customers = (residuals(count[:, told]) for count in counts)
    orders = _orders(len(found.names), np.random.default_rng(seed))
    shuffled = np.stack([_agreement(inside, customers[order]) for order in orders])
    observed = _agreement(inside, customers)
    size = np.sqrt((inside**2).sum() * (customers**2).sum())
    p_values = (shuffled >= observed - 1e-9).mean(axis=0)
    clear = false_discovery_control(p_values, method="bh") <= _ERROR
    keys = tuple(key for key, kept in zip(np.array(themes.keys)[told], clear, strict=True) if kept)
    return replace(
        found,
        association=float(observed.sum() / size) if size > 0 else 0.0,
        p_value=float((shuffled.sum(axis=1) >= observed.sum() - 1e-9).mean()),
        themes=tuple(map(str, keys)),
    )


def _agreement(inside: Floats, customers: Floats) -> Floats:
    return np.asarray((inside * customers).sum(axis=0))


def _orders(count: int, random: np.random.Generator) -> Numbers:
    """Return the orders of units to try (orders, count), the given one first."""
    if factorial(count) <= _SHUFFLES:
        return np.array(list(permutations(range(count))))
    drawn = random.permuted(np.tile(np.arange(count), (_SHUFFLES, 1)), axis=1)
    return np.concatenate([np.arange(count)[None], drawn])
