"""Where sentence-like units begin and end in German and English running text."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import pairwise

FEWEST_WORDS, MOST_WORDS = 3, 60

_EMOTICON = (
    r"(?:[:;=8xX]['’]?-?[)(\]\[DPpOo/\\|*]+(?!\w)|<3|\^\^|[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F]+)"
)
_END = re.compile(
    rf"""(?P<stop>[.!?…]+)["'”“»«)\]]*(?:\s*{_EMOTICON})*(?=\s)   # a sentence's end before a space
       | (?<=[a-zäöüß]{{2}})(?P<glued>[.!?])(?=[A-ZÄÖÜ][a-zäöüß]) # a forgotten space
       | (?P<face>(?<=\s){_EMOTICON}(?=\s+[A-ZÄÖÜ]))              # a smiley in place of a full stop
       | (?P<bullet>(?=[•▪●➢✓✔]\s))                               # a bullet inside a line
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"\S*\w\S*")
_LAST_WORD = re.compile(r"(\w+(?:-\w+)*)$")
_CUT = re.compile(r"[,;:–—]\s+|\s-\s+|\s+(?=(?:und|oder|aber|denn|weil|and|or|but|because|so)\s)")
_LISTING = re.compile(r"^\s*(?:\(?\d{1,3}[.)]|[a-zA-Z][)])$")


def sentence_bounds(text: str) -> list[tuple[int, int]]:
    """Return (start, end) character offsets of the sentence-like units of `text`, in order, without gaps."""
    found: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n\r\u2028]+", text):
        if line.group().strip():
            found += _line_units(text, line.start(), line.end())
    return _join_wordless(text, found)


def _line_units(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start, *_ends(text, start, end), end]
    pieces = [piece for piece in pairwise(cuts) if text[piece[0] : piece[1]].strip()]
    return [part for unit in _join_short(text, pieces) for part in _cut_long(text, *unit)]


def _ends(text: str, start: int, end: int) -> list[int]:
    return [
        match.end()
        for match in _END.finditer(text, start, end)
        if start < match.end() < end and (match["stop"] is None or _is_end(text, start, match))
    ]


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    """Return whether this punctuation ends a sentence: not an abbreviation's, a number's."""
    after = text[match.end() :].lstrip()[:1]
    if match["stop"] != ".":
        trailing_off = not set(match["stop"]) & set("!?")
        return not (trailing_off and after.islower())
    word = _LAST_WORD.search(text, max(start, match.start() - 40), match.start("stop"))
    if word is None:
        return not after.islower()
    last = word.group(1)
    if last.isdigit():
        return len(last) > 2 and not after.islower()
    if last.lower() in _abbreviations() or (len(last) == 1 and last.isalpha()):
        return last.lower() in _CLOSING and after.isupper() and len(last) > 1
    return True


_CLOSING = frozenset(
    {"etc", "usw", "uhr", "min", "inc", "ltd", "gmbh", "co", "hrs", "yrs", "dept", "no", "op", "wo"}
)


@cache
def _abbreviations() -> frozenset[str]:
    lines = (files(__package__) / "abbreviations.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def count_words(text: str) -> int:
    """Return the number of words: runs without a space that hold a letter or a digit."""
    return len(_WORD.findall(text))


def _join_short(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join pieces of a line with under three words to the piece before, the first one to the piece after."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        short = count_words(text[start:end]) < FEWEST_WORDS
        before_short = bool(joined) and count_words(text[slice(*joined[-1])]) < FEWEST_WORDS
        if joined and (short or before_short):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _join_wordless(text: str, units: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join lines without any word (rules, bullets, smileys) and list numbers to a neighbouring unit."""
    joined: list[tuple[int, int]] = []
    for start, end in units:
        before = text[slice(*joined[-1])] if joined else ""
        leads = bool(joined) and (not count_words(before) or _LISTING.match(before.strip()) is not None)
        if joined and (leads or not count_words(text[start:end])):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _cut_long(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a unit of more than sixty words at the last comma or conjunction before that, else at the word."""
    if end - start < 2 * MOST_WORDS:  # too few characters for so many words
        return [(start, end)]
    words = list(_WORD.finditer(text, start, end))
    if len(words) <= MOST_WORDS:
        return [(start, end)]
    limit = words[MOST_WORDS].start()
    places = [cut.end() for cut in _CUT.finditer(text, words[MOST_WORDS // 3].start(), limit)]
    place = places[-1] if places else limit
    return [(start, place), *_cut_long(text, place, end)]
