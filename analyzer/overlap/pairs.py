"""Pairs: statements of both sides that say the same to each other, each in its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analyzer.overlap.choices import NO_CHOICES, Choices, pinned
from analyzer.overlap.finding import Quote
from analyzer.overlap.ground import Ground
from analyzer.overlap.lenses import Marks
from analyzer.overlap.meeting import Candidate, Floats, Meeting, Places, near_enough, unrelated
from analyzer.tables import Side, Tone

MOST = 5
_FEWEST, _LARGEST = 3, 4000
_LEAST = 0.5


@dataclass(frozen=True)
class Pair:
    """An internal and a customer statement on one theme that are near in meaning.

    `likeness` is the cosine of their vectors; `phase` the station of the cycle, if both have the same;
    `pinned` says that a person put them together.
    """

    key: str
    tone: Tone
    internal: Quote
    customer: Quote
    likeness: float
    phase: str | None
    pinned: bool = False


def pairs(ground: Ground, themes: Marks, vectors: Floats, choices: Choices = NO_CHOICES) -> tuple[Pair, ...]:
    """Return at most `MOST` pairs a theme and tone (tension, coolspots), the nearest first.

    Pairs that people pinned come before them and beyond that number; dismissed ones make room for others.

    A pair has a theme and its tone in common, a cosine of at least 0.5 (under that, pairs of real minutes and
    reviews had nothing to say to each other), is nearer than but one of as many pairs without a common theme,
    and nearer than either statement is to its neighbours on the other side (the criterion of Conneau et al.
    2018, "Word translation without parallel data", equation 3, which keeps statements that are near to
    everything out). The same station of the cycle counts for a little nearness. No statement and no text
    is in two pairs. The search is exact; of more than 4,000 statements of a theme on a side, it is among
    the surest. A theme of fewer than three statements on a side has no pairs.
    """
    if not vectors.shape[1]:
        return ()
    found = [
        pair
        for tone in (Tone.TENSION, Tone.COOLSPOT)
        for pair in _of_tone(ground, themes, vectors, tone, choices)
    ]
    return tuple(sorted(found, key=lambda pair: (themes.keys.index(pair.key), list(Tone).index(pair.tone))))


def _of_tone(ground: Ground, themes: Marks, vectors: Floats, tone: Tone, choices: Choices) -> list[Pair]:
    fixed = pinned(ground, themes, vectors, tone, choices.pinned)
    candidates = [
        each
        for each in _candidates(ground, themes, vectors, tone)
        if choices.of(ground, each.internal, each.customer) not in choices.dismissed
    ]
    chosen = _varied(ground, candidates, fixed)
    return [_pair(ground, themes, candidate, tone) for candidate in [*fixed, *chosen]]


def _candidates(ground: Ground, themes: Marks, vectors: Floats, tone: Tone) -> list[Candidate]:
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
        least = max(_LEAST, near_enough(strangers, len(said[0]) * len(said[1])))
        if min(map(len, said)) < _FEWEST:
            continue
        candidates += meeting.candidates(column, said, least)
    return candidates


def _surest(themes: Marks, rows: Places, column: int) -> Places:
    """Return the rows of a theme; of very many, those read most surely."""
    mine = rows[themes.hits[rows, column]]
    surest = np.argsort(-themes.score[mine, column], kind="stable")[:_LARGEST]
    return np.asarray(mine[np.sort(surest)])


def _varied(ground: Ground, candidates: Sequence[Candidate], fixed: Sequence[Candidate]) -> list[Candidate]:
    """Return the best candidates, none with a statement or text of a better or fixed one."""
    ties, said = ground.quotable.ties, ground.quotable.texts
    order = sorted(
        candidates, key=lambda c: (-round(c.score, 4), ties[c.internal], ties[c.customer], c.column)
    )
    taken = {int(said[row]) for each in fixed for row in (each.internal, each.customer)}
    counts: dict[int, int] = {}
    chosen = []
    for candidate in order:
        texts = {int(said[row]) for row in (candidate.internal, candidate.customer)}
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
    fixed = candidate.score == float("inf")
    return Pair(key, tone, quotes[0], quotes[1], round(candidate.likeness, 4), phase, fixed)
