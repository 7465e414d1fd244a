"""Which words spoke for a reading: those without which the theme would be less likely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from scipy.special import logit
from spacy.language import Language
from spacy.tokens import Doc

from analyzer.pipeline.extensions import STATEMENTS

_BEFORE = ("conflict_mirror_statements", "conflict_mirror_language")
_CERTAIN = 1e-6


@dataclass(frozen=True)
class Asked:
    """A statement, its language and side, and the theme whose evidence is asked for."""

    text: str
    lang: str
    side: str
    theme: str


@dataclass(frozen=True)
class Evidence:
    """A word at `text[start:end]` and how much it spoke for the theme, in log-odds; negative: against it."""

    start: int
    end: int
    weight: float


def evidence(nlp: Language, statements: Sequence[Asked]) -> list[tuple[Evidence, ...]]:
    """Return the evidence of every word of every statement, in order.

    A word's weight is what the theme's log-odds lose when the word is left out (Li, Monroe & Jurafsky 2016,
    "Understanding Neural Networks through Representation Erasure"). Reads as many texts as there are words.
    """
    words = [_words(nlp.make_doc(asked.text)) for asked in statements]
    variants = [
        (row, _without(asked.text, word))
        for row, (asked, of_text) in enumerate(zip(statements, words, strict=True))
        for word in (None, *of_text)
    ]
    docs = [_whole(nlp, text, statements[row]) for row, text in variants]
    for name, component in nlp.pipeline:
        if name not in _BEFORE:
            docs = list(component.pipe(docs, batch_size=len(docs)))  # type: ignore[attr-defined]
    odds = [_log_odds(doc, statements[row].theme) for doc, (row, _) in zip(docs, variants, strict=True)]
    by_row = groupby(zip(variants, odds, strict=True), key=lambda entry: entry[0][0])
    return [
        _weighed(of_text, [value for _, value in found])
        for of_text, (_, found) in zip(words, by_row, strict=True)
    ]


def _words(doc: Doc) -> list[tuple[int, int]]:
    return [(token.idx, token.idx + len(token)) for token in doc if not (token.is_punct or token.is_space)]


def _without(text: str, word: tuple[int, int] | None) -> str:
    return text if word is None else text[: word[0]] + text[word[1] :]


def _whole(nlp: Language, text: str, asked: Asked) -> Doc:
    doc = nlp.make_doc(text or " ")
    doc._.side = asked.side
    doc.spans[STATEMENTS] = [doc[:]]
    doc[:]._.lang = asked.lang
    return doc


def _log_odds(doc: Doc, theme: str) -> float:
    score = doc[:]._.theme_scores[theme]
    return float(logit(np.clip(score, _CERTAIN, 1 - _CERTAIN)))


def _weighed(words: Sequence[tuple[int, int]], odds: Sequence[float]) -> tuple[Evidence, ...]:
    whole, *without = odds
    return tuple(
        Evidence(start, end, whole - value) for (start, end), value in zip(words, without, strict=True)
    )
