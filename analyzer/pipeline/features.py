"""What the heads look at: TF-IDF of lemmas, lemma pairs and character n-grams, the vector, the side."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import numpy as np
import simplemma
from scipy import sparse

from analyzer.pipeline.words import count_words, fold, gram_hashes, split_words, word_grams

SHORTEST, LONGEST = 2, 5
_SIDES = {"internal": (1.0, 0.0), "customer": (0.0, 1.0)}
_EITHER = (0.5, 0.5)


@dataclass(frozen=True)
class Text:
    """One text to read: `lang` is "de" or "en"; `side` is "internal", "customer" or "" when unknown."""

    text: str
    lang: str
    side: str


@dataclass(frozen=True)
class Features:
    """The vocabulary and the weight of each of its entries.

    `lemmas` and `grams` name the columns; `lemma_idf` and `gram_idf` (columns,) are their inverse document
    frequencies; `vector_weight` and `side_weight` scale the other two blocks
    against the unit-length first two.
    """

    lemmas: tuple[str, ...]
    grams: tuple[str, ...]
    lemma_idf: np.ndarray
    gram_idf: np.ndarray
    vector_weight: float
    side_weight: float

    def matrix(self, texts: Sequence[Text], vectors: np.ndarray) -> sparse.csr_matrix:
        """Return (texts, columns): lemmas, n-grams, vectors, two columns for the side."""
        sides = np.array([_SIDES.get(text.side, _EITHER) for text in texts], np.float32).reshape(-1, 2)
        blocks = [
            _tf_idf(self._lemma_counts(texts), self.lemma_idf),
            _tf_idf(self._gram_counts(texts), self.gram_idf),
            sparse.csr_matrix(vectors * np.float32(self.vector_weight)),
            sparse.csr_matrix(sides * np.float32(self.side_weight)),
        ]
        return sparse.csr_matrix(sparse.hstack(blocks, format="csr", dtype=np.float32))

    def _lemma_counts(self, texts: Sequence[Text]) -> sparse.csr_matrix:
        column = self._lemma_columns
        found = [[column[term] for term in terms if term in column] for terms in lemma_terms(texts)]
        starts = np.concatenate([[0], np.cumsum([len(columns) for columns in found], dtype=np.int64)])
        columns = [number for row in found for number in row]
        ones = np.ones(len(columns), np.float32)
        counts = sparse.csr_matrix((ones, columns, starts), shape=(len(texts), len(self.lemmas)))
        counts.sum_duplicates()
        return counts

    def _gram_counts(self, texts: Sequence[Text]) -> sparse.csr_matrix:
        table = count_words(split_words(text.text) for text in texts)
        found = word_grams(table.words, shortest=SHORTEST, longest=LONGEST, whole=False)
        hashes, columns = self._gram_columns
        place = np.minimum(np.searchsorted(hashes, found.hash), max(len(hashes) - 1, 0))
        known = hashes[place] == found.hash if len(hashes) else np.zeros(len(found.hash), bool)
        entries = (np.ones(int(known.sum()), np.float32), (found.word[known], columns[place[known]]))
        of_words = sparse.csr_matrix(entries, shape=(len(table.words), len(self.grams)))
        counts = sparse.csr_matrix(table.counts @ of_words)
        counts.sort_indices()
        return counts

    @cached_property
    def _lemma_columns(self) -> dict[str, int]:
        return {term: column for column, term in enumerate(self.lemmas)}

    @cached_property
    def _gram_columns(self) -> tuple[np.ndarray, np.ndarray]:
        hashes = gram_hashes(self.grams)
        order = np.argsort(hashes, kind="stable")
        return hashes[order], order

    def save(self, folder: Path) -> None:
        """Write the vocabulary as JSON and its weights as npz."""
        words = {"lemmas": self.lemmas, "grams": self.grams}
        weights = {"vector_weight": self.vector_weight, "side_weight": self.side_weight}
        content = json.dumps({**words, **weights}, ensure_ascii=False, separators=(",", ":"))
        (folder / "vocabulary.json").write_text(content, encoding="utf-8")
        lemma_idf, gram_idf = self.lemma_idf.astype(np.float16), self.gram_idf.astype(np.float16)
        np.savez_compressed(folder / "idf.npz", lemmas=lemma_idf, grams=gram_idf)

    @classmethod
    def load(cls, folder: Path) -> Features:
        """Read what `save` wrote."""
        words = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
        with np.load(folder / "idf.npz", allow_pickle=False) as idf:
            lemma_idf, gram_idf = idf["lemmas"].astype(np.float32), idf["grams"].astype(np.float32)
        lemmas, grams = tuple(words["lemmas"]), tuple(words["grams"])
        return cls(lemmas, grams, lemma_idf, gram_idf, words["vector_weight"], words["side_weight"])


def lemma_terms(texts: Sequence[Text]) -> list[list[str]]:
    """Return, for each text, its lemmas and its pairs of neighbouring lemmas, folded."""
    known: dict[tuple[str, str], str] = {}
    terms = []
    for text in texts:
        lemmas = []
        for word in text.text.split():
            key = (word.strip("\"'„“”‚‘’»«.,;:()[]*-–—#@"), text.lang)
            if key not in known:
                known[key] = _lemma(*key)
            lemmas.append(known[key])
        lemmas = [lemma for lemma in lemmas if lemma]
        terms.append(lemmas + [f"{one} {other}" for one, other in pairwise(lemmas)])
    return terms


def _lemma(word: str, lang: str) -> str:
    core = word.strip("!?…")
    lemma = simplemma.lemmatize(core, lang=lang) if core.isalpha() else core
    return fold(lemma) + ("!" if word.endswith(("!", "?")) else "") if core else fold(word[:1])


def _tf_idf(counts: sparse.csr_matrix, idf: np.ndarray) -> sparse.csr_matrix:
    """Return (1 + log count) · idf, each row at unit length."""
    data = (1 + np.log(counts.data)) * idf[counts.indices]
    squares = sparse.csr_matrix((data * data, counts.indices, counts.indptr), shape=counts.shape)
    lengths = np.sqrt(squares @ np.ones(counts.shape[1], np.float32))
    norm = np.repeat(np.maximum(lengths, np.float32(1e-12)), np.diff(counts.indptr))
    return sparse.csr_matrix((data / norm, counts.indices, counts.indptr), shape=counts.shape)
