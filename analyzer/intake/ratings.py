"""Ratings as people and exports write them: 4, 4,5, 4/5, ★★★★☆, FOUR, 4 von 5 Sternen."""

from __future__ import annotations

import re

_WORDS = {
    word: float(number)
    for number, words in enumerate(("one eins", "two zwei", "three drei", "four vier", "five fünf"), 1)
    for word in words.split()
}
_OUT_OF = r"(?:(?:/|von|out of|of)\s*\d{1,3})?"
_UNIT = r"(?:stars?|sternen?|sterne|punkte?|points?|★|⭐|%)?"
_NUMBER = re.compile(rf"(-?\d{{1,3}}(?:[.,]\d{{1,2}})?)\s*{_OUT_OF}\s*{_UNIT}", re.IGNORECASE)
_STARS = re.compile(r"([★⭐]\ufe0f?)+[☆✩]*|[☆✩]+")


def read_rating(text: str) -> float | None:
    """Return the number of a rating as written, without what it is out of; None if it is none."""
    told = text.strip()
    if len(told) > 40:
        return None
    if _STARS.fullmatch(told):
        return float(sum(map(told.count, "★⭐")))
    word = re.sub(r"[_\s-]*(stars?|sterne?)$", "", told.casefold())
    if word in _WORDS:
        return _WORDS[word]
    found = _NUMBER.fullmatch(told)
    return float(found[1].replace(",", ".")) if found else None
