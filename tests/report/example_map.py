"""A hand-made OverlapMap: every verdict, every view, hostile quotes."""

from __future__ import annotations

from analyzer.overlap.result import (
    Finding,
    ImageFinding,
    Overlap,
    OverlapMap,
    Quote,
    Share,
    SideSummary,
    Verdict,
    VerdictKind,
    Voices,
)
from analyzer.tables import Side

HOSTILE = "![x](http://example.com/x.png) <script>alert(1)</script> $a$ :red[x] & „so“"

COUNTS = {
    "transparency": (18, 34, "mirrored"),
    "reachability": (6, 41, "customers_only"),
    "reliability": (21, 38, "mirrored"),
    "continuity": (22, 31, "mirrored"),
    "ownership": (15, 22, "mirrored"),
    "fairness": (4, 7, "quiet"),
    "respect": (3, 19, "customers_only"),
    "listening": (19, 24, "mirrored"),
    "competence": (8, 33, "customers_only"),
    "capacity": (31, 9, "inside_only"),
    "coordination": (27, 12, "inside_only"),
    "expectations": (9, 14, "quiet"),
    "value": (5, 28, "customers_only"),
    "safety": (2, 1, "too_little_data"),
    "adaptability": (11, 5, "inside_only"),
    "purpose": (7, 3, "reversed"),
}
CYCLE = ("give", "take_in", "work_on", "come_back", "impulse", "let_end", "get_going")
INSIDE, OUTSIDE = 160, 210


def share(count: int, total: int) -> Share:
    """Return a share with a rough interval."""
    value = count / total if total else 0.0
    half = 1.96 * (max(value * (1 - value), 0.001) / max(total, 1)) ** 0.5
    return Share(count, total, max(value - half, 0.0), min(value + half, 1.0))


def quotes(key: str, side: Side, tone: str, texts: tuple[str, ...]) -> tuple[Quote, ...]:
    """Return one quote a text."""
    source = "notes.md" if side is Side.INTERNAL else "complaints.csv"
    return tuple(
        Quote(f"{key}-{side.value}-{tone}-{i}", f"d{i}", source, text, "en", 0.9 - i / 10)
        for i, text in enumerate(texts)
    )


def finding(key: str, inside: int, outside: int, kind: str) -> Finding:
    """Return one finding with two tension quotes and one coolspot a side."""
    return Finding(
        key,
        _voices(key, Side.INTERNAL, inside, INSIDE),
        _voices(key, Side.CUSTOMER, outside, OUTSIDE),
        Verdict(VerdictKind(kind), (inside / INSIDE) / (outside / OUTSIDE), 0.6, 1.7, 0.04),
    )


def _voices(key: str, side: Side, count: int, total: int) -> Voices:
    said = ("Nobody told the branches about the new prices.", HOSTILE)
    if side is Side.CUSTOMER:
        said = ("I learnt about the price change from the newspaper, not from you.", HOSTILE)
    thanks = ("The hand-over list of the night shift saved our morning.",)
    return Voices(
        share(count, total),
        share(3, total),
        quotes(key, side, "tension", said[: min(count, 2)]),
        quotes(key, side, "coolspot", thanks),
    )


def _group(keys: tuple[str, ...]) -> tuple[Finding, ...]:
    return tuple(finding(key, 10 + 7 * i, 50 - 6 * i, "mirrored") for i, key in enumerate(keys))


def example_map(
    criteria: tuple[str, ...], principles: tuple[str, ...], images: tuple[str, ...]
) -> OverlapMap:
    """Return a map with every verdict."""
    said = quotes("image", Side.INTERNAL, "image", ("They call every single day, again.",))
    return OverlapMap(
        sides={
            Side.INTERNAL: SideSummary(4, 12, 320, INSIDE, 40, 120, 31),
            Side.CUSTOMER: SideSummary(1, 140, 400, OUTSIDE, 52, 138, 44),
        },
        overlap=Overlap(0.72, 0.61, 0.81, 0.88),
        themes=tuple(finding(key, *counts) for key, counts in COUNTS.items()),
        cycle=_group(CYCLE),
        criteria=_group(criteria),
        principles=_group(principles),
        images=tuple(ImageFinding(key, share(9 - 2 * i, 20), said) for i, key in enumerate(images)),
    )


def empty_map() -> OverlapMap:
    """Return what is left of a map when nothing could be read."""
    nothing = SideSummary(0, 0, 0, 0, 0, 0, 0)
    return OverlapMap({Side.INTERNAL: nothing, Side.CUSTOMER: nothing}, None, (), (), (), (), ())
