"""Mails, telephone numbers, accounts, cards, addresses, customer numbers, plates, birth dates, handles."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from analyzer.privacy.checks import CHECKS
from analyzer.privacy.kinds import Kind

_SIGNS = re.compile(r"[\d@]|[(\[]\s?(?:at|ät)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Identifier:
    """Something that stands for one person: its kind, where it stands, and what it says without spacing."""

    kind: Kind
    start: int
    end: int
    value: str


@dataclass(frozen=True)
class Pattern:
    """One entry of identifiers.toml."""

    kind: Kind
    needs: str
    find: re.Pattern[str]
    check: str = ""

    def found_in(self, text: str) -> tuple[Identifier, ...]:
        """Return what the pattern finds and its check accepts."""
        return tuple(
            Identifier(self.kind, *match.span(_told(match)), _squeezed(match[_told(match)]))
            for match in self.find.finditer(text)
            if not self.check or CHECKS[self.check](match[_told(match)])
        )


def find_identifiers(text: str) -> tuple[Identifier, ...]:
    """Return the identifiers of a text, in order and apart from each other."""
    if _SIGNS.search(text) is None:
        return ()
    digits = len(_DIGIT.findall(text))
    taken: list[Identifier] = []
    for pattern in _patterns():
        if _is_there(pattern.needs, text, digits):
            taken += [found for found in pattern.found_in(text) if _is_free(found, taken)]
    return tuple(sorted(taken, key=lambda found: found.start))


@cache
def _patterns() -> tuple[Pattern, ...]:
    data = tomllib.loads((Path(__file__).parent / "identifiers.toml").read_text(encoding="utf-8"))
    return tuple(_pattern(entry) for entry in data["pattern"])


def _pattern(entry: dict[str, Any]) -> Pattern:
    expression: str = entry["find"]
    flags = re.RegexFlag(0) if entry.get("case") else re.IGNORECASE
    find = re.compile(expression.replace("\n", ""), flags)
    return Pattern(Kind(entry["kind"]), entry["needs"], find, entry.get("check", ""))


def _is_there(needs: str, text: str, digits: int) -> bool:
    if needs.isdigit():
        return digits >= int(needs)
    return needs in text or (needs == "(" and "[" in text)


def _is_free(found: Identifier, taken: list[Identifier]) -> bool:
    return all(found.end <= other.start or other.end <= found.start for other in taken)


def _told(match: re.Match[str]) -> str | int:
    """Return the group that is replaced: "v" where there is one."""
    return "v" if "v" in match.re.groupindex and match["v"] is not None else 0


def _squeezed(value: str) -> str:
    return re.sub(r"[\s()/-]", "", value).casefold()
