"""Word documents to prose or grids, by python-docx: also what fields and tracked changes hold."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from analyzer.intake.contents import Content, Grid
from analyzer.intake.encoding import Decoded
from analyzer.intake.formats.archive import open_archive
from analyzer.intake.formats.kind import empty
from analyzer.intake.formats.refusal import refusal
from analyzer.intake.formats.text import written_content
from analyzer.intake.header import has_values_below, is_header
from analyzer.intake.table import Row
from analyzer.intake.wording import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_GONE = frozenset(
    {qn("w:del"), qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_PARAGRAPH, _TABLE, _TEXT = qn("w:p"), qn("w:tbl"), qn("w:t")
_LEAST = 4


def read_word(data: bytes, *, name: str) -> list[Content]:
    """Return a document's text, and its larger tables with a header as grids; raises IntakeError."""
    with open_archive(data, name=name):
        pass
    try:
        body = Document(io.BytesIO(data)).element.body
    except (
        PackageNotFoundError,
        LxmlError,
        KeyError,
        ValueError,
        AttributeError,
        OSError,
        zipfile.BadZipFile,
    ) as error:
        raise refusal("damaged", name) from error
    lines: list[str] = []
    grids: list[Content] = []
    for block in _blocks(body):
        if block.tag == _PARAGRAPH:
            lines.append(_paragraph(block))
            continue
        rows = [row for row in (_cells(row) for row in block.iter(qn("w:tr"))) if any(row)]
        if _is_data(rows):
            grids.append(Grid([Row(n, tuple(row)) for n, row in enumerate(rows, 1)], str(len(grids) + 1)))
        else:
            lines += ["| " + " | ".join(cell.replace("\n", " ") for cell in row) + " |" for row in rows]
    text = "\n".join(lines)
    if not grids and not clean(text):
        raise empty(name)
    prose: list[Content] = [written_content(Decoded(text, ""), name=name)] if clean(text) else []
    return [*prose, *grids]


def _blocks(element: _Element) -> Iterator[_Element]:
    """Yield paragraphs and tables in their order, also those inside content controls and text boxes."""
    for inner in element:
        if inner.tag in _GONE:
            continue
        if inner.tag in (_PARAGRAPH, _TABLE):
            yield inner
        else:
            yield from _blocks(inner)


def _paragraph(paragraph: _Element) -> str:
    text = "".join(_pieces(paragraph)).strip()
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    name = (style.get(qn("w:val")) or "").casefold() if style is not None else ""
    if text and name.startswith(("heading", "berschrift", "überschrift", "title", "titel")):
        return f"\n# {text}\n"
    if text and (
        paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None or name.startswith(("list", "aufz"))
    ):
        return f"- {text}"
    return f"{text}\n"


def _pieces(element: _Element) -> Iterator[str]:
    for inner in element:
        if inner.tag in _GONE:
            continue
        if inner.tag == _TEXT:
            yield inner.text or ""
        elif inner.tag in _SIGNS:
            yield _SIGNS[inner.tag]
        else:
            yield from _pieces(inner)


def _cells(row: _Element) -> list[str]:
    return [
        "\n".join(filter(None, (("".join(_pieces(p))).strip() for p in cell.iter(_PARAGRAPH))))
        for cell in row.iter(qn("w:tc"))
    ]


def _is_data(rows: list[list[str]]) -> bool:
    """Say whether a table is a list of records and no layout: a header with rows of its width below."""
    if len(rows) < _LEAST or len(rows[0]) < 2 or any(len(row) != len(rows[0]) for row in rows):
        return False
    return is_header(rows[0], rows[1:]) and has_values_below(len(rows[0]), rows[1:])
