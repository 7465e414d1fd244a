"""Bytes, files and pastes to Documents, with an account of every row."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analyzer.intake.formats import readable_suffixes
    from analyzer.intake.join import join_intakes
    from analyzer.intake.pseudonyms import Pseudonymous, Replaced, unclear_words, without_people
    from analyzer.intake.read import read_files, read_text, read_upload
    from analyzer.intake.result import Columns, Intake, IntakeError, IntakeReport, SetAside, SourceReport

__all__ = [
    "Columns",
    "Intake",
    "IntakeError",
    "IntakeReport",
    "Pseudonymous",
    "Replaced",
    "SetAside",
    "SourceReport",
    "join_intakes",
    "read_files",
    "read_text",
    "read_upload",
    "readable_suffixes",
    "unclear_words",
    "without_people",
]

_HOMES = {"join_intakes": "join", "readable_suffixes": "formats"}
_HOMES |= dict.fromkeys(("Pseudonymous", "Replaced", "unclear_words", "without_people"), "pseudonyms")
_HOMES |= dict.fromkeys(("read_files", "read_text", "read_upload"), "read")


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for: the process that reads need not wait for pandas."""
    if name not in __all__:
        raise AttributeError(f"module 'analyzer.intake' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"analyzer.intake.{_HOMES.get(name, 'result')}"), name)
