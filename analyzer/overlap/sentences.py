"""Findings in plain sentences, German or English, from their figures alone."""

from __future__ import annotations

from analyzer.messages import Messages
from analyzer.overlap.clauses import compared, in_words, verdict_clause
from analyzer.overlap.result import Finding, Overlap, OverlapMap, VerdictKind
from analyzer.overlap.share_sentences import corrected_sentence
from analyzer.taxonomy import COOLSPOTS, Entry, Kind, Taxonomy, Text

_KINDS: tuple[Kind, ...] = ("themes", "cycle", "criteria", "principles")


def verdict_label(kind: VerdictKind, messages: Messages) -> str:
    """Return the name of a verdict as people read it."""
    labels = {
        VerdictKind.MIRRORED: messages.say("Mirrored"),
        VerdictKind.INSIDE_ONLY: messages.say("Mainly inside"),
        VerdictKind.CUSTOMERS_ONLY: messages.say("Mainly with customers"),
        VerdictKind.REVERSED: messages.say("Reversed"),
        VerdictKind.QUIET: messages.say("Quiet"),
        VerdictKind.TOO_LITTLE_DATA: messages.say("Too little data"),
    }
    return labels[kind]


def overlap_sentence(found: OverlapMap, messages: Messages) -> str:
    """Return the overlap in words, with its interval and what chance would give."""
    overlap = found.overlap
    if overlap is None:
        return messages.say(
            "How alike both sides are cannot be said yet: each needs tension on a theme in five documents."
        )
    alike = messages.say(
        "The tensions of both sides are {value} alike (with 95% confidence between {low} and {high}).",
        value=messages.percent(overlap.value),
        low=messages.percent(overlap.low),
        high=messages.percent(overlap.high),
    )
    expected = messages.say(
        "If the themes of one side had nothing to do with those of the other,"
        " about {chance} would be expected.",
        chance=messages.percent(overlap.chance),
    )
    return f"{alike} {expected} {_against_chance(overlap, messages)}"


def finding_sentence(
    finding: Finding, taxonomy: Taxonomy, messages: Messages, *, kind: Kind | None = None
) -> str:
    """Return what the figures of a finding say, without a word on causes.

    `kind` tells where `finding.key` belongs; without it the key is looked for among themes, cycle,
    criteria and principles, in that order. Raises KeyError for a key that is in none of them.
    """
    inside, customers = compared(finding)
    facts = {"inside": in_words(inside, messages), "customers": in_words(customers, messages)}
    if finding.key == COOLSPOTS:
        opening = messages.say(
            "Coolspots among all statements with tension or a coolspot:"
            " inside {inside}, with customers {customers}.",
            **facts,
        )
    else:
        label = _label(finding.key, taxonomy, kind).of(messages.lang)
        opening = messages.say(
            "Statements with tension on “{label}”: inside {inside}, with customers {customers}.",
            label=label,
            **facts,
        )
    parts = (opening, corrected_sentence(finding, messages), verdict_clause(finding, messages))
    return " ".join(part for part in parts if part)


def _label(key: str, taxonomy: Taxonomy, kind: Kind | None) -> Text:
    for place in (kind,) if kind else _KINDS:
        entries: tuple[Entry, ...] = getattr(taxonomy, place)
        for entry in entries:
            if entry.id == key:
                return entry.label
    raise KeyError(key)


def _against_chance(overlap: Overlap, messages: Messages) -> str:
    if overlap.low > overlap.chance:
        return messages.say("What was found lies clearly above that.")
    if overlap.high < overlap.chance:
        return messages.say("What was found lies clearly below that.")
    return messages.say("What was found cannot be told apart from that.")
