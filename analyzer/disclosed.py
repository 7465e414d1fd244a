"""What of a map may be shown: the one place that decides by group sizes, before any page or file has it.

A group is whom a reader may know to have spoken: a side, a source, a unit. Its members are authors, or
documents where no author is known. What is spoken of makes no group: nobody is known by a theme alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from analyzer.messages import Sentence
from analyzer.overlap import OverlapMap, Quote
from analyzer.overlap.unknown import NOTHING_UNKNOWN
from analyzer.privacy.disclosure import Disclosure, Limits, Shown
from analyzer.tables import Side, Statements, Tone

_GONE = object()
_FEW = {
    Side.INTERNAL: Sentence("The team inside"),
    Side.CUSTOMER: Sentence("The customers"),
}


@dataclass(frozen=True)
class Gate:
    """The decisions on one set of statements.

    `uncounted`: sides of which nothing is counted; `unquoted`: sides of which nothing is quoted;
    `nameless`: {id of a statement: its number} of those quoted without their source; `units`: names, in
    small letters, of the units that may be compared; `withheld`: all of this in sentences.
    """

    uncounted: frozenset[Side]
    unquoted: frozenset[Side]
    nameless: Mapping[str, int]
    hidden: frozenset[str]
    units: frozenset[str]
    withheld: tuple[Sentence, ...]

    def counted(self, statements: Statements) -> Statements:
        """Return the statements of the sides that are large enough to be counted."""
        kept = ~statements.table["side"].isin([side.value for side in self.uncounted])
        return statements if kept.all() else statements.where(kept.to_numpy())

    def disclosed(self, m: OverlapMap) -> OverlapMap:
        """Return the map as it may be shown."""
        told: OverlapMap = self._clear(m)
        if self.unquoted:
            lost = replace(NOTHING_UNKNOWN, internal=m.unknown.internal, customer=m.unknown.customer)
            told = replace(told, words={}, contradictions=(), unknown=lost)
        return replace(told, withheld=self.withheld)

    def _clear(self, value: Any) -> Any:
        """Return a value of the map, however deep, without hidden quotes and what cannot be without them."""
        if isinstance(value, Quote):
            return self._quote(value)
        if isinstance(value, tuple):
            return tuple(kept for each in value if (kept := self._clear(each)) is not _GONE)
        if isinstance(value, Mapping):
            return {key: kept for key, each in value.items() if (kept := self._clear(each)) is not _GONE}
        if not is_dataclass(value) or isinstance(value, type):
            return value
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        cleared = {name: self._clear(part) for name, part in parts.items()}
        if any(part is _GONE for part in cleared.values()):
            return _GONE
        return replace(value, **{name: part for name, part in cleared.items() if part is not parts[name]})

    def _quote(self, quote: Quote) -> Any:
        if quote.id in self.hidden:
            return _GONE
        number = self.nameless.get(quote.id)
        return quote if number is None else replace(quote, id=f"#{number}", document="", source="")


def gate_of(statements: Statements, authors: Mapping[str, str], limits: Limits) -> Gate:
    """Return what may be shown of the statements; `authors` are those of documents, where known."""
    table = statements.table
    voices = _voices(table, authors)
    sides = {side: (table["side"] == side.value).to_numpy() for side in Side}
    everyone = {side: Disclosure(frozenset(voices[rows].tolist()), limits) for side, rows in sides.items()}
    uncounted = frozenset(side for side in Side if not _allowed(everyone[side], Shown.COUNT))
    unquoted = frozenset(side for side in Side if not _allowed(everyone[side], Shown.QUOTE))
    hidden = np.any([sides[side] for side in unquoted], axis=0) if unquoted else np.zeros(len(table), bool)
    nameless = np.zeros(len(table), bool)
    for side in Side:
        named = _groups_shown(table["source"], voices, sides[side], everyone[side], Shown.QUOTE)
        nameless |= sides[side] & ~table["source"].isin(named).to_numpy() & ~hidden
    units = _units(table, voices, sides, limits)
    ids = table["id"].to_numpy()
    return Gate(
        uncounted,
        unquoted,
        {str(ids[row]): int(row) for row in np.flatnonzero(nameless)},
        frozenset(map(str, ids[hidden])),
        units,
        _withheld(everyone, uncounted, unquoted, limits, nameless=bool(nameless.any())),
    )


def _allowed(disclosure: Disclosure, shown: Shown) -> bool:
    """Say whether a side may be shown as a whole; an empty one has nothing to hide."""
    return not disclosure.everyone or disclosure.may(disclosure.everyone, shown).allowed


def _voices(table: pd.DataFrame, authors: Mapping[str, str]) -> np.ndarray:
    author = table["document"].map(authors).fillna("") if authors else pd.Series("", index=table.index)
    who = ("author " + author).where(author != "", "document " + table["document"])
    return np.asarray(pd.factorize(table["side"] + " " + who)[0], np.int64)


def _groups_shown(
    names: pd.Series[str], voices: np.ndarray, rows: np.ndarray, everyone: Disclosure, shown: Shown
) -> set[str]:
    """Return the names of groups, among the rows of a side, that may be shown beside each other."""
    found = pd.Series(voices[rows]).groupby(names[rows].to_numpy()).agg(frozenset)
    large = {str(name): group for name, group in found.items() if len(group) >= everyone.limits.of(shown)}
    allowed = everyone.may_show_together(large.values(), shown)
    return {name for name, kept in zip(large, allowed, strict=True) if kept}


def _units(
    table: pd.DataFrame, voices: np.ndarray, sides: Mapping[Side, np.ndarray], limits: Limits
) -> frozenset[str]:
    """Return the units whose tension may be counted on both sides, beside all others and the whole."""
    named = table["unit"].str.strip().str.casefold()
    tense = (table["tone"] == Tone.TENSION.value).to_numpy()
    kept = []
    for rows in sides.values():
        everyone = Disclosure(frozenset(voices[rows & tense].tolist()), limits)
        within = rows & tense & (named != "").to_numpy()
        kept.append(_groups_shown(named, voices, within, everyone, Shown.COUNT))
    return frozenset(kept[0] & kept[1])


def _withheld(
    everyone: Mapping[Side, Disclosure],
    uncounted: frozenset[Side],
    unquoted: frozenset[Side],
    limits: Limits,
    *,
    nameless: bool,
) -> tuple[Sentence, ...]:
    told = []
    for side in Side:
        facts: dict[str, object] = {"side": _FEW[side]}
        if side in uncounted:
            facts["limit"] = limits.count
            told.append(Sentence("{side}: fewer than {limit} voices, so nothing is counted.", facts))
        elif side in unquoted:
            facts["limit"] = limits.quote
            told.append(Sentence("{side}: fewer than {limit} voices, so nobody is quoted.", facts))
    if nameless:
        facts = {"limit": limits.quote}
        told.append(
            Sentence("Quotes from sources of fewer than {limit} voices do not name their source.", facts)
        )
    return tuple(told)
