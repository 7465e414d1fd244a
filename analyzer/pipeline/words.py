"""Texts as words, and words as hashed character n-grams: the common ground of encoder and heads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

_WORD = re.compile(r"[^\W_]+|[!?]+|[^\w\s]")
_FOLD = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "’": "'", **dict.fromkeys("123456789", "0")}
)
_LONGEST = 40
_BASE = np.uint64(0x100000001B3)
_MIX = np.uint64(0xFF51AFD7ED558CCD)


def fold(word: str) -> str:
    """Return a word in lower case, with ä as ae, ß as ss and every digit as 0."""
    return word.lower().translate(_FOLD)


def split_words(text: str) -> list[str]:
    """Return the words and signs of a text, folded; a run of `!` or `?` is one sign."""
    return _WORD.findall(fold(text))


@dataclass(frozen=True)
class WordTable:
    """The distinct words of some texts and how often each text has them: `counts` is (texts, words)."""

    words: list[str]
    counts: sparse.csr_matrix


def count_words(texts: Iterable[Sequence[str]]) -> WordTable:
    """Return the distinct words of texts that are already split into words, with their counts.

    Words stand in alphabetical order, so that sums over a text's words do not depend on its neighbours.
    """
    listed = list(texts)
    words = sorted(set().union(*listed)) if listed else []
    index = {word: column for column, word in enumerate(words)}
    columns = [index[word] for text in listed for word in text]
    starts = np.concatenate([[0], np.cumsum([len(text) for text in listed], dtype=np.int64)])
    values = np.ones(len(columns), np.float32)
    counts = sparse.csr_matrix((values, columns, starts), shape=(len(listed), len(words)))
    counts.sum_duplicates()
    return WordTable(words, counts)


@dataclass(frozen=True)
class Grams:
    """Hashes (n,) uint64 of n-grams and the row `word` (n,) of the word each came from."""

    word: np.ndarray
    hash: np.ndarray


def word_grams(words: Sequence[str], *, shortest: int, longest: int, whole: bool = True) -> Grams:
    """Return the character n-grams of `<word>` for every word, and the whole words if asked.

    A hash is a polynomial over the code points, modulo 2⁶⁴, mixed; it does not depend on process or platform.
    """
    codes, word, place = _codes(words)
    value = codes.copy()
    rows, hashes = [], []
    for n in range(2, longest + 1):
        if len(value) <= 1:
            break
        value = value[:-1] * _BASE + codes[n - 1 :]
        if n >= shortest:
            inside = word[: len(value)] == word[n - 1 :]
            rows.append(word[: len(value)][inside])
            hashes.append(_mixed(value[inside], n))
    if whole and len(words):
        starts = np.flatnonzero(place == 0)
        rows.append(word[starts])
        hashes.append(_mixed(np.add.reduceat(codes * _powers()[place], starts), 0))
    empty_rows, empty_hashes = np.zeros(0, np.int64), np.zeros(0, np.uint64)
    return Grams(np.concatenate([empty_rows, *rows]), np.concatenate([empty_hashes, *hashes]))


def gram_hashes(grams: Sequence[str]) -> np.ndarray:
    """Return the hashes (grams,) that `word_grams` gives to these n-grams of two or more characters."""
    lengths = np.fromiter(map(len, grams), np.int64, len(grams))
    hashes = np.zeros(len(grams), np.uint64)
    for n in np.unique(lengths):
        rows = np.flatnonzero(lengths == n)
        text = "".join(grams[row] for row in rows.tolist())
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).reshape(-1, n)
        value = codes[:, 0].astype(np.uint64)
        for column in range(1, n):
            value = value * _BASE + codes[:, column].astype(np.uint64)
        hashes[rows] = _mixed(value, int(n))
    return hashes


def _codes(words: Sequence[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    marked = [f"<{word[:_LONGEST]}>" for word in words]
    lengths = np.fromiter(map(len, marked), np.int64, len(marked))
    codes = np.frombuffer("".join(marked).encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    word = np.repeat(np.arange(len(marked)), lengths)
    place = np.arange(len(codes)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return codes, word, place


def _powers() -> np.ndarray:
    with np.errstate(over="ignore"):
        return np.cumprod(np.full(_LONGEST + 2, _BASE, np.uint64))


def _mixed(value: np.ndarray, seed: int) -> np.ndarray:
    mixed = (value + np.uint64(seed * 0x9E3779B9)) * _MIX
    mixed ^= mixed >> np.uint64(33)
    mixed *= np.uint64(0xC4CEB9FE1A85EC53)
    return mixed ^ (mixed >> np.uint64(29))
