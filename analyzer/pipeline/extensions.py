"""The attributes the pipeline adds to spaCy's documents and spans, registered in one place.

`doc._.side`: "internal", "customer" or "" (unknown), set before the pipeline runs.
`doc._.statement_vectors`: (statements, dimensions) float32 in the order of `doc.spans["statements"]`.
`span._.lang`: "de" or "en". `span._.themes`: theme ids, main first.
`span._.theme_scores`: {theme: probability}.
`span._.tone`, `span._.phase`, `span._.image`: ids of the codebook, or "none".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.tokens import Doc, Span

STATEMENTS = "statements"

_DOC: dict[str, object] = {"side": "", "statement_vectors": None}
_SPAN: dict[str, object] = {
    "lang": "",
    "themes": None,
    "theme_scores": None,
    "tone": "neutral",
    "phase": "none",
    "image": "none",
}


def register_extensions() -> None:
    """Add the attributes to `Doc` and `Span`; doing it again changes nothing."""
    for name, value in _DOC.items():
        Doc.set_extension(name, default=value, force=True)
    for name, value in _SPAN.items():
        Span.set_extension(name, default=value, force=True)


def statements(doc: Doc) -> list[Span]:
    """Return the statements of a document, in order; none if it has not been segmented."""
    return list(doc.spans[STATEMENTS]) if STATEMENTS in doc.spans else []


def batches(stream: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    """Yield the documents of a stream in lists of `size`, the last one shorter."""
    documents = iter(stream)
    while batch := list(islice(documents, size)):
        yield batch
