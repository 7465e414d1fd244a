"""From statements to the overlap map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analyzer.overlap.lenses import Marks, column_marks, grouped, theme_marks
from analyzer.overlap.likeness import overlap
from analyzer.overlap.quotes import Quotable, pick, quotable
from analyzer.overlap.result import (
    Finding,
    ImageFinding,
    Overlap,
    OverlapMap,
    SideSummary,
    Verdict,
    Voices,
)
from analyzer.overlap.shares import NOTHING, Estimate, estimates
from analyzer.overlap.verdicts import Matter, verdicts
from analyzer.tables import Side, Statements, Tone
from analyzer.taxonomy import COOLSPOTS, Taxonomy

LENS_QUOTES = 12

Rows = NDArray[np.bool_]


@dataclass(frozen=True)
class _Ground:
    """What every finding needs: the table, its documents as numbers, what may be quoted, rows by side."""

    table: pd.DataFrame
    documents: NDArray[np.int64]
    quotable: Quotable
    rows: Mapping[tuple[Side, Tone], Rows]


def overlap_map(statements: Statements, taxonomy: Taxonomy, *, quotes: int = 50, seed: int = 0) -> OverlapMap:
    """Return where the tension inside mirrors the relationship with customers.

    `quotes` is the most a theme, side and tone shows (lenses at most 12); `seed` starts the resampling
    of the overlap. Statements of one side only, or none, give a map of `too_little_data`.
    """
    ground = _ground(statements)
    themes = theme_marks(statements, taxonomy.ids)
    few = min(quotes, LENS_QUOTES)
    phases = column_marks(ground.table["phase"], [e.id for e in taxonomy.cycle], themes)
    criteria = grouped(themes, [t.criterion for t in taxonomy.themes], [e.id for e in taxonomy.criteria])
    return OverlapMap(
        sides={side: _summary(ground, themes, side) for side in Side},
        overlap=_overlap(ground, themes, seed),
        themes=_findings(ground, themes, quotes),
        cycle=_findings(ground, phases, few),
        criteria=_findings(ground, criteria, few),
        principles=_principles(ground, themes, taxonomy, few),
        images=_images(ground, themes, [e.id for e in taxonomy.images], few),
    )


def _ground(statements: Statements) -> _Ground:
    table = statements.table
    side, tone = table["side"].to_numpy(), table["tone"].to_numpy()
    rows = {(s, t): (side == s.value) & (tone == t.value) for s in Side for t in Tone}
    return _Ground(table, pd.factorize(table["document"])[0].astype(np.int64), quotable(table), rows)


def _summary(ground: _Ground, themes: Marks, side: Side) -> SideSummary:
    mine = np.any([ground.rows[side, tone] for tone in Tone], axis=0)
    said = ground.table[mine]
    counts = {tone.value: int(ground.rows[side, tone].sum()) for tone in Tone}
    return SideSummary(
        sources=said["source"].nunique(),
        documents=said["document"].nunique(),
        statements=len(said),
        without_theme=int((~themes.hits[mine].any(axis=1)).sum()),
        **counts,
    )


def _overlap(ground: _Ground, themes: Marks, seed: int) -> Overlap | None:
    sides = [_document_weights(ground, themes, ground.rows[side, Tone.TENSION]) for side in Side]
    return overlap(sides[0], sides[1], seed=seed)


def _document_weights(ground: _Ground, themes: Marks, rows: Rows) -> NDArray[np.float64]:
    weights = pd.DataFrame(themes.weights()[rows])
    return weights.groupby(ground.documents[rows]).sum().to_numpy()


def _findings(ground: _Ground, marks: Marks, most: int) -> tuple[Finding, ...]:
    found = {cell: estimates(marks.hits[rows], ground.documents[rows]) for cell, rows in ground.rows.items()}
    matters = [
        Matter(*(found[side, tone][i] for tone in (Tone.TENSION, Tone.COOLSPOT) for side in Side))
        for i in range(len(marks.keys))
    ]
    return tuple(
        _finding(ground, marks, column, matter, verdict, most)
        for column, (matter, verdict) in enumerate(zip(matters, verdicts(matters), strict=True))
    )


def _finding(
    ground: _Ground, marks: Marks, column: int, matter: Matter, verdict: Verdict, most: int
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


def _principles(ground: _Ground, themes: Marks, taxonomy: Taxonomy, most: int) -> tuple[Finding, ...]:
    keys = [entry.id for entry in taxonomy.principles]
    marks = grouped(
        themes, [theme.principle for theme in taxonomy.themes], [k for k in keys if k != COOLSPOTS]
    )
    found = {finding.key: finding for finding in _findings(ground, marks, most)}
    if COOLSPOTS in keys:
        found[COOLSPOTS] = _coolspots(ground, themes, most)
    return tuple(found[key] for key in keys)


def _coolspots(ground: _Ground, themes: Marks, most: int) -> Finding:
    """Return the principle that gathers all coolspots; its shares are of tension and coolspots together."""
    marks = column_marks(ground.table["tone"], [Tone.COOLSPOT.value], themes)
    felt = {side: ground.rows[side, Tone.TENSION] | ground.rows[side, Tone.COOLSPOT] for side in Side}
    told = {side: estimates(marks.hits[rows], ground.documents[rows])[0] for side, rows in felt.items()}
    tension = {side: estimates(~marks.hits[rows], ground.documents[rows])[0] for side, rows in felt.items()}
    inside, customers = Side.INTERNAL, Side.CUSTOMER
    verdict = verdicts([Matter(told[inside], told[customers], NOTHING, NOTHING)])[0]
    matter = Matter(tension[inside], tension[customers], told[inside], told[customers])
    return _finding(ground, Marks((COOLSPOTS,), marks.rank, marks.score), 0, matter, verdict, most)


def _images(ground: _Ground, themes: Marks, keys: list[str], most: int) -> tuple[ImageFinding, ...]:
    marks = column_marks(ground.table["image"], keys, themes)
    inside = np.any([ground.rows[Side.INTERNAL, tone] for tone in Tone], axis=0)
    seen = inside & marks.hits.any(axis=1)
    found = estimates(marks.hits[seen], ground.documents[seen])
    return tuple(
        ImageFinding(key, estimate.share, pick(ground.quotable, marks, i, among=seen, most=most))
        for i, (key, estimate) in enumerate(zip(keys, found, strict=True))
    )
