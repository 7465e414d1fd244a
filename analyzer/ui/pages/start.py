"""Start: the idea in three sentences, and a sample map at one click."""

from __future__ import annotations

import streamlit as st

from analyzer.ui import engine, frame, safe, session
from analyzer.ui.samples import sample_table

messages = frame.words()
say = messages.say

safe.heading(say("Where does the tension in your team mirror what your customers feel?"), level=1)
safe.paragraph(
    say(
        "Teams talk about what weighs on them: in retrospectives, meetings, chats. Customers write about "
        "what annoys them. Conflict Mirror reads both, finds the themes they share, and lays the words of "
        "both sides next to each other, so that you can talk about them."
    ),
    kind="lead",
)

samples = {
    "de": say("Show the sample map (German kitchen maker)"),
    "en": say("Show the sample map (English broadband provider)"),
}
first = messages.lang
order = [first, *(lang for lang in samples if lang != first)]
with st.container(horizontal=True):
    clicked = [
        lang
        for lang in order
        if st.button(samples[lang], key=f"sample_{lang}", type="primary" if lang == first else "secondary")
    ]
    if st.button(say("Use my own texts"), key="own"):
        frame.go("collect")
if clicked:
    session.set_reading(engine.read_with_progress(sample_table(clicked[0]), messages, sample=clicked[0]))
    frame.go("map")

safe.paragraph(
    say(
        "The sample companies are invented. Your own texts stay with this program; "
        "nothing is sent to other services."
    ),
    kind="soft",
)
