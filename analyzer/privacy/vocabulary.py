"""What a single word may be: surely a name, perhaps one, strange, or plain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from analyzer.privacy.lexicon import Lexicon, lexicon
from analyzer.privacy.roster import Roster
from analyzer.privacy.spelling import plain_letters, small, stems

_SHORTEST_SURE = 3


class Standing(IntEnum):
    """How far a word by itself is a name.

    SURE: a name wherever it stands. UNSURE: a name that is an ordinary word too. STRANGE: capitalised and in
    no dictionary. PLAIN: everything else. CUE: not a name, but one may stand beside it.
    """

    PLAIN = 0
    CUE = 1
    STRANGE = 2
    UNSURE = 3
    SURE = 4


@dataclass(frozen=True)
class Sight:
    """A word's standing, the name in it without the genitive, the cut for that, and which name it is."""

    standing: Standing
    stem: str
    cut: int = 0
    is_first: bool = False
    is_last: bool = False
    is_known: bool = False
    is_german: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """Sees words with the roster and the shipped lists in mind; `learned` are names other texts gave away.

    `spared` are words that name no people here, such as the branches', unless the roster has them.
    `first` and `last` are the roster's words in every spelling, in lower case; sights are kept as asked for.
    """

    first: frozenset[str]
    last: frozenset[str]
    learned: frozenset[str] = frozenset()
    spared: frozenset[str] = frozenset()
    lists: Lexicon = field(default_factory=lexicon)
    _seen: dict[str, Sight] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, roster: Roster, learned: Iterable[str] = (), spared: Iterable[str] = ()) -> Vocabulary:
        """Return the vocabulary of a roster."""
        first = (word for person in roster.people for word in (*person.first, *person.short))
        last = (word for person in roster.people for word in person.last)
        return cls(_spellings(first), _spellings(last), frozenset(learned), frozenset(map(small, spared)))

    def see(self, word: str) -> Sight:
        """Return what a word may be."""
        found = self._seen.get(word)
        if found is None:
            found = self._seen[word] = self._look(word)
        return found

    def _look(self, word: str) -> Sight:
        low = small(word)
        forms = stems(low)
        for stem in forms:
            if stem in self.first or stem in self.last:
                return self._sight(word, stem, is_known=True)
        if any(stem in self.spared for stem in forms):
            return Sight(Standing.PLAIN, low)
        for stem in forms:
            if stem in self.learned and word[0].isupper():
                return self._sight(word, stem, is_learned=True)
        if low not in self.lists.around["never_alone"]:
            for stem in forms:
                if self.lists.is_name(stem) and (stem == low or self._may_be_genitive(word, low, stem)):
                    return self._sight(word, stem)
        return self._nameless(word, low, forms[-1])

    def _may_be_genitive(self, word: str, low: str, stem: str) -> bool:
        if "'" in low or "’" in low:
            return True
        return low not in self.lists.ordinary and (
            word[0].isupper() or not self.lists.is_dictionary_word(word)
        )

    def _sight(self, word: str, stem: str, *, is_known: bool = False, is_learned: bool = False) -> Sight:
        first = stem in self.first or stem in self.lists.first
        last = stem in self.last or (stem in self.lists.last and stem not in self.first)
        ordinary = stem in self.lists.ordinary or len(stem) < _SHORTEST_SURE
        small_last = not is_known and word[0].islower() and stem not in self.lists.first
        doubtful = ordinary or small_last or (is_learned and self.lists.is_dictionary_word(stem.title()))
        standing = Standing.UNSURE if doubtful else Standing.SURE
        return Sight(standing, stem, len(small(word)) - len(stem), first, last, is_known)

    def _nameless(self, word: str, low: str, stem: str) -> Sight:
        if any(low in self.lists.around[cues] for cues in ("titles", "greetings", "farewells")):
            return Sight(Standing.CUE, low)
        if not word[0].isupper() or len(word) < 2 or word.isupper():
            return Sight(Standing.PLAIN, low)
        cut = len(low) - len(stem) if low.endswith(("'s", "’s")) else 0
        bare = re.sub(r"(?<=..)['’].*", "", word[: len(word) - cut])
        if self.lists.is_dictionary_word(bare):
            is_german = not self.lists.is_english_word(bare)
            return Sight(Standing.PLAIN, small(bare) if is_german else low, cut, is_german=is_german)
        return Sight(Standing.STRANGE, small(bare), cut)


def _spellings(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in plain_letters(word))
