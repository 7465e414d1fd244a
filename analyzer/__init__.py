"""Conflict Mirror: see where the tension inside a team mirrors the relationship with its customers.

>>> from analyzer import Analyzer, Side, read_files
>>> mirror = Analyzer()
>>> inside = read_files(["notes.md"], side=Side.INTERNAL).documents
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analyzer.api import Analyzer, suitable_model
    from analyzer.intake import read_files, read_text
    from analyzer.tables import Side

__all__ = ["Analyzer", "Side", "read_files", "read_text", "suitable_model"]

_HOMES = {
    "Analyzer": "analyzer.api",
    "suitable_model": "analyzer.api",
    "Side": "analyzer.tables",
    "read_files": "analyzer.intake",
    "read_text": "analyzer.intake",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that `--help` need not wait for spaCy."""
    if name not in _HOMES:
        raise AttributeError(f"module 'analyzer' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
