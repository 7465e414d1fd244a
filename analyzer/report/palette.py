"""How sides and verdicts look: colour and shape, on light and on dark ground."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from analyzer.messages import Messages, Sentence
from analyzer.overlap.result import VerdictKind
from analyzer.tables import Side

FONT = "'Source Sans', 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"

SHAPES: Mapping[VerdictKind, str] = MappingProxyType(
    {
        VerdictKind.MIRRORED: "diamond",
        VerdictKind.INSIDE_ONLY: "triangle-right",
        VerdictKind.CUSTOMERS_ONLY: "triangle-up",
        VerdictKind.REVERSED: "square",
        VerdictKind.QUIET: "circle",
        VerdictKind.TOO_LITTLE_DATA: "cross",
    }
)
SIGNS: Mapping[VerdictKind, str] = MappingProxyType(
    {
        VerdictKind.MIRRORED: "◆",
        VerdictKind.INSIDE_ONLY: "▶",
        VerdictKind.CUSTOMERS_ONLY: "▲",
        VerdictKind.REVERSED: "■",
        VerdictKind.QUIET: "●",
        VerdictKind.TOO_LITTLE_DATA: "✚",
    }
)
_SIDE_LABELS: Mapping[Side, Sentence] = MappingProxyType(
    {Side.INTERNAL: Sentence("inside"), Side.CUSTOMER: Sentence("with customers")}
)

_SIDE_TITLES: Mapping[Side, Sentence] = MappingProxyType(
    {Side.INTERNAL: Sentence("Inside"), Side.CUSTOMER: Sentence("With customers")}
)


@dataclass(frozen=True)
class Look:
    """The colours of a chart; every mark has at least 3:1 contrast on `ground`, text 4.5:1.

    The three main verdicts and the two sides also differ in lightness, so that they stay apart in
    grey print and for people who do not tell red from green.
    """

    ground: str
    ink: str
    soft: str
    line: str
    sides: Mapping[Side, str]
    verdicts: Mapping[VerdictKind, str]


def _look(
    ground: str, texts: tuple[str, str, str], sides: tuple[str, str], verdicts: tuple[str, ...]
) -> Look:
    return Look(
        ground,
        *texts,
        dict(zip(Side, sides, strict=True)),
        dict(zip(SHAPES, verdicts, strict=True)),
    )


LIGHT = _look(
    "#fbfaf7",
    ("#22303c", "#5b6772", "#dcd8cf"),
    ("#1f5f99", "#c9720c"),
    ("#86175a", "#1f5f99", "#c9720c", "#2b7a62", "#7b858e", "#7b858e"),
)
DARK = _look(
    "#171d24",
    ("#e8ebee", "#a9b4be", "#37424d"),
    ("#6fb1ea", "#f2ae4e"),
    ("#f3a0cd", "#6fb1ea", "#f2ae4e", "#6cc9a9", "#8d99a4", "#8d99a4"),
)


def side_label(side: Side, messages: Messages) -> str:
    """Return the side as people read it."""
    return messages.tell(_SIDE_LABELS[side])


def side_title(side: Side, messages: Messages) -> str:
    """Return the side as a heading."""
    return messages.tell(_SIDE_TITLES[side])
