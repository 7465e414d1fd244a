"""Collect: paste or upload what both sides said, see what was read and what was set aside."""

from __future__ import annotations

import streamlit as st

from analyzer.tables import Side
from analyzer.ui import engine, frame, safe, session
from analyzer.ui.clearing import clear_button
from analyzer.ui.intake_view import show_side
from analyzer.ui.people_view import show_people
from analyzer.ui.views import counts_sentence

messages = frame.words()
say = messages.say

safe.heading(say("What do both sides say?"), level=1)
safe.paragraph(
    say("Paste or upload notes of the team on the left and complaints or reviews of customers on the right."),
    kind="lead",
)
with st.spinner(say("Looking for people in the texts …")):
    session.protected()
for column, side in zip(st.columns(2, gap="large"), Side, strict=True):
    with column:
        show_side(side, messages)

table = session.table()
if table:
    show_people(session.protected(), messages)
safe.paragraph(counts_sentence(table, messages), kind="lead")
with st.container(horizontal=True):
    ready = any(taken.intake for taken in table)
    start = st.button(say("Read and show the map"), key="read", type="primary", disabled=not ready)
    clear_button(messages)
if start:
    session.set_reading(engine.read_what_is_there(messages))
    frame.go("map")
