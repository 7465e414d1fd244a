"""What stands beside the counted shares of a theme, in plain sentences."""

from __future__ import annotations

from analyzer.messages import Messages
from analyzer.overlap.finding import Corrected, Finding


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


def _span(share: Corrected, messages: Messages) -> str:
    return messages.say(
        "{share} ({low} to {high})",
        share=messages.percent(share.share),
        low=messages.percent(share.low),
        high=messages.percent(share.high),
    )
