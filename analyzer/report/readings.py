"""Readings as files: one row a statement, or one a document, as JSON lines, CSV or Parquet."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pandas as pd

from analyzer.messages import Messages, UserError
from analyzer.report.accounting import Sources, accounted

COLUMNS = ("id", "document", "text", "lang", "themes", "scores", "tone", "phase", "image")
FORMATS = (".jsonl", ".csv", ".parquet")


def check_format(path: Path, formats: tuple[str, ...] = FORMATS) -> None:
    """Raise `UserError` unless `path` ends in one of `formats` and can be written."""
    if path.suffix.lower() not in formats:
        raise UserError(
            "The output file {name} must end in one of: {formats}.",
            name=path.name,
            formats=", ".join(formats),
        )
    folder = path.absolute().parent
    if not folder.is_dir():
        raise UserError("The folder {folder} does not exist.", folder=folder)
    if path.is_dir() or not os.access(path if path.exists() else folder, os.W_OK):
        raise UserError("{name} cannot be written. Please choose another place.", name=path)


def write_readings(rows: pd.DataFrame, path: Path) -> None:
    """Write `rows` (columns `COLUMNS`; `themes` lists, `scores` dicts) in the format of the suffix.

    In CSV, themes are joined by a space, scores are JSON, and a cell that a spreadsheet would run as
    a formula is prefixed by an apostrophe (OWASP, CSV injection). Raises `UserError` for another suffix.
    """
    check_format(path)
    rows = rows.loc[:, list(COLUMNS)]
    if path.suffix.lower() == ".parquet":
        rows.to_parquet(path, index=False)
    elif path.suffix.lower() == ".csv":
        _flat(rows).to_csv(path, index=False)
    else:
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows.to_dict("records"))


def write_set_aside(sources: Sources, path: Path, messages: Messages) -> None:
    """Write every row that was not read as CSV: side, source, place, reason, content."""
    check_format(path, (".csv",))
    rows = [
        {"side": source["side"], "source": source["source"]}
        | {key: harmless(value) for key, value in item.items()}
        for source in accounted(sources, messages)
        for item in source["set_aside"]
    ]
    pd.DataFrame(rows, columns=["side", "source", "place", "reason", "content"]).to_csv(path, index=False)


def _flat(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(
        themes=rows["themes"].map(" ".join),
        scores=rows["scores"].map(json.dumps),
        **{column: rows[column].map(harmless) for column in ("id", "document", "text")},
    )


def harmless(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
