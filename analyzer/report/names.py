"""Labels and questions from the taxonomy, in the language of the report."""

from __future__ import annotations

from analyzer.messages import Messages
from analyzer.overlap.result import Finding
from analyzer.report.rows import Names
from analyzer.taxonomy import Kind, Taxonomy


def kind_names(taxonomy: Taxonomy, kind: Kind, messages: Messages) -> Names:
    """Return how to name an entry of `cycle`, `criteria`, `principles` or `images` by its id."""
    return lambda key: taxonomy.entry(kind, key).label.of(messages.lang)


def short_names(taxonomy: Taxonomy, messages: Messages) -> Names:
    """Return how to name a theme by its id in one or two words."""
    return lambda key: taxonomy.theme(key).short.of(messages.lang)


def theme_names(taxonomy: Taxonomy, messages: Messages) -> Names:
    """Return how to name a theme by its id."""
    return lambda key: taxonomy.theme(key).label.of(messages.lang)


def theme_questions(finding: Finding, taxonomy: Taxonomy, messages: Messages) -> list[str]:
    """Return the questions that lead on from a finding: those of its verdict, then those of its theme."""
    texts = (
        *taxonomy.verdict_questions.get(finding.verdict.kind.value, ()),
        *taxonomy.theme(finding.key).questions,
    )
    return [text.of(messages.lang) for text in texts]


def entry_questions(taxonomy: Taxonomy, kind: Kind, key: str, messages: Messages) -> list[str]:
    """Return the questions about one station, criterion, principle or image."""
    return [text.of(messages.lang) for text in taxonomy.entry(kind, key).questions]
