"""What surrounds every page: its title, the language switch and the navigation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from analyzer.messages import LANGUAGES, Messages
from analyzer.ui import session

_HERE = Path(__file__).parent
_NAMES = {"de": "Deutsch", "en": "English"}


def prepare() -> None:
    """Set the page up and keep what was typed on pages that are not shown now."""
    session.keep_widgets()
    if session.LANG not in st.session_state:
        st.session_state[session.LANG] = _browser_language()
    st.set_page_config(
        page_title=words().say("Conflict Mirror"), page_icon=str(_HERE / "mirror.png"), layout="wide"
    )
    st.html(_HERE / "style.css")


def words() -> Messages:
    """Return the messages in the chosen language."""
    return Messages(st.session_state.get(session.LANG) or _browser_language())


def pages() -> list[Any]:
    """Return the pages, titled in the chosen language."""
    say = words().say
    return [
        st.Page(_HERE / "pages" / "start.py", title=say("Start"), url_path="start", default=True),
        st.Page(_HERE / "pages" / "collect.py", title=say("Collect"), url_path="collect"),
        st.Page(_HERE / "pages" / "map.py", title=say("Map"), url_path="map"),
    ]


def go(page: str) -> None:
    """Show another page: `start`, `collect` or `map`."""
    st.switch_page(_HERE / "pages" / f"{page}.py")


def head() -> None:
    """Show the language switch; it takes effect at once."""
    with st.container(horizontal=True, horizontal_alignment="right"):
        st.segmented_control(
            "Sprache / Language",
            LANGUAGES,
            format_func=_NAMES.__getitem__,
            key=session.LANG,
            required=True,
            label_visibility="collapsed",
        )


def _browser_language() -> str:
    locale = (st.context.locale or "").lower()
    return "de" if locale.startswith("de") else "en"
