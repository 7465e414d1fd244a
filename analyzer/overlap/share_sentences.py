"""What stands beside the counted shares of a theme, in plain sentences."""

from __future__ import annotations

from analyzer.messages import Messages
from analyzer.overlap.finding import Corrected, Finding
from analyzer.overlap.ordinary import Place
from analyzer.overlap.result import OverlapMap
from analyzer.tables import Side


def corrected_sentence(finding: Finding, messages: Messages) -> str:
    """Return both shares freed of the model's known errors; empty where they are not known."""
    inside, customers = finding.internal.tension.corrected, finding.customer.tension.corrected
    if inside is None or customers is None:
        return ""
    return messages.say(
        "Freed of the reading errors known of the model, it would be about {inside} inside"
        " and {customers} with customers.",
        inside=_span(inside, messages),
        customers=_span(customers, messages),
    )


def ordinary_sentence(found: OverlapMap, messages: Messages) -> str:
    """Return how the overlap compares with what is ordinary; empty where that is not known."""
    ordinary = found.ordinary
    if ordinary is None or found.overlap is None:
        return ""
    beside = messages.say(
        "For comparison: with complaints to quite other companies, the tensions of this team would be {team}"
        " alike; with the tensions of quite other teams, these complaints would be {customers} alike.",
        team=_range(ordinary.team, messages),
        customers=_range(ordinary.customers, messages),
    )
    return f"{beside} {_place(ordinary.place, messages)}"


def ordinary_shares_sentence(found: OverlapMap, key: str, messages: Messages) -> str:
    """Return how often others speak of a theme, and whether both sides speak of it more than that."""
    span = found.ordinary.spans.get(key) if found.ordinary else None
    if span is None:
        return ""
    inside, customers = span[Side.INTERNAL], span[Side.CUSTOMER]
    elsewhere = messages.say(
        "Elsewhere, teams speak of it in {inside} of their tension, customers in {customers}.",
        inside=_range(inside, messages),
        customers=_range(customers, messages),
    )
    finding = found.theme(key)
    more = [
        finding.voices(side).tension.low > high
        for side, (_, high) in zip(Side, (inside, customers), strict=True)
    ]
    if all(more):
        return f"{elsewhere} " + messages.say("Here both sides clearly speak of it more.")
    return elsewhere


def _place(place: Place, messages: Messages) -> str:
    if place is Place.ABOVE:
        return messages.say(
            "What was found lies clearly above both: these two sides share more than is usual."
        )
    if place is Place.BELOW:
        return messages.say(
            "What was found lies clearly below both: these two sides share less than is usual."
        )
    return messages.say(
        "What was found does not stand out from that: so much is shared by people, too, who have nothing to"
        " do with each other."
    )


def _range(span: tuple[float, float], messages: Messages) -> str:
    low, high = (messages.percent(value) for value in span)
    return low if low == high else messages.say("{low} to {high}", low=low, high=high)


def _span(share: Corrected, messages: Messages) -> str:
    return messages.say(
        "{share} ({low} to {high})",
        share=messages.percent(share.share),
        low=messages.percent(share.low),
        high=messages.percent(share.high),
    )
