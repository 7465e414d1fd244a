"""Bytes, files and pastes to Documents, with an account of every row."""

from analyzer.intake.formats import readable_suffixes
from analyzer.intake.join import join_intakes
from analyzer.intake.read import read_files, read_text, read_upload
from analyzer.intake.result import Columns, Intake, IntakeError, IntakeReport, SetAside, SourceReport

__all__ = [
    "Columns",
    "Intake",
    "IntakeError",
    "IntakeReport",
    "SetAside",
    "SourceReport",
    "join_intakes",
    "read_files",
    "read_text",
    "read_upload",
    "readable_suffixes",
]
