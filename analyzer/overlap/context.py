"""What a map may be given beside the statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from analyzer.overlap.choices import NO_CHOICES, Choices
from analyzer.overlap.confusions import Confusions
from analyzer.overlap.ordinary import Ordinary


@dataclass(frozen=True)
class Context:
    """What a map may know beside the statements; with nothing, it says less.

    `words` are the lemmas of each statement, in the order of the rows; `confusions` the known errors of the
    model that read the themes; `ordinary` how ordinary teams and complaints read with it; `authors` name the
    author (a pseudonym) of documents where one is known: all that one person says counts as one voice;
    `choices` are the pairs that people pinned or dismissed; `units` the only ones that may be compared, in
    small letters, where some may not.
    """

    words: Sequence[Sequence[str]] = ()
    confusions: Confusions | None = None
    ordinary: Ordinary | None = None
    authors: Mapping[str, str] = field(default_factory=dict)
    choices: Choices = NO_CHOICES
    units: frozenset[str] | None = None


NOTHING_MORE = Context()
