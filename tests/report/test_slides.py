from __future__ import annotations

import io
from dataclasses import replace
from itertools import combinations
from typing import Any

import openpyxl
import pytest
from example_map import HOSTILE
from reopened import charts, notes, slide_texts, slides

from analyzer.messages import Messages
from analyzer.overlap import OverlapMap, finding_sentence, verdict_label
from analyzer.overlap.result import Finding, Quote
from analyzer.report.as_pptx import map_pptx
from analyzer.report.headline import headline
from analyzer.report.names import theme_names, theme_questions
from analyzer.report.rows import by_size
from analyzer.report.slides.fit import SMALLEST, fit, text_width
from analyzer.report.slides.verdicts import MOST_SLIDES, chosen
from analyzer.tables import Side
from analyzer.taxonomy import Taxonomy, Text

LONG = "Über die Größe der Änderung wußte draußen niemand, auch nicht, als Zusagen längst fällig waren. " * 30
FORMULA = "=cmd()|' /C calc'!A0 \x07\x1b[31m\ud800 ‮ü"


@pytest.fixture
def deck(example: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> bytes:
    return map_pptx(example, taxonomy, messages)


def speaking(m: OverlapMap, text: str) -> OverlapMap:
    """Return the map with all its quotes saying `text`."""

    def said(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
        return tuple(replace(quote, text=text, source=text) for quote in quotes)

    def finding(f: Finding) -> Finding:
        inside, outside = (
            replace(v, tension_quotes=said(v.tension_quotes), coolspot_quotes=said(v.coolspot_quotes))
            for v in (f.internal, f.customer)
        )
        return replace(f, internal=inside, customer=outside)

    return replace(
        m,
        themes=tuple(map(finding, m.themes)),
        principles=tuple(map(finding, m.principles)),
        images=tuple(replace(image, quotes=said(image.quotes)) for image in m.images),
    )


def test_headline_overlap_and_verdicts_are_told(
    deck: bytes, example: OverlapMap, taxonomy: Taxonomy, messages: Messages
) -> None:
    said, asked = slide_texts(deck), notes(deck)
    assert headline(example, taxonomy, messages) in said[1]
    assert messages.percent(0.72) in said[1].split("\n")
    found = chosen(example)
    assert len(found) == MOST_SLIDES
    for finding, text, note in zip(found, said[3:], asked[3:], strict=False):
        assert theme_names(taxonomy, messages)(finding.key) in text
        assert verdict_label(finding.verdict.kind, messages) in text
        assert finding_sentence(finding, taxonomy, messages) in text
        assert HOSTILE in text
        assert all(question in note for question in theme_questions(finding, taxonomy, messages))


def test_charts_are_native_with_the_figures_of_the_map(
    deck: bytes, example: OverlapMap, taxonomy: Taxonomy, messages: Messages
) -> None:
    (alt, chart), *others = charts(deck)
    found = by_size(example.themes)
    names = theme_names(taxonomy, messages)
    assert list(chart.plots[0].categories) == [names(f.key) for f in found]
    for series, side in zip(chart.plots[0].series, Side, strict=True):
        shares = [f.voices(side).tension.share for f in found]
        assert series.values == pytest.approx(shares)
        assert all(messages.percent(share) in alt for share in shares)
    expected = [example.cycle, example.criteria, [f for f in example.principles if f.key != "coolspots"]]
    for (other_alt, other), findings in zip(others, expected, strict=False):
        assert other_alt
        assert other.plots[0].series[0].values == pytest.approx([f.internal.tension.share for f in findings])
    images = others[-1][1].plots[0].series[0].values
    assert images == pytest.approx([image.share.share for image in example.images])


def test_charts_carry_their_figures_to_be_edited(deck: bytes, example: OverlapMap) -> None:
    book = openpyxl.load_workbook(io.BytesIO(charts(deck)[0][1].part.chart_workbook.xlsx_part.blob))
    shares = [row[1].value for row in list(book.active.rows)[1:]]
    assert shares == pytest.approx([f.internal.tension.share for f in by_size(example.themes)])


def boxes(slide: Any) -> list[tuple[float, float, float, float]]:
    return [
        (s.left.pt, s.top.pt, s.left.pt + s.width.pt, s.top.pt + s.height.pt)
        for s in slide.shapes
        if s.has_chart or s.has_table or s.text_frame.text
    ]


@pytest.mark.parametrize("text", [None, LONG, "W" * 900, "üß " * 400], ids=["short", "long", "word", "words"])
def test_nothing_overlaps_leaves_the_slide_or_is_small(
    text: str | None, example: OverlapMap, taxonomy: Taxonomy, messages: Messages
) -> None:
    shown = slides(map_pptx(speaking(example, text) if text else example, taxonomy, messages))
    assert (shown.slide_width.pt, shown.slide_height.pt) == (960, 540)
    for slide in shown.slides:
        found = boxes(slide)
        assert all(x >= 0 and y >= 0 and right <= 960.1 and low <= 540.1 for x, y, right, low in found)
        for one, other in combinations(found, 2):
            wide = min(one[2], other[2]) - max(one[0], other[0])
            high = min(one[3], other[3]) - max(one[1], other[1])
            assert wide <= 0.1 or high <= 0.1, slide.shapes.title.text_frame.text
        sizes = [int(size) for size in slide._element.xpath(".//a:rPr/@sz")]
        assert min(sizes) >= SMALLEST * 100


def test_long_quotes_end_at_a_word(example: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> None:
    cut = [
        paragraph.text
        for slide in slides(map_pptx(speaking(example, LONG), taxonomy, messages)).slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        if paragraph.text.endswith(" …")
    ]
    words = set(LONG.replace(",", "").replace(".", "").split())
    assert cut
    assert all(text.split()[-2].strip(",.") in words for text in cut)


def test_every_word_has_its_language(deck: bytes, messages: Messages) -> None:
    own = {"de": "de-DE", "en": "en-GB"}[messages.lang]
    shown = slides(deck)
    for slide in shown.slides:
        languages = slide._element.xpath(".//a:r/a:rPr/@lang")
        assert len(languages) == len(slide._element.xpath(".//a:r"))
        assert set(languages) <= {own, "en-GB"}
        assert slide.shapes.title.text_frame.text
    assert shown.core_properties.language == messages.lang
    assert {chart._chartSpace.xpath("c:lang/@val")[0] for _, chart in charts(deck)} == {own}


def test_charts_and_tables_say_what_they_show(deck: bytes) -> None:
    frames = [s for slide in slides(deck).slides for s in slide.shapes if s.has_chart or s.has_table]
    assert len(frames) == 8
    assert all(frame._element.xpath(".//p:cNvPr")[0].get("descr") for frame in frames)


def test_hostile_texts_stand_as_typed(example: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> None:
    said = "\n".join(slide_texts(map_pptx(speaking(example, FORMULA), taxonomy, messages)))
    assert "=cmd()|' /C calc'!A0 \ufffd\ufffd[31m\ufffd ‮ü" in said


def test_theme_names_are_no_formulas_in_the_charts(
    example: OverlapMap, taxonomy: Taxonomy, messages: Messages
) -> None:
    evil = taxonomy.themes[0].model_copy(update={"label": Text(de="=1+1\x07", en="=1+1\x07")})
    own = taxonomy.model_copy(update={"themes": (evil, *taxonomy.themes[1:])})
    chart = charts(map_pptx(example, own, messages))[0][1]
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert not [cell for row in book.active.rows for cell in row if cell.data_type == "f"]
    assert "'=1+1\ufffd" in list(chart.plots[0].categories)


def test_an_empty_map_becomes_a_deck(empty: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> None:
    assert headline(empty, taxonomy, messages) in slide_texts(map_pptx(empty, taxonomy, messages))[1]


def test_texts_are_cut_only_where_they_do_not_fit() -> None:
    assert text_width("iii", 10) < text_width("mmm", 10) < text_width("mmm", 10, bold=True) + 1
    assert fit("kurz", width=200, height=30, sizes=(18, 12)).text == "kurz"
    assert fit("ein zwei drei", width=66, height=16, sizes=(12,)).text == "ein zwei …"
    assert fit("", width=60, height=16, sizes=(12,)).lines == 1
