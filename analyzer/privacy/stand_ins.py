"""Names that stand in for placeholders while a model reads, which has learned from texts with names."""

from __future__ import annotations

import re
from dataclasses import dataclass

PLACEHOLDER = re.compile(r"\[[^\[\]\n]{1,20} \d+\]")
_NAMED = re.compile(r"\[(?:Person|Handle) \d+\]")
_HANDLE = "[Handle"
# Common in both languages, none of them a word, and none within another.
NAMES = (
    "Anna",
    "Lisa",
    "Julia",
    "Peter",
    "Thomas",
    "Michael",
    "Laura",
    "Daniel",
    "Sarah",
    "Martin",
    "Simon",
    "Nadine",
    "Oliver",
    "Sandra",
    "Tobias",
    "Monika",
    "Stefan",
    "Claudia",
    "Andrea",
    "Philipp",
    "Katrin",
    "Markus",
    "Vanessa",
    "Jonas",
    "Dennis",
    "Carolin",
    "Fabian",
    "Melanie",
    "Robert",
    "Kevin",
)


@dataclass(frozen=True)
class StandIns:
    """A text with names in the place of placeholders of people and handles, and the way back."""

    text: str
    names: dict[str, str]

    @classmethod
    def of(cls, text: str) -> StandIns:
        """Return the text with names that it does not hold itself; placeholders beyond 30 people stay."""
        people = dict.fromkeys(_NAMED.findall(text))
        low = text.casefold() if people else ""
        free = (name for name in NAMES if name.casefold() not in low)
        names = {
            person: f"@{name}" if person.startswith(_HANDLE) else name
            for person, name in zip(people, free, strict=False)
        }
        for person, name in names.items():
            text = text.replace(person, name)
        return cls(text, names)

    def restored(self, part: str) -> str:
        """Return a part of the text with its placeholders again."""
        for person, name in self.names.items():
            part = part.replace(name, person)
        return part
