"""What the words of a theme show, in plain sentences."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.messages import Messages
from analyzer.overlap.wording import Word, Wording


def wording_sentence(wording: Wording, messages: Messages) -> str:
    """Return which words set the sides clearly apart and which are typical of both; empty without words."""
    if not (wording.internal or wording.shared or wording.customer):
        return ""
    inside, shared, customers = (
        _clear(words, messages) for words in (wording.internal, wording.shared, wording.customer)
    )
    found = []
    if inside:
        found.append(messages.say("Said clearly more often inside: {words}.", words=inside))
    if customers:
        found.append(messages.say("Said clearly more often by customers: {words}.", words=customers))
    if not found:
        found.append(messages.say("No word sets the two sides clearly apart on this theme."))
    if shared:
        found.append(messages.say("Typical of this theme on both sides: {words}.", words=shared))
    return " ".join(found)


def counted_words(words: Sequence[Word], messages: Messages) -> str:
    """Return words with how many documents use them inside and with customers: plan (5 : 0)."""
    return ", ".join(
        f"{word.text} ({messages.number(word.internal)} : {messages.number(word.customer)})" for word in words
    )


def _clear(words: Sequence[Word], messages: Messages) -> str:
    return messages.listed([messages.say("“{word}”", word=word.text) for word in words if word.clear])
