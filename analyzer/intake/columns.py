"""Which column of a table is the text, the id, the date, the unit and the author."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice
from math import log2
from statistics import fmean

from analyzer.intake.dates import read_date
from analyzer.intake.names import name_hints, normal
from analyzer.intake.result import Columns, IntakeError
from analyzer.intake.wording import has_words

_VALUES = 1000
_ADDRESS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+")


def find_columns(header: Sequence[str], hints: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns:
    """Return the names of the columns found, None for what is not there.

    `hints` are the normal names with whatever else is said of the column; `rows` hold the cells. The
    names count by columns.toml, the content by up to 1,000 filled cells.
    """
    values = [_values(rows, place) for place in range(len(header))]
    most = max(1, min(_VALUES, len(rows)))
    found: dict[str, str] = {}
    for meaning, fit in _FITS.items():
        scores = {
            name: fit(values[place], name_hints()[meaning].bonus(hints[place]), len(values[place]) / most)
            for place, name in enumerate(header)
            if name not in found.values() and values[place]
        }
        best = max(scores, key=scores.__getitem__, default=None)
        if best is not None and scores[best] > 0:
            found[meaning] = best
    return Columns(**found)


def resolve(wanted: Columns, found: Columns, header: Sequence[str], *, name: str) -> Columns:
    """Return the columns wanted, and for the rest those found; raises IntakeError on a missing name."""
    chosen = {meaning: _spelled(column, header, name) for meaning, column in wanted.chosen().items()}
    free = {m: c for m, c in found.chosen().items() if c not in chosen.values()}
    return Columns(**(free | chosen))


def list_names(header: Sequence[str]) -> str:
    """Return the columns' names for a sentence, at most 40 of them and each cut at 60 characters."""
    names = [name if len(name) <= 60 else f"{name[:59]}…" for name in header[:40]]
    return ", ".join([*names, "…"] if len(header) > 40 else names)


def _spelled(column: str, header: Sequence[str], source: str) -> str:
    for same in (str, normal):
        for name in header:
            if same(name) == same(column):
                return name
    raise IntakeError(
        "{name} has no column “{column}”. Its columns are: {columns}.",
        name=source,
        column=column,
        columns=list_names(header),
    )


def _values(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    return list(islice((row[place] for row in rows if place < len(row) and row[place]), _VALUES))


def _text_fit(values: list[str], bonus: float, filled: float) -> float:
    """Return letters x several words x distinctness x length, and the name's bonus; 0 for no prose.

    The bonus counts in full from a quarter of the rows filled; codes and addresses are no prose.
    """
    told = [value for value in values if has_words(value) and not _ADDRESS.fullmatch(value)]
    if not told:
        return 0
    prose = len(told) / len(values)
    letters = fmean(sum(map(str.isalpha, v)) / len("".join(v.split())) for v in (v[:500] for v in told))
    words = fmean(len(value[:2000].split()) for value in told)
    spaced = fmean(" " in value for value in told)
    distinct = len(set(told)) / len(told)
    content = prose * letters * spaced * distinct * min(1.0, log2(1 + words) / log2(25))
    named = bonus * min(1.0, 4 * filled) * prose
    if bonus > 2:
        return named + content if letters > 0.3 and (distinct > 0.02 or len(told) < 50) else 0
    if bonus > 0:
        return named + content if content > 0.15 else 0
    return content + min(bonus, 0) / 2 if content > 0.25 and words >= 3.5 else 0


def _id_fit(values: list[str], bonus: float, filled: float) -> float:
    plain = fmean(len(value) <= 64 and len(value.split()) == 1 for value in values)
    return bonus if plain > 0.9 and filled > 0.5 and len(set(values)) >= 0.9 * len(values) else 0


def _date_fit(values: list[str], bonus: float, filled: float) -> float:
    dated = fmean(
        read_date(value) is not None or read_date(value, day_first=False) is not None for value in values
    )
    if bonus <= 0:
        return 0.1 if bonus == 0 and dated > 0.9 else 0
    return bonus * filled * (dated > 0.6)


def _unit_fit(values: list[str], bonus: float, filled: float) -> float:
    """Accept a named column of few short values: groups, not descriptions."""
    short = fmean(len(value) <= 100 for value in values) > 0.95
    return bonus * filled if short and (len(values) < 10 or len(set(values)) <= 0.5 * len(values)) else 0


def _author_fit(values: list[str], bonus: float, filled: float) -> float:
    return bonus * filled if fmean(len(value) <= 80 for value in values) > 0.95 else 0


_FITS: dict[str, Callable[[list[str], float, float], float]] = {
    "text": _text_fit,
    "id": _id_fit,
    "date": _date_fit,
    "unit": _unit_fit,
    "author": _author_fit,
}
