"""Workbooks (XLSX, XLSM, XLS, XLSB, ODS) to grids, one a sheet, by calamine."""

from __future__ import annotations

import datetime as dt
import io

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from analyzer.intake.contents import Grid
from analyzer.intake.formats.archive import check_sheets, open_archive
from analyzer.intake.formats.refusal import refusal
from analyzer.intake.table import Row


def read_workbook(data: bytes, *, name: str) -> list[Grid]:
    """Return the sheets' rows that are not blank, numbered from 1 as the spreadsheet shows them.

    Raises IntakeError on a damaged or protected file, and on one that would unpack to too much.
    """
    if data.startswith(b"PK"):
        with open_archive(data, name=name) as archive:
            check_sheets(archive, name=name)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [Grid(_rows(workbook, sheet), sheet) for sheet in workbook.sheet_names]
    except PasswordError as error:
        raise refusal("protected", name) from error
    except (CalamineError, OSError, ValueError) as error:
        raise refusal("damaged", name) from error


def _rows(workbook: CalamineWorkbook, sheet: str) -> list[Row]:
    rows = workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    found = [Row(number, tuple(map(written, cells))) for number, cells in enumerate(rows, 1)]
    return [row for row in found if row.filled]


def written(value: object) -> str:
    """Return a value as a sheet shows it: whole numbers without ".0", days without midnight."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e16:
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "seconds") if value.time() != dt.time() else value.date().isoformat()
    return str(value).strip()
