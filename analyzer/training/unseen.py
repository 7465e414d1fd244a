"""How well a kind of text is read that was not learned from: every source held out in turn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analyzer.pipeline.features import Text
from analyzer.pipeline.heads import StatementReader
from analyzer.pipeline.linear import Readings
from analyzer.pipeline.static_table import StaticTable
from analyzer.training.evaluate import Evaluation, of_example, score
from analyzer.training.examples import Example
from analyzer.training.progress import Progress, silent
from analyzer.training.run import fit_reader


def evaluate_unseen(
    examples: Sequence[Example], table: StaticTable, *, seed: int = 0, progress: Progress = silent
) -> Evaluation:
    """Return the scores on every coded source of a reader that learned from all other ones."""
    sources = sorted({example.source for example in examples} - {"authored"})
    statements, readings = [], []
    for number, source in enumerate(sources, 1):
        known = [example for example in examples if example.source != source]
        held_out = [example for example in examples if example.source == source]
        reader = fit_reader(known, table, seed=seed)
        readings += read_texts(reader, table, held_out)
        statements += [of_example(example) for example in held_out]
        progress("unseen", number / len(sources))
    return score(statements, readings)


def read_texts(
    reader: StatementReader, table: StaticTable, examples: Sequence[Example]
) -> list[dict[str, Any]]:
    """Return the readings of whole texts, without cutting them into statements."""
    texts = [Text(example.text, example.lang, example.side) for example in examples]
    read = reader.heads.read(reader.features.matrix(texts, table.encode([text.text for text in texts])))
    themes = reader.heads.labels.themes
    return [_reading(read, themes, row, text.side) for row, text in enumerate(texts)]


def _reading(read: Readings, themes: tuple[str, ...], row: int, side: str) -> dict[str, Any]:
    return {
        "themes": read.themes[row],
        "scores": dict(zip(themes, read.scores[row].tolist(), strict=True)),
        "tone": read.tone[row],
        "phase": read.phase[row],
        "image": read.image[row] if side == "internal" else "none",
    }
