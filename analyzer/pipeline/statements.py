"""The spaCy component that finds statements: `doc.spans["statements"]`."""

from __future__ import annotations

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from analyzer.pipeline.extensions import STATEMENTS, register_extensions
from analyzer.pipeline.sentences import sentence_bounds

register_extensions()


class StatementFinder:
    """Cuts a document into statements; every token that is not space is in exactly one."""

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["statements"]`."""
        bounds = sentence_bounds(doc.text)
        firsts = np.searchsorted(doc.to_array("IDX"), [start for start, _ in bounds]).tolist()
        firsts[:1] = [0] * len(firsts[:1])
        ends = [*firsts[1:], len(doc)][: len(firsts)]
        spans = (_trimmed(doc, first, end) for first, end in zip(firsts, ends, strict=True))
        doc.spans[STATEMENTS] = [span for span in spans if span is not None]
        return doc


def _trimmed(doc: Doc, first: int, end: int) -> Span | None:
    while first < end and doc[first].is_space:
        first += 1
    while end > first and doc[end - 1].is_space:
        end -= 1
    return doc[first:end] if first < end else None


@Language.factory("conflict_mirror_statements", assigns=["doc.spans"])
def create_statements(nlp: Language, name: str) -> StatementFinder:
    """Return the component; it has no options and nothing to store."""
    return StatementFinder()
