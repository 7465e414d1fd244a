"""The Pollock benchmark's measures of one loaded table against the clean one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True)
class Loaded:
    """What a reader made of a file: header (empty if none), rows, and what it reported beside them."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    beside: Sequence[Sequence[str]] = ()


@dataclass(frozen=True)
class Scored:
    """One file's points of 10, its F1 of records, and whether every letter and digit came through."""

    points: float
    record_f1: float
    accounted: bool


LOST = Scored(0.0, 0.0, False)


def score(loaded: Loaded, clean: Loaded, raw: str) -> Scored:
    """Return one point for loading, and precision, recall and F1 of header cells, records and cells.

    Every measure is of multisets of normalised cells, a record being its cells joined; what the clean
    table has none of counts in full. `raw` is the file's text, for the account of letters and digits.
    """
    header = _measures(map(_normal, loaded.header), map(_normal, clean.header))
    records = _measures(map(_record, loaded.rows), map(_record, clean.rows))
    cells = _measures(_cells(loaded.rows), _cells(clean.rows))
    there = (cell for row in (loaded.header, *loaded.rows, *loaded.beside) for cell in row)
    return Scored(1 + sum(header) + sum(records) + sum(cells), records[2], _signs(there) == _signs([raw]))


def _measures(loaded: Iterable[str], clean: Iterable[str]) -> tuple[float, float, float]:
    """Return precision, recall and F1 as the benchmark names them."""
    got, wanted = Counter(loaded), Counter(clean)
    if not wanted:
        return 1.0, 1.0, 1.0
    common = (got & wanted).total()
    if not common:
        return 0.0, 0.0, 0.0
    precision, recall = common / wanted.total(), common / got.total()
    return precision, recall, 2 * precision * recall / (precision + recall)


def _cells(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    return (_normal(cell) for row in rows for cell in row)


def _record(row: Sequence[str]) -> str:
    return "".join(_normal(cell) or "null" for cell in row)


def _normal(cell: str) -> str:
    """Return a cell in lower case, numbers without their spelling: 07 and 7.0 are 7."""
    text = cell.strip().lower()
    return format(float(text), "g") if len(text) < 16 and _NUMBER.fullmatch(text) else text


def _signs(texts: Iterable[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(text)
    return Counter({sign: count for sign, count in counts.items() if sign.isalnum()})
