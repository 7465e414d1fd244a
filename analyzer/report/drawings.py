"""Every chart of a map, ready for a page or a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from analyzer.messages import Messages
from analyzer.overlap.result import Finding, OverlapMap
from analyzer.report.alt_text import pairs_alt, quadrant_alt
from analyzer.report.names import kind_names, theme_names
from analyzer.report.pairs import pairs_chart, profile_chart
from analyzer.report.palette import Look
from analyzer.report.quadrant import quadrant_chart
from analyzer.report.rows import by_gap, by_size
from analyzer.report.wheel import wheel_chart
from analyzer.taxonomy import COOLSPOTS, Kind, Taxonomy


@dataclass(frozen=True)
class Drawing:
    """A chart and what it says to people who cannot see it."""

    chart: alt.LayerChart
    alt: str


@dataclass(frozen=True)
class Drawings:
    """Draws one map in one language and look."""

    map: OverlapMap
    taxonomy: Taxonomy
    messages: Messages
    look: Look

    def quadrant(self, *, chosen: str | None = None) -> Drawing:
        """All themes: inside across, customers up; the one with the id `chosen` wears a ring."""
        chart = quadrant_chart(self.map, self.taxonomy, self.messages, look=self.look, chosen=chosen)
        return Drawing(chart, quadrant_alt(self.map, self.taxonomy, self.messages))

    def themes(self, *, order: str = "gap") -> Drawing:
        """All themes as paired bars, by `gap` or by `size`."""
        found = by_size(self.map.themes) if order == "size" else by_gap(self.map.themes)
        names = theme_names(self.taxonomy, self.messages)
        chart = pairs_chart(found, names, self.messages, look=self.look)
        return Drawing(chart, pairs_alt(found, names, self.messages))

    def cycle(self) -> Drawing:
        """The resonance cycle as a ring."""
        names = kind_names(self.taxonomy, "cycle", self.messages)
        chart = wheel_chart(self.map.cycle, names, self.messages, look=self.look)
        return Drawing(chart, pairs_alt(self.map.cycle, names, self.messages))

    def criteria(self) -> Drawing:
        """The trust criteria as a profile."""
        return self._profile("criteria", self.map.criteria)

    def principles(self) -> Drawing:
        """The principles as a profile, but for the coolspots, which are no tension."""
        return self._profile("principles", [f for f in self.map.principles if f.key != COOLSPOTS])

    def _profile(self, kind: Kind, findings: Sequence[Finding]) -> Drawing:
        names = kind_names(self.taxonomy, kind, self.messages)
        chart = profile_chart(findings, names, self.messages, look=self.look)
        return Drawing(chart, pairs_alt(findings, names, self.messages))
