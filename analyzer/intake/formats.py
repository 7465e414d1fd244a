"""What kind of file this is, by its first bytes and its suffix, and a kind word where it cannot be read."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath

from analyzer.intake.result import IntakeError

_DELIMITED = frozenset({".csv", ".tsv", ".tab", ".psv"})
_NOTES = frozenset({".txt", ".text", ".md", ".markdown", ""})
_WORKBOOKS = frozenset({".xlsx", ".xlsm"})
_DOCUMENTS = {
    ".pdf": "PDF", ".docx": "Word", ".doc": "Word", ".odt": "OpenDocument", ".rtf": "RTF",
    ".html": "HTML", ".htm": "HTML",
    ".pptx": "PowerPoint", ".vtt": "VTT", ".srt": "SRT", ".eml": "EML", ".mbox": "MBOX", ".msg": "MSG",
}  # fmt: skip
_TABLES = {
    ".json": "JSON", ".jsonl": "JSON", ".ndjson": "JSON", ".parquet": "Parquet", ".xls": "XLS",
    ".xlsb": "XLSB", ".ods": "ODS", ".xml": "XML", ".sav": "SPSS", ".dta": "Stata",
    ".zip": "ZIP", ".gz": "GZIP",
}  # fmt: skip
_MAGIC = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"PAR1", ".parquet"),
    (b"\x1f\x8b\x08", ".gz"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_PARTS = {
    "xl/workbook.xml": ".xlsx",
    "word/document.xml": ".docx",
    "ppt/presentation.xml": ".pptx",
    "xl/workbook.bin": ".xlsb",
}
SUPPORTED = "CSV, TSV, XLSX, TXT, MD"


def find_kind(name: str, data: bytes) -> str:
    """Return `csv`, `xlsx` or `notes`; raises IntakeError on an empty file and on one of another kind."""
    if not data:
        raise empty(name)
    suffix = _true_suffix(data) or PurePath(name).suffix.casefold()
    if suffix in _WORKBOOKS:
        return _workbook(name, data)
    if suffix in _DELIMITED:
        return "csv"
    if suffix in _NOTES:
        return "notes"
    raise _unsupported(name, suffix)


def empty(name: str) -> IntakeError:
    """Return the error about a file without content."""
    return IntakeError("{name} is empty. Please choose a file with texts in it.", name=name)


def _workbook(name: str, data: bytes) -> str:
    if not data.startswith(b"PK"):
        raise IntakeError(
            "{name} is damaged and cannot be opened. Please save it again as XLSX or CSV.", name=name
        )
    return "xlsx"


def _true_suffix(data: bytes) -> str:
    """Return the suffix a file ought to have by its first bytes, empty if they do not say."""
    if data.startswith(_OLE):
        return ".protected" if "EncryptedPackage".encode("utf-16-le") in data else ".xls"
    if data.startswith(b"PK\x03\x04"):
        return _zip_suffix(data)
    return next((suffix for magic, suffix in _MAGIC if data.startswith(magic)), "")


def _zip_suffix(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return ""
    return next((suffix for part, suffix in _ZIP_PARTS.items() if part in names), ".zip")


def _unsupported(name: str, suffix: str) -> IntakeError:
    if suffix == ".protected":
        return IntakeError(
            "{name} is protected by a password. Please save it without one and try again.", name=name
        )
    if suffix in _TABLES:
        return IntakeError(
            "{kind} files such as {name} cannot be read yet. Please save the table as CSV or XLSX.",
            kind=_TABLES[suffix],
            name=name,
        )
    if suffix in _DOCUMENTS:
        return IntakeError(
            "{kind} files such as {name} cannot be read yet. Please save it as text (TXT) or paste the text.",
            kind=_DOCUMENTS[suffix],
            name=name,
        )
    return IntakeError(
        "{name} is of a kind that cannot be read. These can: {supported}.", name=name, supported=SUPPORTED
    )
