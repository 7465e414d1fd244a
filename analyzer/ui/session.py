"""What one visitor has on the table; it lives in Streamlit's session only, never in a shared cache."""

from __future__ import annotations

import streamlit as st

from analyzer.privacy import Limits
from analyzer.tables import Side
from analyzer.ui.marks import Piece
from analyzer.ui.protection import Protected, Protection, protect
from analyzer.ui.reading import Reading, fingerprint
from analyzer.ui.sources import Source, Taken

LANG = "lang"
THEME = "chosen_theme"
ROSTER = "roster"
REPLACES = "replace_names"
THOROUGH = "thorough"
SPARED = "spared"
COUNTS = "least_counts"
QUOTES = "least_quotes"
LEAST = {COUNTS: Limits.count, QUOTES: Limits.quote}
_ALSO = "also_names"
_PROTECTED = "protected"
_TABLE = "on_the_table"
_READING = "reading"
_MARKS = "marks"


def paste_key(side: Side) -> str:
    """Return the session's key of a side's paste field."""
    return f"paste_{side.value}"


def keep_widgets() -> None:
    """Keep the values of fields that the current page does not show."""
    for key in (LANG, THEME, ROSTER, REPLACES, THOROUGH, SPARED, *LEAST, *map(paste_key, Side)):
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


def set_defaults() -> None:
    """Set the fields on people as they are at first."""
    for key, value in {REPLACES: True, **LEAST}.items():
        st.session_state.setdefault(key, value)


def protection() -> Protection:
    """Return how the visitor wants people protected, on whichever page."""
    state = st.session_state
    return Protection(
        state.get(ROSTER) or "",
        also(),
        state.get(REPLACES, True),
        state.get(THOROUGH, False),
        Limits(state.get(COUNTS, LEAST[COUNTS]), state.get(QUOTES, LEAST[QUOTES])),
        state.get(LANG) or "en",
        state.get(SPARED) or "",
    )


def protected() -> Protected:
    """Return what lies on the table with people protected; found once for the same texts and wishes."""
    wanted = (fingerprint(table()), protection())
    known: tuple[object, Protected] | None = st.session_state.get(_PROTECTED)
    if known is None or known[0] != wanted:
        known = (wanted, protect(table(), protection()))
        st.session_state[_PROTECTED] = known
    return known[1]


def also() -> tuple[str, ...]:
    """Return the words that the visitor ticked as names."""
    found: tuple[str, ...] = st.session_state.get(_ALSO, ())
    return found


def turn(word: str) -> None:
    """Tick a word as a name, or no longer."""
    known = also()
    st.session_state[_ALSO] = tuple(w for w in known if w != word) if word in known else (*known, word)


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
    st.session_state[ROSTER] = st.session_state[SPARED] = ""
    for side in Side:
        st.session_state[paste_key(side)] = ""
        empty_upload(side)


def _round_key(side: Side) -> str:
    return f"round_{side.value}"
