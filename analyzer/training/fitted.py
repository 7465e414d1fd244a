"""What a fit gives: something that reads, and how statements it had not seen were misread."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language

from analyzer.pipeline.build import build_pipeline
from analyzer.pipeline.encoding import StatementEncoder
from analyzer.pipeline.heads import StatementReader
from analyzer.training.confusions import Plain


@dataclass(frozen=True)
class Fitted:
    """A pipeline and its confusions."""

    nlp: Language
    confusions: Plain


@dataclass(frozen=True)
class FittedReader:
    """The reading component and its confusions."""

    reader: StatementReader
    confusions: Plain

    def after(self, encoder: StatementEncoder) -> Fitted:
        """Return the pipeline in which `encoder` comes before the reading."""
        return Fitted(build_pipeline(encoder, self.reader), self.confusions)
