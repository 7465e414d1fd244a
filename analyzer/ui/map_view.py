"""The upper half of the map page: the quadrant, and the chosen theme beside it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from analyzer.messages import Messages
from analyzer.overlap import (
    OverlapMap,
    Wording,
    finding_sentence,
    ordinary_shares_sentence,
    verdict_label,
    wording_sentence,
)
from analyzer.report import DARK, LIGHT, Drawing, Drawings, Look, enough
from analyzer.report.names import theme_names, theme_questions
from analyzer.report.palette import SIGNS, side_title
from analyzer.report.quadrant import SELECTION
from analyzer.report.word_rows import word_row, words_note
from analyzer.tables import Side
from analyzer.taxonomy import Taxonomy
from analyzer.ui import engine, safe, session
from analyzer.ui.pair_view import show_pairs
from analyzer.ui.reading import Reading
from analyzer.ui.views import finding_rows, theme_options

_SHOWN = 4


def look() -> Look:
    """Return the colours that fit the page."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def show_drawing(drawing: Drawing, key: str) -> None:
    """Show a chart with its alternative text."""
    st.altair_chart(drawing.chart, width="content", theme=None, alt=drawing.alt, key=key)


def show_map(reading: Reading, taxonomy: Taxonomy, messages: Messages) -> None:
    """Show the quadrant and the way to choose a theme; below, the chosen theme."""
    m = reading.map
    chart, theme = st.columns([6, 4], gap="medium")
    options = theme_options(m, taxonomy, messages)
    if st.session_state.get(session.THEME) not in options:
        st.session_state[session.THEME] = next(iter(options))
    with theme:
        st.selectbox(
            messages.say("Choose a theme here or in the chart"),
            list(options),
            format_func=options.__getitem__,
            key=session.THEME,
        )
        _show_theme(m, st.session_state[session.THEME], taxonomy, messages)
    with chart:
        if enough(m):
            _show_quadrant(m, taxonomy, messages)
        _show_table(m, taxonomy, messages)
    show_pairs(reading, m.pairs_of(st.session_state[session.THEME]), messages)
    _show_quotes(reading, st.session_state[session.THEME], messages)
    _show_words(m.wording(st.session_state[session.THEME]), messages)


def _show_quadrant(m: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> None:
    chosen = st.session_state[session.THEME]
    drawing = Drawings(m, taxonomy, messages, look()).quadrant(chosen=chosen)
    key = f"quadrant_{chosen}"
    st.altair_chart(
        drawing.chart,
        width="content",
        theme=None,
        alt=drawing.alt,
        key=key,
        on_select=lambda: _choose(st.session_state[key]),
        selection_mode=SELECTION,
    )


def _show_table(m: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> None:
    with st.expander(messages.say("The map as a table"), expanded=not enough(m)):
        safe.table(finding_rows(m.themes, theme_names(taxonomy, messages), messages))


def _choose(event: Any) -> None:
    picked = event["selection"].get(SELECTION) or []
    if picked and picked[0].get("key"):
        st.session_state[session.THEME] = picked[0]["key"]


def _show_theme(m: OverlapMap, key: str, taxonomy: Taxonomy, messages: Messages) -> None:
    finding = m.theme(key)
    sign, label = SIGNS[finding.verdict.kind], verdict_label(finding.verdict.kind, messages)
    safe.heading(theme_names(taxonomy, messages)(key), level=2)
    safe.paragraph(f"{sign} {label}", kind=f"verdict {finding.verdict.kind.value}")
    safe.paragraph(finding_sentence(finding, taxonomy, messages))
    if ordinary := ordinary_shares_sentence(m, key, messages):
        safe.paragraph(ordinary, kind="soft")
    safe.heading(messages.say("Questions to talk about"), level=3)
    safe.bullets(theme_questions(finding, taxonomy, messages))


def _show_quotes(reading: Reading, key: str, messages: Messages) -> None:
    for column, side in zip(st.columns(2, gap="large"), Side, strict=True):
        found = reading.map.theme(key).voices(side).tension_quotes
        with column:
            safe.heading(side_title(side, messages), level=3, kind=side.value)
            marked = engine.marked(reading, found[:_SHOWN], theme=key, side=side)
            safe.quotes(found[:_SHOWN], side, messages, marked=marked)
            if len(found) > _SHOWN:
                more = messages.say("Show {n} more", n=messages.number(len(found) - _SHOWN))
                with st.expander(more):
                    safe.quotes(found[_SHOWN:], side, messages)


def _show_words(wording: Wording, messages: Messages) -> None:
    said = wording_sentence(wording, messages)
    if said:
        safe.heading(messages.say("Words"), level=3)
        safe.paragraph(said)
        safe.table([word_row(wording, messages)])
        safe.paragraph(words_note(messages), kind="soft")
