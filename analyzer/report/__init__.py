"""OverlapMap → charts, slides, a workbook, print, a self-contained HTML page and a JSON dictionary."""

from __future__ import annotations

from analyzer.report.accounting import Sources
from analyzer.report.as_html import map_html
from analyzer.report.as_json import map_json
from analyzer.report.drawings import Drawing, Drawings
from analyzer.report.headline import enough, headline
from analyzer.report.pairs import pairs_chart, profile_chart
from analyzer.report.palette import DARK, LIGHT, Look
from analyzer.report.quadrant import quadrant_chart
from analyzer.report.score_chart import score_chart
from analyzer.report.style import as_svg
from analyzer.report.wheel import wheel_chart

__all__ = [
    "DARK",
    "LIGHT",
    "Drawing",
    "Drawings",
    "Look",
    "Sources",
    "as_svg",
    "enough",
    "headline",
    "map_html",
    "map_json",
    "pairs_chart",
    "profile_chart",
    "quadrant_chart",
    "score_chart",
    "wheel_chart",
]
