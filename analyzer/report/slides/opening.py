"""The first slides: what this is, what it says in one sentence, and all themes at once."""

from __future__ import annotations

from analyzer.overlap import ordinary_sentence, overlap_sentence
from analyzer.overlap.result import OverlapMap, VerdictKind
from analyzer.report.headline import enough, headline
from analyzer.report.names import theme_names
from analyzer.report.palette import side_title
from analyzer.report.rows import by_size, counted_lines
from analyzer.report.slides.box import BODY, MARGIN, PAGE, Box
from analyzer.report.slides.charts import add_footnote, add_pairs
from analyzer.report.slides.deck import Deck
from analyzer.tables import Side
from analyzer.taxonomy import Taxonomy

_MOST_THEMES = 16
_WIDE = PAGE.width - 2 * MARGIN


def add_title(deck: Deck, m: OverlapMap) -> None:
    """Add what this is and whose words it rests on."""
    say, number = deck.messages.say, deck.messages.number
    page = deck.page(say("Conflict Mirror"))
    page.title(say("Conflict Mirror"), Box(MARGIN, 150, _WIDE, 70), sizes=(48, 40))
    page.write(
        say("Where the tension inside a team mirrors the relationship with its customers"),
        Box(MARGIN, 236, _WIDE, 60),
        sizes=(24, 20, 18),
    )
    lines = [
        say(
            "{side}: {documents} documents, {statements} statements",
            side=side_title(side, deck.messages),
            documents=number(m.sides[side].documents),
            statements=number(m.sides[side].statements),
        )
        for side in Side
    ]
    for line, box in zip(lines, Box(MARGIN, 330, _WIDE, 56).rows(2, 4), strict=True):
        page.write(line, box, sizes=(16,), color=deck.look.soft)


def add_headline(deck: Deck, m: OverlapMap, taxonomy: Taxonomy) -> None:
    """Add the headline, the overlap as one number, and what it means."""
    messages = deck.messages
    page = deck.page(messages.say("Overlap"))
    said = page.write(headline(m, taxonomy, messages), Box(MARGIN, 96, _WIDE, 150), sizes=(32, 28, 24, 20))
    box = BODY.below(said.y + said.height + 36)
    if m.overlap is not None and enough(m):
        big = Box(MARGIN, box.y, 210, 110)
        page.write(
            messages.percent(m.overlap.value),
            big,
            sizes=(80, 72, 60),
            bold=True,
            color=deck.look.verdicts[VerdictKind.MIRRORED],
        )
        box = Box(MARGIN + 240, box.y + 8, _WIDE - 240, box.height - 8)
    sentences = [overlap_sentence(m, messages), ordinary_sentence(m, messages) if m.ordinary else ""]
    page.paragraphs([sentence for sentence in sentences if sentence], box)


def add_themes(deck: Deck, m: OverlapMap, taxonomy: Taxonomy) -> None:
    """Add all themes as paired bars, the largest first; the notes hold the intervals and counts."""
    messages, names = deck.messages, theme_names(taxonomy, deck.messages)
    found = by_size(m.themes)[:_MOST_THEMES]
    page = deck.page(
        messages.say("Share of the tension of each side"), notes=counted_lines(found, names, messages)
    )
    add_pairs(page, Box(BODY.x, 72, BODY.width, 432), found, names, messages)
    add_footnote(page, messages)
