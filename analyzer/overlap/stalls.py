"""Where a side stalls or flows most, if that is clear."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.overlap.finding import Finding, Share
from analyzer.overlap.verdicts import THRESHOLDS
from analyzer.tables import Side, Tone


def most(found: Sequence[Finding], side: Side, tone: Tone) -> Finding | None:
    """Return the finding with clearly the largest share of a side's tension or coolspots, none if unclear.

    Clear means at least `THRESHOLDS.least` statements, and a 95 % interval above every other share.
    """
    ordered = sorted(found, key=lambda finding: -_share(finding, side, tone).share)
    if len(ordered) < 2:
        return None
    first, second = (_share(finding, side, tone) for finding in ordered[:2])
    enough = first.total >= THRESHOLDS.least
    return ordered[0] if enough and first.low > second.share else None


def _share(finding: Finding, side: Side, tone: Tone) -> Share:
    voices = finding.voices(side)
    return voices.tension if tone is Tone.TENSION else voices.coolspot
