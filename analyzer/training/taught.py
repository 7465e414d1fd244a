"""What a trained pipeline thinks of statements that nobody coded: lessons for another one."""

from __future__ import annotations

import json
import lzma
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language

from analyzer.pipeline.components import encoder_of, reader_of
from analyzer.pipeline.features import Text
from analyzer.training.examples import IMAGES, PARTS, PHASES, THEMES, TONES, Example
from analyzer.training.progress import Progress

_BLOCK = 2_000
_MOST = 20_000
_LIKELY = 0.5


def taught(teacher: Language, pool: Path, *, without: set[str], progress: Progress) -> list[Example]:
    """Return statements of a pool (`.jsonl.xz`) with what a pipeline believes of them.

    As in Xie et al. (2020), "Self-training with Noisy Student". At most 20,000 of a
    language are drawn. Those whose `id` is in `without` are left out: they have codes, and some of these are
    to judge by.
    """
    with lzma.open(pool, "rt", encoding="utf-8") as file:
        rows = _drawn([row for row in map(json.loads, file) if row["id"] not in without])
    found: list[Example] = []
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        beliefs = _beliefs(teacher, [Text(row["text"], row["lang"], row["side"]) for row in block])
        found += [_example(row, of_row) for row, of_row in zip(block, beliefs, strict=True)]
        progress("asking the teacher", len(found) / len(rows))
    return found


def _drawn(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    order = np.random.default_rng(0).permutation(len(rows)).tolist()
    of_lang = [[row for row in order if rows[row]["lang"] == lang][:_MOST] for lang in ("de", "en")]
    return [rows[row] for numbers in of_lang for row in numbers]


def _beliefs(teacher: Language, texts: Sequence[Text]) -> np.ndarray:
    """Return the probabilities (texts, outputs) that a pipeline's components give."""
    reader = reader_of(teacher)
    vectors = encoder_of(teacher).encode([text.text for text in texts], [text.side for text in texts])
    return reader.heads.probabilities(reader.features.matrix(texts, vectors))


def _example(row: dict[str, Any], beliefs: np.ndarray) -> Example:
    themes, tone, phase, image = np.split(beliefs, np.cumsum(PARTS)[:-1])
    likely = [int(column) for column in np.argsort(-themes)[:3] if themes[column] >= _LIKELY]
    return Example(
        row["text"], row["lang"], row["side"],
        tuple(THEMES[column] for column in likely),
        TONES[tone.argmax()], PHASES[phase.argmax()], IMAGES[image.argmax()],
        row["source"], row["id"], tuple(beliefs.tolist()),
    )  # fmt: skip
