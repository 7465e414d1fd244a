"""The button that forgets everything, after asking."""

from __future__ import annotations

import streamlit as st

from analyzer.messages import Messages
from analyzer.ui import safe, session


def clear_button(messages: Messages) -> None:
    """Show the button; it opens a question before anything is lost."""
    if st.button(messages.say("Clear everything …"), key="clear", type="tertiary"):
        st.dialog(messages.say("Clear everything?"))(_question)(messages)


def _question(messages: Messages) -> None:
    safe.paragraph(messages.say("All pasted and uploaded texts and the map will be gone from this session."))
    with st.container(horizontal=True):
        if st.button(
            messages.say("Yes, clear everything"), key="clear_yes", type="primary", on_click=session.clear
        ):
            st.rerun()
        if st.button(messages.say("No, keep everything"), key="clear_no"):
            st.rerun()
