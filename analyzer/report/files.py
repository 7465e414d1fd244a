"""The files that a map can become, by their endings."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from analyzer.messages import Messages, Sentence
from analyzer.overlap.result import OverlapMap
from analyzer.report.accounting import Sources
from analyzer.report.as_html import map_html
from analyzer.report.as_json import map_json
from analyzer.taxonomy import Taxonomy


@dataclass(frozen=True)
class Mapped:
    """A map with all that a report of it needs."""

    map: OverlapMap
    taxonomy: Taxonomy
    messages: Messages
    sources: Sources | None = None


@dataclass(frozen=True)
class ReportFile:
    """A kind of file: what it is called on a button, its media type, and how its bytes are made."""

    label: Sentence
    media_type: str
    make: Callable[[Mapped], bytes]


def _html(m: Mapped) -> bytes:
    return map_html(m.map, m.taxonomy, m.messages, sources=m.sources).encode()


def _json(m: Mapped) -> bytes:
    facts = map_json(m.map, m.taxonomy, m.messages, sources=m.sources)
    return (json.dumps(facts, ensure_ascii=False, indent=2) + "\n").encode()


def _pptx(m: Mapped) -> bytes:
    from analyzer.report.as_pptx import map_pptx

    return map_pptx(m.map, m.taxonomy, m.messages, sources=m.sources)


def _xlsx(m: Mapped) -> bytes:
    from analyzer.report.as_xlsx import map_xlsx

    return map_xlsx(m.map, m.taxonomy, m.messages, sources=m.sources)


def _pdf(m: Mapped) -> bytes:
    from analyzer.report.as_pdf import map_pdf

    return map_pdf(m.map, m.taxonomy, m.messages, sources=m.sources)


_OFFICE = "application/vnd.openxmlformats-officedocument"

REPORT_FILES: Mapping[str, ReportFile] = MappingProxyType(
    {
        ".pptx": ReportFile(
            Sentence("Download the slides (PPTX)"), f"{_OFFICE}.presentationml.presentation", _pptx
        ),
        ".pdf": ReportFile(Sentence("Download the report (PDF)"), "application/pdf", _pdf),
        ".html": ReportFile(Sentence("Download the report (HTML)"), "text/html", _html),
        ".xlsx": ReportFile(
            Sentence("Download the workbook (XLSX)"), f"{_OFFICE}.spreadsheetml.sheet", _xlsx
        ),
        ".json": ReportFile(Sentence("Download the figures (JSON)"), "application/json", _json),
    }
)
"""What makes slides, workbooks and print is loaded when the first of them is made."""
