"""The spaCy component that finds statements: `doc.spans["statements"]`."""

from __future__ import annotations

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from analyzer.pipeline.extensions import STATEMENTS, register_extensions
from analyzer.pipeline.sentences import sentence_bounds

register_extensions()


class StatementFinder:
    """Cuts a document into statements; every token that is not space is in exactly one."""

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["statements"]`."""
        text = doc.text
        bounds = sentence_bounds(text)
        words = np.flatnonzero(doc.to_array("IS_SPACE") == 0)
        places = doc.to_array("IDX")[words]
        ends = np.searchsorted(places, [*(start for start, _ in bounds[1:]), len(text)]).tolist()
        firsts = [0, *ends[:-1]]
        doc.spans[STATEMENTS] = [
            doc[int(words[first]) : int(words[end - 1]) + 1]
            for first, end in zip(firsts, ends, strict=True)
            if first < end
        ]
        return doc


@Language.factory("conflict_mirror_statements", assigns=["doc.spans"])
def create_statements(nlp: Language, name: str) -> StatementFinder:
    """Return the component; it has no options and nothing to store."""
    return StatementFinder()
