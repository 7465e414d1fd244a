"""How a visitor wants people protected, and what lies on the table with that done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analyzer.intake import Replaced, unclear_words, without_people
from analyzer.messages import Messages
from analyzer.privacy import Key, Limits, Redactor, Roster
from analyzer.ui.sources import Taken

LIMITS = Limits()
_SHOWN = 100


@dataclass(frozen=True)
class Protection:
    """The pasted roster, further words that are names, whether and how far names go, the group sizes.

    `spared` are words that name nobody, as they were typed.
    """

    roster: str = ""
    also: tuple[str, ...] = ()
    replaces: bool = True
    thorough: bool = False
    limits: Limits = LIMITS
    lang: str = "en"
    spared: str = ""

    @property
    def redactor(self) -> Redactor:
        """Return what replaces names."""
        roster = Roster.parse("\n".join((self.roster, *self.also)))
        spared = frozenset(re.findall(r"\w+", self.spared))
        return Redactor(roster, lang=self.lang, careful=not self.thorough, spared=spared)


UNTOUCHED = Protection(replaces=False)
"""Names stay: for samples, whose people are invented."""


@dataclass(frozen=True)
class Protected:
    """The sources with people replaced, the key that leads back, what was replaced, and what is unclear."""

    table: tuple[Taken, ...]
    key: Key
    replaced: tuple[Replaced, ...] = ()
    unclear: tuple[tuple[str, int], ...] = ()


def protect(table: Sequence[Taken], protection: Protection) -> Protected:
    """Return what lies on the table, protected as the visitor wants it."""
    places = [n for n, taken in enumerate(table) if taken.intake]
    intakes = [taken.intake for taken in table if taken.intake]
    if not (protection.replaces and intakes):
        return Protected(tuple(table), Key())
    done = without_people(intakes, protection.redactor)
    kept = list(table)
    for place, intake in zip(places, done.intakes, strict=True):
        kept[place] = replace(kept[place], intake=intake)
    return Protected(tuple(kept), done.key, done.replaced, unclear_words(intakes, protection.redactor))


def replaced_rows(found: Protected, messages: Messages, *, originals: bool = False) -> list[dict[str, str]]:
    """Return what was replaced, the most frequent first, as rows; what stood there if asked for."""
    say = messages.say
    ordered = sorted(found.replaced, key=lambda one: (-one.count, one.placeholder))[:_SHOWN]
    return [
        {
            say("Kind"): messages.tell(one.kind.label),
            say("Placeholder"): one.placeholder,
            say("Times"): messages.number(one.count),
        }
        | ({say("What stood there"): ", ".join(found.key.original(one.placeholder))} if originals else {})
        for one in ordered
    ]
