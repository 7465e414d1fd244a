"""How well a pipeline reads coded statements: by theme, language, side and source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language

from analyzer.pipeline.document_reading import by_document
from analyzer.pipeline.reading import read_documents
from analyzer.tables import documents
from analyzer.training.examples import THEMES, Example, read_rows
from analyzer.training.mistakes import Mistakes, mistakes

_READERS = ("a", "b")
_GROUPS = ("lang", "side", "source")


@dataclass(frozen=True)
class Coded:
    """A statement to be read and the codes of one or more readers: {themes, tone, phase, image} each."""

    id: str
    text: str
    lang: str
    side: str
    source: str
    codes: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Scores:
    """Agreement of a pipeline with the readers, the mean over the readers; all figures from 0 to 1."""

    statements: int
    micro_f1: float
    macro_f1: float
    main_theme: float
    tone: float
    phase: float
    image: float


@dataclass(frozen=True)
class Evaluation:
    """Scores of all statements, of each group ("lang de", "source …"), the F1 of each theme, the mistakes."""

    overall: Scores
    groups: dict[str, Scores]
    themes: dict[str, float]
    calibration_error: float
    mistakes: Mistakes

    def as_dict(self) -> dict[str, Any]:
        """Return everything as plain values, for JSON."""
        return asdict(self)


def read_coded_statements(path: Path) -> list[Coded]:
    """Return a JSONL file's statements: `text`, `lang`, `side` and the codes, or "a" and "b" with codes."""
    return [_coded(number, row) for number, row in read_rows(path)]


def evaluate(nlp: Language, statements: Sequence[Coded]) -> Evaluation:
    """Return how well `nlp` reads the statements, each one as a document of its own."""
    return score(statements, read(nlp, statements))


def read(nlp: Language, statements: Sequence[Coded]) -> list[dict[str, Any]]:
    """Return the reading of each statement as a document: themes, scores, tone, phase and image."""
    rows: list[dict[str, object]] = [
        {"document": statement.id, "side": statement.side, "text": statement.text} for statement in statements
    ]
    table = by_document(read_documents(nlp, documents(rows))).set_index("document")
    return [dict(table.loc[statement.id]) for statement in statements]


def score(statements: Sequence[Coded], readings: Sequence[dict[str, Any]]) -> Evaluation:
    """Return how well `readings` (themes, scores, tone, phase, image) agree with the statements' codes."""
    groups: dict[str, list[int]] = {}
    for row, statement in enumerate(statements):
        for key in _GROUPS:
            groups.setdefault(f"{key} {getattr(statement, key)}", []).append(row)
        groups.setdefault(f"lang {statement.lang}, side {statement.side}", []).append(row)
    everything = list(range(len(statements)))
    return Evaluation(
        _scores(statements, readings, everything),
        {name: _scores(statements, readings, rows) for name, rows in sorted(groups.items())},
        dict(zip(THEMES, _theme_f1(statements, readings, everything).tolist(), strict=True)),
        _calibration_error(statements, readings),
        mistakes((readings[row], codes) for row in everything for codes in statements[row].codes),
    )


def of_example(example: Example) -> Coded:
    """Return an example as a statement with one reader's codes; its translation has another id."""
    codes = {key: getattr(example, key) for key in ("themes", "tone", "phase", "image")}
    identity = f"{example.pair} {example.lang}"
    return Coded(identity, example.text, example.lang, example.side, example.source, (codes,))


def _coded(number: int, row: dict[str, Any]) -> Coded:
    codes = tuple(row[reader] for reader in _READERS if reader in row) or (row,)
    identity = str(row.get("id", number))
    return Coded(identity, row["text"], row["lang"], row["side"], row.get("source", ""), codes)


def _scores(statements: Sequence[Coded], readings: Sequence[dict[str, Any]], rows: list[int]) -> Scores:
    hits, said, true, _ = _counts(statements, readings, rows)
    seen = true.sum(axis=0) >= 5
    f1 = _theme_f1(statements, readings, rows)
    pairs = [(readings[row], codes) for row in rows for codes in statements[row].codes]
    same = {k: float(np.mean([r[k] == c[k] for r, c in pairs])) for k in ("tone", "phase", "image")}
    main = float(np.mean([list(r["themes"])[:1] == list(c["themes"])[:1] for r, c in pairs]))
    micro = 2 * hits.sum() / max(1, said.sum() + true.sum())
    macro = float(f1[seen].mean()) if seen.any() else 0.0
    return Scores(len(rows), float(micro), macro, main, **same)


def _theme_f1(statements: Sequence[Coded], readings: Sequence[dict[str, Any]], rows: list[int]) -> np.ndarray:
    hits, said, true, _ = _counts(statements, readings, rows)
    return np.asarray(2 * hits.sum(axis=0) / np.maximum(1, said.sum(axis=0) + true.sum(axis=0)))


def _counts(
    statements: Sequence[Coded], readings: Sequence[dict[str, Any]], rows: list[int]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return hits, said, true (pairs, themes) 0/1 and the probabilities, a row a statement and reader."""
    pairs = [(readings[row], codes) for row in rows for codes in statements[row].codes]
    said = np.array([[theme in reading["themes"] for theme in THEMES] for reading, _ in pairs])
    true = np.array([[theme in codes["themes"] for theme in THEMES] for _, codes in pairs])
    chance = np.array([[reading["scores"][theme] for theme in THEMES] for reading, _ in pairs])
    return said & true, said, true, chance


def _calibration_error(statements: Sequence[Coded], readings: Sequence[dict[str, Any]]) -> float:
    """Return the expected calibration error of the theme probabilities over ten bins (Naeini et al. 2015)."""
    _, _, true, chance = _counts(statements, readings, list(range(len(statements))))
    bins = np.minimum((chance * 10).astype(int), 9)
    gaps = [
        abs(chance[bins == b].mean() - true[bins == b].mean()) * (bins == b).mean()
        for b in range(10)
        if (bins == b).any()
    ]
    return float(sum(gaps))
