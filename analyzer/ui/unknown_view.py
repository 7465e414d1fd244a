"""The tab of what carries no theme: groups of like statements, named from their own words."""

from __future__ import annotations

import streamlit as st

from analyzer.messages import Messages
from analyzer.overlap import Unknown, group_name, group_sentence, unknown_sentence
from analyzer.tables import Side
from analyzer.ui import safe


def show_unknown(found: Unknown, messages: Messages) -> None:
    """Show how much carries no theme, and the groups with their quotes."""
    safe.paragraph(unknown_sentence(found, messages))
    for group in found.groups:
        safe.heading(group_name(group, messages), level=3)
        safe.paragraph(group_sentence(group, messages), kind="soft")
        quotes = {Side.INTERNAL: group.internal_quotes, Side.CUSTOMER: group.customer_quotes}
        for column, side in zip(st.columns(2, gap="large"), Side, strict=True):
            if quotes[side]:
                with column:
                    safe.quotes(quotes[side], side, messages)
