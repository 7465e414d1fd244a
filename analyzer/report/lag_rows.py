"""The lags of the comparison over months as rows of a table."""

from __future__ import annotations

from analyzer.messages import Messages
from analyzer.overlap import Months, lag_label, lag_sentence


def lag_rows(months: Months, messages: Messages) -> list[dict[str, str]]:
    """Return one row a lag: which side is ahead, and the association with its interval."""
    ahead, found = messages.say("Who is ahead"), messages.say("How strongly both move together")
    return [{ahead: lag_label(lag, messages), found: lag_sentence(lag, messages)} for lag in months.lags]
