"""The static table: one row a hashed word or n-gram; a text is the unit-length sum of its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import sparse

from analyzer.pipeline.words import WordTable, count_words, split_words, word_grams

SHORTEST, LONGEST = 3, 6


@dataclass(frozen=True)
class StaticTable:
    """Rows (rows, dimensions) float32 that hashed words and their 3- to 6-grams point to."""

    rows: np.ndarray

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self.rows.shape[1])

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return one unit-length vector a text, (texts, dimensions) float32; zeros without words."""
        if not texts:
            return np.zeros((0, self.dimensions), np.float32)
        table = count_words(split_words(text) for text in texts)
        vectors = np.asarray(table.counts @ (word_rows(table, len(self.rows)) @ self.rows))
        length = np.sqrt(np.einsum("ij,ij->i", vectors, vectors, optimize=False))
        return np.asarray(vectors / np.maximum(length, 1e-12)[:, None], np.float32)

    def save(self, path: Path) -> None:
        """Write the table as npz: int8 rows and one float32 scale a row."""
        scales = np.maximum(np.abs(self.rows).max(axis=1), 1e-12).astype(np.float32) / 127
        small = np.round(self.rows / scales[:, None]).astype(np.int8)
        np.savez_compressed(path, rows=small, scales=scales)

    @classmethod
    def load(cls, path: Path) -> StaticTable:
        """Read what `save` wrote."""
        with np.load(path, allow_pickle=False) as file:
            return cls(file["rows"].astype(np.float32) * file["scales"][:, None].astype(np.float32))


def word_rows(table: WordTable, rows: int) -> sparse.csr_matrix:
    """Return which rows of a static table each word points to, and how often: (words, rows)."""
    grams = word_grams(table.words, shortest=SHORTEST, longest=LONGEST)
    column = (grams.hash % np.uint64(rows)).astype(np.int64)
    ones = np.ones(len(column), np.float32)
    return sparse.csr_matrix((ones, (grams.word, column)), shape=(len(table.words), rows))
