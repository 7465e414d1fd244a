"""Places where only a name stands: after a title, in a greeting, below a letter, before "sagt"."""

from __future__ import annotations

import re

from analyzer.privacy.lexicon import lexicon
from analyzer.privacy.tokens import Passage

_NEXT = re.compile(r"[.]?[ \t\u00a0]+\Z|\.\Z")
_AFTER_CALL = re.compile(r"\s*(?:[,!.:;?\n]|\Z|[-–—]\s)|\s+(?:und|and|&)\s")
_LABEL = re.compile(r"\s*(?:\([^)\n]{1,30}\))?\s*:(?!\S)")
_INITIAL = re.compile(r"\.\s?\Z")
_POSSESSIVES = frozenset({"dein", "deine", "ihr", "ihre", "euer", "eure"})
_AROUND = lexicon().around


def is_title(here: Passage, i: int) -> bool:
    """Say whether word `i` is a title: Frau, Dr, or Fr with a dot."""
    if here.low(i) in _AROUND["titles"]:
        return True
    return here.low(i) in _AROUND["titles_dotted"] and here.gap(i + 1).startswith(".") and here.is_capital(i)


def is_titled(here: Passage, i: int) -> bool:
    """Say whether a title stands right before word `i`: Frau Dr. Koch."""
    return (
        is_title(here, i - 1)
        and _NEXT.match(here.gap(i)) is not None
        and here.low(i) not in _AROUND["after_title_none"]
        and here.low(i) not in _AROUND["titles"]
    )


def is_greeted(here: Passage, i: int) -> bool:
    """Say whether word `i` is who is spoken to: Hallo Anna, / danke Tom!"""
    before = here.low(i - 1)
    return (
        before in _AROUND["greetings"]
        and re.fullmatch(r",?[ \t]+", here.gap(i)) is not None
        and _AFTER_CALL.match(here.gap(i + 1)) is not None
    )


def is_signed(here: Passage, i: int) -> bool:
    """Say whether word `i` stands below or after a farewell: LG Tom."""
    if i < 1 or re.fullmatch(r"[,.!]?\s{1,4}(?:[-–~]\s?)?", here.gap(i)) is None:
        return False
    before = here.low(i - 1)
    last = i >= len(here.words) - 3 or "\n" in here.gap(i + 1)
    return (
        last
        and before in _AROUND["farewells"]
        and ("\n" in here.gap(i) or (before not in _POSSESSIVES and _is_end(here, i)))
    )


def _is_end(here: Passage, i: int) -> bool:
    return all("\n" not in here.gap(k) for k in range(i + 1, len(here.words))) and i >= len(here.words) - 2


def is_label(here: Passage, i: int) -> bool:
    """Say whether word `i` opens a line as who speaks: Anna: ..."""
    at_start = i == 0 or "\n" in here.gap(i)
    return (
        at_start and _LABEL.match(here.gap(i + 1)) is not None and here.low(i) not in _AROUND["labels_none"]
    )


def is_initialled(here: Passage, i: int) -> bool:
    """Say whether a single capital and a dot stand before word `i`: H. Koch."""
    before = here.words[i - 1] if i else ""
    return (
        len(before) == 1
        and before.isupper()
        and _INITIAL.match(here.gap(i)) is not None
        and here.is_capital(i)
    )


def has_role(here: Passage, i: int) -> bool:
    """Say whether word `i` follows what somebody is: Kollegin Yusra, our trainee Tom."""
    return here.low(i - 1) in _AROUND["roles"] and here.gap(i) == " " and here.is_capital(i)


def speaks(here: Passage, i: int) -> bool:
    """Say whether word `i` is who says something: Anna sagt, sagt Anna, said Tom, laut Tom."""
    after, before = here.low(i + 1), here.low(i - 1)
    if after in _AROUND["speech"] and re.fullmatch(r"\s", here.gap(i + 1)):
        return before not in _AROUND["determiners"]
    said = (before in _AROUND["speech"] and not here.is_english) or before in ("laut", "said", "says")
    told = before == "to" and here.low(i - 2) == "according"
    return (said or told) and here.gap(i) == " " and here.is_capital(i)


def is_introduced(here: Passage, i: int) -> bool:
    """Say whether a name is announced, or "family" follows: ich heiße Anna, the Koch family."""
    if not here.is_capital(i):
        return False
    if here.low(i + 1) in ("family", "household") and here.gap(i + 1) == " ":
        return here.low(i - 1) in _AROUND["determiners"]
    told = here.low(i - 2) == "name" and here.low(i - 1) in ("ist", "is")
    return here.gap(i) == " " and (told or here.low(i - 1) in _AROUND["introductions"])


def is_at(here: Passage, i: int) -> bool:
    """Say whether an at sign stands before word `i`: @anna."""
    return here.gap(i).endswith("@") and here.low(i) not in _AROUND["handles_none"]


OF_NAMES = (is_titled, is_initialled, is_greeted, is_signed, is_label, has_role, is_introduced, is_at, speaks)


def is_place_of_name(here: Passage, i: int) -> bool:
    """Say whether word `i` stands where only a name stands."""
    return any(context(here, i) for context in OF_NAMES)


def is_proven(here: Passage, i: int) -> bool:
    """Say whether word `i` stands where hardly ever anything but a name stands: no label, no "sagt"."""
    capital = here.is_capital(i)
    return capital and any(
        context(here, i)
        for context in (is_titled, is_initialled, is_greeted, is_signed, has_role, is_introduced, is_at)
    )
