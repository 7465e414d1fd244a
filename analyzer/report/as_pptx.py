"""The map as slides that can be edited: native charts, quotes side by side, questions in the notes."""

from __future__ import annotations

import io

from analyzer.messages import Messages
from analyzer.overlap.result import OverlapMap
from analyzer.report.accounting import Sources
from analyzer.report.palette import LIGHT
from analyzer.report.slides.closing import add_coolspots, add_endings, add_limits, add_method, add_read
from analyzer.report.slides.deck import new_deck
from analyzer.report.slides.lenses import add_images_slide, add_lenses
from analyzer.report.slides.opening import add_headline, add_themes, add_title
from analyzer.report.slides.verdicts import add_verdicts
from analyzer.taxonomy import Taxonomy


def map_pptx(
    m: OverlapMap, taxonomy: Taxonomy, messages: Messages, *, sources: Sources | None = None
) -> bytes:
    """Return a 16:9 presentation in the language of `messages`; every figure in it is one of the map's."""
    deck = new_deck(messages.say("Conflict Mirror"), messages, LIGHT)
    add_title(deck, m)
    add_headline(deck, m, taxonomy)
    if m.themes:
        add_themes(deck, m, taxonomy)
        add_verdicts(deck, m, taxonomy)
        add_lenses(deck, m, taxonomy)
        add_images_slide(deck, m, taxonomy)
        add_coolspots(deck, m)
    add_endings(deck)
    add_read(deck, m, sources)
    add_method(deck)
    add_limits(deck)
    file = io.BytesIO()
    deck.slides.save(file)
    return file.getvalue()
