"""What people decided about pairs: which to keep in any case, and which never to show again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analyzer.overlap.ground import Ground
from analyzer.overlap.lenses import Marks
from analyzer.overlap.meeting import Candidate, Floats
from analyzer.tables import Side, Tone

Ids = tuple[str, str]


@dataclass(frozen=True)
class Choices:
    """Pairs as the ids of their statements, inside first; a pair that is both is pinned."""

    pinned: frozenset[Ids] = frozenset()
    dismissed: frozenset[Ids] = frozenset()

    def of(self, ground: Ground, internal: int, customer: int) -> Ids:
        """Return the ids of two rows."""
        return ground.quotable.said[internal][0], ground.quotable.said[customer][0]


NO_CHOICES = Choices()


def pinned(
    ground: Ground, themes: Marks, vectors: Floats, tone: Tone, pins: frozenset[Ids]
) -> list[Candidate]:
    """Return the pinned pairs of a tone, in the order of their ids.

    A pair is shown under the theme that both have in common or else the main theme of either, and in the
    tone of its internal statement, tension if that is neutral. One whose statements are not there, or that
    carries no theme at all, is left out.
    """
    places = {quote[0]: row for row, quote in enumerate(ground.quotable.said)} if pins else {}
    known = [(places[one], places[other]) for one, other in sorted(pins) if one in places and other in places]
    found = (_candidate(ground, themes, vectors, rows) for rows in known if _tone(ground, rows[0]) is tone)
    return [candidate for candidate in found if candidate]


def _candidate(ground: Ground, themes: Marks, vectors: Floats, rows: tuple[int, int]) -> Candidate | None:
    column = _column(themes, rows)
    sides = [ground.table["side"].iat[row] for row in rows]
    if column is None or sides != [side.value for side in Side]:
        return None
    likeness = float(vectors[rows[0]] @ vectors[rows[1]])
    return Candidate(column, rows[0], rows[1], likeness, float("inf"))


def _column(themes: Marks, rows: Sequence[int]) -> int | None:
    first, second = (themes.rank[row].astype(int) for row in rows)
    hits = themes.hits[list(rows)].sum(axis=0)
    for shared in (2, 1):
        columns = np.flatnonzero(hits >= shared)
        if len(columns):
            return int(columns[(first + second)[columns].argmin()])
    return None


def _tone(ground: Ground, row: int) -> Tone:
    coolspot = ground.table["tone"].iat[row] == Tone.COOLSPOT.value
    return Tone.COOLSPOT if coolspot else Tone.TENSION
