from __future__ import annotations

import pytest
from reopened import cells, sheets
from test_slides import FORMULA, speaking

from analyzer.intake import read_text
from analyzer.messages import Messages
from analyzer.overlap import OverlapMap, finding_sentence
from analyzer.report import map_json
from analyzer.report.as_xlsx import map_xlsx
from analyzer.report.plain import printable
from analyzer.report.sheets.sheet import Column, Sheet, new_workbook, write_sheet
from analyzer.tables import Side
from analyzer.taxonomy import Taxonomy

LENSES = ("Themes", "Cycle", "Criteria", "Principles")


@pytest.fixture
def book(example: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> bytes:
    sources = {
        Side.INTERNAL: read_text("Nobody told us.\n\n-\n=1+1 is wrong.", side=Side.INTERNAL).report.sources
    }
    return map_xlsx(example, taxonomy, messages, sources=sources)


def test_sheets_hold_the_figures_of_the_map(
    book: bytes, example: OverlapMap, taxonomy: Taxonomy, messages: Messages
) -> None:
    found, facts = sheets(book), map_json(example, taxonomy, messages)
    for title, kind in zip(LENSES, ("themes", "cycle", "criteria", "principles"), strict=True):
        rows = list(found[messages.say(title)].iter_rows(min_row=2, values_only=True))
        assert len(rows) == len(facts[kind])
        for row, finding in zip(rows, facts[kind], strict=True):
            inside, outside = (finding[side.value]["tension"] for side in Side)
            assert row[0] == finding["label"]
            assert row[1] == finding["verdict"]["label"]
            assert row[2:7] == tuple(inside[key] for key in ("share", "low", "high", "count", "total"))
            assert row[11:16] == tuple(outside[key] for key in ("share", "low", "high", "count", "total"))
            assert row[20] == finding["verdict"]["ratio"]
    overview = list(found[messages.say("Overview")].iter_rows(min_row=2, values_only=True))
    assert [row[1] for row in overview[1:5]] == [0.72, 0.61, 0.81, 0.88]
    sentences = [row[24] for row in found[messages.say("Themes")].iter_rows(min_row=2, values_only=True)]
    assert sentences == [finding_sentence(f, taxonomy, messages) for f in example.themes]


def test_every_quote_and_every_row_is_there(
    book: bytes, example: OverlapMap, taxonomy: Taxonomy, messages: Messages
) -> None:
    found, facts = sheets(book), map_json(example, taxonomy, messages)
    said = [row[4] for row in found[messages.say("Quotes")].iter_rows(min_row=2, values_only=True)]
    quotes = sum(
        len(f[side.value][tone]["quotes"])
        for kind in ("themes", "cycle", "criteria", "principles")
        for f in facts[kind]
        for side in Side
        for tone in ("tension", "coolspot")
    )
    assert len(said) == quotes + sum(len(image["quotes"]) for image in facts["images"])
    intake = list(found[messages.say("Intake")].iter_rows(min_row=2, values_only=True))
    assert intake[0][2:8] == tuple(facts["sides"]["internal"].values())[1:]
    assert intake[2][8] == intake[2][9] + intake[2][10]
    asked = {row[2] for row in found[messages.say("Questions")].iter_rows(min_row=2, values_only=True)}
    assert {q for kind in ("themes", "images") for f in facts[kind] for q in f["questions"]} <= asked
    method = [row[1] for row in found[messages.say("Method")].iter_rows(min_row=2, values_only=True)]
    assert method == [*facts["method"], *facts["limits"]]


def test_sheets_can_be_read_at_once(book: bytes, messages: Messages) -> None:
    for sheet in sheets(book).values():
        assert sheet.freeze_panes == "B2"
        assert all(letters.width > 5 for letters in sheet.column_dimensions.values())
    share = sheets(book)[messages.say("Themes")]["C2"]
    assert share.number_format == {"de": "0.0 %", "en": "0.0%"}[messages.lang]
    assert isinstance(share.value, float)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", FORMULA, "{=1}", "http://example.com", "007", "_x0041_"],
)
def test_texts_never_become_formulas_links_or_numbers(
    text: str, example: OverlapMap, taxonomy: Taxonomy, messages: Messages
) -> None:
    found = cells(map_xlsx(speaking(example, text), taxonomy, messages))
    assert not [cell for cell in found if cell.data_type == "f" or cell.hyperlink]
    seen = {cell.value for cell in found if cell.data_type in {"s", "inlineStr"}}
    assert seen & {
        printable(text),
        printable(text).replace("\r", "\n"),
        printable(text).replace("_x", "_x005F_x"),
    }


def test_long_texts_are_cut_to_what_a_cell_holds(tmp_path, messages: Messages) -> None:  # type: ignore[no-untyped-def]
    with (tmp_path / "long.xlsx").open("wb") as file, new_workbook(file, messages) as book:
        write_sheet(book, Sheet("x", [Column("y")], [["ü" * 40_000]]), messages)
    value = sheets((tmp_path / "long.xlsx").read_bytes())["x"]["A2"].value
    assert len(value) == 32_767 and value.endswith("ü…")


def test_an_empty_map_becomes_a_workbook(empty: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> None:
    assert messages.say("Overview") in sheets(map_xlsx(empty, taxonomy, messages))
