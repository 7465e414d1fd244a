"""The OverlapMap: one small object that answers every question of the pages and reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from analyzer.messages import Sentence
from analyzer.overlap.contradictions import Contradiction
from analyzer.overlap.finding import Finding, ImageFinding, Quote, Share, Verdict, VerdictKind, Voices
from analyzer.overlap.likeness import Overlap
from analyzer.overlap.months import NO_MONTHS, Months
from analyzer.overlap.ordinary import Comparison
from analyzer.overlap.pairs import Pair
from analyzer.overlap.units import NO_UNITS, Units
from analyzer.overlap.unknown import NOTHING_UNKNOWN, Unknown
from analyzer.overlap.wording import NO_WORDS, Wording
from analyzer.tables import Side, Tone

__all__ = [
    "Finding",
    "ImageFinding",
    "Overlap",
    "OverlapMap",
    "Quote",
    "Share",
    "SideSummary",
    "Verdict",
    "VerdictKind",
    "Voices",
]


@dataclass(frozen=True)
class SideSummary:
    """What one side brought: sources, documents, statements, and how many of these per tone."""

    sources: int
    documents: int
    statements: int
    tension: int
    coolspot: int
    neutral: int
    without_theme: int


@dataclass(frozen=True)
class OverlapMap:
    """Where the tension inside mirrors the relationship with customers.

    `words` has the wording of each theme, where the words of the statements were given; `pairs` are
    statements of both sides that are near in meaning; `units` and `months` compare the sides where both
    name units and dates; `unknown` are the statements that carry no theme; `contradictions` are those in
    the image of the customer; `ordinary` compares with teams and complaints that have nothing to do with
    each other, where known; `withheld` says what was left out so that no group is small enough to be
    somebody.
    """

    sides: Mapping[Side, SideSummary]
    overlap: Overlap | None
    themes: tuple[Finding, ...]
    cycle: tuple[Finding, ...]
    criteria: tuple[Finding, ...]
    principles: tuple[Finding, ...]
    images: tuple[ImageFinding, ...]
    words: Mapping[str, Wording] = field(default_factory=dict)
    pairs: tuple[Pair, ...] = ()
    units: Units = NO_UNITS
    months: Months = NO_MONTHS
    unknown: Unknown = NOTHING_UNKNOWN
    contradictions: tuple[Contradiction, ...] = ()
    ordinary: Comparison | None = None
    withheld: tuple[Sentence, ...] = ()

    def theme(self, key: str) -> Finding:
        """Return the finding of one theme; raises KeyError for an unknown one."""
        for finding in self.themes:
            if finding.key == key:
                return finding
        raise KeyError(key)

    def verdict(self, key: str) -> Verdict:
        """Return the verdict on one theme; raises KeyError for an unknown one."""
        return self.theme(key).verdict

    def wording(self, key: str) -> Wording:
        """Return the words of one theme, none where they are not known."""
        return self.words.get(key, NO_WORDS)

    def pairs_of(self, key: str, tone: Tone = Tone.TENSION) -> tuple[Pair, ...]:
        """Return the pairs on one theme in one tone, the nearest first."""
        return tuple(pair for pair in self.pairs if pair.key == key and pair.tone is tone)

    def coolspot_pairs(self) -> tuple[Pair, ...]:
        """Return the pairs of coolspots on all themes, the nearest first."""
        found = [pair for pair in self.pairs if pair.tone is Tone.COOLSPOT]
        return tuple(sorted(found, key=lambda pair: -pair.likeness))

    def coolspots(self, side: Side) -> tuple[Quote, ...]:
        """Return one side's coolspots once each, the surest first."""
        findings = (*self.themes, *self.principles)
        found = {quote.id: quote for f in findings for quote in f.voices(side).coolspot_quotes}
        return tuple(sorted(found.values(), key=lambda quote: -quote.score))

    def mirrored_stalls(self) -> tuple[Finding, ...]:
        """Return the stations of the cycle at which both sides have tension in like measure."""
        return tuple(f for f in self.cycle if f.verdict.kind is VerdictKind.MIRRORED)

    def with_verdict(self, kind: VerdictKind) -> tuple[Finding, ...]:
        """Return the themes with this verdict, the largest smaller-side tension share first."""
        found = [f for f in self.themes if f.verdict.kind is kind]
        return tuple(sorted(found, key=lambda f: -_weight(f)))


def _weight(finding: Finding) -> float:
    shares = sorted((finding.internal.tension.share, finding.customer.tension.share))
    return shares[0] + shares[1] / 1000
