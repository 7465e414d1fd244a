"""Where the tension inside mirrors the relationship with customers: statements in, one overlap map out."""

from __future__ import annotations

from analyzer.overlap.build import overlap_map
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
from analyzer.overlap.sentences import finding_sentence, overlap_sentence, verdict_label

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
    "finding_sentence",
    "overlap_map",
    "overlap_sentence",
    "verdict_label",
]
