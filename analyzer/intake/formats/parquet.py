"""Parquet files to a grid, by pyarrow."""

from __future__ import annotations

import io

from analyzer.intake.contents import Grid
from analyzer.intake.formats.flatten import flat
from analyzer.intake.formats.refusal import refusal
from analyzer.intake.table import Row

_MAX_CELLS = 20_000_000


def read_parquet(data: bytes, *, name: str) -> list[Grid]:
    """Return the rows of a Parquet file; raises IntakeError on a damaged one and on too large a table."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(io.BytesIO(data))
        if file.metadata.num_rows * max(1, file.metadata.num_columns) > _MAX_CELLS:
            raise refusal("too_large", name)
        header = tuple(file.schema_arrow.names)
        records = [record for batch in file.iter_batches() for record in batch.to_pylist()]
    except (pa.ArrowException, OSError, ValueError) as error:
        raise refusal("damaged", name) from error
    flattened = [flat(record) for record in records]
    header = tuple(dict.fromkeys(column for record in flattened for column in record)) or header
    rows = [
        Row(n, tuple(record.get(column, "") for column in header)) for n, record in enumerate(flattened, 1)
    ]
    return [Grid([row for row in rows if row.filled], header=header)]
