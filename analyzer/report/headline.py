"""The one sentence that a map says first."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.messages import Messages
from analyzer.overlap.result import OverlapMap, VerdictKind
from analyzer.report.names import short_names
from analyzer.tables import Side
from analyzer.taxonomy import Taxonomy

_MOST = 4


def headline(m: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> str:
    """Return what the map shows first: the mirrored themes, or that there are none, or too little data."""
    silent = [side for side in Side if not m.sides[side].tension]
    if silent:
        return _one_sided(m, silent, messages)
    if not enough(m):
        return messages.say("There is too little data yet to say what both sides share.")
    mirrored = [f.key for f in m.with_verdict(VerdictKind.MIRRORED)]
    if not mirrored and any(f.verdict.kind is VerdictKind.TOO_LITTLE_DATA for f in m.themes):
        return messages.say("No shared tension can be shown yet; for some themes there is too little data.")
    if not mirrored:
        return messages.say("No theme weighs on the team and on its customers alike: each side has its own.")
    names = messages.listed([short_names(taxonomy, messages)(key) for key in mirrored[:_MOST]])
    if len(mirrored) == 1:
        return messages.say("One tension is felt inside and by customers alike: {names}.", names=names)
    if len(mirrored) > _MOST:
        return messages.say(
            "The same tensions are felt inside and by customers, above all {names}.", names=names
        )
    return messages.say("The same tensions are felt inside and by customers: {names}.", names=names)


def enough(m: OverlapMap) -> bool:
    """Say whether there is data enough for a verdict on any theme."""
    return any(f.verdict.kind is not VerdictKind.TOO_LITTLE_DATA for f in m.themes)


def _one_sided(m: OverlapMap, silent: Sequence[Side], messages: Messages) -> str:
    if len(silent) == len(Side):
        return messages.say("No tension was found in these texts, on neither side.")
    if m.sides[silent[0]].statements and silent[0] is Side.INTERNAL:
        return messages.say("No tension was found in the words of the team.")
    if m.sides[silent[0]].statements:
        return messages.say("No tension was found in the words of customers.")
    if silent[0] is Side.INTERNAL:
        return messages.say(
            "So far only customers speak here: add notes of the team to see what both sides share."
        )
    return messages.say(
        "So far only the team speaks here: add complaints of customers to see what both sides share."
    )
