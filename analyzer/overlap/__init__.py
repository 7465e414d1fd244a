"""Where the tension inside mirrors the relationship with customers: statements in, one overlap map out."""

from __future__ import annotations

from analyzer.overlap.build import overlap_map
from analyzer.overlap.choices import NO_CHOICES, Choices
from analyzer.overlap.confusions import Confusion, Confusions
from analyzer.overlap.context import Context
from analyzer.overlap.contradictions import Contradiction
from analyzer.overlap.lens_sentences import contradiction_sentence, cycle_sentence
from analyzer.overlap.month_sentences import lag_label, lag_sentence, months_sentence
from analyzer.overlap.months import Months
from analyzer.overlap.ordinary import Ordinary
from analyzer.overlap.pairs import Pair
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
from analyzer.overlap.share_sentences import ordinary_sentence, ordinary_shares_sentence
from analyzer.overlap.unit_sentences import spot_sentence, units_sentence
from analyzer.overlap.units import Units
from analyzer.overlap.unknown import Unknown
from analyzer.overlap.unknown_sentences import group_name, group_sentence, unknown_sentence
from analyzer.overlap.word_sentences import counted_words, wording_sentence
from analyzer.overlap.wording import Word, Wording

__all__ = [
    "NO_CHOICES",
    "Choices",
    "Confusion",
    "Confusions",
    "Context",
    "Contradiction",
    "Finding",
    "ImageFinding",
    "Months",
    "Ordinary",
    "Overlap",
    "OverlapMap",
    "Pair",
    "Quote",
    "Share",
    "SideSummary",
    "Units",
    "Unknown",
    "Verdict",
    "VerdictKind",
    "Voices",
    "Word",
    "Wording",
    "contradiction_sentence",
    "counted_words",
    "cycle_sentence",
    "finding_sentence",
    "group_name",
    "group_sentence",
    "lag_label",
    "lag_sentence",
    "months_sentence",
    "ordinary_sentence",
    "ordinary_shares_sentence",
    "overlap_map",
    "overlap_sentence",
    "spot_sentence",
    "units_sentence",
    "unknown_sentence",
    "verdict_label",
    "wording_sentence",
]
