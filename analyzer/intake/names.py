"""How columns are called, in German and English: the hints of columns.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_CAMEL = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")
_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Hints:
    """How the columns of one meaning are called; see columns.toml."""

    exact: dict[str, int]
    within: tuple[str, ...]
    avoid: tuple[str, ...]

    def bonus(self, name: str) -> float:
        """Return how well a normal name fits: near 3 for a whole name, 2 for a phrase, minus 1 against it."""
        parts = name.split(" / ")
        ranks = [self.exact[part] for part in parts if part in self.exact]
        if ranks:
            return 3 - min(ranks) / 200
        padded = f" {name} "
        if any(f" {phrase} " in padded for phrase in self.avoid):
            return -1
        return 2 if any(f" {phrase} " in padded for phrase in self.within) else 0


def normal(name: str) -> str:
    """Return a column's name in lower case with single spaces instead of marks and camel case."""
    return _NO_WORD.sub(" ", _CAMEL.sub(" ", name)).strip().casefold()


def is_known_name(cell: str) -> bool:
    """Say whether a cell is a column's usual name."""
    name = normal(cell) if len(cell) <= 60 else ""
    return any(name in hints.exact for hints in name_hints().values())


def is_total(cell: str) -> bool:
    """Say whether a row that begins with this cell sums up the rows above it."""
    return len(cell) <= 60 and normal(cell) in _totals()


@cache
def _totals() -> frozenset[str]:
    return frozenset(map(normal, _columns()["total_words"]))


@cache
def name_hints() -> dict[str, Hints]:
    """Return {meaning: how its columns are called}."""
    return {
        meaning: Hints(
            {normal(name): rank for rank, name in enumerate(said["exact"])},
            tuple(map(normal, said["within"])),
            tuple(map(normal, said["avoid"])),
        )
        for meaning, said in _columns().items()
        if isinstance(said, dict)
    }


@cache
def _columns() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "columns.toml").read_text(encoding="utf-8"))
