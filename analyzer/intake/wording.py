"""Cleaning of a text on its way in, and whether there are words in it."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

# Control characters except tab and line feed, direction overrides and isolates, byte order mark.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_LINE_BREAKS = re.compile(r"\r\n|[\r\u2028\u2029\x85]")
_EDGES = " \t\n.,;:!?()[]{}\"'„“”«»*_-–—/\\|"


def clean(text: str) -> str:
    """Return `text` composed (NFC), with plain line feeds, without unseen characters and outer space."""
    if text.replace("\n", " ").isprintable():
        return (text if text.isascii() else unicodedata.normalize("NFC", text)).strip()
    joined = _LINE_BREAKS.sub("\n", text)
    return unicodedata.normalize("NFC", _UNSEEN.sub("", joined)).strip()


def has_words(text: str) -> bool:
    """Say whether a text says anything: letters, and not just "n/a", "k.A.", "keine"."""
    if len(text) <= 40 and text.casefold().strip(_EDGES) in _blanks():
        return False
    return text[:1].isalpha() or any(map(str.isalpha, text))


@cache
def _blanks() -> frozenset[str]:
    hints = tomllib.loads((Path(__file__).parent / "columns.toml").read_text(encoding="utf-8"))
    return frozenset(word.strip(_EDGES) for word in hints["no_words"])
