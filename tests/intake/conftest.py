"""Small invented workbooks for the tests of intake."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

import pytest

_BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{}</sheets></workbook>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _cell(reference: str, value: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def _row(number: int, values: list[str]) -> str:
    cells = "".join(_cell(f"{chr(65 + i)}{number}", value) for i, value in enumerate(values) if value)
    return f'<row r="{number}">{cells}</row>'


def _pack(sheets: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        listed = "".join(f'<sheet name="{n}" sheetId="{i}" r:id="r{i}"/>' for i, n in enumerate(sheets, 1))
        relations = "".join(
            f'<Relationship Id="r{i}" Type="{_KIND}/worksheet" Target="worksheets/s{i}.xml"/>'
            for i in range(1, len(sheets) + 1)
        )
        book = f'<Relationship Id="b" Type="{_KIND}/officeDocument" Target="xl/workbook.xml"/>'
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS.format(book))
        archive.writestr("xl/workbook.xml", _BOOK.format(listed))
        archive.writestr("xl/_rels/workbook.xml.rels", _RELATIONS.format(relations))
        for i, rows in enumerate(sheets.values(), 1):
            archive.writestr(f"xl/worksheets/s{i}.xml", _SHEET.format(rows))
    return target.getvalue()


@pytest.fixture
def workbook() -> Callable[..., bytes]:
    """Return a maker of XLSX bytes from {sheet: rows of texts}."""

    def make(**sheets: list[list[str]]) -> bytes:
        return _pack(
            {name: "".join(_row(i, row) for i, row in enumerate(rows, 1)) for name, rows in sheets.items()}
        )

    return make


@pytest.fixture
def far_cells() -> bytes:
    """Return a small XLSX whose two cells span the whole sheet."""
    last = f'<row r="1048576">{_cell("XFD1048576", "x y z")}</row>'
    return _pack({"Far": f'<row r="1">{_cell("A1", "Text")}</row>{last}'})
