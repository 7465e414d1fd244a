"""Map: the headline, the themes of both sides, and behind every theme the words themselves."""

from __future__ import annotations

import streamlit as st

from analyzer.overlap import ordinary_sentence, overlap_sentence
from analyzer.report import enough, headline
from analyzer.ui import engine, frame, safe, session
from analyzer.ui.map_details import show_details
from analyzer.ui.map_view import show_map

messages = frame.words()
say = messages.say
reading = session.reading()

if reading is None:
    safe.heading(say("There is no map yet"), level=1)
    safe.paragraph(
        say("Collect texts of both sides first, or look at the map of a sample company."), kind="lead"
    )
    with st.container(horizontal=True):
        if st.button(say("Collect texts"), key="to_collect", type="primary"):
            frame.go("collect")
        if st.button(say("Start with a sample"), key="to_start"):
            frame.go("start")
    st.stop()

if reading.sample:
    safe.paragraph(say("This is the map of an invented sample company."), kind="soft")
if not reading.fits(session.table(), session.protection()):
    safe.paragraph(say("The texts have changed since this map was read."), kind="soft")
    if st.button(say("Read again"), key="again"):
        session.set_reading(engine.read_what_is_there(messages))
        st.rerun()

taxonomy = engine.taxonomy()
safe.heading(headline(reading.map, taxonomy, messages), level=1)
if enough(reading.map) and reading.map.overlap:
    number, sentence = st.columns([1, 5], vertical_alignment="center")
    with number:
        safe.paragraph(messages.percent(reading.map.overlap.value), kind="big")
    with sentence:
        safe.paragraph(overlap_sentence(reading.map, messages))
        if ordinary := ordinary_sentence(reading.map, messages):
            safe.paragraph(ordinary, kind="soft")
elif reading.map.themes:
    safe.paragraph(say("Add more texts on both sides; until then, read the words themselves."), kind="lead")
for withheld in reading.map.withheld:
    safe.paragraph(messages.tell(withheld), kind="soft")
if reading.map.themes:
    show_map(reading, taxonomy, messages)
show_details(reading, taxonomy, messages)
