"""Wording: the words in which the sides differ inside a theme, and those they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analyzer.overlap.ground import Ground, Rows
from analyzer.overlap.lenses import Marks
from analyzer.overlap.spoken import Spoken, Used
from analyzer.overlap.word_tests import ERROR, clear, log_odds_z, more
from analyzer.tables import Side, Tone

Floats = NDArray[np.float64]

MOST = 6
_VOICES, _FEWEST, _EACH = 5, 3, 2
_NOTABLE = 1.0


@dataclass(frozen=True)
class Word:
    """A word as its lemma, and the documents of each side that use it on the theme.

    `clear`: it differs between the sides, or is typical of the theme on both, beyond chance.
    """

    text: str
    lang: str
    internal: int
    customer: int
    clear: bool


@dataclass(frozen=True)
class Wording:
    """The words of one theme that lean to either side, and those typical of it on both; strongest first."""

    internal: tuple[Word, ...] = ()
    shared: tuple[Word, ...] = ()
    customer: tuple[Word, ...] = ()


NO_WORDS = Wording()


def wordings(ground: Ground, themes: Marks, parts: Sequence[Spoken]) -> dict[str, Wording]:
    """Return the wording of each theme's tension; `parts` are the words of the statements, a part a language.

    German is compared with German and English with English. A document counts once for a word, however
    often it uses it: statements of one document are not independent. Names of units are left out. A side
    of fewer than five documents on a theme has no words of its own.
    """
    if not parts:
        return {}
    hits = dict(zip(themes.keys, themes.hits.T, strict=True))
    return {key: _joined([_wording(part, ground, rows) for part in parts]) for key, rows in hits.items()}


def _wording(part: Spoken, ground: Ground, hits: Rows) -> Wording:
    said = [ground.rows[side, Tone.TENSION] & part.spoken for side in Side]
    inside, customers = (part.used(ground, rows & hits) for rows in said)
    if min(inside.documents, customers.documents) < _VOICES:
        return NO_WORDS
    elsewhere = [part.used(ground, rows & ~hits) for rows in said]
    return _Compared(part, inside, customers, *elsewhere).wording()


@dataclass(frozen=True)
class _Compared:
    """The use of words on a theme and elsewhere in each side's tension."""

    part: Spoken
    inside: Used
    customers: Used
    inside_elsewhere: Used
    customers_elsewhere: Used

    def wording(self) -> Wording:
        """Return the words that lean to a side, and those typical of the theme on both."""
        apart, shared = self._apart(), self._shared()
        gap = log_odds_z(self.inside.counts, self.customers.counts, self.part.background)
        typical = np.where(self._often & ~apart & self._on_both, self._typical(), 0.0)
        leaning = np.where(self._often & (typical < _NOTABLE), gap, 0.0)
        return Wording(self._top(leaning, apart), self._top(typical, shared), self._top(-leaning, apart))

    @property
    def _often(self) -> Rows:
        return np.maximum(self.inside.counts, self.customers.counts) >= _FEWEST

    @property
    def _on_both(self) -> Rows:
        return np.minimum(self.inside.counts, self.customers.counts) >= _EACH

    def _apart(self) -> Rows:
        either = np.minimum(
            more(self.inside, self.customers, self._often), more(self.customers, self.inside, self._often)
        )
        return clear(np.minimum(1, 2 * either), self._often)

    def _shared(self) -> Rows:
        """Say which words both sides use more often on this theme than elsewhere (both tests at 5 %)."""
        both = self._often & self._on_both
        tests = (
            more(self.inside, self.inside_elsewhere, both),
            more(self.customers, self.customers_elsewhere, both),
        )
        return np.maximum(*tests) <= ERROR

    def _typical(self) -> Floats:
        pairs = ((self.inside, self.inside_elsewhere), (self.customers, self.customers_elsewhere))
        return np.minimum(*(log_odds_z(on.counts, off.counts, self.part.background) for on, off in pairs))

    def _top(self, strength: Floats, clear: Rows) -> tuple[Word, ...]:
        order = np.lexsort((-strength, ~clear))
        best = [i for i in order.tolist() if strength[i] >= _NOTABLE][:MOST]
        return tuple(self._word(i, bool(clear[i])) for i in best)

    def _word(self, i: int, clear: bool) -> Word:
        counts = (int(self.inside.counts[i]), int(self.customers.counts[i]))
        return Word(str(self.part.terms[i]), self.part.lang, *counts, clear)


def _joined(parts: Sequence[Wording]) -> Wording:
    return Wording(
        *(
            tuple(word for part in parts for word in getattr(part, name))[:MOST]
            for name in ("internal", "shared", "customer")
        )
    )
