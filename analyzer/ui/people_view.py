"""The part of the collecting page on people: the roster, the switch, and the review before reading."""

from __future__ import annotations

import streamlit as st

from analyzer.messages import Messages
from analyzer.ui import safe, session
from analyzer.ui.protection import Protected, replaced_rows

_UNCLEAR = 40


def show_people(found: Protected, messages: Messages) -> None:
    """Show the fields, what was replaced, and what else may be a name."""
    say = messages.say
    safe.heading(say("People in the texts"), level=2)
    session.set_defaults()
    st.toggle(say("Replace names and numbers of people by placeholders"), key=session.REPLACES)
    if not st.session_state[session.REPLACES]:
        safe.paragraph(say("Names stay as they were written, on the map and in the reports too."))
        _limits(messages)
        return
    st.text_area(
        say("People who may be named, one a line: Koch, Elisabeth or Elisabeth Koch (Lisa)"),
        key=session.ROSTER,
        height=120,
    )
    st.checkbox(
        say("Also replace what is only used like a name; some places and products suffer"),
        key=session.THOROUGH,
    )
    st.text_input(say("Words that name nobody here, such as places and products"), key=session.SPARED)
    _limits(messages)
    _review(found, messages)
    _unclear(found, messages)


def _limits(messages: Messages) -> None:
    for column, key in zip(st.columns(2), session.LEAST, strict=True):
        if key == session.COUNTS:
            label = messages.say("The smallest group of which anything is counted.")
        else:
            label = messages.say("The smallest group that is quoted.")
        column.number_input(label, min_value=1, key=key)


def _review(found: Protected, messages: Messages) -> None:
    if not found.replaced:
        safe.paragraph(
            messages.say("No names, addresses or numbers of people were found to replace."), kind="soft"
        )
        return
    with st.expander(messages.say("What was replaced")):
        originals = st.checkbox(messages.say("Show what stood there"), key="originals")
        safe.table(replaced_rows(found, messages, originals=originals))


def _unclear(found: Protected, messages: Messages) -> None:
    """Show a box for each word that may be a name; those ticked are replaced."""
    also = session.also()
    counts = dict.fromkeys(also, 0) | dict(found.unclear[:_UNCLEAR])
    if not counts:
        return
    with st.expander(messages.say("What else may be a name: tick what to replace")):
        for column, words in zip(st.columns(4), _dealt(list(counts), 4), strict=True):
            for word in words:
                times = f" · {messages.number(counts[word])}×" if counts[word] else ""
                column.checkbox(
                    f"{word}{times}".replace("`", "´"),
                    word in also,
                    key=f"also_{word}",
                    on_change=session.turn,
                    args=(word,),
                )


def _dealt(words: list[str], hands: int) -> list[list[str]]:
    return [words[hand::hands] for hand in range(hands)]
