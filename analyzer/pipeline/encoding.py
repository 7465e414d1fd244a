"""What all encoders have in common: a batch of documents in, `doc._.statement_vectors` out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from spacy.tokens import Doc

from analyzer.pipeline.extensions import batches, register_extensions, statements

register_extensions()


class StatementEncoder(ABC):
    """A spaCy component that gives every statement a vector, a whole batch of documents at once."""

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.statement_vectors`."""
        self._encode([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Set `doc._.statement_vectors` of every document."""
        for batch in batches(stream, batch_size):
            self._encode(batch)
            yield from batch

    @abstractmethod
    def encode(self, texts: Sequence[str], sides: Sequence[str]) -> np.ndarray:
        """Return one vector a text, (texts, dimensions) float32; a side is "internal", "customer" or ""."""

    def meaning(self, vectors: np.ndarray) -> np.ndarray:
        """Return unit-length vectors (texts, dimensions) that are near where the same is meant."""
        return unit_length(vectors)

    def _encode(self, docs: list[Doc]) -> None:
        spans = [statements(doc) for doc in docs]
        texts = [span.text for of_doc in spans for span in of_doc]
        sides = [doc._.side for doc, of_doc in zip(docs, spans, strict=True) for _ in of_doc]
        vectors = self.encode(texts, sides)
        first = 0
        for doc, of_doc in zip(docs, spans, strict=True):
            doc._.statement_vectors = vectors[first : first + len(of_doc)]
            first += len(of_doc)


def unit_length(vectors: np.ndarray) -> np.ndarray:
    """Return vectors (texts, dimensions) at length one; zeros stay."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), np.float32)
