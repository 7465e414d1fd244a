"""What may be said about one matter: shares, quotes, a verdict."""

from __future__ import annotations

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
class Corrected:
    """A share freed of the model's known errors, with a 95 % interval that knows how well they are known."""

    share: float
    low: float
    high: float


@dataclass(frozen=True)
class Share:
    """How many of `total` statements, with a 95 % interval of the share (0 to 1).

    `corrected` is the share freed of the model's known errors, where these are known.
    """

    count: int
    total: int
    low: float
    high: float
    corrected: Corrected | None = None

    @property
    def share(self) -> float:
        """The share, 0 to 1; 0 where there is nothing to count."""
        return self.count / self.total if self.total else 0.0

    @property
    def best(self) -> Corrected:
        """The corrected share where there is one, else the share as counted, with its interval."""
        return self.corrected or Corrected(self.share, self.low, self.high)


@dataclass(frozen=True)
class Quote:
    """One statement as it was said; `score` (0 to 1) is how sure the reading of its theme is.

    `times`: how many of the statements counted say this word for word; the `times` of all quotes make the
    count, unless there are more texts than may be quoted.
    """

    id: str
    document: str
    source: str
    text: str
    lang: str
    score: float
    times: int = 1


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
