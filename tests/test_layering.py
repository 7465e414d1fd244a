"""Imports only go up the table of rooms in docs/design.md."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EVERYWHERE = {"messages"}
MAY_IMPORT = {
    "messages": set(),
    "tables": set(),
    "taxonomy": set(),
    "privacy": {"tables"},
    "intake": {"tables", "privacy"},
    "pipeline": {"taxonomy", "tables"},
    "training": {"pipeline", "taxonomy", "tables"},
    "overlap": {"tables", "taxonomy"},
    "report": {"overlap", "taxonomy", "tables", "intake"},
    "disclosed": {"overlap", "privacy", "tables"},
    "api": {"disclosed", "privacy", "pipeline", "overlap", "taxonomy", "tables"},
    "bench": {"intake", "tables"},
    "ui": {"api", "privacy", "report", "overlap", "pipeline", "intake", "taxonomy", "tables"},
    "cli": {
        "bench",
        "api",
        "privacy",
        "report",
        "overlap",
        "training",
        "pipeline",
        "intake",
        "taxonomy",
        "tables",
    },
}
FOREIGN_TO_OVERLAP = {"spacy", "streamlit", "altair", "pathlib", "os", "io"}


def room(path: Path) -> str:
    return path.relative_to(ROOT / "analyzer").parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
    return found


FILES = sorted(p for p in (ROOT / "analyzer").rglob("*.py") if p != ROOT / "analyzer" / "__init__.py")


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_go_up(path: Path) -> None:
    here = room(path)
    assert here in MAY_IMPORT, f"{here} is not a room of the house"
    rooms = {name.split(".")[1] for name in imports(path) if name.startswith("analyzer.")}
    assert rooms - {here} - EVERYWHERE <= MAY_IMPORT[here]


@pytest.mark.parametrize("path", sorted((ROOT / "analyzer" / "overlap").glob("*.py")), ids=lambda p: p.name)
def test_statistics_see_no_model_and_no_file(path: Path) -> None:
    assert not {name.split(".")[0] for name in imports(path)} & FOREIGN_TO_OVERLAP
    assert "open(" not in path.read_text(encoding="utf-8")


def test_files_have_one_job() -> None:
    long = {
        str(p): n
        for p in [*FILES, ROOT / "app.py"]
        if (n := len(p.read_text(encoding="utf-8").splitlines())) > 250
    }
    assert not long
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) <= 40
