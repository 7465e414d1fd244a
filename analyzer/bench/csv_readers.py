"""Readers of delimited files, each without parameters: ours, and those of others that are installed."""

from __future__ import annotations

import csv
import importlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from analyzer.bench.measures import Loaded
from analyzer.intake.delimited import read_tables
from analyzer.intake.encoding import decode


@dataclass(frozen=True)
class CsvReader:
    """A reader's name and what it makes of a file; any exception says that it could not load it."""

    name: str
    load: Callable[[Path], Loaded]


def installed_readers() -> list[CsvReader]:
    """Return our reader, pandas, and those of DuckDB and CleverCSV if they are installed."""
    return [
        CsvReader("conflict-mirror", _ours),
        CsvReader("pandas", _pandas),
        CsvReader("pandas, lenient", _pandas_lenient),
        *([CsvReader("duckdb", _duckdb)] if find_spec("duckdb") else []),
        *([CsvReader("clevercsv", _clevercsv)] if find_spec("clevercsv") else []),
    ]


def _ours(path: Path) -> Loaded:
    """Return the first table; what we report as set aside, and further tables, stand beside it."""
    tables = read_tables(decode(path.read_bytes(), name=path.name).text, name=path.name).tables
    if not tables:
        return Loaded((), ())
    first, *others = tables
    beside = [row.cells for table in tables for row, _ in table.aside]
    beside += [cells for table in others for cells in (table.titles, *(row.cells for row in table.rows))]
    return Loaded(first.titles, [row.cells for row in first.rows], beside)


def _pandas(path: Path) -> Loaded:
    return _frame(path)


def _pandas_lenient(path: Path) -> Loaded:
    return _frame(path, sep=None, engine="python", on_bad_lines="skip")


def _frame(path: Path, **options: Any) -> Loaded:
    import pandas as pd

    frame = pd.read_csv(path, dtype=str, keep_default_na=False, **options)
    return Loaded(list(map(str, frame.columns)), frame.fillna("").to_numpy().tolist())


def _duckdb(path: Path) -> Loaded:
    duckdb = importlib.import_module("duckdb")
    found = duckdb.read_csv(str(path), all_varchar=True)
    return Loaded(found.columns, [[cell or "" for cell in row] for row in found.fetchall()])


def _clevercsv(path: Path) -> Loaded:
    rows = importlib.import_module("clevercsv").read_table(str(path))
    return Loaded(rows[0], rows[1:])


def clean_table(path: Path, *, header: bool) -> Loaded:
    """Return a clean version of the benchmark, which has a header if the file's parameters say so."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    return Loaded(rows[0], rows[1:]) if header and rows else Loaded((), rows)
