"""The map as a workbook: every figure as a number, every text as a text."""

from __future__ import annotations

import io
from typing import Any

from analyzer.messages import Messages
from analyzer.overlap.result import OverlapMap
from analyzer.report.accounting import Sources
from analyzer.report.as_json import map_json
from analyzer.report.headline import headline
from analyzer.report.sheets.findings import finding_sheet, image_sheet
from analyzer.report.sheets.quotes import question_sheet, quote_sheet
from analyzer.report.sheets.sheet import Sheet, new_workbook, write_sheet
from analyzer.report.sheets.sources import aside_sheet, intake_sheet, method_sheet, overview_sheet
from analyzer.taxonomy import Taxonomy


def map_xlsx(
    m: OverlapMap, taxonomy: Taxonomy, messages: Messages, *, sources: Sources | None = None
) -> bytes:
    """Return an XLSX workbook in the language of `messages`; its figures are those of `map_json`."""
    facts = map_json(m, taxonomy, messages, sources=sources)
    file = io.BytesIO()
    with new_workbook(file, messages) as workbook:
        for sheet in _sheets(facts, headline(m, taxonomy, messages), messages):
            write_sheet(workbook, sheet, messages)
    return file.getvalue()


def _sheets(facts: dict[str, Any], first: str, messages: Messages) -> list[Sheet]:
    say = messages.say
    lenses = {"cycle": say("Cycle"), "criteria": say("Criteria"), "principles": say("Principles")}
    views = {"themes": say("Themes"), **lenses}
    sheets = [
        overview_sheet(facts, first, messages),
        finding_sheet(say("Themes"), facts["themes"], messages),
        *(finding_sheet(title, facts[kind], messages) for kind, title in lenses.items()),
        image_sheet(facts["images"], messages),
        quote_sheet(facts, views, messages),
        question_sheet(facts, {**views, "images": say("Images")}, messages),
        intake_sheet(facts, messages),
        aside_sheet(facts, messages),
        method_sheet(facts, messages),
    ]
    return [sheet for sheet in sheets if sheet.rows or not sheet.optional]
