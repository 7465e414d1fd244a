"""Whether a word is a name, by its standing and by what is around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analyzer.privacy.bare import acts, is_used_as_name
from analyzer.privacy.contexts import is_initialled, is_place_of_name, is_signed, is_titled
from analyzer.privacy.lexicon import lexicon
from analyzer.privacy.tokens import Passage
from analyzer.privacy.vocabulary import Sight, Standing

_LISTS = lexicon()
_AROUND = _LISTS.around
_NUMBER = re.compile(r"\.?[ \u00a0]?\d")
_BESIDE = re.compile(r" |\u00a0|-")


@dataclass(frozen=True)
class Sentence:
    """A passage with the sight of each of its words."""

    here: Passage
    sights: tuple[Sight, ...]

    def standing(self, i: int) -> Standing:
        """Return the standing of word `i`, PLAIN beyond the ends."""
        return self.sights[i].standing if 0 <= i < len(self.sights) else Standing.PLAIN

    def touches(self, i: int) -> bool:
        """Say whether word `i` follows the one before with a space or hyphen between."""
        return 0 < i < len(self.sights) and _BESIDE.fullmatch(self.here.gap(i)) is not None


def is_name(seen: Sentence, i: int) -> bool:
    """Say whether word `i` is a name by itself or by its place."""
    standing, here = seen.standing(i), seen.here
    if standing == Standing.SURE:
        return True
    if _is_numbered(seen, i):
        return is_titled(here, i)
    if standing == Standing.UNSURE:
        stem = seen.sights[i].stem
        return (
            _has_place(seen, i)
            or _has_neighbour(seen, i)
            or _is_joined(seen, i)
            or is_used_as_name(here, i, stem, is_known=seen.sights[i].is_known)
        )
    if standing == Standing.STRANGE:
        return is_place_of_name(here, i) or _acts_as_somebody(seen, i) or _is_strange_pair(seen, i)
    return standing == Standing.PLAIN and _is_called(seen, i)


def _is_numbered(seen: Sentence, i: int) -> bool:
    """Say whether a number follows a word that the roster does not know: Zimmer 9, Art. 15."""
    return not seen.sights[i].is_known and _NUMBER.match(seen.here.gap(i + 1)) is not None


def _has_place(seen: Sentence, i: int) -> bool:
    """Say whether an ordinary word stands in the place of a name; in lower case only a thing or trade."""
    if not is_place_of_name(seen.here, i):
        return False
    small = seen.here.is_capital(i) or _kind(seen, i) == "nouns"
    return small or (seen.sights[i].is_known and is_titled(seen.here, i))


def _has_neighbour(seen: Sentence, i: int) -> bool:
    """Say whether a first name stands before an ordinary word, or a surname after: Anna Koch, Rose Müller."""
    here, sight = seen.here, seen.sights[i]
    if not (here.is_capital(i) or _kind(seen, i) == "nouns" or is_signed(here, i - 1)):
        return False
    if sight.is_last and seen.touches(i) and seen.standing(i - 1) == Standing.SURE:
        return seen.sights[i - 1].is_first
    if not here.is_capital(i):
        return False
    before = seen.touches(i) and here.is_capital(i - 1) and seen.sights[i - 1].is_first
    return (before and sight.is_last) or (sight.is_first and _has_surname(seen, i + 1))


def _has_surname(seen: Sentence, i: int) -> bool:
    capital = seen.touches(i) and seen.here.is_capital(i)
    return capital and (seen.sights[i].is_last or seen.standing(i) == Standing.STRANGE)


def _is_joined(seen: Sentence, i: int) -> bool:
    """Say whether "and" joins an ordinary word to a sure name: Grace and Hannah."""
    if not seen.here.is_capital(i):
        return False
    for join, other in ((i - 1, i - 2), (i + 1, i + 2)):
        if seen.here.low(join) in _AROUND["joins"] and seen.standing(other) == Standing.SURE:
            return seen.here.gap(max(join, other)) == " " and seen.here.is_capital(other)
    return False


def _acts_as_somebody(seen: Sentence, i: int) -> bool:
    """Say whether a strange word owns or does something, or follows what people follow: ask Yusra."""
    here = seen.here
    if here.is_english and seen.sights[i].cut == 2:
        return True
    if here.opens(i) or here.low(i - 1) in _AROUND["joins"]:
        return acts(here, i)
    return here.low(i - 1) in _AROUND["before_strangers"] and here.gap(i) == " "


def _is_strange_pair(seen: Sentence, i: int) -> bool:
    """Say whether two strange words stand together within a sentence: Thandiwe Mokoena."""
    for k in (i, i + 1):
        pair = seen.touches(k) and seen.here.gap(k) == " "
        if pair and seen.standing(k - 1) == seen.standing(k) == Standing.STRANGE:
            return True
    return False


def _is_called(seen: Sentence, i: int) -> bool:
    """Say whether a word on no list stands after a title or an initial, or in lower case below a letter."""
    here = seen.here
    if here.is_capital(i):
        return is_titled(here, i) or is_initialled(here, i)
    called = here.is_small and (is_titled(here, i) or is_signed(here, i) or is_signed(here, i - 1))
    return called and len(here.words[i]) > 2 and not _LISTS.is_dictionary_word(here.words[i])


def _kind(seen: Sentence, i: int) -> str:
    return _LISTS.ordinary.get(seen.sights[i].stem, "nouns")
