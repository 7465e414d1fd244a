"""Which words of a quote are marked: those that spoke for its theme most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analyzer import Analyzer
from analyzer.overlap.result import Quote
from analyzer.pipeline import Asked, Evidence, evidence
from analyzer.tables import Side

_LEAST = 0.3
_SHARE = 0.5


@dataclass(frozen=True)
class Piece:
    """A piece of a quote, marked or not; all pieces together are the quote."""

    text: str
    marked: bool


def marked_quotes(
    analyzer: Analyzer, quotes: Sequence[Quote], *, theme: str, side: Side
) -> list[tuple[Piece, ...]]:
    """Return the pieces of every quote; reads each as often as it has words."""
    asked = [Asked(quote.text, quote.lang, side.value, theme) for quote in quotes]
    found = evidence(analyzer.nlp, asked)
    return [pieces(quote.text, words) for quote, words in zip(quotes, found, strict=True)]


def pieces(text: str, words: Sequence[Evidence]) -> tuple[Piece, ...]:
    """Return `text` in pieces; marked are words at least half as strong as the strongest, if it is clear."""
    least = max(_LEAST, _SHARE * max((word.weight for word in words), default=0.0))
    cut: list[Piece] = []
    place = 0
    for word in words:
        if word.weight >= least:
            cut += [Piece(text[place : word.start], False), Piece(text[word.start : word.end], True)]
            place = word.end
    return tuple(piece for piece in (*cut, Piece(text[place:], False)) if piece.text)
