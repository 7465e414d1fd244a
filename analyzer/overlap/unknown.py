"""The unknown: statements that carry no theme, grouped by likeness and named from their own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from analyzer.overlap.finding import Quote, Share
from analyzer.overlap.ground import Ground, Rows
from analyzer.overlap.grouping import groups, middle
from analyzer.overlap.lenses import Marks
from analyzer.overlap.meeting import near_enough, unrelated
from analyzer.overlap.shares import NOTHING, estimates
from analyzer.overlap.spoken import Spoken
from analyzer.overlap.word_tests import log_odds_z
from analyzer.tables import Side, Tone

Floats = NDArray[np.float32]
Places = NDArray[np.int64]

_WORDS = 3
_MOST, _QUOTES = 12, 5
_FEWEST_DOCUMENTS, _FEWEST_USES = 3, 2
_STRANGERS = 100


@dataclass(frozen=True)
class Group:
    """Statements alike in meaning that carry no theme; `words` are their own, the most telling first.

    `internal` and `customer` count them; the quotes are those nearest to the middle of the group.
    """

    words: tuple[str, ...]
    internal: int
    customer: int
    internal_quotes: tuple[Quote, ...]
    customer_quotes: tuple[Quote, ...]

    @property
    def shared(self) -> bool:
        """Whether both sides are in the group, each more than once: a candidate for a shared theme."""
        return min(self.internal, self.customer) > 1


@dataclass(frozen=True)
class Unknown:
    """How many of each side's statements with tension or a coolspot carry no theme, and their groups."""

    internal: Share
    customer: Share
    groups: tuple[Group, ...] = ()


NOTHING_UNKNOWN = Unknown(NOTHING.share, NOTHING.share)


def unknown(ground: Ground, themes: Marks, vectors: Floats, parts: Sequence[Spoken]) -> Unknown:
    """Return the statements with tension or a coolspot that carry no theme, those of both sides first.

    Statements belong together that are nearer than 99 % of statements without a common theme; what is near
    to nothing is in no group. Groups of fewer than three documents or texts are not shown (an agenda repeats
    its items), nor those without a common word where words are known, nor more than twelve.
    """
    felt = [ground.rows[side, Tone.TENSION] | ground.rows[side, Tone.COOLSPOT] for side in Side]
    lost = np.asarray(~themes.hits.any(axis=1))
    shares = [estimates(lost[rows, None], ground.voices[rows])[0].share for rows in felt]
    rows = ground.quotable.in_order(np.flatnonzero(lost & (felt[0] | felt[1])))
    named = [ground.quotable.in_order(np.flatnonzero(side & ~lost)) for side in felt]
    found: list[Group] = []
    if vectors.shape[1] and all(len(side) for side in named):
        least = near_enough(unrelated(themes, vectors, named), _STRANGERS)
        members = [rows[places] for places in groups(vectors[rows], least)]
        ordered = sorted(
            (each for each in members if _enough(ground, each)), key=lambda each: _order(felt, each)
        )
        named_groups = (_group(ground, vectors, parts, each) for each in ordered)
        found = list(islice((group for group in named_groups if group.words or not parts), _MOST))
    return Unknown(shares[0], shares[1], tuple(found))


def _order(felt: Sequence[Rows], rows: Places) -> tuple[int, int]:
    """Return what puts groups of both sides first, then large ones."""
    sizes = [int(side[rows].sum()) for side in felt]
    return -min(sizes), -sum(sizes)


def _enough(ground: Ground, rows: Places) -> bool:
    kinds = (ground.voices[rows], ground.quotable.texts[rows])
    return all(len(np.unique(each)) >= _FEWEST_DOCUMENTS for each in kinds)


def _group(ground: Ground, vectors: Floats, parts: Sequence[Spoken], rows: Places) -> Group:
    near = np.round(vectors[rows] @ middle(vectors[rows]), 4)
    ordered = rows[np.argsort(-near, kind="stable")]
    inside = np.isin(ordered, np.flatnonzero((ground.table["side"] == Side.INTERNAL.value).to_numpy()))
    sides = [ordered[inside], ordered[~inside]]
    quotes = [_quotes(ground, side) for side in sides]
    return Group(_name(ground, parts, rows), len(sides[0]), len(sides[1]), quotes[0], quotes[1])


def _quotes(ground: Ground, rows: Places) -> tuple[Quote, ...]:
    """Return the first texts, each once, with how often it was said."""
    _, first, times = np.unique(ground.quotable.texts[rows], return_index=True, return_counts=True)
    order = np.argsort(first)[:_QUOTES]
    return tuple(ground.quotable.quote(int(rows[first[i]]), 0.0, int(times[i])) for i in order)


def _name(ground: Ground, parts: Sequence[Spoken], rows: Places) -> tuple[str, ...]:
    """Return the words that at least two documents of the group use, the most its own first."""
    here = np.zeros(len(ground.table), bool)
    here[rows] = True
    words: list[tuple[float, str]] = []
    for part in parts:
        used, others = part.documents(here & part.spoken), part.documents(~here & part.spoken)
        strength = np.where(used >= _FEWEST_USES, log_odds_z(used, others, part.background), 0.0)
        best = np.argsort(-strength, kind="stable")[:_WORDS]
        words += [(-float(strength[i]), str(part.terms[i])) for i in best.tolist() if strength[i] > 0]
    return tuple(word for _, word in sorted(words)[:_WORDS])
