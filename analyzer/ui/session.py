"""What one visitor has on the table; it lives in Streamlit's session only, never in a shared cache."""

from __future__ import annotations

import streamlit as st

from analyzer.tables import Side
from analyzer.ui.marks import Piece
from analyzer.ui.reading import Reading
from analyzer.ui.sources import Source, Taken

LANG = "lang"
THEME = "chosen_theme"
_TABLE = "on_the_table"
_READING = "reading"
_MARKS = "marks"


def paste_key(side: Side) -> str:
    """Return the session's key of a side's paste field."""
    return f"paste_{side.value}"


def keep_widgets() -> None:
    """Keep the values of fields that the current page does not show."""
    for key in (LANG, THEME, *map(paste_key, Side)):
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def table() -> tuple[Taken, ...]:
    """Return what was taken in: pastes first, then uploads in their order."""
    found: dict[str, Taken] = st.session_state.get(_TABLE, {})
    return tuple(found.values())


def put(taken: Taken) -> None:
    """Put a source on the table; one with the same key is replaced."""
    st.session_state[_TABLE] = {**st.session_state.get(_TABLE, {}), taken.source.key: taken}


def remove(source: Source) -> None:
    """Take a source off the table."""
    kept = {key: taken for key, taken in st.session_state.get(_TABLE, {}).items() if key != source.key}
    st.session_state[_TABLE] = kept


def reading() -> Reading | None:
    """Return the reading that the map shows, if there is one."""
    found: Reading | None = st.session_state.get(_READING)
    return found


def set_reading(new: Reading) -> None:
    """Show a new reading; no theme is chosen in it yet."""
    st.session_state[_READING] = new
    st.session_state[_MARKS] = {}
    st.session_state[THEME] = None


def marks() -> dict[tuple[str, ...], list[tuple[Piece, ...]]]:
    """Return the marked quotes of the reading, by theme and quotes' ids, as far as shown."""
    found: dict[tuple[str, ...], list[tuple[Piece, ...]]] = st.session_state.setdefault(_MARKS, {})
    return found


def upload_key(side: Side) -> str:
    """Return the key of a side's upload field; it changes when the field is to be emptied."""
    return f"files_{side.value}_{st.session_state.get(_round_key(side), 0)}"


def empty_upload(side: Side) -> None:
    """Empty the upload field of a side at the next run."""
    st.session_state[_round_key(side)] = st.session_state.get(_round_key(side), 0) + 1


def clear() -> None:
    """Forget everything but the language."""
    kept = (LANG, *map(_round_key, Side))
    for key in [key for key in st.session_state if key not in kept]:
        del st.session_state[key]
    for side in Side:
        st.session_state[paste_key(side)] = ""
        empty_upload(side)


def _round_key(side: Side) -> str:
    return f"round_{side.value}"
