"""How one name is spelled: with and without umlauts and accents, and in the genitive."""

from __future__ import annotations

import unicodedata

_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae"})
_BARE = str.maketrans({"ß": "ss", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae"})
_APOSTROPHES = "'’´`"


def small(word: str) -> str:
    """Return a word in lower case and composed, the Turkish İ as i."""
    return unicodedata.normalize("NFC", word.lower()).replace("i̇", "i")


def plain_letters(name: str) -> frozenset[str]:
    """Return a name in lower case as it is, with ue for ü, and without marks: müller, mueller, muller."""
    low = small(name)
    bare = unicodedata.normalize("NFD", low.translate(_BARE))
    stripped = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return frozenset({low, low.translate(_SPELLED_OUT), stripped})


def stems(word: str) -> tuple[str, ...]:
    """Return what a word in lower case may be the genitive of, itself first: annas → annas, anna."""
    if len(word) > 3 and word[-1] == "s" and word[-2] in _APOSTROPHES:
        return (word[:-2],)
    return (word, word[:-1]) if len(word) > 3 and word[-1] == "s" else (word,)
