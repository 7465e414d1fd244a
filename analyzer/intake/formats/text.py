"""Text in any encoding: delimited, or written as notes, minutes and transcripts are."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.intake.contents import Content, Grid, Prose
from analyzer.intake.delimited import read_delimited
from analyzer.intake.encoding import Decoded, decode
from analyzer.intake.formats.kind import empty
from analyzer.intake.formats.transcript import find_talk
from analyzer.intake.wording import clean


def decoded_text(data: bytes, *, name: str) -> Decoded:
    """Return the text of a file; raises IntakeError if there is none."""
    found = decode(data, name=name)
    if not clean(found.text):
        raise empty(name)
    return found


def read_delimited_text(data: bytes, *, name: str) -> Sequence[Content]:
    """Return the rows of a delimited text."""
    found = decoded_text(data, name=name)
    return [_grid(found, name)]


def read_written(data: bytes, *, name: str) -> Sequence[Content]:
    """Return notes as prose, transcripts and chats as talk, and cells copied from a spreadsheet as a grid."""
    return [written_content(decoded_text(data, name=name), name=name)]


def written_content(found: Decoded, *, name: str) -> Content:
    """Return what a written text is: cells with tabs, talk of several people, or notes."""
    if _is_tabular(found.text):
        return _grid(found, name)
    return find_talk(found.text, encoding=found.encoding) or Prose(found.text, found.encoding)


def _grid(found: Decoded, name: str) -> Grid:
    rows, dialect = read_delimited(found.text, name=name)
    return Grid(rows, encoding=found.encoding, delimiter=dialect.delimiter)


def _is_tabular(text: str) -> bool:
    """Say whether a text is copied spreadsheet cells: the same number of tabs in three lines or more."""
    lines = [line.rstrip("\r\n") for line in text.splitlines() if line.strip()]
    return len(lines) >= 3 and "\t" in lines[0] and len({line.count("\t") for line in lines}) == 1
