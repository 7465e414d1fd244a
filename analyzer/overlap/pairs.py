"""Pairs: statements of both sides that say the same to each other, each in its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analyzer.overlap.finding import Quote
from analyzer.overlap.ground import Ground
from analyzer.overlap.lenses import Marks
from analyzer.overlap.meeting import Candidate, Floats, Meeting, Places, near_enough, unrelated
from analyzer.tables import Side, Tone

MOST = 5
_FEWEST, _LARGEST = 3, 4000


@dataclass(frozen=True)
class Pair:
    """An internal and a customer statement on one theme that are near in meaning.

    `likeness` is the cosine of their vectors; `phase` the station of the cycle, if both have the same.
    """

    key: str
    tone: Tone
    internal: Quote
    customer: Quote
    likeness: float
    phase: str | None


def pairs(ground: Ground, themes: Marks, vectors: Floats) -> tuple[Pair, ...]:
    """Return at most `MOST` pairs a theme and tone (tension, coolspots), the nearest first.

    A pair has a theme and its tone in common, is nearer than but one of as many pairs without a common theme,
    and nearer than either statement is to its neighbours on the other side (the criterion of Conneau et al.
    2018, "Word translation without parallel data", equation 3, which keeps statements that are near to
    everything out). The same station of the cycle counts for a little nearness. No statement and no text
    is in two pairs. The search is exact; of more than 4,000 statements of a theme on a side, it is among
    the surest. A theme of fewer than three statements on a side has no pairs.
    """
    if not vectors.shape[1]:
        return ()
    found = [
        pair for tone in (Tone.TENSION, Tone.COOLSPOT) for pair in _of_tone(ground, themes, vectors, tone)
    ]
    return tuple(sorted(found, key=lambda pair: (themes.keys.index(pair.key), list(Tone).index(pair.tone))))


def _of_tone(ground: Ground, themes: Marks, vectors: Floats, tone: Tone) -> list[Pair]:
    sides = [
        ground.quotable.in_order(np.flatnonzero(ground.rows[s, tone] & themes.hits.any(axis=1))) for s in Side
    ]
    if not all(len(rows) for rows in sides):
        return []
    meeting = Meeting.of(ground, vectors, sides)
    strangers = unrelated(themes, vectors, sides)
    candidates: list[Candidate] = []
    for column in range(len(themes.keys)):
        said = [_surest(themes, rows, column) for rows in sides]
        least = near_enough(strangers, len(said[0]) * len(said[1]))
        if min(map(len, said)) < _FEWEST:
            continue
        candidates += meeting.candidates(column, said, least)
    chosen = _varied(ground, candidates)
    return [_pair(ground, themes, candidate, tone) for candidate in chosen]


def _surest(themes: Marks, rows: Places, column: int) -> Places:
    """Return the rows of a theme; of very many, those read most surely."""
    mine = rows[themes.hits[rows, column]]
    surest = np.argsort(-themes.score[mine, column], kind="stable")[:_LARGEST]
    return np.asarray(mine[np.sort(surest)])


def _varied(ground: Ground, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the best candidates, none with a statement or text of a better one."""
    ties = ground.quotable.ties
    order = sorted(
        candidates, key=lambda c: (-round(c.score, 4), ties[c.internal], ties[c.customer], c.column)
    )
    taken: set[str] = set()
    counts: dict[int, int] = {}
    chosen = []
    for candidate in order:
        texts = {ground.quotable.folded(row) for row in (candidate.internal, candidate.customer)}
        if counts.get(candidate.column, 0) < MOST and not texts & taken:
            taken |= texts
            counts[candidate.column] = counts.get(candidate.column, 0) + 1
            chosen.append(candidate)
    return chosen


def _pair(ground: Ground, themes: Marks, candidate: Candidate, tone: Tone) -> Pair:
    rows = (candidate.internal, candidate.customer)
    quotes = [ground.quotable.quote(row, float(themes.score[row, candidate.column])) for row in rows]
    first, second = (str(ground.table["phase"].iat[row]) for row in rows)
    phase = first if first == second != "none" else None
    key = themes.keys[candidate.column]
    return Pair(key, tone, quotes[0], quotes[1], round(candidate.likeness, 4), phase)
