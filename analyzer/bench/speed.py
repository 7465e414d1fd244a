"""How fast large tables are read, beside the parsers alone."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from analyzer.intake.part import Input
from analyzer.intake.parts import read_parts
from analyzer.intake.stream import stream_file, stream_rows
from analyzer.tables import Side


@dataclass(frozen=True)
class Timed:
    """What was done, how many rows came out, seconds of work, and the most memory so far in MB."""

    name: str
    rows: int
    seconds: float
    memory_mb: int


def time_table(path: Path) -> list[Timed]:
    """Return the times of the parser alone, and of ours, for a CSV (in UTF-8) or an XLSX file."""
    if path.suffix.lower() == ".csv":
        return [
            _timed("csv", lambda: _csv_rows(path)),
            _timed("rows", lambda: (len(block) for block in stream_rows(path))),
            _timed(
                "documents", lambda: (part.report.rows_in for part in stream_file(path, side=Side.CUSTOMER))
            ),
        ]
    data = path.read_bytes()
    given = Input(path.name, Side.CUSTOMER.value)
    return [
        _timed("calamine", lambda: _calamine_rows(data)),
        _timed("documents", lambda: (part.report.rows_in for part in read_parts(data, given))),
    ]


def _timed(name: str, read: Callable[[], Iterable[int]]) -> Timed:
    start = time.process_time()
    rows = sum(read())
    return Timed(name, rows, time.process_time() - start, _memory_mb())


def _csv_rows(path: Path) -> Iterable[int]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from (1 for _ in csv.reader(file))


def _calamine_rows(data: bytes) -> Iterable[int]:
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return (len(workbook.get_sheet_by_name(name).to_python()) for name in workbook.sheet_names)


def _memory_mb() -> int:
    """Return the most memory this process has held, 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
