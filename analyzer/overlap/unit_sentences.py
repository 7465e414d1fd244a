"""What units show, in plain sentences that claim no more than the figures."""

from __future__ import annotations

from analyzer.messages import Messages
from analyzer.overlap.clauses import in_words
from analyzer.overlap.spots import UnitSpot
from analyzer.overlap.units import FEWEST_DOCUMENTS, FEWEST_STATEMENTS, FEWEST_UNITS, Units
from analyzer.taxonomy import Taxonomy


def units_sentence(units: Units, taxonomy: Taxonomy, messages: Messages) -> str:
    """Return whether units that say more of a theme inside hear more of it from their customers."""
    if units.association is None:
        return _too_few(units, messages)
    facts = {"n": messages.number(len(units.names)), "r": messages.number(units.association, 2)}
    if not units.together:
        return messages.say(
            "Both sides name {n} units. Whether the themes of a unit inside are also those of its customers"
            " cannot be told from these figures (correlation {r}).",
            **facts,
        )
    found = messages.say(
        "Where a unit speaks more of a theme inside than other units do, its customers tend to speak more of"
        " it too: over {n} units the correlation is {r}. If the units were shuffled, one as strong would come"
        " about in {p} of cases.",
        p=messages.percent(units.p_value or 0.0),
        **facts,
    )
    return f"{found} {_clearest(units, taxonomy, messages)}".strip()


def spot_sentence(spot: UnitSpot, taxonomy: Taxonomy, messages: Messages) -> str:
    """Return which theme stands out in which unit on both sides, with its counts."""
    return messages.say(
        "{unit}: “{theme}” comes up more than in the other units on both sides"
        " (inside {inside}, with customers {customers}).",
        unit=spot.unit,
        theme=taxonomy.theme(spot.key).label.of(messages.lang),
        inside=in_words(spot.internal, messages),
        customers=in_words(spot.customer, messages),
    )


def _clearest(units: Units, taxonomy: Taxonomy, messages: Messages) -> str:
    if not units.themes:
        return ""
    names = [taxonomy.theme(key).short.of(messages.lang) for key in units.themes]
    return messages.say("It shows most clearly in: {themes}.", themes=messages.listed(names))


def _too_few(units: Units, messages: Messages) -> str:
    if not units.named:
        return messages.say(
            "The statements name no units. Where both sides name the same branch, region or product, it can"
            " be seen whether their themes go together."
        )
    return messages.say(
        "To compare units, both sides must name at least {least} of the same, each with {statements}"
        " statements with tension from {documents} documents; so far it is {n}.",
        least=messages.number(FEWEST_UNITS),
        statements=messages.number(FEWEST_STATEMENTS),
        documents=messages.number(FEWEST_DOCUMENTS),
        n=messages.number(len(units.names)),
    )
