"""What was read instead: which themes, and which tones, are taken for one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

NOTHING = "none"
Pair = tuple[Mapping[str, Any], Mapping[str, Any]]


@dataclass(frozen=True)
class Mistakes:
    """How often something else was read, by what was coded and what was read.

    `themes` counts every theme that was missed, with each theme read in its place ("none" where there was no
    other); `tones` counts all statements, also those read rightly.
    """

    themes: dict[str, dict[str, int]]
    tones: dict[str, dict[str, int]]

    def often(self, most: int) -> list[tuple[str, str, int]]:
        """Return the most frequent (coded theme, theme read instead, count)."""
        found = [(coded, read, n) for coded, others in self.themes.items() for read, n in others.items()]
        return sorted(found, key=lambda entry: (-entry[2], entry[0], entry[1]))[:most]


def mistakes(pairs: Iterable[Pair]) -> Mistakes:
    """Return the mistakes in pairs of a reading and a reader's codes (`themes`, `tone`)."""
    themes: dict[str, Counter[str]] = {}
    tones: dict[str, Counter[str]] = {}
    for reading, codes in pairs:
        tones.setdefault(codes["tone"], Counter())[reading["tone"]] += 1
        instead = [theme for theme in reading["themes"] if theme not in codes["themes"]] or [NOTHING]
        for missed in codes["themes"]:
            if missed not in reading["themes"]:
                themes.setdefault(missed, Counter()).update(instead)
    return Mistakes(_plain(themes), _plain(tones))


def _plain(counts: Mapping[str, Counter[str]]) -> dict[str, dict[str, int]]:
    return {name: dict(counter.most_common()) for name, counter in sorted(counts.items())}
