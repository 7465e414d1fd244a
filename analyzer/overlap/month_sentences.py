"""What months show, in plain sentences: an order in time at most."""

from __future__ import annotations

from analyzer.messages import Messages
from analyzer.overlap.months import FEWEST_MONTHS, FEWEST_STATEMENTS, Lag, Months
from analyzer.tables import Side


def months_sentence(months: Months, messages: Messages) -> str:
    """Return whether the sides move together over months and which moves first, if that can be told."""
    if not months.lags:
        return _too_few(months, messages)
    n = messages.number(months.count)
    if not months.together:
        return messages.say(
            "Over {n} months, it cannot be told from chance whether themes rise and fall on both sides"
            " together.",
            n=n,
        )
    strongest = next(lag for lag in months.lags if lag.months == months.by)
    if months.first is None:
        return messages.say(
            "Over {n} months, themes rise and fall on both sides together ({association}); which side moves"
            " first cannot be told.",
            n=n,
            association=lag_sentence(strongest, messages),
        )
    return f"{_first(months, n, strongest, messages)} " + messages.say(
        "That is an order in time; where it comes from it does not say."
    )


def lag_sentence(lag: Lag, messages: Messages) -> str:
    """Return a lag's association with its interval: correlation 0.42, with 95% confidence 0.31 to 0.53."""
    return messages.say(
        "correlation {r}, with 95% confidence {low} to {high}",
        r=messages.number(lag.association, 2),
        low=messages.number(lag.low, 2),
        high=messages.number(lag.high, 2),
    )


def lag_label(lag: Lag, messages: Messages) -> str:
    """Return which side is ahead at a lag, and by how many months."""
    if lag.months == 0:
        return messages.say("same month")
    if lag.months > 0:
        return messages.say_n("inside {n} month earlier", "inside {n} months earlier", lag.months)
    return messages.say_n("customers {n} month earlier", "customers {n} months earlier", -lag.months)


def _first(months: Months, n: str, strongest: Lag, messages: Messages) -> str:
    later = messages.say_n("{n} month later", "{n} months later", abs(months.by))
    facts = {"n": n, "later": later, "association": lag_sentence(strongest, messages)}
    if months.first is Side.INTERNAL:
        return messages.say(
            "Over {n} months, themes that rise or fall inside tend to do so with customers {later}"
            " ({association}).",
            **facts,
        )
    return messages.say(
        "Over {n} months, themes that rise or fall with customers tend to do so inside {later}"
        " ({association}).",
        **facts,
    )


def _too_few(months: Months, messages: Messages) -> str:
    if not months.dated:
        return messages.say(
            "The statements have no dates. With dates on both sides, it can be seen whether their themes move"
            " together."
        )
    return messages.say(
        "To compare over time, at least {least} months with {statements} statements with tension on each side"
        " are needed; so far it is {n}.",
        least=messages.number(FEWEST_MONTHS),
        statements=messages.number(FEWEST_STATEMENTS),
        n=messages.number(months.count),
    )
