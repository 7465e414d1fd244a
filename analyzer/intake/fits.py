"""How well the cells of a column, and its name, fit a meaning."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from math import log2
from statistics import fmean

from analyzer.intake.dates import read_date
from analyzer.intake.names import name_hints, normal
from analyzer.intake.ratings import read_rating
from analyzer.intake.wording import has_words

_ADDRESS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+")
_ASKED = re.compile(
    r"\?|^(was|wie|warum|welche|wo|woran|what|how|why|which|where|please|bitte)\b", re.IGNORECASE
)
_OPEN = 0.35


@dataclass(frozen=True)
class Fit:
    """Filled cells of a column, the bonus of its name, and the share of rows in which it is filled."""

    values: list[str]
    bonus: float
    filled: float


def is_title(values: list[str], hint: str) -> bool:
    """Say whether a column is a title: by its name, with words that differ from row to row."""
    if not values or name_hints()["title"].bonus(hint) <= 0:
        return False
    told = [value for value in values if has_words(value) and not _ADDRESS.fullmatch(value)]
    return len(told) * 2 > len(values) and (len(set(told)) * 2 > len(told) or len(told) < 3)


def is_question(name: str, values: list[str], *, asked: bool) -> bool:
    """Say whether a column holds answers in free text to a question; `asked` if all columns are questions."""
    if not (asked or _ASKED.search(name)) or not values:
        return False
    return _content(values)[0] > _OPEN and name_hints()["text"].bonus(normal(name)) >= 0


def _told(values: list[str]) -> list[str]:
    return [value for value in values if has_words(value) and not _ADDRESS.fullmatch(value)]


def _content(values: list[str]) -> tuple[float, float, float]:
    """Return letters x several words x distinctness x length, the share of letters, and words a cell."""
    told = _told(values)
    if not told:
        return 0.0, 0.0, 0.0
    letters = fmean(sum(map(str.isalpha, v)) / len("".join(v.split())) for v in (v[:500] for v in told))
    words = fmean(len(value[:2000].split()) for value in told)
    spaced = fmean(" " in value for value in told)
    distinct = len(set(told)) / len(told)
    prose = len(told) / len(values)
    return prose * letters * spaced * distinct * min(1.0, log2(1 + words) / log2(25)), letters, words


def _text(fit: Fit) -> float:
    """Return the content's measure and the name's bonus; 0 for no prose.

    The bonus counts in full from a quarter of the rows filled; codes and addresses are no prose.
    """
    told = _told(fit.values)
    if not told:
        return 0
    content, letters, words = _content(fit.values)
    named = fit.bonus * min(1.0, 4 * fit.filled) * len(told) / len(fit.values)
    if fit.bonus > 2:
        differ = len(set(told)) / len(told) > 0.02 or len(told) < 50
        return named + content if letters > 0.3 and differ else 0
    if fit.bonus > 0:
        return named + content if content > 0.15 else 0
    return content + min(fit.bonus, 0) / 2 if content > 0.25 and words >= 3.5 else 0


def _id(fit: Fit) -> float:
    plain = fmean(len(value) <= 64 and len(value.split()) == 1 for value in fit.values)
    differ = len(set(fit.values)) >= 0.9 * len(fit.values)
    return fit.bonus if plain > 0.9 and fit.filled > 0.5 and differ else 0


def _date(fit: Fit) -> float:
    dated = fmean(
        read_date(value) is not None or read_date(value, day_first=False) is not None for value in fit.values
    )
    if fit.bonus <= 0:
        return 0.1 if fit.bonus == 0 and dated > 0.9 else 0
    return fit.bonus * fit.filled * (dated > 0.6)


def _unit(fit: Fit) -> float:
    """Accept a named column of few short values: groups, not descriptions."""
    short = fmean(len(value) <= 100 for value in fit.values) > 0.95
    few = len(fit.values) < 10 or len(set(fit.values)) <= 0.5 * len(fit.values)
    return fit.bonus * fit.filled if short and few else 0


def _author(fit: Fit) -> float:
    return fit.bonus * fit.filled if fmean(len(value) <= 80 for value in fit.values) > 0.95 else 0


def _rating(fit: Fit) -> float:
    rated = fmean(read_rating(value) is not None for value in fit.values)
    return fit.bonus * fit.filled if fit.bonus > 0 and rated > 0.9 and len(set(fit.values)) <= 101 else 0


FITS: dict[str, Callable[[Fit], float]] = {
    "text": _text,
    "id": _id,
    "date": _date,
    "unit": _unit,
    "author": _author,
    "rating": _rating,
}
