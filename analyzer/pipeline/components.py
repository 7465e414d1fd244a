"""The parts of a loaded pipeline, found by what they are: there are several kinds of encoder."""

from __future__ import annotations

from spacy.language import Language

from analyzer.pipeline.encoding import StatementEncoder
from analyzer.pipeline.heads import StatementReader


def encoder_of(nlp: Language) -> StatementEncoder:
    """Return the component that gives statements their vectors."""
    return next(part for _, part in nlp.pipeline if isinstance(part, StatementEncoder))


def reader_of(nlp: Language) -> StatementReader:
    """Return the component that reads themes, tone, phase and image."""
    return next(part for _, part in nlp.pipeline if isinstance(part, StatementReader))
