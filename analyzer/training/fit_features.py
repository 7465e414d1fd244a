"""Chooses the heads' vocabulary: which lemmas, lemma pairs and n-grams are worth a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from analyzer.pipeline.features import LONGEST, SHORTEST, Features, Text, lemma_terms
from analyzer.pipeline.words import split_words

_LEMMAS, _GRAMS = 30_000, 60_000


def fit_features(
    texts: Sequence[Text], *, least: int = 2, vector_weight: float = 1.5, side_weight: float = 0.25
) -> Features:
    """Return features whose vocabulary is what at least `least` texts share, the most frequent first."""
    lemmas, lemma_idf = _vocabulary(lemma_terms(texts), least, _LEMMAS)
    grams, gram_idf = _vocabulary((_grams(text.text) for text in texts), least + 1, _GRAMS)
    return Features(lemmas, grams, lemma_idf, gram_idf, vector_weight, side_weight)


def _vocabulary(texts: Iterable[Iterable[str]], least: int, most: int) -> tuple[tuple[str, ...], np.ndarray]:
    """Return terms and their smoothed inverse document frequency, ln((1 + n) / (1 + df)) + 1."""
    number, frequency = 0, Counter[str]()
    for terms in texts:
        number += 1
        frequency.update(set(terms))
    kept = sorted(
        (term for term, count in frequency.items() if count >= least), key=lambda t: (-frequency[t], t)
    )
    kept = sorted(kept[:most])
    counts = np.array([frequency[term] for term in kept], np.float32)
    return tuple(kept), np.asarray(np.log((1 + number) / (1 + counts)) + 1, np.float32)


def _grams(text: str) -> set[str]:
    grams: set[str] = set()
    for word in split_words(text):
        marked = f"<{word}>"
        for size in range(SHORTEST, LONGEST + 1):
            grams.update(marked[start : start + size] for start in range(len(marked) - size + 1))
    return grams
