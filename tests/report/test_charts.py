from __future__ import annotations

import random
import xml.etree.ElementTree as ET

import pytest

from analyzer.messages import Messages
from analyzer.overlap import OverlapMap, verdict_label
from analyzer.overlap.result import VerdictKind
from analyzer.report import DARK, LIGHT, Drawings, Look, as_svg
from analyzer.report.labels import place_labels
from analyzer.report.palette import SHAPES, SIGNS
from analyzer.taxonomy import Taxonomy


def luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
class TestLook:
    def test_text_and_marks_stand_out(self, look: Look) -> None:
        assert all(contrast(text, look.ground) >= 4.5 for text in (look.ink, look.soft))
        assert all(contrast(color, look.ground) >= 3 for color in look.verdicts.values())

    def test_sides_stay_apart_in_grey(self, look: Look) -> None:
        assert contrast(*look.sides.values()) >= 1.15

    def test_every_verdict_has_its_own_shape(self, look: Look) -> None:
        assert set(look.verdicts) == set(SHAPES) == set(SIGNS) == set(VerdictKind)
        assert len(set(SHAPES.values())) == len(set(SIGNS.values())) == len(VerdictKind)


@pytest.mark.parametrize("name", ["quadrant", "themes", "cycle", "criteria", "principles"])
def test_every_chart_becomes_svg_with_its_names(
    name: str, example: OverlapMap, taxonomy: Taxonomy, messages: Messages
) -> None:
    drawing = getattr(Drawings(example, taxonomy, messages, LIGHT), name)()
    svg = as_svg(drawing.chart)
    ET.fromstring(svg)
    assert "NaN" not in svg
    first = {"quadrant": taxonomy.themes[0].short, "themes": taxonomy.themes[0].label}
    label = first.get(name, getattr(taxonomy, name, taxonomy.themes)[0].label).of(messages.lang)
    assert label.split(" &")[0] in svg
    assert label.split(" &")[0] in drawing.alt


def test_legend_names_every_verdict(example: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> None:
    svg = as_svg(Drawings(example, taxonomy, messages, LIGHT).quadrant().chart)
    assert all(verdict_label(f.verdict.kind, messages) in svg for f in example.themes)


def test_charts_of_nothing(empty: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> None:
    drawings = Drawings(empty, taxonomy, messages, DARK)
    for drawing in (drawings.quadrant(), drawings.themes(), drawings.cycle(), drawings.criteria()):
        assert as_svg(drawing.chart).startswith("<svg")


def test_sixteen_labels_do_not_overlap() -> None:
    rng = random.Random(4)
    for _ in range(20):
        points = [(rng.uniform(40, 480), rng.uniform(40, 480)) for _ in range(16)]
        boxes = place_labels(points, ["Verlässlichkeit"] * 16, size=520)
        pairs = [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :]]
        assert sum(a.common(b) for a, b in pairs) == 0
        assert all(box.outside(520) == 0 for box in boxes)
