"""What the map says beyond shares and verdicts, as plain data."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from analyzer.messages import Messages
from analyzer.overlap import (
    OverlapMap,
    Unknown,
    Wording,
    contradiction_sentence,
    cycle_sentence,
    group_name,
    group_sentence,
    months_sentence,
    ordinary_shares_sentence,
    spot_sentence,
    units_sentence,
    unknown_sentence,
    wording_sentence,
)
from analyzer.tables import Tone
from analyzer.taxonomy import Taxonomy


def theme_insights(m: OverlapMap, key: str, messages: Messages) -> dict[str, Any]:
    """Return what is known of one theme beside its shares.

    - `words`: `sentence` and the lists `internal`, `shared`, `customer` of words (`text`, `lang`, the
      documents `internal` and `customer` that use it, `clear`); null where the words are not known.
    - `pairs`: `tone`, `likeness` (cosine), `phase` if both have the same, `pinned`, and the quotes `internal`
      and `customer`; the nearest first, tension before coolspots.
    - `ordinary`: the sentence on how often others speak of it; null where that is not known.
    """
    found = (*m.pairs_of(key), *m.pairs_of(key, Tone.COOLSPOT))
    return {
        "words": _words(m.wording(key), messages),
        "pairs": [asdict(pair) for pair in found],
        "ordinary": ordinary_shares_sentence(m, key, messages) or None,
    }


def _words(wording: Wording, messages: Messages) -> dict[str, Any] | None:
    sentence = wording_sentence(wording, messages)
    return {"sentence": sentence, **asdict(wording)} if sentence else None


def map_insights(m: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> dict[str, Any]:
    """Return what is known of both sides beyond single themes.

    - `units`: `sentence`, the `names` of the units compared, `association` (correlation) with its `p_value`,
      the `themes` for which it holds by themselves, and `spots`: `unit`, `key`, `internal`, `customer`
      (`count`, `total`, `low`, `high`), `sentence`.
    - `months`: `sentence`, `count`, `lags` (`months` that customers follow by, `association`, `low`, `high`),
      `p_value`, `first` (`internal`, `customer` or null) and `by`.
    - `unknown`: `sentence`, the shares `internal` and `customer` of statements without a theme, and `groups`
      of these: `name`, `sentence`, `words`, counts `internal` and `customer`, their quotes.
    - `stalls`: `sentence` on the resonance cycle, and the stations `mirrored` at which both sides stall.
    - `contradictions` in the image of the customer: `key`, `word`, `ones` and `others` (counts), the quotes
      `one` and `other`, `sentence`.
    """
    spots = [{**asdict(spot), "sentence": spot_sentence(spot, taxonomy, messages)} for spot in m.units.spots]
    units = {**asdict(m.units), "spots": spots, "sentence": units_sentence(m.units, taxonomy, messages)}
    months = {**asdict(m.months), "sentence": months_sentence(m.months, messages)}
    return {
        "units": units,
        "months": months,
        "unknown": _unknown(m.unknown, messages),
        "stalls": {
            "sentence": cycle_sentence(m, taxonomy, messages),
            "mirrored": [finding.key for finding in m.mirrored_stalls()],
        },
        "contradictions": [
            {**asdict(found), "sentence": contradiction_sentence(found, taxonomy, messages)}
            for found in m.contradictions
        ],
    }


def _unknown(found: Unknown, messages: Messages) -> dict[str, Any]:
    named = [
        {**asdict(group), "name": group_name(group, messages), "sentence": group_sentence(group, messages)}
        for group in found.groups
    ]
    return {**asdict(found), "groups": named, "sentence": unknown_sentence(found, messages)}
