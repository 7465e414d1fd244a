"""The spaCy component that gives every statement a vector: `doc._.statement_vectors`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from analyzer.pipeline.extensions import batches, register_extensions, statements
from analyzer.pipeline.static_table import StaticTable

register_extensions()
_FILE = "table.npz"


class StatementEncoder:
    """Encodes statements with a bilingual static table, a whole batch of documents at once."""

    def __init__(self, table: StaticTable) -> None:
        self.table = table

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.statement_vectors`."""
        self._encode([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Set `doc._.statement_vectors` of every document."""
        for batch in batches(stream, batch_size):
            self._encode(batch)
            yield from batch

    def _encode(self, docs: list[Doc]) -> None:
        texts = [[span.text for span in statements(doc)] for doc in docs]
        vectors = self.table.encode([text for of_doc in texts for text in of_doc])
        first = 0
        for doc, of_doc in zip(docs, texts, strict=True):
            doc._.statement_vectors = vectors[first : first + len(of_doc)]
            first += len(of_doc)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the table as npz, int8 with a scale a row."""
        Path(path).mkdir(parents=True, exist_ok=True)
        self.table.save(Path(path) / _FILE)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> StatementEncoder:
        """Read what `to_disk` wrote."""
        self.table = StaticTable.load(Path(path) / _FILE)
        return self


@Language.factory(
    "conflict_mirror_encoder", requires=["doc.spans"], default_config={"rows": 64, "dimensions": 8}
)
def create_encoder(nlp: Language, name: str, rows: int, dimensions: int) -> StatementEncoder:
    """Return the component with an empty table of that size; `from_disk` brings the trained one."""
    return StatementEncoder(StaticTable(np.zeros((rows, dimensions), np.float32)))
