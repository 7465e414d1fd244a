"""A look at ZIP headers, and at far cells, before anything is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from analyzer.intake.formats.refusal import refusal

_MAX_ENTRIES = 10_000
_MAX_BYTES = 2 * 1024**3
_MAX_RATIO = 200
_FREE = 50_000_000
_MAX_CELLS = 20_000_000
_CHUNK = 1 << 20
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_ENCRYPTED = 0x1


@contextmanager
def open_archive(data: bytes, *, name: str) -> Iterator[zipfile.ZipFile]:
    """Open a ZIP archive in memory; raises IntakeError if it is damaged, locked, or a bomb by its headers."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_headers(archive, len(data), name)
            yield archive
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as error:
        raise refusal("damaged", name) from error


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, *, name: str) -> bytes:
    """Return an entry's bytes; raises IntakeError if it holds more than its header says."""
    with archive.open(entry) as file:
        data = file.read(entry.file_size + 1)
    if len(data) > entry.file_size:
        raise refusal("too_large", name)
    return data


def check_sheets(archive: zipfile.ZipFile, *, name: str) -> None:
    """Refuse a workbook in which a sheet spans more cells than memory holds, filled or not."""
    for entry in archive.infolist():
        if entry.filename.startswith("xl/worksheets/") and entry.filename.endswith(".xml"):
            _check_sheet(archive, entry, name)


def _check_headers(archive: zipfile.ZipFile, size: int, name: str) -> None:
    entries = archive.infolist()
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise refusal("protected", name)
    whole = sum(entry.file_size for entry in entries)
    if len(entries) > _MAX_ENTRIES or whole > min(_MAX_BYTES, max(_MAX_RATIO * size, _FREE)):
        raise refusal("too_large", name)


def _check_sheet(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> None:
    rows = columns = 1
    rest = b""
    with archive.open(entry) as file:
        while chunk := file.read(_CHUNK):
            found = _REFERENCE.findall(rest + chunk)
            rows = max(rows, max(map(int, {number for _, number in found}), default=1))
            columns = max(columns, max(map(_column, {letters for letters, _ in found}), default=1))
            rest = chunk[-16:]
            if rows * columns > _MAX_CELLS:
                raise refusal("too_large", name)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
