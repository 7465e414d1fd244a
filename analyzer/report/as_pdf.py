"""The map as a tagged document for print and for screen readers (PDF/UA), set by Typst."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

import typst

from analyzer.messages import Messages
from analyzer.overlap.result import OverlapMap
from analyzer.report.accounting import Sources
from analyzer.report.plain import printable
from analyzer.report.print_facts import print_facts
from analyzer.taxonomy import Taxonomy

_TEMPLATE = Path(__file__).parent / "map.typ"


def map_pdf(
    m: OverlapMap, taxonomy: Taxonomy, messages: Messages, *, sources: Sources | None = None
) -> bytes:
    """Return the whole report as a PDF in the language of `messages`, with tags, alt texts and languages.

    It declares PDF/UA-1 unless a text has a letter that no font on this computer has, which that
    standard forbids; the tags are there in any case.
    """
    facts = _printable(print_facts(m, taxonomy, messages, sources=sources))
    inputs = {"facts": json.dumps(facts, ensure_ascii=False)}
    try:
        return _compiled(inputs, "ua-1")
    except typst.TypstError:
        return _compiled(inputs, "1.7")


def _compiled(inputs: dict[str, str], standard: Literal["ua-1", "1.7"]) -> bytes:
    compiler = typst.Compiler(_TEMPLATE.read_bytes(), sys_inputs=inputs)
    written: Any = compiler.compile(format="pdf", pdf_standards=standard)
    return bytes(written)


def _printable(facts: Any) -> Any:
    if isinstance(facts, str):
        return printable(facts)
    if isinstance(facts, dict):
        return {key: _printable(value) for key, value in facts.items()}
    if isinstance(facts, list | tuple):
        return [_printable(value) for value in facts]
    return facts
