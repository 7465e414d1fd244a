"""How the map came about and what it cannot tell, in plain sentences."""

from __future__ import annotations

from analyzer.messages import Messages


def method_note(messages: Messages) -> tuple[str, ...]:
    """Return how the reading works, one paragraph an item."""
    return (
        messages.say(
            "Every text is cut into statements of about one sentence. A small language model on this "
            "computer reads the theme, the tone and the place in the exchange of each."
        ),
        messages.say(
            "A share is the part of a side's tension statements that carry a theme; a statement may carry "
            "several. Lines beside a share are its 95% interval."
        ),
        messages.say(
            "“Mirrored” needs evidence that both shares are of similar size; that no difference shows is not "
            "enough. “Mainly inside” and “Mainly with customers” need a significant difference of at least "
            "two to one, corrected for the number of themes."
        ),
        messages.say(
            "The overlap compares both profiles over all themes: 0 means nothing in common, 1 means the same "
            "profile. Its reference is the likeness that is left when the themes of one side are shuffled."
        ),
    )


def limits_note(messages: Messages) -> tuple[str, ...]:
    """Return what the map cannot tell, one sentence an item."""
    return (
        messages.say("The reading errs in some statements: read the quotes before you draw a conclusion."),
        messages.say("A likeness is no proof of a cause; it is a good reason to ask."),
        messages.say(
            "What nobody wrote down is not on the map, and loud themes are not always the weighty ones."
        ),
        messages.say("The map speaks of relationships, never of single persons."),
    )


def pairs_note(messages: Messages) -> str:
    """Return what a pair of statements is."""
    return messages.say(
        "A statement of the team and one of customers that are near in meaning, side by side. The nearness "
        "is found by the program; whether they belong together is for you to say."
    )
