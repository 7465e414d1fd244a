"""The tab that compares both sides by unit and over time."""

from __future__ import annotations

from analyzer.messages import Messages
from analyzer.overlap import OverlapMap, months_sentence, spot_sentence, units_sentence
from analyzer.report.lag_rows import lag_rows
from analyzer.taxonomy import Taxonomy
from analyzer.ui import safe


def show_courses(m: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> None:
    """Show what units and months tell, or what it would take for them to tell something."""
    safe.paragraph(units_sentence(m.units, taxonomy, messages))
    if m.units.spots:
        safe.bullets(spot_sentence(spot, taxonomy, messages) for spot in m.units.spots)
    safe.paragraph(months_sentence(m.months, messages))
    if m.months.lags:
        safe.table(lag_rows(m.months, messages))
