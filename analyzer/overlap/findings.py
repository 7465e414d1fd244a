"""Findings: shares, quotes and verdict of every theme, station, criterion, principle and image."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from analyzer.overlap.confusions import Confusion, Confusions
from analyzer.overlap.correction import corrected
from analyzer.overlap.finding import Finding, ImageFinding, Verdict, Voices
from analyzer.overlap.ground import Ground
from analyzer.overlap.lenses import Marks, column_marks, grouped
from analyzer.overlap.quotes import pick
from analyzer.overlap.shares import NOTHING, Estimate, estimates
from analyzer.overlap.verdicts import Matter, verdicts
from analyzer.tables import Side, Tone
from analyzer.taxonomy import COOLSPOTS, Taxonomy


def findings(
    ground: Ground, marks: Marks, most: int, *, confusions: Confusions | None = None, seed: int = 0
) -> tuple[Finding, ...]:
    """Return one finding a key of `marks`, one family of verdicts; `most` quotes a side and tone at most.

    With `confusions` the shares of the tension are corrected for the model's known errors.
    """
    found = {cell: estimates(marks.hits[rows], ground.voices[rows]) for cell, rows in ground.rows.items()}
    matters = [
        Matter(*(found[side, tone][i] for tone in (Tone.TENSION, Tone.COOLSPOT) for side in Side))
        for i in range(len(marks.keys))
    ]
    if confusions:
        pairs = zip(marks.keys, matters, strict=True)
        matters = [_corrected(matter, confusions.pair(key), seed) for key, matter in pairs]
    return tuple(
        _finding(ground, marks, column, matter, verdict, most)
        for column, (matter, verdict) in enumerate(zip(matters, verdicts(matters), strict=True))
    )


def _corrected(matter: Matter, known: tuple[Confusion, Confusion] | None, seed: int) -> Matter:
    if known is None:
        return matter
    internal, customer = corrected(matter.internal, matter.customer, known, seed=seed)
    return replace(matter, internal=internal, customer=customer)


def _finding(
    ground: Ground, marks: Marks, column: int, matter: Matter, verdict: Verdict, most: int
) -> Finding:
    def voices(side: Side, tension: Estimate, coolspot: Estimate) -> Voices:
        said = [
            pick(ground.quotable, marks, column, among=ground.rows[side, tone], most=most)
            for tone in (Tone.TENSION, Tone.COOLSPOT)
        ]
        return Voices(tension.share, coolspot.share, said[0], said[1])

    internal = voices(Side.INTERNAL, matter.internal, matter.internal_coolspot)
    customer = voices(Side.CUSTOMER, matter.customer, matter.customer_coolspot)
    return Finding(marks.keys[column], internal, customer, verdict)


def principles(ground: Ground, themes: Marks, taxonomy: Taxonomy, most: int) -> tuple[Finding, ...]:
    """Return one finding a principle; `COOLSPOTS` gathers every coolspot."""
    keys = [entry.id for entry in taxonomy.principles]
    marks = grouped(
        themes, [theme.principle for theme in taxonomy.themes], [k for k in keys if k != COOLSPOTS]
    )
    found = {finding.key: finding for finding in findings(ground, marks, most)}
    if COOLSPOTS in keys:
        found[COOLSPOTS] = _coolspots(ground, themes, most)
    return tuple(found[key] for key in keys)


def _coolspots(ground: Ground, themes: Marks, most: int) -> Finding:
    """Return the principle that gathers all coolspots; its shares are of tension and coolspots together."""
    marks = column_marks(ground.table["tone"], [Tone.COOLSPOT.value], themes)
    felt = {side: ground.rows[side, Tone.TENSION] | ground.rows[side, Tone.COOLSPOT] for side in Side}
    told = {side: estimates(marks.hits[rows], ground.voices[rows])[0] for side, rows in felt.items()}
    tension = {side: estimates(~marks.hits[rows], ground.voices[rows])[0] for side, rows in felt.items()}
    inside, customers = Side.INTERNAL, Side.CUSTOMER
    verdict = verdicts([Matter(told[inside], told[customers], NOTHING, NOTHING)])[0]
    matter = Matter(tension[inside], tension[customers], told[inside], told[customers])
    return _finding(ground, Marks((COOLSPOTS,), marks.rank, marks.score), 0, matter, verdict, most)


def images(ground: Ground, themes: Marks, keys: list[str], most: int) -> tuple[ImageFinding, ...]:
    """Return how often the team speaks of its customers in each image, among the statements that hold one."""
    marks = column_marks(ground.table["image"], keys, themes)
    inside = np.any([ground.rows[Side.INTERNAL, tone] for tone in Tone], axis=0)
    seen = inside & marks.hits.any(axis=1)
    found = estimates(marks.hits[seen], ground.voices[seen])
    return tuple(
        ImageFinding(key, estimate.share, pick(ground.quotable, marks, i, among=seen, most=most))
        for i, (key, estimate) in enumerate(zip(keys, found, strict=True))
    )
