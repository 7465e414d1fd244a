from __future__ import annotations

import io

import pytest
from example_map import HOSTILE
from pypdf import PdfReader
from reopened import printed
from test_slides import FORMULA, speaking

from analyzer.intake import read_text
from analyzer.messages import Messages
from analyzer.overlap import OverlapMap
from analyzer.report.as_json import map_json
from analyzer.report.as_pdf import map_pdf
from analyzer.report.files import REPORT_FILES, Mapped
from analyzer.report.headline import headline
from analyzer.report.names import theme_names
from analyzer.report.telling import Telling
from analyzer.tables import Side
from analyzer.taxonomy import Taxonomy


def test_print_holds_the_figures_of_the_map(
    example: OverlapMap, taxonomy: Taxonomy, messages: Messages
) -> None:
    sources = {Side.INTERNAL: read_text("Nobody told us.", side=Side.INTERNAL).report.sources}
    content = map_pdf(example, taxonomy, messages, sources=sources)
    text = printed(content).replace(" ", "")
    assert headline(example, taxonomy, messages).replace(" ", "") in text
    told = Telling(messages)
    for finding in map_json(example, taxonomy, messages)["themes"]:
        assert told.share(finding["internal"]["tension"]).replace(" ", "") in text
        assert told.share(finding["customer"]["tension"]).replace(" ", "") in text
    assert theme_names(taxonomy, messages)("respect").replace(" ", "") in text
    assert HOSTILE.replace(" ", "") in text


def test_print_is_tagged_in_its_language_with_alt_texts(
    example: OverlapMap, taxonomy: Taxonomy, messages: Messages
) -> None:
    reader = PdfReader(io.BytesIO(map_pdf(example, taxonomy, messages)))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith(messages.lang)
    assert reader.metadata.title == messages.say("Conflict Mirror")
    assert b"pdfuaid:part" in reader.xmp_metadata.stream.get_data()
    assert len(list(alternatives(root["/StructTreeRoot"]))) == 5


def alternatives(node):  # type: ignore[no-untyped-def]
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from alternatives(child)
    elif isinstance(node, dict):
        if "/Alt" in node:
            yield node["/Alt"]
        if "/K" in node:
            yield from alternatives(node["/K"])


@pytest.mark.parametrize("text", [FORMULA, '#import "x" $a$ *b* @c <d> \\ 😀 漢字'])
def test_hostile_texts_are_printed_as_typed(
    text: str, example: OverlapMap, taxonomy: Taxonomy, messages: Messages
) -> None:
    found = printed(map_pdf(speaking(example, text), taxonomy, messages)).replace(" ", "")
    assert text.replace(" ", "")[:12] in found


@pytest.mark.parametrize("ending", list(REPORT_FILES))
def test_an_empty_map_becomes_any_file(
    ending: str, empty: OverlapMap, taxonomy: Taxonomy, messages: Messages
) -> None:
    starts = {".pptx": b"PK", ".xlsx": b"PK", ".pdf": b"%PDF", ".html": b"<!DOCTYPE", ".json": b"{"}
    assert REPORT_FILES[ending].make(Mapped(empty, taxonomy, messages)).startswith(starts[ending])
