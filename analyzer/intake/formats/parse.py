"""The parser of each kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from analyzer.intake.contents import Content
from analyzer.intake.formats.kind import Kind

_HOMES = {
    "csv": ("text", "read_delimited_text"),
    "notes": ("text", "read_written"),
    "workbook": ("workbook", "read_workbook"),
    "json": ("json_records", "read_json"),
    "ndjson": ("json_records", "read_lines"),
    "parquet": ("parquet", "read_parquet"),
    "word": ("word", "read_word"),
    "pdf": ("pdf", "read_pdf"),
    "rtf": ("rtf", "read_rtf"),
    "web": ("web", "read_web"),
    "vtt": ("subtitles", "read_vtt"),
    "srt": ("subtitles", "read_srt"),
    "mail": ("mail", "read_mail"),
    "mailbox": ("mail", "read_mailbox"),
}


def parse(kind: Kind, data: bytes, *, name: str) -> Sequence[Content]:
    """Return the contents of a file of a kind; its parser is imported now. Raises IntakeError."""
    module, function = _HOMES[kind]
    found = getattr(import_module(f"analyzer.intake.formats.{module}"), function)
    return cast(Callable[..., Sequence[Content]], found)(data, name=name)
