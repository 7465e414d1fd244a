"""What carries no theme, in plain sentences."""

from __future__ import annotations

from analyzer.messages import Messages
from analyzer.overlap.clauses import in_words
from analyzer.overlap.unknown import Group, Unknown


def unknown_sentence(found: Unknown, messages: Messages) -> str:
    """Return how much carries no theme, and whether it falls into groups."""
    if not found.internal.total + found.customer.total:
        return messages.say("There are no statements with tension or a coolspot.")
    opening = messages.say(
        "Statements with tension or a coolspot that carry none of the themes: inside {inside}, with customers"
        " {customers}.",
        inside=in_words(found.internal, messages),
        customers=in_words(found.customer, messages),
    )
    if not found.groups:
        return opening
    grouped = messages.say_n(
        "Some of them are alike and form {n} group.",
        "Some of them are alike and form {n} groups.",
        len(found.groups),
    )
    return f"{opening} {grouped}"


def group_name(group: Group, messages: Messages) -> str:
    """Return a group's words as its name."""
    return ", ".join(group.words) or messages.say("alike without a common word")


def group_sentence(group: Group, messages: Messages) -> str:
    """Return how many statements of each side are in a group."""
    inside = messages.say_n("{n} statement inside", "{n} statements inside", group.internal)
    outside = messages.say_n("{n} statement of customers", "{n} statements of customers", group.customer)
    if group.shared:
        return messages.say(
            "{inside}, {outside}: perhaps a theme that both share", inside=inside, outside=outside
        )
    return ", ".join(said for said, count in ((inside, group.internal), (outside, group.customer)) if count)
