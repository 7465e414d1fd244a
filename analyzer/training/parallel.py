"""Reads the texts an encoder learns from: German–English pairs, and either language alone."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

_SHORTEST, _LONGEST = 8, 400


@dataclass(frozen=True)
class ParallelTexts:
    """Distinct English texts, `german`: pairs of a German text and the number of its English one.

    `plain_german` has no English twin: it only shows which words people use.
    """

    english: tuple[str, ...]
    german: tuple[tuple[str, int], ...]
    plain_german: tuple[str, ...] = ()

    def joined_by(self, pairs: Iterable[tuple[str, str]], *, times: int) -> ParallelTexts:
        """Return these texts and (German, English) pairs, which are to be read `times` times as often."""
        english = {text: number for number, text in enumerate(self.english)}
        more = [(de, english.setdefault(en, len(english))) for de, en in pairs]
        return replace(self, english=tuple(english), german=(*self.german, *more * times))


def read_parallel(
    folder: Path, *, pool: Path | None = None, most: int | None = None, seed: int = 0
) -> ParallelTexts:
    """Return the texts of a folder's `*.xz`, with English TAB German, and of a `pool` with `text` and `lang`.

    `most` keeps that many lines, drawn at random, of every file of pairs.
    """
    english: dict[str, int] = {}
    german: list[tuple[str, int]] = []
    for path in sorted(folder.glob("*.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for en, de in _sample(list(_pairs(file)), most, seed):
                german.append((de, english.setdefault(en, len(english))))
    plain_german: list[str] = []
    for lang, text in _uncoded(pool) if pool else ():
        if lang == "en":
            english.setdefault(text, len(english))
        else:
            plain_german.append(text)
    return ParallelTexts(tuple(english), tuple(dict.fromkeys(german)), tuple(plain_german))


def read_lexicon(path: Path) -> list[tuple[str, str]]:
    """Return a lexicon's (German, English) pairs, a line each with a tab between; `#` begins a comment."""
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if not line.startswith("#"))
    return [(pair[0], pair[1]) for pair in cells if len(pair) == 2]


def read_plain(pool: Path, lang: str) -> list[str]:
    """Return the texts of a pool that are in `lang`."""
    return [text for of_text, text in _uncoded(pool) if of_text == lang]


def _pairs(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if len(cells) >= 2 and all(_SHORTEST <= len(cell) <= _LONGEST for cell in cells[:2]):
            yield cells[0], cells[1]


def _uncoded(path: Path) -> Iterator[tuple[str, str]]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            if len(row["text"]) >= _SHORTEST:
                yield row["lang"], row["text"][:_LONGEST]


def _sample(pairs: list[tuple[str, str]], most: int | None, seed: int) -> list[tuple[str, str]]:
    if most is None or len(pairs) <= most:
        return pairs
    chosen = np.random.default_rng(seed).choice(len(pairs), most, replace=False)
    return [pairs[row] for row in sorted(chosen)]
