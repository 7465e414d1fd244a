"""Images of the customer on the map page, with what contradicts itself in them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analyzer.messages import Messages
from analyzer.overlap import Contradiction, OverlapMap, contradiction_sentence
from analyzer.report.names import entry_questions, kind_names
from analyzer.report.rows import counted
from analyzer.tables import Side
from analyzer.taxonomy import Taxonomy
from analyzer.ui import safe

_SHOWN = 3


def show_images(m: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> None:
    """Show each image with its share, quotes and questions, then the contradictions."""
    names = kind_names(taxonomy, "images", messages)
    safe.paragraph(messages.say("How the team speaks of its customers, in its own words."), kind="soft")
    for column, image in zip(st.columns(max(len(m.images), 1)), m.images, strict=False):
        with column:
            safe.heading(names(image.key), level=3)
            safe.paragraph(counted(image.share, messages), kind="soft")
            safe.quotes(image.quotes[:_SHOWN], Side.INTERNAL, messages)
            safe.bullets(entry_questions(taxonomy, "images", image.key, messages))
    _contradictions(m.contradictions, taxonomy, messages)


def _contradictions(found: Sequence[Contradiction], taxonomy: Taxonomy, messages: Messages) -> None:
    for each in found:
        safe.paragraph(contradiction_sentence(each, taxonomy, messages))
        for column, said in zip(st.columns(2, gap="large"), (each.one, each.other), strict=True):
            with column:
                safe.quotes(said[:_SHOWN], Side.INTERNAL, messages)
