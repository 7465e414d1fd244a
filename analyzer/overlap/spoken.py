"""Who says which words: the tokens of one language, counted by documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analyzer.overlap.ground import Ground, Rows

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Used:
    """In how many of `documents` each word is used: `counts` (words,)."""

    counts: Floats
    documents: int


@dataclass(frozen=True)
class Spoken:
    """Who says which words in one language, a token a statement and word, sorted by term and document.

    `spoken` (statements,) says which statements are in this language.
    `row`, `term`, `pair` (tokens,): the statement, the word, and one number for word and document.
    `background` (terms,): in how many documents of either side a word occurs at all.
    """

    lang: str
    spoken: Rows
    terms: NDArray[np.object_]
    row: NDArray[np.int64]
    term: NDArray[np.int64]
    pair: NDArray[np.int64]
    background: Floats

    @classmethod
    def of(cls, ground: Ground, words: Sequence[Sequence[str]], lang: str) -> Spoken:
        """Return the tokens of the statements in `lang`."""
        sizes = np.fromiter(map(len, words), np.int64, len(words))
        row = np.repeat(np.arange(len(words)), sizes)
        said = pd.Series([word for each in words for word in each], dtype=object).to_numpy()
        spoken = ground.table["lang"].to_numpy() == lang
        kept = spoken[row] & ~_of_units(ground, said)
        term, terms = pd.factorize(said[kept], sort=True)
        pair = term * (ground.documents.max(initial=0) + 1) + ground.documents[row[kept]]
        order = np.argsort(pair, kind="stable")
        nothing = np.zeros(len(terms))
        found = cls(lang, spoken, np.asarray(terms), row[kept][order], term[order], pair[order], nothing)
        return replace(found, background=found.documents(spoken))

    def documents(self, rows: Rows) -> Floats:
        """Return in how many documents each term occurs within `rows` (terms,)."""
        kept = rows[self.row]
        term, pair = self.term[kept], self.pair[kept]
        first = np.concatenate([[True], pair[1:] != pair[:-1]])[: len(pair)]
        return np.bincount(term[first], minlength=len(self.terms)).astype(float)

    def used(self, ground: Ground, rows: Rows) -> Used:
        """Return how many of the documents in `rows` use each word."""
        return Used(self.documents(rows), len(np.unique(ground.documents[rows])))


def spoken_words(ground: Ground, words: Sequence[Sequence[str]]) -> tuple[Spoken, ...]:
    """Return the words of the statements, a part a language; none where `words` has none."""
    if not any(words):
        return ()
    return tuple(Spoken.of(ground, words, lang) for lang in sorted(set(ground.table["lang"])))


def _of_units(ground: Ground, spoken: NDArray[np.object_]) -> Rows:
    names = {part.casefold() for unit in set(ground.table["unit"]) for part in unit.split()}
    folded = pd.Series(spoken, dtype=object).str.casefold()
    return np.asarray(folded.isin(names), bool)
