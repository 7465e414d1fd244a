"""The spaCy component that reads themes, tone, phase and image of the customer off every statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from analyzer.pipeline.extensions import batches, register_extensions, statements
from analyzer.pipeline.features import Features, Text
from analyzer.pipeline.linear import Labels, LinearHeads, Readings

register_extensions()


class StatementReader:
    """Reads a whole batch of documents at once, with one sparse matrix."""

    def __init__(self, features: Features, heads: LinearHeads) -> None:
        self.features = features
        self.heads = heads

    def __call__(self, doc: Doc) -> Doc:
        """Set the readings of every statement."""
        self._read([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Set the readings of every statement of every document."""
        for batch in batches(stream, batch_size):
            self._read(batch)
            yield from batch

    def _read(self, docs: list[Doc]) -> None:
        spans = [span for doc in docs for span in statements(doc)]
        if not spans:
            return
        texts = [Text(span.text, span._.lang, span.doc._.side) for span in spans]
        vectors = np.concatenate([doc._.statement_vectors for doc in docs])
        readings = self.heads.read(self.features.matrix(texts, vectors))
        for row, span in enumerate(spans):
            self._write(span, readings, row)

    def _write(self, span: Span, readings: Readings, row: int) -> None:
        said = span._
        said.themes = readings.themes[row]
        said.theme_scores = dict(zip(self.heads.labels.themes, readings.scores[row].tolist(), strict=True))
        said.tone = readings.tone[row]
        said.phase = readings.phase[row]
        said.image = readings.image[row] if span.doc._.side == "internal" else "none"

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write vocabulary and labels as JSON, numbers as npz."""
        Path(path).mkdir(parents=True, exist_ok=True)
        self.features.save(Path(path))
        self.heads.save(Path(path))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> StatementReader:
        """Read what `to_disk` wrote."""
        self.features = Features.load(Path(path))
        self.heads = LinearHeads.load(Path(path))
        return self


@Language.factory("conflict_mirror_heads", requires=["doc.spans"], default_config={"dimensions": 8})
def create_heads(nlp: Language, name: str, dimensions: int) -> StatementReader:
    """Return the component with nothing learned; `from_disk` brings the trained one."""
    nothing = np.zeros(0, np.float32)
    features = Features((), (), nothing, nothing, 1.0, 1.0)
    labels = Labels((), ("neutral",), ("none",), ("none",))
    weights = np.zeros((dimensions + 2, 3), np.float32)
    return StatementReader(features, LinearHeads(labels, weights, np.zeros(3, np.float32), nothing))
