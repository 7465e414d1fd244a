"""The analyzer, loaded once for all visitors: it holds the model, never a text."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analyzer import Analyzer, suitable_model
from analyzer.messages import Messages
from analyzer.overlap.result import Quote
from analyzer.tables import Side
from analyzer.taxonomy import Taxonomy, load_taxonomy
from analyzer.ui import session
from analyzer.ui.marks import Piece, marked_quotes
from analyzer.ui.protection import UNTOUCHED, Protection
from analyzer.ui.reading import Reading, read_table
from analyzer.ui.sources import Taken, all_documents


@st.cache_resource(show_spinner=False)
def analyzer(model: str = "accurate") -> Analyzer:
    """Return the analyzer with a shipped model."""
    return Analyzer(model)


@st.cache_resource(show_spinner=False)
def taxonomy() -> Taxonomy:
    """Return the shipped taxonomy, without loading the model."""
    return load_taxonomy()


def marked(reading: Reading, quotes: Sequence[Quote], *, theme: str, side: Side) -> list[tuple[Piece, ...]]:
    """Return the quotes with the words that spoke for the theme; found once for the same quotes."""
    known = session.marks()
    key = (theme, *(quote.id for quote in quotes))
    if key not in known:
        known[key] = marked_quotes(analyzer(reading.model), quotes, theme=theme, side=side)
    return known[key]


def read_what_is_there(messages: Messages) -> Reading:
    """Return the reading of what lies on the table, people protected as the visitor wants it."""
    return read_with_progress(session.protected().table, messages, protection=session.protection())


def read_with_progress(
    table: Sequence[Taken],
    messages: Messages,
    *,
    sample: str | None = None,
    protection: Protection = UNTOUCHED,
) -> Reading:
    """Return the reading of the sources, with a bar that shows how far it is."""
    bar = st.progress(0.0, text=messages.say("Getting ready to read …"))

    def show(done: int, total: int) -> None:
        text = messages.say(
            "Reading: {done} of {total} documents", done=messages.number(done), total=messages.number(total)
        )
        bar.progress(min(done / max(total, 1), 1.0), text=text)

    suitable = analyzer(suitable_model(all_documents(table)))
    reading = read_table(table, suitable, progress=show, sample=sample, protection=protection)
    bar.empty()
    return reading
