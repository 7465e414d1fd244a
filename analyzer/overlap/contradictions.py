"""Contradictions in a team's image of its customers: "they always call" and "they never call"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analyzer.overlap.finding import Quote
from analyzer.overlap.ground import Ground, Rows
from analyzer.tables import Side, Tone
from analyzer.taxonomy import Opposite, Taxonomy
from analyzer.taxonomy import Words as Phrases

Words = Sequence[Sequence[str]]
Places = NDArray[np.int64]

_QUOTES = 5
_NEGATED = r"(?<!nicht )(?<!not )(?<!n't )"


@dataclass(frozen=True)
class Contradiction:
    """Statements with an image of the customer that say opposite things (`key`) with the same `word`.

    `one` and `other` quote them; `ones` and `others` count them.
    """

    key: str
    word: str
    ones: int
    others: int
    one: tuple[Quote, ...]
    other: tuple[Quote, ...]


def contradictions(ground: Ground, words: Words, taxonomy: Taxonomy) -> tuple[Contradiction, ...]:
    """Return where opposite things are said of customers with the same telling word.

    Only statements inside that hold an image of the customer are looked at; one that says both contradicts
    nothing, and neither does a negation (“not always”). Without the words of the statements nothing is said.
    """
    if not any(words):
        return ()
    inside = np.any([ground.rows[Side.INTERNAL, tone] for tone in Tone], axis=0)
    seen = inside & (ground.table["image"] != "none").to_numpy()
    rows = ground.quotable.in_order(np.flatnonzero(seen))
    return tuple(
        found
        for opposite in taxonomy.opposites
        for found in _of(ground, words, rows, opposite, taxonomy.customers)
    )


def _of(
    ground: Ground, words: Words, rows: Places, opposite: Opposite, customers: Phrases | None
) -> Iterator[Contradiction]:
    ones, others = (_saying(ground, rows, phrases) for phrases in (opposite.one, opposite.other))
    ones, others = ones & ~others, others & ~ones
    silent = _parts(opposite.one, opposite.other, customers)
    told: set[tuple[int, int]] = set()
    for word in _common(words, rows[ones], rows[others], silent):
        one, other = ([row for row in rows[said].tolist() if word in words[row]] for said in (ones, others))
        fresh = {(first, second) for first in one for second in other} - told
        if fresh:
            told |= fresh
            yield Contradiction(
                opposite.id, word, len(one), len(other), _quotes(ground, one), _quotes(ground, other)
            )


def _saying(ground: Ground, rows: Places, phrases: Phrases) -> Rows:
    """Return which rows say one of the phrases in their language, not negated."""
    patterns = {lang: _pattern(phrases.of(lang)) for lang in ("de", "en")}
    said = zip(ground.table["text"].iloc[rows], ground.table["lang"].iloc[rows], strict=True)
    return np.array([bool(patterns[lang].search(text)) for text, lang in said], bool)


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    every = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"{_NEGATED}\b(?:{every})\b", re.IGNORECASE)


def _parts(*given: Phrases | None) -> set[str]:
    phrases = [phrase for each in given if each for phrase in (*each.de, *each.en)]
    return {part.casefold() for phrase in phrases for part in phrase.split()}


def _common(words: Words, ones: Places, others: Places, silent: set[str]) -> list[str]:
    """Return the words said on both ways, the most frequent first."""
    counts = [_counted(words, rows) for rows in (ones, others)]
    common = [word for word in counts[0] if word in counts[1] and word.casefold() not in silent]
    return sorted(common, key=lambda word: (-min(count[word] for count in counts), word))


def _counted(words: Words, rows: Places) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row in rows.tolist():
        for word in words[row]:
            counts[word] = counts.get(word, 0) + 1
    return counts


def _quotes(ground: Ground, rows: Sequence[int]) -> tuple[Quote, ...]:
    return tuple(ground.quotable.quote(row, 0.0) for row in rows[:_QUOTES])
