"""The second half of a finding's sentence: what its verdict says, in words."""

from __future__ import annotations

from collections.abc import Callable
from math import floor

from analyzer.messages import Messages
from analyzer.overlap.finding import Finding, Share, VerdictKind
from analyzer.overlap.verdicts import THRESHOLDS
from analyzer.tables import Side
from analyzer.taxonomy import COOLSPOTS

_EVEN = 1.25
_TWICE = 2.5


def verdict_clause(finding: Finding, messages: Messages) -> str:
    """Return the verdict on a finding as a sentence that names no cause."""
    return _VERDICTS[finding.verdict.kind](finding, messages)


def compared(finding: Finding) -> tuple[Share, Share]:
    """Return both sides' shares that the verdict compares: of tension, or for `coolspots` of those."""
    if finding.key == COOLSPOTS:
        return finding.internal.coolspot, finding.customer.coolspot
    return finding.internal.tension, finding.customer.tension


def in_words(share: Share, messages: Messages) -> str:
    """Return a share as people say it: 18 of 120 (15%)."""
    if share.total == 0:
        return messages.say("no statements at all")
    if share.count == 0:
        return messages.say_n("0 of {n}", "none of {n}", share.total)
    return messages.say(
        "{count} of {total} ({share})",
        count=messages.number(share.count),
        total=messages.number(share.total),
        share=messages.percent(share.share),
    )


def _mirrored(finding: Finding, messages: Messages) -> str:
    if 1 / _EVEN <= finding.verdict.ratio <= _EVEN:
        return messages.say("Both sides speak of it about equally often.")
    if finding.verdict.ratio > 1:
        return messages.say("Both sides speak of it in comparable measure, inside more often.")
    return messages.say("Both sides speak of it in comparable measure, customers more often.")


def _inside_only(finding: Finding, messages: Messages) -> str:
    inside, customers = compared(finding)
    if customers.count == 0:
        return messages.say("It is spoken of inside; with customers it does not come up here.")
    return messages.say(
        "The share inside is about {times} that with customers;"
        " chance alone would hardly give such a difference.",
        times=_times(_ratio(inside, customers), messages),
    )


def _customers_only(finding: Finding, messages: Messages) -> str:
    inside, customers = compared(finding)
    if inside.count == 0:
        return messages.say("It is spoken of by customers; inside it does not come up here.")
    return messages.say(
        "The share with customers is about {times} that inside;"
        " chance alone would hardly give such a difference.",
        times=_times(_ratio(customers, inside), messages),
    )


def _ratio(larger: Share, smaller: Share) -> float:
    """Return how many times as large a share is; a corrected one of 0 counts as half a statement."""
    return larger.best.share / max(smaller.best.share, 0.5 / max(smaller.total, 1))


def _times(ratio: float, messages: Messages) -> str:
    if ratio < _TWICE:
        return messages.say("twice")
    return messages.say("{n} times", n=messages.number(floor(ratio + 0.5)))


def _reversed(finding: Finding, messages: Messages) -> str:
    if finding.verdict.ratio > 1:
        praise = in_words(finding.voices(Side.CUSTOMER).coolspot, messages)
        return messages.say(
            "Among the coolspots of customers it is the other way round: {praise}.", praise=praise
        )
    praise = in_words(finding.voices(Side.INTERNAL).coolspot, messages)
    return messages.say("Among the coolspots inside it is the other way round: {praise}.", praise=praise)


def _quiet(finding: Finding, messages: Messages) -> str:
    return messages.say("It hardly comes up on either side.")


def _too_little_data(finding: Finding, messages: Messages) -> str:
    fewest = min(share.total for share in compared(finding))
    if fewest >= THRESHOLDS.usual:
        return messages.say(
            "That does not yet settle whether both sides speak of it alike;"
            " more statements from more documents could show it."
        )
    what = messages.say("statements with tension")
    if finding.key == COOLSPOTS:
        what = messages.say("statements with tension or a coolspot")
    usual = messages.number(THRESHOLDS.usual)
    if fewest < THRESHOLDS.least:
        least = messages.number(THRESHOLDS.least)
        return messages.say(
            "That is too little to compare: each side needs at least {least} {what}, better {usual}.",
            least=least,
            usual=usual,
            what=what,
        )
    return messages.say(
        "That settles nothing yet: about {usual} {what} on each side would usually be enough.",
        usual=usual,
        what=what,
    )


_VERDICTS: dict[VerdictKind, Callable[[Finding, Messages], str]] = {
    VerdictKind.MIRRORED: _mirrored,
    VerdictKind.INSIDE_ONLY: _inside_only,
    VerdictKind.CUSTOMERS_ONLY: _customers_only,
    VerdictKind.REVERSED: _reversed,
    VerdictKind.QUIET: _quiet,
    VerdictKind.TOO_LITTLE_DATA: _too_little_data,
}
