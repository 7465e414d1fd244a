"""The words of a theme as one row of a table: inside, on both sides, with customers."""

from __future__ import annotations

from analyzer.messages import Messages
from analyzer.overlap import Wording, counted_words


def word_row(wording: Wording, messages: Messages) -> dict[str, str]:
    """Return {heading: words with their documents inside and with customers}; a dash where there are none."""
    columns = {
        messages.say("More inside"): wording.internal,
        messages.say("On both sides"): wording.shared,
        messages.say("More with customers"): wording.customer,
    }
    return {heading: counted_words(words, messages) or "–" for heading, words in columns.items()}


def words_note(messages: Messages) -> str:
    """Return what the figures beside the words are."""
    return messages.say("In brackets: documents inside and with customers that use the word on this theme.")
