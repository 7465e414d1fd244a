"""What charts say to people who cannot see them."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.messages import Messages
from analyzer.overlap import verdict_label
from analyzer.overlap.result import Finding, ImageFinding, OverlapMap, VerdictKind
from analyzer.report.rows import Names
from analyzer.taxonomy import Taxonomy


def quadrant_alt(m: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> str:
    """Return what the quadrant shows: the themes under each verdict."""
    intro = messages.say(
        "Chart of {n} themes: across, their share of the tension inside; up, their share of the tension "
        "with customers.",
        n=len(m.themes),
    )
    groups = [
        f"{verdict_label(kind, messages)}: {_names(found, taxonomy, messages)}."
        for kind in VerdictKind
        if (found := m.with_verdict(kind))
    ]
    return " ".join([intro, *groups])


def pairs_alt(findings: Sequence[Finding], names: Names, messages: Messages) -> str:
    """Return what paired bars, a profile or the ring show: both shares of every finding."""
    intro = messages.say("Chart of the share of the tension of each side.")
    parts = [
        messages.say(
            "{name}: inside {inside}, with customers {outside}.",
            name=names(f.key),
            inside=messages.percent(f.internal.tension.share),
            outside=messages.percent(f.customer.tension.share),
        )
        for f in findings
    ]
    return " ".join([intro, *parts])


def images_alt(images: Sequence[ImageFinding], names: Names, messages: Messages) -> str:
    """Return what a chart of the images of the customer shows: the share of each."""
    intro = messages.say("Chart of the images of the customer in the words of the team.")
    parts = [f"{names(image.key)}: {messages.percent(image.share.share)}." for image in images]
    return " ".join([intro, *parts])


def _names(findings: Sequence[Finding], taxonomy: Taxonomy, messages: Messages) -> str:
    return ", ".join(taxonomy.theme(f.key).short.of(messages.lang) for f in findings)
