"""The spaCy component that gives statements the vectors of a static table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from spacy.language import Language

from analyzer.pipeline.encoding import StatementEncoder
from analyzer.pipeline.static_table import StaticTable

_FILE = "table.npz"


class StaticEncoder(StatementEncoder):
    """Encodes statements with a bilingual static table; the side makes no difference."""

    def __init__(self, table: StaticTable) -> None:
        self.table = table

    def encode(self, texts: Sequence[str], sides: Sequence[str]) -> np.ndarray:
        """Return one unit-length vector a text, (texts, dimensions) float32."""
        return self.table.encode(texts)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the table as npz, int8 with a scale a row."""
        Path(path).mkdir(parents=True, exist_ok=True)
        self.table.save(Path(path) / _FILE)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> StaticEncoder:
        """Read what `to_disk` wrote."""
        self.table = StaticTable.load(Path(path) / _FILE)
        return self


@Language.factory(
    "conflict_mirror_encoder", requires=["doc.spans"], default_config={"rows": 64, "dimensions": 8}
)
def create_encoder(nlp: Language, name: str, rows: int, dimensions: int) -> StaticEncoder:
    """Return the component with an empty table of that size; `from_disk` brings the trained one."""
    return StaticEncoder(StaticTable(np.zeros((rows, dimensions), np.float32)))
