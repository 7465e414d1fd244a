"""Pairs on the map page: what both sides say to each other, side by side."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analyzer.messages import Messages
from analyzer.overlap import Pair
from analyzer.report.method import pairs_note
from analyzer.tables import Side
from analyzer.ui import engine, safe
from analyzer.ui.reading import Reading


def show_pairs(reading: Reading, found: Sequence[Pair], messages: Messages) -> None:
    """Show pairs one below the other, each side with the words that spoke for its theme."""
    if not found:
        return
    safe.heading(messages.say("Said on both sides"), level=3)
    safe.paragraph(pairs_note(messages), kind="soft")
    for pair in found:
        for column, side in zip(st.columns(2, gap="large"), Side, strict=True):
            quotes = [pair.internal if side is Side.INTERNAL else pair.customer]
            with column:
                marked = engine.marked(reading, quotes, theme=pair.key, side=side)
                safe.quotes(quotes, side, messages, marked=marked)
