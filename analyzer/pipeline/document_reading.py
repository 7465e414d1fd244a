"""From the readings of a document's statements to one reading of the whole document."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.tables import Statements, Tone

MOST_THEMES = 3
DOCUMENT_COLUMNS = (
    "document",
    "side",
    "source",
    "date",
    "unit",
    "lang",
    "themes",
    "scores",
    "tone",
    "phase",
    "image",
)


def by_document(statements: Statements) -> pd.DataFrame:
    """Return one row a document, columns `DOCUMENT_COLUMNS`, in the order of the statements.

    Its themes are those of all its statements, at most three, the one with the strongest score first; its
    scores {theme: probability} are the strongest too, and so is its tone (tension, then coolspot, then
    neutral). Phase and image are those of the statement that carries the main theme, or of the first
    statement of that tone when there is no theme.
    """
    groups = statements.table.groupby("document", sort=False).indices
    rows = [_document(statements, np.sort(places)) for places in groups.values()]
    return pd.DataFrame(rows, columns=list(DOCUMENT_COLUMNS))


def _document(statements: Statements, places: np.ndarray) -> dict[str, object]:
    table = statements.table.iloc[places]
    column = {theme: number for number, theme in enumerate(statements.themes)}
    scores = statements.scores[places].max(axis=0)
    strongest: dict[str, tuple[float, int]] = {}
    for place, themes in zip(places, table["themes"], strict=True):
        for theme in themes:
            score = float(statements.scores[place, column[theme]])
            strongest[theme] = max(strongest.get(theme, (-1.0, 0)), (score, -int(place)))
    ordered = sorted(strongest, key=lambda theme: strongest[theme], reverse=True)[:MOST_THEMES]
    tone = next(tone.value for tone in Tone if (table["tone"] == tone.value).any())
    carrier = -strongest[ordered[0]][1] if ordered else int(places[np.argmax(table["tone"] == tone)])
    carrying = statements.table.iloc[carrier]
    first = table.iloc[0]
    return {
        **{name: first[name] for name in ("document", "side", "source", "date", "unit")},
        "lang": table["lang"].mode().iloc[0],
        "themes": ordered,
        "scores": {theme: round(float(scores[number]), 4) for theme, number in column.items()},
        "tone": tone,
        "phase": carrying["phase"],
        "image": carrying["image"],
    }
