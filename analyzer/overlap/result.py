"""The OverlapMap: one small object that answers every question of the pages and reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from analyzer.tables import Side


class VerdictKind(StrEnum):
    """What may be said about a theme on the two sides."""

    MIRRORED = "mirrored"
    INSIDE_ONLY = "inside_only"
    CUSTOMERS_ONLY = "customers_only"
    REVERSED = "reversed"
    QUIET = "quiet"
    TOO_LITTLE_DATA = "too_little_data"


@dataclass(frozen=True)
class Share:
    """How many of `total` statements, with a 95 % interval of the share (0 to 1)."""

    count: int
    total: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """The share, 0 to 1; 0 where there is nothing to count."""
        return self.count / self.total if self.total else 0.0


@dataclass(frozen=True)
class Quote:
    """One statement as it was said; `score` (0 to 1) is how sure the reading of its theme is."""

    id: str
    document: str
    source: str
    text: str
    lang: str
    score: float


@dataclass(frozen=True)
class Voices:
    """One side's tension and coolspots on one matter, each with quotes, the surest first."""

    tension: Share
    coolspot: Share
    tension_quotes: tuple[Quote, ...]
    coolspot_quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Verdict:
    """The verdict with its effect size: the ratio inside/customers of the tension shares (of the coolspot
    shares for the principle `coolspots`), its 90 % interval within 1/1000 and 1000, and the q-value
    (Benjamini-Hochberg) of the difference between the two shares.
    """

    kind: VerdictKind
    ratio: float
    ratio_low: float
    ratio_high: float
    q_value: float


@dataclass(frozen=True)
class Finding:
    """One theme, station, criterion or principle (`key`) on both sides, with its verdict."""

    key: str
    internal: Voices
    customer: Voices
    verdict: Verdict

    def voices(self, side: Side) -> Voices:
        """Return one side's voices."""
        return self.internal if side is Side.INTERNAL else self.customer


@dataclass(frozen=True)
class ImageFinding:
    """One image of the customer in the team's words; the share is of statements that hold an image."""

    key: str
    share: Share
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Overlap:
    """Likeness of the two tension profiles over themes, 0 (nothing shared) to 1 (the same), with a
    95 % interval, and `chance`: what would be expected if one side's themes had nothing to do with the
    other's (the mean when the themes of one side trade places). All are freed of the bias of small samples.
    """

    value: float
    low: float
    high: float
    chance: float


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
    """Where the tension inside mirrors the relationship with customers."""

    sides: Mapping[Side, SideSummary]
    overlap: Overlap | None
    themes: tuple[Finding, ...]
    cycle: tuple[Finding, ...]
    criteria: tuple[Finding, ...]
    principles: tuple[Finding, ...]
    images: tuple[ImageFinding, ...]

    def theme(self, key: str) -> Finding:
        """Return the finding of one theme; raises KeyError for an unknown one."""
        for finding in self.themes:
            if finding.key == key:
                return finding
        raise KeyError(key)

    def verdict(self, key: str) -> Verdict:
        """Return the verdict on one theme; raises KeyError for an unknown one."""
        return self.theme(key).verdict

    def coolspots(self, side: Side) -> tuple[Quote, ...]:
        """Return one side's coolspots once each, the surest first."""
        findings = (*self.themes, *self.principles)
        found = {quote.id: quote for f in findings for quote in f.voices(side).coolspot_quotes}
        return tuple(sorted(found.values(), key=lambda quote: -quote.score))

    def with_verdict(self, kind: VerdictKind) -> tuple[Finding, ...]:
        """Return the themes with this verdict, the largest smaller-side tension share first."""
        found = [f for f in self.themes if f.verdict.kind is kind]
        return tuple(sorted(found, key=lambda f: -_weight(f)))


def _weight(finding: Finding) -> float:
    shares = sorted((finding.internal.tension.share, finding.customer.tension.share))
    return shares[0] + shares[1] / 1000
