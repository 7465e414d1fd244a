"""XLSX workbooks to rows, one list a sheet; refuses archives that are bombs before they are opened."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

from python_calamine import CalamineError, CalamineWorkbook

from analyzer.intake.result import IntakeError
from analyzer.intake.table import Row

_MAX_ENTRIES = 10_000
_MAX_BYTES = 2 * 1024**3
_MAX_RATIO = 200
_MAX_CELLS = 20_000_000
_CHUNK = 1 << 20
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")


def read_workbook(data: bytes, *, name: str) -> dict[str, list[Row]]:
    """Return {sheet: its rows that are not blank}, numbered from 1 as the spreadsheet shows them.

    Raises IntakeError on a damaged file, and on one that would unpack to more than it can hold.
    """
    _check_archive(data, name)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return {sheet: _rows(workbook, sheet) for sheet in workbook.sheet_names}
    except (CalamineError, OSError, ValueError) as error:
        raise _damaged(name) from error


def _rows(workbook: CalamineWorkbook, sheet: str) -> list[Row]:
    rows = workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    found = [Row(number, tuple(map(_written, cells))) for number, cells in enumerate(rows, 1)]
    return [row for row in found if row.filled]


def _written(value: object) -> str:
    """Return a cell as the sheet shows it: whole numbers without ".0", days without midnight."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e16:
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "seconds") if value.time() != dt.time() else value.date().isoformat()
    return str(value).strip()


def _check_archive(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            size = sum(entry.file_size for entry in entries)
            if (
                len(entries) > _MAX_ENTRIES
                or size > _MAX_BYTES
                or size > max(_MAX_RATIO * len(data), 50_000_000)
            ):
                raise _too_large(name)
            for entry in entries:
                if entry.filename.lower().endswith(".xml"):
                    _check_sheet(archive, entry, name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise _damaged(name) from error


def _check_sheet(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> None:
    """Refuse a sheet whose farthest row and column span more cells than memory holds, filled or not."""
    rows = columns = 1
    rest = b""
    with archive.open(entry) as file:
        while chunk := file.read(_CHUNK):
            for letters, number in set(_REFERENCE.findall(rest + chunk)):
                rows, columns = max(rows, int(number)), max(columns, _column(letters))
            rest = chunk[-16:]
            if rows * columns > _MAX_CELLS:
                raise _too_large(name)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _too_large(name: str) -> IntakeError:
    return IntakeError(
        "{name} would unpack to more than can be held. "
        "Please copy the table into a new workbook, or save it as CSV.",
        name=name,
    )


def _damaged(name: str) -> IntakeError:
    return IntakeError(
        "{name} is damaged and cannot be opened. Please save it again as XLSX or CSV.", name=name
    )
