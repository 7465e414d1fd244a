"""Transcripts and chats in plain text to talk, by the patterns of transcripts.toml."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analyzer.intake.contents import Talk, Utterance
from analyzer.intake.dates import find_date, is_day_first, read_date
from analyzer.intake.notes import topic_words
from analyzer.messages import Sentence

_LEAST = 3
_SHARE = 0.15
_ANSWERED = 0.7


@dataclass(frozen=True)
class Pattern:
    """How one family of programs writes talk; see transcripts.toml."""

    head: re.Pattern[str]
    notice: re.Pattern[str] | None
    below: bool
    go_on: bool

    def tells(self, line: str) -> bool:
        """Say whether a line is a notice of the program."""
        return self.notice is not None and self.notice.fullmatch(line) is not None


@dataclass(frozen=True)
class _Turn:
    """A line that opens what somebody says, and the lines below it; without a match it is a notice."""

    line: int
    match: re.Match[str] | None
    below: tuple[str, ...]


def find_talk(text: str, *, encoding: str = "") -> Talk | None:
    """Return the talk in a text if one of the patterns fits it, else None."""
    lines = [line.strip() for line in text.splitlines()]
    for pattern in _patterns():
        turns = _turns(lines, pattern)
        if _is_talk([turn for turn in turns if turn.match], lines, pattern):
            return Talk(_utterances(lines, turns, pattern), encoding)
    return None


def _turns(lines: Sequence[str], pattern: Pattern) -> list[_Turn]:
    heads = [place for place, line in enumerate(lines) if pattern.head.fullmatch(line) or pattern.tells(line)]
    ends = [*heads[1:], len(lines)]
    return [
        _Turn(place, pattern.head.fullmatch(lines[place]), tuple(filter(None, lines[place + 1 : end])))
        for place, end in zip(heads, ends, strict=False)
    ]


def _is_talk(turns: Sequence[_Turn], lines: Sequence[str], pattern: Pattern) -> bool:
    """Say whether enough lines fit, people speak in them, and what they say stands beside or below."""
    filled = sum(map(bool, lines))
    if len(turns) < _LEAST or len(turns) < _SHARE * filled:
        return False
    said = [turn for turn in turns if _said(turn, pattern)]
    names = Counter(_name(turn, pattern) for turn in turns)
    topical = sum(n for name, n in names.items() if set(name.casefold().split()) & topic_words())
    return len(said) >= _ANSWERED * len(turns) and topical * 2 < len(turns) and max(names.values()) > 1


def _name(turn: _Turn, pattern: Pattern) -> str:
    if pattern.below:
        return turn.below[0] if turn.below else ""
    return turn.match["name"].strip() if turn.match else ""


def _said(turn: _Turn, pattern: Pattern) -> str:
    beside = turn.match.groupdict().get("text") or "" if turn.match else ""
    return "\n".join(filter(None, (beside, *turn.below[pattern.below :])))


def _utterances(lines: Sequence[str], turns: Sequence[_Turn], pattern: Pattern) -> list[Utterance]:
    structure = Sentence("It is structure, not a statement.")
    found = [
        Utterance(str(place), line, obstacle=structure)
        for place, line in enumerate(lines[: turns[0].line], 1)
        if line
    ]
    day = next(filter(None, map(find_date, lines[: turns[0].line])), None)
    days = [turn.match.groupdict().get("date") or "" for turn in turns if turn.match]
    day_first = is_day_first(map(str.strip, days))
    for turn in turns:
        if turn.match is None:
            found.append(Utterance(str(turn.line + 1), lines[turn.line], obstacle=structure))
            found += [Utterance(str(turn.line + 1), line, obstacle=structure) for line in turn.below]
            continue
        own = read_date((turn.match.groupdict().get("date") or "").strip(" ,"), day_first=day_first)
        now = Utterance(str(turn.line + 1), _said(turn, pattern), _name(turn, pattern), own or day)
        last = found[-1] if found else None
        if pattern.go_on and last and not last.obstacle and last.author == now.author:
            found[-1] = Utterance(last.place, f"{last.text}\n{now.text}".strip(), last.author, last.date)
        else:
            found.append(now)
    return found


@cache
def _patterns() -> tuple[Pattern, ...]:
    data = tomllib.loads((Path(__file__).parent / "transcripts.toml").read_text(encoding="utf-8"))
    return tuple(
        Pattern(
            re.compile(talk["pattern"]),
            re.compile(talk["notice"]) if "notice" in talk else None,
            talk.get("below", False),
            talk.get("go_on", False),
        )
        for talk in data["talk"]
    )
