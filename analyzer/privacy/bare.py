"""Names that are ordinary words, with no title beside them: "mit Koch geredet", "May said", "Will has"."""

from __future__ import annotations

from analyzer.privacy.lexicon import lexicon
from analyzer.privacy.tokens import Passage

_LISTS = lexicon()
_AROUND = _LISTS.around
_WEAK = frozenset({"wegen", "nach", "vor", "über", "seit"})
_ACTS = _AROUND["verbs"] | _AROUND["speech"]


def is_used_as_name(here: Passage, i: int, stem: str, *, is_known: bool) -> bool:
    """Say whether the sentence uses a dictionary word as a name; days must be on the roster for that."""
    kind = _LISTS.ordinary.get(stem, "nouns")
    if not is_known and (kind == "times" or here.low(i - 1) in _WEAK):
        return False
    if not here.is_capital(i):
        return here.is_small and _does(here, i, _AROUND["speech"]) and _stands_free(here, i)
    return _in_english(here, i, kind) if here.is_english else _in_german(here, i, kind, stem)


def acts(here: Passage, i: int) -> bool:
    """Say whether word `i` is followed by a verb whose subject it can be."""
    return _does(here, i, _ACTS)


def _in_german(here: Passage, i: int, kind: str, stem: str) -> bool:
    """Nouns want an article: one that comes bare, after "mit" or before "hat", is a name."""
    timely = kind == "times"
    if _is_possessor(here, i, stem):
        return True
    if stem in _LISTS.english and not here.opens(i):
        return True
    if here.opens(i):
        return _does(here, i, _AROUND["speech"] if timely else _ACTS)
    before = _AROUND["before_names_time" if timely else "before_names"]
    return here.low(i - 1) in before and here.low(i + 1) not in ("bis", "und" if timely else "bis")


def _in_english(here: Passage, i: int, kind: str) -> bool:
    """Only names are written with a capital within a sentence, but for days and months."""
    if here.opens(i):
        return _does(here, i, _ACTS if kind == "words" else _AROUND["speech"])
    if kind == "times" and any(map(str.isdigit, here.gap(i))):
        return False
    if kind == "times":
        return here.low(i - 1) not in _AROUND["before_times"] and not here.gap(i + 1).strip(" ").isdigit()
    return _stands_free(here, i) or not here.is_capital(i - 1)


def _does(here: Passage, i: int, verbs: frozenset[str]) -> bool:
    """Say whether a verb of `verbs` follows, and not with its subject after it."""
    return (
        here.low(i + 1) in verbs
        and here.gap(i + 1) == " "
        and (here.low(i + 2) not in _AROUND["pronouns"] or here.low(i + 1) in _AROUND["speech"])
    )


def _stands_free(here: Passage, i: int) -> bool:
    return here.low(i - 1) not in _AROUND["determiners"]


def _is_possessor(here: Passage, i: int, stem: str) -> bool:
    """Say whether the word ends in the s of names: Kochs Idee, die Kochs; nouns have "des" before it."""
    before = here.low(i - 1)
    return len(here.words[i]) > len(stem) and before != "des" and not before.endswith("es")
