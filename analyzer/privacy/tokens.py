"""A text as its words and what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

WORD = re.compile(r"[^\W\d_]+(?:['’´`][^\W\d_]+)*")
_ENDS = re.compile(r"[.!?:;\n]|\s[-–—]\s")
_GERMAN = "der die das und ist nicht ich wir mit den zu ein eine auch sich von hat für auf im dass"
_ENGLISH = "the and is not we with to of that for was in it on our they be have has you i are at"
_SMALL_WORDS = (frozenset(_GERMAN.split(" ")), frozenset(_ENGLISH.split(" ")))


@dataclass(frozen=True)
class Passage:
    """A text, its words, and where each begins."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]

    def end(self, i: int) -> int:
        """Return where word `i` ends."""
        return self.starts[i] + len(self.words[i])

    def gap(self, i: int) -> str:
        """Return what stands before word `i`, back to the word before it or to the start."""
        return self.text[self.end(i - 1) if i else 0 : self.starts[i]] if i < len(self.words) else self.tail

    @property
    def tail(self) -> str:
        """Return what stands after the last word."""
        return self.text[self.end(len(self.words) - 1) :] if self.words else self.text

    def low(self, i: int) -> str:
        """Return word `i` in lower case, or "" beyond the ends."""
        return self.words[i].lower() if 0 <= i < len(self.words) else ""

    def is_capital(self, i: int) -> bool:
        """Say whether word `i` exists and begins with a capital."""
        return 0 <= i < len(self.words) and self.words[i][0].isupper()

    def opens(self, i: int) -> bool:
        """Say whether word `i` is the first of its sentence or line."""
        return i == 0 or _ENDS.search(self.gap(i)) is not None

    def closes(self, i: int) -> bool:
        """Say whether word `i` is the last of its line."""
        return i == len(self.words) - 1 or "\n" in self.gap(i + 1)

    @cached_property
    def is_english(self) -> bool:
        """Say whether more of the small words are English than German."""
        lows = {word.lower() for word in self.words}
        german, english = (len(lows & words) for words in _SMALL_WORDS)
        return english > german

    @cached_property
    def is_small(self) -> bool:
        """Say whether the writer uses no capitals at all."""
        return self.text == self.text.lower()


def passage(text: str) -> Passage:
    """Return a text with its words found."""
    found = list(WORD.finditer(text))
    return Passage(text, tuple(match.group() for match in found), tuple(match.start() for match in found))
