"""From statements to the overlap map."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analyzer.overlap.context import NOTHING_MORE, Context
from analyzer.overlap.contradictions import contradictions
from analyzer.overlap.findings import findings, images, principles
from analyzer.overlap.ground import Ground, Rows, ground_of
from analyzer.overlap.lenses import Marks, column_marks, grouped, theme_marks
from analyzer.overlap.likeness import overlap
from analyzer.overlap.months import months
from analyzer.overlap.ordinary import Comparison, Ordinary, compared
from analyzer.overlap.pairs import pairs
from analyzer.overlap.result import OverlapMap, SideSummary
from analyzer.overlap.spoken import spoken_words
from analyzer.overlap.units import units
from analyzer.overlap.unknown import unknown
from analyzer.overlap.wording import wordings
from analyzer.tables import Side, Statements, Tone
from analyzer.taxonomy import Taxonomy

LENS_QUOTES = 12


def overlap_map(
    statements: Statements,
    taxonomy: Taxonomy,
    *,
    quotes: int = 50,
    seed: int = 0,
    context: Context = NOTHING_MORE,
) -> OverlapMap:
    """Return where the tension inside mirrors the relationship with customers.

    `quotes` is the most a theme, side and tone shows (lenses at most 12); `seed` starts the resampling;
    `context` is what is known beside the statements. Statements of one side only, or none, give a map of
    `too_little_data`.
    """
    ground = ground_of(statements, context.authors)
    themes = theme_marks(statements, taxonomy.ids)
    spoken = spoken_words(ground, context.words)
    weights = [_document_weights(ground, themes, ground.rows[side, Tone.TENSION]) for side in Side]
    few = min(quotes, LENS_QUOTES)
    phases = column_marks(ground.table["phase"], [e.id for e in taxonomy.cycle], themes)
    criteria = grouped(themes, [t.criterion for t in taxonomy.themes], [e.id for e in taxonomy.criteria])
    return OverlapMap(
        sides={side: _summary(ground, themes, side) for side in Side},
        overlap=overlap(weights[0], weights[1], seed=seed),
        ordinary=_ordinary(weights, themes, context.ordinary, seed),
        themes=findings(ground, themes, quotes, confusions=context.confusions, seed=seed),
        cycle=findings(ground, phases, few),
        criteria=findings(ground, criteria, few),
        principles=principles(ground, themes, taxonomy, few),
        images=images(ground, themes, [e.id for e in taxonomy.images], few),
        words=wordings(ground, themes, spoken),
        pairs=pairs(ground, themes, statements.vectors, context.choices),
        units=units(ground, themes, seed=seed, allowed=context.units),
        months=months(ground, themes, seed=seed),
        contradictions=contradictions(ground, context.words, taxonomy),
        unknown=unknown(ground, themes, statements.vectors, spoken),
    )


def _summary(ground: Ground, themes: Marks, side: Side) -> SideSummary:
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


def _ordinary(
    weights: Sequence[NDArray[np.float64]], themes: Marks, ordinary: Ordinary | None, seed: int
) -> Comparison | None:
    return compared(weights[0], weights[1], themes.keys, ordinary, seed=seed) if ordinary else None


def _document_weights(ground: Ground, themes: Marks, rows: Rows) -> NDArray[np.float64]:
    weights = pd.DataFrame(themes.weights()[rows])
    return weights.groupby(ground.voices[rows]).sum().to_numpy()
