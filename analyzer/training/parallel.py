"""Reads the texts an encoder learns from: German–English pairs, and English alone."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

_SHORTEST, _LONGEST = 8, 400


@dataclass(frozen=True)
class ParallelTexts:
    """Distinct English texts, and `german`: pairs of a German text and the number of its English one."""

    english: tuple[str, ...]
    german: tuple[tuple[str, int], ...]


def read_parallel(folder: Path, *, most: int | None = None, seed: int = 0) -> ParallelTexts:
    """Return the texts of a folder: `*.xz` with English TAB German, `*.jsonl.xz` with `text` and `lang` "en".

    `most` keeps that many lines, drawn at random, of every file of pairs.
    """
    english: dict[str, int] = {}
    german: list[tuple[str, int]] = []
    for path in sorted(folder.glob("*.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            if path.name.endswith(".jsonl.xz"):
                for text in _english_texts(file):
                    english.setdefault(text, len(english))
            else:
                for en, de in _sample(list(_pairs(file)), most, seed):
                    german.append((de, english.setdefault(en, len(english))))
    return ParallelTexts(tuple(english), tuple(dict.fromkeys(german)))


def _pairs(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if len(cells) >= 2 and all(_SHORTEST <= len(cell) <= _LONGEST for cell in cells[:2]):
            yield cells[0], cells[1]


def _english_texts(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        row = json.loads(line)
        if row["lang"] == "en" and len(row["text"]) >= _SHORTEST:
            yield row["text"][:_LONGEST]


def _sample(pairs: list[tuple[str, str]], most: int | None, seed: int) -> list[tuple[str, str]]:
    if most is None or len(pairs) <= most:
        return pairs
    chosen = np.random.default_rng(seed).choice(len(pairs), most, replace=False)
    return [pairs[row] for row in sorted(chosen)]
