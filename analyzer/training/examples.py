"""Reads and checks what the heads learn from: authored pairs and coded statements."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from analyzer.messages import UserError
from analyzer.taxonomy import load_taxonomy

_TAXONOMY = load_taxonomy()
THEMES = _TAXONOMY.ids
TONES = tuple(entry.id for entry in _TAXONOMY.tones)
PHASES = (*(entry.id for entry in _TAXONOMY.cycle), "none")
IMAGES = (*(entry.id for entry in _TAXONOMY.images), "none")
SIDES = ("internal", "customer")
PARTS = (len(THEMES), len(TONES), len(PHASES), len(IMAGES))
"""How many outputs each head has, in the order of all outputs."""
AUTHORED = "authored"
IMAGE = slice(sum(PARTS[:3]), sum(PARTS))
"""The outputs of the image of the customer."""
_MOST_THEMES = 3


class ExampleError(UserError):
    """A line of examples that breaks the form."""


@dataclass(frozen=True)
class Example:
    """One statement with its codes; `pair` is shared with its translation; `source` says where it is from.

    A statement that no person coded has `beliefs`, what a teacher thinks of it: a probability for each output
    of `PARTS`; its codes are then the likeliest.
    """

    text: str
    lang: str
    side: str
    themes: tuple[str, ...]
    tone: str
    phase: str
    image: str
    source: str
    pair: str
    beliefs: tuple[float, ...] = ()

    @property
    def authored(self) -> bool:
        """Whether it was written for the project."""
        return self.source == AUTHORED

    @property
    def coded(self) -> bool:
        """Whether it is a real statement that a person coded."""
        return not self.authored and not self.beliefs

    def weight(self, *, authored: float, taught: float) -> float:
        """Return what it counts against a coded one: 1, or one of the two weights given."""
        if self.beliefs:
            return taught
        return authored if self.authored else 1.0


def read_authored(folder: Path) -> list[Example]:
    """Return both languages of every pair in the folder's `*.jsonl`; exact repetitions are kept once.

    Raises ExampleError, with file and line, for a line that breaks the form.
    """
    seen: dict[tuple[str, str, str], Example] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for number, row in read_rows(path):
            for lang in ("de", "en"):
                if row.get(lang):
                    example = _example(row, row[lang], lang, AUTHORED, f"{path.name}:{number}")
                    seen.setdefault((example.text, lang, example.side), example)
    return list(seen.values())


def read_coded(path: Path) -> list[Example]:
    """Return the coded statements of a file: `text`, `lang`, `side`, `source` and the codes a line.

    A line that `translates` another statement names its `id`, so that the two are never parted.
    """
    return [
        _example(row, row["text"], row["lang"], row["source"], f"{path.name}:{number}")
        for number, row in read_rows(path)
    ]


def read_codes(codes: Path, pool: Path) -> list[Example]:
    """Return the statements of `pool` (`.jsonl.xz`) that `codes` (`.jsonl`) has codes for, by their `id`."""
    by_id = {row["id"]: (number, row) for number, row in read_rows(codes)}
    found = []
    with lzma.open(pool, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            if row["id"] in by_id:
                number, coded = by_id[row["id"]]
                place = f"{codes.name}:{number}"
                found.append(_example(row | coded, row["text"], row["lang"], row["source"], place))
    return found


def truth(examples: Sequence[Example]) -> np.ndarray:
    """Return what is coded, or believed, (examples, outputs) of 0 to 1, the outputs as in `PARTS`."""
    columns = [
        [[theme in example.themes for theme in THEMES] for example in examples],
        [[example.tone == tone for tone in TONES] for example in examples],
        [[example.phase == phase for phase in PHASES] for example in examples],
        [[example.image == image for image in IMAGES] for example in examples],
    ]
    known = np.concatenate([np.array(part, np.float32) for part in columns], axis=1)
    for row, example in enumerate(examples):
        if example.beliefs:
            known[row] = example.beliefs
    return known


def read_rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield each line of a JSONL file with its number; raises ExampleError for one that is no object."""
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise ExampleError(
                    "{name}, line {line}: not valid JSON.", name=path.name, line=number
                ) from error
            if not isinstance(row, dict) or not {"side", "tone"} <= row.keys() | _codes(row).keys():
                raise ExampleError("{name}, line {line}: not a coded statement.", name=path.name, line=number)
            yield number, row


def _codes(row: dict[str, Any]) -> dict[str, Any]:
    return next((row[reader] for reader in ("a", "b") if isinstance(row.get(reader), dict)), {})


def _example(row: dict[str, Any], text: str, lang: str, source: str, place: str) -> Example:
    name, line = place.rsplit(":", 1)
    for key, allowed in (("side", SIDES), ("tone", TONES), ("phase", PHASES), ("image", IMAGES)):
        _check(row.get(key), key, allowed, name, line)
    themes = tuple(row.get("themes") or ())
    for theme in themes:
        _check(theme, "themes", THEMES, name, line)
    if len(set(themes)) < len(themes) or len(themes) > _MOST_THEMES:
        raise ExampleError(
            "{name}, line {line}: at most three different themes, please.", name=name, line=line
        )
    pair = str(row.get("translates") or row.get("id") or place)
    return Example(text, lang, row["side"], themes, row["tone"], row["phase"], row["image"], source, pair)


def _check(value: object, key: str, allowed: tuple[str, ...], name: str, line: str) -> None:
    if value not in allowed:
        raise ExampleError(
            "{name}, line {line}: “{value}” is not a known value of “{key}”.",
            name=name, line=line, value=value, key=key,
        )  # fmt: skip
