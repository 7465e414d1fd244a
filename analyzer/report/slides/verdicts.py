"""One slide a theme that both sides or one of them feel: the sentence, quotes side by side, questions."""

from __future__ import annotations

from analyzer.overlap import finding_sentence, verdict_label
from analyzer.overlap.result import Finding, OverlapMap, VerdictKind
from analyzer.report.names import theme_names, theme_questions
from analyzer.report.palette import SIGNS, side_title
from analyzer.report.slides.box import BODY, Box
from analyzer.report.slides.deck import Deck
from analyzer.report.slides.page import Page
from analyzer.report.slides.quotes import abreast, add_sides
from analyzer.tables import Side
from analyzer.taxonomy import Taxonomy

MOST_SLIDES = 6
_ONE_SIDED = 2
_UNSURE = 3
_QUOTES = 3


def chosen(m: OverlapMap) -> list[Finding]:
    """Return the themes that get a slide: mirrored ones first, and room for two one-sided ones.

    Where there are neither, the weightiest with too little data give something to talk about.
    """
    mirrored = m.with_verdict(VerdictKind.MIRRORED)
    one_sided = [*m.with_verdict(VerdictKind.INSIDE_ONLY), *m.with_verdict(VerdictKind.CUSTOMERS_ONLY)]
    one_sided.sort(key=lambda f: -max(f.voices(side).tension.share for side in Side))
    first = mirrored[: MOST_SLIDES - min(len(one_sided), _ONE_SIDED)]
    found = [*first, *one_sided[: MOST_SLIDES - len(first)]]
    return found or list(m.with_verdict(VerdictKind.TOO_LITTLE_DATA)[:_UNSURE])


def add_verdicts(deck: Deck, m: OverlapMap, taxonomy: Taxonomy) -> None:
    """Add the slides of the chosen themes; the questions stand in the notes."""
    for finding in chosen(m):
        label = theme_names(taxonomy, deck.messages)(finding.key)
        page = deck.page(label, notes=theme_questions(finding, taxonomy, deck.messages))
        _add_verdict(page, deck, finding)
        said = page.write(
            finding_sentence(finding, taxonomy, deck.messages),
            Box(BODY.x, 104, BODY.width, 76),
            sizes=(16, 14, 13, 12),
        )
        _add_quotes(page, deck, m, finding, said.y + said.height + 12)


def _add_verdict(page: Page, deck: Deck, finding: Finding) -> None:
    kind = finding.verdict.kind
    label = f"{SIGNS[kind]} {verdict_label(kind, deck.messages)}"
    page.write(label, Box(BODY.x, 76, BODY.width, 24), sizes=(16,), bold=True, color=deck.look.verdicts[kind])


def _add_quotes(page: Page, deck: Deck, m: OverlapMap, finding: Finding, top: float) -> None:
    box = BODY.below(top)
    for column, side in zip(box.halves(), Side, strict=True):
        heading = (
            f"{side_title(side, deck.messages)} · {deck.messages.percent(finding.voices(side).tension.share)}"
        )
        page.write(
            heading, Box(column.x, top, column.width, 22), sizes=(16,), bold=True, color=deck.look.sides[side]
        )
    inside, outside = (finding.voices(side).tension_quotes for side in Side)
    quotes = abreast(m.pairs_of(finding.key), inside, outside, most=_QUOTES)
    add_sides(page, box.below(top + 26), quotes, deck.messages)
