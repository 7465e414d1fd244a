"""Reads collections of ordinary statements with a model and keeps only how often each theme occurs.

    python docs/make_reference.py --model fast --statements pool.jsonl.xz --out models/fast/reference.json

Each line of the statements is {"id", "source", "side", "text"}. What is written holds shares, no text, no id.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
from pathlib import Path

import numpy as np
import pandas as pd

from analyzer import Analyzer
from analyzer.overlap.lenses import theme_marks
from analyzer.tables import Side, Tone

MOST = 1500
FEWEST = 200


def rows(path: Path) -> pd.DataFrame:
    """Return at most `MOST` statements a source, chosen by the hash of their ids."""
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        table = pd.DataFrame(json.loads(line) for line in file)
    order = table["id"].map(lambda name: hashlib.sha256(name.encode()).hexdigest())
    table = table.assign(order=order).sort_values("order").groupby(["source", "side"]).head(MOST)
    return table.assign(document=table["id"])[["document", "side", "source", "text"]]


def reference(documents: pd.DataFrame, model: str) -> dict[str, dict[str, object]]:
    """Return, for each side and source, the shares of the themes among the statements with tension."""
    mirror = Analyzer(model)
    said = mirror.read(documents)
    marks = theme_marks(said, said.themes)
    tension = (said.table["tone"] == Tone.TENSION.value).to_numpy()
    found: dict[str, dict[str, object]] = {side.value: {} for side in Side}
    for (side, source), places in said.table.groupby(["side", "source"]).indices.items():
        felt = places[tension[places]]
        if len(felt) >= FEWEST:
            found[side][source] = {
                "tension": len(felt),
                "shares": named(said.themes, marks.hits[felt].mean(axis=0)),
                "profile": named(said.themes, marks.weights()[felt].mean(axis=0)),
            }
    return found


def named(themes: tuple[str, ...], values: np.ndarray) -> dict[str, float]:
    """Return {theme: value}, rounded."""
    return {theme: round(float(value), 4) for theme, value in zip(themes, values, strict=True)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True)
    parser.add_argument("--statements", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    content = reference(rows(given.statements), given.model)
    given.out.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
