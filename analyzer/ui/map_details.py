"""The lower half of the map page: the other views, what was read, limits and downloads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from analyzer.messages import Messages
from analyzer.overlap import Finding, cycle_sentence, finding_sentence
from analyzer.report import Drawing, Drawings
from analyzer.report.files import REPORT_FILES, Mapped
from analyzer.report.method import limits_note, method_note
from analyzer.report.names import entry_questions, kind_names
from analyzer.report.palette import side_title
from analyzer.tables import Side
from analyzer.taxonomy import Kind, Taxonomy
from analyzer.ui import safe
from analyzer.ui.course_view import show_courses
from analyzer.ui.image_view import show_images
from analyzer.ui.map_view import look, show_drawing
from analyzer.ui.pair_view import show_pairs
from analyzer.ui.reading import Reading
from analyzer.ui.unknown_view import show_unknown
from analyzer.ui.views import read_rows

_SHOWN = 3
_WALL = 12


def show_details(reading: Reading, taxonomy: Taxonomy, messages: Messages) -> None:
    """Show the other views as tabs, then what was read, the limits and the downloads."""
    if reading.map.themes:
        _views(reading, taxonomy, messages)
    _read(reading, messages)
    _downloads(reading, taxonomy, messages)


def _views(reading: Reading, taxonomy: Taxonomy, messages: Messages) -> None:
    m = reading.map
    say, drawings = messages.say, Drawings(m, taxonomy, messages, look())
    pairs, cycle, criteria, principles, images, wall, courses, lost = st.tabs(
        [
            say("Where the sides differ"),
            say("Resonance cycle"),
            say("Trust criteria"),
            say("Principles"),
            say("Images of the customer"),
            say("Coolspots"),
            say("By unit and over time"),
            say("Without a theme"),
        ]
    )
    with pairs:
        show_drawing(drawings.themes(), "chart_themes")
    with cycle:
        safe.paragraph(
            say("Where in the exchange between giving and receiving does it happen, or stall?"), kind="soft"
        )
        safe.paragraph(cycle_sentence(m, taxonomy, messages))
        _lens(drawings.cycle(), "cycle", m.cycle, taxonomy, messages)
    with criteria:
        _lens(drawings.criteria(), "criteria", m.criteria, taxonomy, messages)
    with principles:
        _lens(drawings.principles(), "principles", m.principles, taxonomy, messages)
    with images:
        show_images(m, taxonomy, messages)
    with wall:
        _coolspots(reading, messages)
    with courses:
        show_courses(m, taxonomy, messages)
    with lost:
        show_unknown(m.unknown, messages)


def _lens(
    drawing: Drawing, kind: Kind, found: Sequence[Finding], taxonomy: Taxonomy, messages: Messages
) -> None:
    names = kind_names(taxonomy, kind, messages)
    show_drawing(drawing, f"chart_{kind}")
    with st.expander(messages.say("The chart in sentences")):
        for finding in found:
            safe.heading(names(finding.key), level=4)
            safe.paragraph(finding_sentence(finding, taxonomy, messages, kind=kind))
            safe.bullets(entry_questions(taxonomy, kind, finding.key, messages))


def _coolspots(reading: Reading, messages: Messages) -> None:
    m = reading.map
    safe.paragraph(messages.say("What goes well between people, inside and with customers."), kind="soft")
    show_pairs(reading, m.coolspot_pairs()[:_SHOWN], messages)
    for column, side in zip(st.columns(2, gap="large"), Side, strict=True):
        with column:
            safe.heading(side_title(side, messages), level=3, kind=side.value)
            safe.quotes(m.coolspots(side)[:_WALL], side, messages)


def _read(reading: Reading, messages: Messages) -> None:
    safe.heading(messages.say("What was read"), level=2)
    safe.table(read_rows(reading, messages))
    with st.expander(messages.say("What this map cannot tell"), expanded=False):
        safe.bullets(limits_note(messages))
    with st.expander(messages.say("How this was read")):
        safe.bullets(method_note(messages))


def _downloads(reading: Reading, taxonomy: Taxonomy, messages: Messages) -> None:
    mapped = Mapped(reading.map, taxonomy, messages, reading.accounts)
    name = messages.say("conflict-mirror")
    with st.container(horizontal=True):
        for ending, report in REPORT_FILES.items():
            st.download_button(
                messages.tell(report.label),
                partial(report.make, mapped),
                f"{name}{ending}",
                report.media_type,
                key=ending.removeprefix("."),
                on_click="ignore",
            )
