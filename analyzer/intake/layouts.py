"""Exports whose columns are known, by the names they have: layouts.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from analyzer.intake.names import normal

_MEANINGS = ("id", "date", "unit", "author", "rating")


@dataclass(frozen=True)
class Layout:
    """One layout; see layouts.toml. `found` names the columns of a meaning, the best first."""

    name: str
    needs: frozenset[str]
    text: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    found: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    first: bool = False
    questions: bool = False
    any: frozenset[str] = frozenset()
    least: int = 1

    def fits(self, hints: Sequence[str]) -> bool:
        """Say whether a table with these normal names of columns has this layout."""
        names = {name for hint in hints for name in hint.split(" / ")}
        if self.first and hints[0].split(" / ")[0] not in self.needs:
            return False
        return self.needs <= names and (not self.any or len(self.any & names) >= self.least)

    def texts(self, hints: Sequence[str], filled: Callable[[int], bool]) -> tuple[list[int], bool]:
        """Return the places of the columns of text, and whether they hold only subjects."""
        wanted = self.any or set(self.text)
        places = [
            place for place, hint in enumerate(hints) if hint.split(" / ")[0] in wanted and filled(place)
        ]
        subjects = [place for place, hint in enumerate(hints) if hint in self.subjects and filled(place)]
        only = bool(subjects) and set(places) <= set(subjects)
        return (subjects, True) if only else (sorted({*places, *subjects}), False)


def find_layout(hints: Sequence[str]) -> Layout | None:
    """Return the first layout that fits the normal names of a table's columns, None for another table."""
    return next((layout for layout in _layouts() if hints and layout.fits(hints)), None)


@cache
def _layouts() -> tuple[Layout, ...]:
    data = tomllib.loads((Path(__file__).parent / "layouts.toml").read_text(encoding="utf-8"))
    return tuple(_layout(one) for one in data["layout"])


def _layout(said: dict[str, object]) -> Layout:
    lists = {key: tuple(map(normal, value)) for key, value in said.items() if isinstance(value, list)}
    return Layout(
        name=str(said["name"]),
        needs=frozenset(lists.get("needs", ())),
        text=lists.get("text", ()),
        subjects=lists.get("subjects", ()),
        found={meaning: lists[meaning] for meaning in _MEANINGS if meaning in lists},
        first=bool(said.get("first")),
        questions=bool(said.get("questions")),
        any=frozenset(lists.get("any", ())),
        least=int(str(said.get("least", 1))),
    )
