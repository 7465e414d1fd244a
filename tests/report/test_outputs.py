from __future__ import annotations

import json
import math
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from example_map import HOSTILE

from analyzer.intake import read_text
from analyzer.messages import Messages
from analyzer.overlap import OverlapMap
from analyzer.overlap.result import VerdictKind
from analyzer.report import headline, map_html, map_json
from analyzer.tables import Side
from analyzer.taxonomy import Taxonomy


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_json_holds_every_figure(example: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> None:
    facts = json.loads(json.dumps(map_json(example, taxonomy, messages), allow_nan=False))
    theme = facts["themes"][0]
    tension = theme["internal"]["tension"]
    assert (theme["id"], tension["count"], tension["total"]) == ("transparency", 18, 160)
    assert tension["low"] < tension["share"] < tension["high"]
    assert tension["share"] == pytest.approx(18 / 160, abs=1e-4)
    assert theme["verdict"]["id"] == "mirrored"
    assert theme["sentence"] and theme["questions"] and theme["label"]
    assert facts["overlap"]["value"] == 0.72
    assert facts["overlap"]["sentence"]
    assert [len(facts[k]) for k in ("themes", "cycle", "criteria", "principles", "images")] == [
        16,
        7,
        5,
        5,
        4,
    ]
    assert facts["lang"] == messages.lang
    assert tension["quotes"][1]["text"] == HOSTILE


def test_json_has_no_infinite_numbers(example: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> None:
    first = example.themes[0]
    endless = replace(first, verdict=replace(first.verdict, ratio=math.inf, ratio_high=math.nan))
    facts = map_json(replace(example, themes=(endless,)), taxonomy, messages)
    assert facts["themes"][0]["verdict"]["ratio"] is None
    json.dumps(facts, allow_nan=False)


def test_html_shows_hostile_text_as_typed(
    example: OverlapMap, taxonomy: Taxonomy, messages: Messages
) -> None:
    page = Page(map_html(example, taxonomy, messages))
    assert HOSTILE in page.words
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "img", "iframe", "link", "object", "embed", "a", "form"}
    assert page.tags[0] == ("html", {"lang": messages.lang})
    policy = next(a["content"] for t, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert not [value for _, attrs in page.tags for name, value in attrs.items() if name.startswith("on")]
    assert all(attrs["aria-label"] for tag, attrs in page.tags if tag == "figure")


def test_html_and_json_account_for_what_was_read(
    example: OverlapMap, taxonomy: Taxonomy, messages: Messages
) -> None:
    report = read_text("Nobody told us.\n<b>Nobody</b> asked us.", side=Side.INTERNAL).report
    sources = {Side.INTERNAL: report.sources}
    intake = map_json(example, taxonomy, messages, sources=sources)["intake"]
    assert [(s["side"], s["rows"], s["kept"]) for s in intake] == [("internal", report.rows_in, report.kept)]
    assert "pasted" in map_html(example, taxonomy, messages, sources=sources)


def test_an_empty_map_is_told_kindly(empty: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> None:
    assert headline(empty, taxonomy, messages) in map_html(empty, taxonomy, messages)
    assert map_json(empty, taxonomy, messages)["overlap"] is None


def test_headline_names_what_is_mirrored(example: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> None:
    said = headline(example, taxonomy, messages)
    assert taxonomy.theme("continuity").short.of(messages.lang) in said
    alone = tuple(f for f in example.themes if f.verdict.kind is not VerdictKind.MIRRORED)
    assert headline(replace(example, themes=alone), taxonomy, messages) != said
