"""Where a text names somebody, and by which words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from analyzer.privacy.bare import acts
from analyzer.privacy.contexts import is_proven, is_title, is_titled
from analyzer.privacy.lexicon import lexicon
from analyzer.privacy.naming import Sentence, is_name
from analyzer.privacy.tokens import Passage
from analyzer.privacy.vocabulary import Sight, Standing, Vocabulary

_LISTS = lexicon()
_AROUND = _LISTS.around
_INITIAL = re.compile(r"\. ?|\.-")
_TITLE_GAP = re.compile(r"\.? ?")


@dataclass(frozen=True)
class Mention:
    """A person named in a text: from `start` to `end`, with titles, without genitive; `words` in lower case.

    `strange` are those of the words that no list knows: other texts may name them too. `sure` says that a
    list of names has one of them, or that a title, a greeting, a farewell or the like proves it a name.
    """

    start: int
    end: int
    words: tuple[str, ...]
    strange: tuple[str, ...] = ()
    sure: bool = True


def find_mentions(here: Passage, vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """Return the mentions of people in a text, in order and apart from each other."""
    sights = tuple(map(vocabulary.see, here.words))
    if here.is_english:
        sights = tuple(map(_in_english, sights))
    if all(sight.standing == Standing.PLAIN for sight in sights):
        return ()
    seen = Sentence(here, sights)
    named = _named(seen)
    return tuple(_mention(seen, run) for run in _runs(seen, named)) if any(named) else ()


def _in_english(sight: Sight) -> Sight:
    """Return a capitalised word that only a German dictionary knows as strange."""
    return replace(sight, standing=Standing.STRANGE) if sight.is_german else sight


def _named(seen: Sentence) -> list[bool]:
    """Return for each word whether it is part of a name: by itself, or carried on to the right or left."""
    n = len(seen.sights)
    named = [is_name(seen, i) for i in range(n)]
    if any(named):
        for i in range(1, n):
            named[i] = named[i] or _goes_on(seen, named, i)
        for i in range(n - 2, -1, -1):
            named[i] = named[i] or (named[i + 1] and _leads(seen, i))
    return named


def _goes_on(seen: Sentence, named: list[bool], i: int) -> bool:
    """Say whether word `i` carries a name on, as surname, after a particle, or joined by "und"."""
    here = seen.here
    if here.low(i) in _AROUND["particles"] and _before_particles(seen, named, i):
        return True
    if not here.is_capital(i):
        return False
    if seen.touches(i) and named[i - 1]:
        return here.low(i - 1) in _AROUND["particles"] or _is_surname_after(seen, i)
    joined = here.low(i - 1) in _AROUND["joins"] and seen.touches(i) and i > 1 and named[i - 2]
    return joined and seen.standing(i) == Standing.STRANGE and here.gap(i - 1) == " "


def _before_particles(seen: Sentence, named: list[bool], i: int) -> bool:
    """Say whether word `i` is a particle between a first name and a surname: Lotte van der Meer."""
    if not (seen.touches(i) and named[i - 1]):
        return False
    k = i
    while seen.touches(k + 1) and seen.here.low(k) in _AROUND["particles"] and k < i + 2:
        k += 1
    return seen.here.is_capital(k) and (named[k] or seen.standing(k) == Standing.STRANGE)


def _is_surname_after(seen: Sentence, i: int) -> bool:
    """Say whether a capitalised word right after a name goes with it."""
    here, before, standing = seen.here, seen.sights[i - 1], seen.standing(i)
    if here.gap(i) == "-" and is_titled(here, i - 1):
        return True
    if here.gap(i) == "-" or before.standing == Standing.STRANGE:
        return standing >= Standing.STRANGE and not before.cut
    if not before.is_first or before.cut:
        return False
    if standing == Standing.STRANGE:
        return True
    none = _LISTS.ordinary.get(here.low(i)) == "times" or here.low(i) in _AROUND["never"]
    if none or standing == Standing.CUE or here.low(i) in _AROUND["never_alone"]:
        return False
    return here.is_english or (here.opens(i - 1) and acts(here, i))


def _leads(seen: Sentence, i: int) -> bool:
    """Say whether word `i` opens the name after it: a strange first name, a particle, or an initial."""
    here = seen.here
    if here.low(i) in _AROUND["particles"] and seen.touches(i + 1):
        return is_titled(here, i) or (here.is_capital(i) and not here.opens(i))
    if not here.is_capital(i):
        return False
    if len(here.words[i]) == 1:
        return _INITIAL.fullmatch(here.gap(i + 1)) is not None
    strange = seen.standing(i) == Standing.STRANGE and seen.touches(i + 1)
    return strange and (seen.sights[i + 1].is_last or here.gap(i + 1) == "-")


def _runs(seen: Sentence, named: list[bool]) -> Iterator[range]:
    start = 0
    for i in range(1, len(named) + 1):
        if i == len(named) or not (named[i] and named[i - 1] and _is_same(seen, i)):
            if named[i - 1]:
                yield range(start, i)
            start = i


def _is_same(seen: Sentence, i: int) -> bool:
    """Say whether words `i - 1` and `i`, both names, name one person."""
    before, sight, gap = seen.sights[i - 1], seen.sights[i], seen.here.gap(i)
    if len(seen.here.words[i - 1]) == 1:
        return _INITIAL.fullmatch(gap) is not None
    if before.cut or not seen.touches(i):
        return False
    return (
        gap == "-"
        or not (sight.is_first and not sight.is_last)
        or seen.here.low(i - 1) in _AROUND["particles"]
    )


def _mention(seen: Sentence, run: range) -> Mention:
    here, first, last = seen.here, run[0], run[-1]
    if is_titled(here, first):
        first -= 1
        while first and is_title(here, first - 1) and _TITLE_GAP.fullmatch(here.gap(first)):
            first -= 1
    said = [i for i in run if here.low(i) not in _AROUND["particles"] and len(here.words[i]) > 1] or list(run)
    words = tuple(seen.sights[i].stem for i in said)
    strange = tuple(seen.sights[i].stem for i in said if seen.standing(i) == Standing.STRANGE)
    sure = any(_is_sure(seen, i) for i in said)
    return Mention(here.starts[first], here.end(last) - seen.sights[last].cut, words, strange, sure)


def _is_sure(seen: Sentence, i: int) -> bool:
    """Say whether word `i` is a name beyond doubt, by itself or by its place."""
    if seen.standing(i) == Standing.SURE or is_titled(seen.here, i):
        return True
    return seen.standing(i) >= Standing.STRANGE and is_proven(seen.here, i)
