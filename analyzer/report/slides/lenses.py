"""The slides of the other views: resonance cycle, trust criteria, principles, images of the customer."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.overlap import contradiction_sentence, cycle_sentence
from analyzer.overlap.result import Finding, OverlapMap
from analyzer.report.names import entry_questions, kind_names
from analyzer.report.rows import counted_lines
from analyzer.report.slides.box import BODY, Box
from analyzer.report.slides.charts import add_footnote, add_images, add_pairs
from analyzer.report.slides.deck import Deck
from analyzer.report.slides.quotes import add_quote, common_size
from analyzer.tables import Side
from analyzer.taxonomy import COOLSPOTS, Kind, Taxonomy


def add_lenses(deck: Deck, m: OverlapMap, taxonomy: Taxonomy) -> None:
    """Add one slide each for the cycle, the criteria and the principles, without its coolspots."""
    say = deck.messages.say
    sentence = cycle_sentence(m, taxonomy, deck.messages)
    _add(deck, say("Resonance cycle"), "cycle", m.cycle, taxonomy, sentence)
    _add(deck, say("Trust criteria"), "criteria", m.criteria, taxonomy)
    principles = [f for f in m.principles if f.key != COOLSPOTS]
    _add(deck, say("Principles"), "principles", principles, taxonomy)


def add_images_slide(deck: Deck, m: OverlapMap, taxonomy: Taxonomy) -> None:
    """Add how the team speaks of its customers: the shares, and one statement of each image."""
    if not m.images:
        return
    messages, names = deck.messages, kind_names(taxonomy, "images", deck.messages)
    asked = _questions(taxonomy, "images", [image.key for image in m.images], deck)
    page = deck.page(messages.say("Images of the customer"), notes=asked)
    page.write(
        messages.say("How the team speaks of its customers, in its own words."),
        Box(BODY.x, 78, BODY.width, 24),
        sizes=(16, 14),
        color=deck.look.soft,
    )
    said = " ".join(contradiction_sentence(found, taxonomy, messages) for found in m.contradictions[:2])
    foot = 54 if said else 0
    chart, words = Box(BODY.x, 112, BODY.width, BODY.height - 32 - foot).halves()
    add_images(page, chart, m.images, names, messages)
    places = words.rows(len(m.images), 10)
    size = common_size(
        [image.quotes[0] for image in m.images if image.quotes], places[0].below(places[0].y + 20)
    )
    for image, place in zip(m.images, places, strict=True):
        heading = page.write(
            names(image.key), Box(place.x, place.y, place.width, 20), sizes=(14, 12), bold=True
        )
        room = place.below(heading.y + heading.height + 2)
        if image.quotes:
            add_quote(page, room, image.quotes[0], Side.INTERNAL, messages, size=size)
    if said:
        page.write(said, Box(BODY.x, BODY.y + BODY.height - 46, BODY.width, 46), sizes=(14, 12))


def _add(
    deck: Deck, title: str, kind: Kind, findings: Sequence[Finding], taxonomy: Taxonomy, sentence: str = ""
) -> None:
    if not findings:
        return
    names = kind_names(taxonomy, kind, deck.messages)
    asked = _questions(taxonomy, kind, [f.key for f in findings], deck)
    page = deck.page(title, notes=[*asked, *counted_lines(findings, names, deck.messages)])
    top = BODY.y
    if sentence:
        said = page.write(sentence, Box(BODY.x, BODY.y, BODY.width, 72))
        top = said.y + said.height + 8
    add_pairs(page, Box(BODY.x, top, BODY.width, 504 - top), findings, names, deck.messages)
    add_footnote(page, deck.messages)


def _questions(taxonomy: Taxonomy, kind: Kind, keys: Sequence[str], deck: Deck) -> list[str]:
    names = kind_names(taxonomy, kind, deck.messages)
    asked = {key: entry_questions(taxonomy, kind, key, deck.messages) for key in keys}
    return [f"{names(key)}: {' '.join(questions)}" for key, questions in asked.items() if questions]
