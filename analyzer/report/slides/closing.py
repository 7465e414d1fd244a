"""The last slides: what goes well, what is agreed, what was read, how, and what it cannot tell."""

from __future__ import annotations

from collections.abc import Callable

from analyzer.overlap.result import OverlapMap
from analyzer.report.accounting import Sources
from analyzer.report.method import limits_note, method_note
from analyzer.report.palette import side_title
from analyzer.report.slides.box import BODY, Box
from analyzer.report.slides.deck import Deck
from analyzer.report.slides.quotes import abreast, add_sides
from analyzer.tables import Side

_QUOTES = 4
_EMPTY_ROWS = 4


def add_coolspots(deck: Deck, m: OverlapMap) -> None:
    """Add what goes well, inside and with customers."""
    say = deck.messages.say
    page = deck.page(say("Coolspots"))
    page.write(
        say("What goes well between people, inside and with customers."),
        Box(BODY.x, 78, BODY.width, 24),
        sizes=(16, 14),
        color=deck.look.soft,
    )
    for column, side in zip(BODY.halves(), Side, strict=True):
        heading = Box(column.x, 110, column.width, 22)
        page.write(
            side_title(side, deck.messages), heading, sizes=(16,), bold=True, color=deck.look.sides[side]
        )
    inside, outside = (m.coolspots(side) for side in Side)
    quotes = abreast(m.coolspot_pairs(), inside, outside, most=_QUOTES)
    add_sides(page, BODY.below(136), quotes, deck.messages)


def add_endings(deck: Deck) -> None:
    """Add two empty tables to be filled with the group: what ends, and what gets going."""
    say = deck.messages.say
    page = deck.page(say("What do we let end · what do we get going"))
    for column, question in zip(
        BODY.halves(), (say("What do we let end?"), say("What do we get going?")), strict=True
    ):
        headings = (question, say("Who"), say("By when"))
        rows = [headings, *([("", "", "")] * _EMPTY_ROWS)]
        alt = say("Empty table to fill with the group: {question}", question=question)
        page.table(
            rows, Box(column.x, BODY.y + 10, column.width, BODY.height - 30), widths=(6, 2.4, 2.4), alt=alt
        )


def add_read(deck: Deck, m: OverlapMap, sources: Sources | None) -> None:
    """Add how much was read of each side, and with `sources` how much was set aside."""
    say, number = deck.messages.say, deck.messages.number
    figures: dict[str, Callable[[Side], int]] = {
        say("Documents"): lambda side: m.sides[side].documents,
        say("Statements"): lambda side: m.sides[side].statements,
        say("Tension"): lambda side: m.sides[side].tension,
        say("Coolspots"): lambda side: m.sides[side].coolspot,
        say("Neutral"): lambda side: m.sides[side].neutral,
        say("Without a theme"): lambda side: m.sides[side].without_theme,
    }
    if sources is not None:
        figures[say("Rows read")] = lambda side: sum(source.rows_in for source in sources.get(side, ()))
        figures[say("Set aside")] = lambda side: sum(
            len(source.set_aside) for source in sources.get(side, ())
        )
    rows = [("", *(side_title(side, deck.messages) for side in Side))]
    rows += [(name, *(number(count(side)) for side in Side)) for name, count in figures.items()]
    page = deck.page(say("What was read"))
    box = Box(BODY.x, BODY.y + 10, BODY.width, min(len(rows) * 44.0, BODY.height - 20))
    page.table(rows, box, widths=(3, 2, 2), alt=say("What was read"), size=16)


def add_method(deck: Deck) -> None:
    """Add how the map came about."""
    deck.page(deck.messages.say("How this was read")).paragraphs(method_note(deck.messages), BODY)


def add_limits(deck: Deck) -> None:
    """Add what the map cannot tell."""
    page = deck.page(deck.messages.say("What this map cannot tell"))
    page.paragraphs(limits_note(deck.messages), BODY, sizes=(24, 20, 18, 16, 14))
