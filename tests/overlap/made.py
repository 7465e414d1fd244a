"""Statements made for the tests, with shares that are known."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analyzer.overlap.result import Finding, Share, Verdict, VerdictKind, Voices
from analyzer.tables import STATEMENT_COLUMNS, Statements

PLAIN = {
    "source": "made",
    "date": pd.NaT,
    "unit": "",
    "lang": "de",
    "themes": [],
    "tone": "tension",
    "phase": "none",
    "image": "none",
}


def row(side: str, place: int, **given: object) -> dict[str, object]:
    name = f"{side}-{place}"
    return {**PLAIN, "id": name, "document": name, "side": side, "text": f"Satz {name}", **given}


def rows(side: str, count: int, start: int = 0, **given: object) -> list[dict[str, object]]:
    return [row(side, place, **given) for place in range(start, start + count)]


def table(made: Sequence[dict[str, object]]) -> pd.DataFrame:
    return pd.DataFrame(list(made), columns=list(STATEMENT_COLUMNS))


def statements(
    made: Sequence[dict[str, object]] | pd.DataFrame, themes: tuple[str, ...] = (), *, scores: object = None
) -> Statements:
    frame = made if isinstance(made, pd.DataFrame) else table(made)
    surety = np.full((len(frame), len(themes)), 0.5) if scores is None else np.asarray(scores)
    return Statements(frame, surety, np.zeros((len(frame), 0)), themes)


def drawn(
    random: np.random.Generator,
    side: str,
    count: int,
    shares: Sequence[float],
    ids: Sequence[str],
    *,
    size: int = 1,
    likeness: float = 0.1,
) -> list[dict[str, object]]:
    """Tension statements in documents of about `size`, whose intraclass correlation is `likeness`."""
    sizes = 1 + random.poisson(size - 1, count)
    documents = np.repeat(np.arange(count), sizes)[:count]
    mean, more = np.asarray(shares), (1 - likeness) / likeness
    chances = random.beta(mean * more, (1 - mean) * more, (count, len(ids))) if size > 1 else None
    made = random.random((count, len(ids))) < (mean if chances is None else chances[documents])
    return [
        row(side, i, document=f"{side}-{documents[i]}", themes=[ids[j] for j in np.flatnonzero(made[i])])
        for i in range(count)
    ]


def finding(
    kind: VerdictKind,
    inside: tuple[int, int],
    customers: tuple[int, int],
    *,
    key: str = "reliability",
    praise: tuple[int, int] = (14, 60),
    ratio: float = 1.1,
) -> Finding:
    def voices(tension: tuple[int, int]) -> Voices:
        return Voices(Share(*tension, 0, 1), Share(*praise, 0, 1), (), ())

    return Finding(key, voices(inside), voices(customers), Verdict(kind, ratio, ratio / 2, ratio * 2, 0.5))
