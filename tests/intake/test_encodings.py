"""German files of one row, in nine encodings: nearly all come through letter by letter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analyzer.intake.encoding import decode

ENCODINGS = [
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "cp1252",
    "iso-8859-15",
    "mac_roman",
    "cp850",
]
EXAMPLES = sorted((Path(__file__).parents[2] / "data" / "examples").glob("*.jsonl"))
ENDS = ["", " – für 20 €", "; „so nicht“", "?"]


def german_rows() -> list[str]:
    """Return some 600 texts that were authored for the project, each with letters beyond ASCII."""
    lines = [line for path in EXAMPLES for line in path.read_text(encoding="utf-8").splitlines()]
    texts = [text for line in lines if not (text := json.loads(line)["de"]).isascii()]
    return [f"Nr;Kommentar\r\n1;{text}{ENDS[i % 4]}\r\n" for i, text in enumerate(texts[::5])]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_one_row_in_german(encoding: str) -> None:
    given = [(row, data) for row in german_rows() if (data := written(row, encoding))]
    assert len(given) > 200
    exact = [decode(data, name="x.csv").text == row for row, data in given]
    assert sum(exact) >= 0.99 * len(exact)


def written(row: str, encoding: str) -> bytes:
    """Return the row's bytes, none if the encoding lacks one of its characters."""
    try:
        return row.encode(encoding)
    except UnicodeEncodeError:
        return b""


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_few_letters_are_enough(encoding: str) -> None:
    for said in ("Müde", "Für Öl", "Größe: 3", "süß"):
        assert not (data := written(said, encoding)) or decode(data, name="x.txt").text == said
