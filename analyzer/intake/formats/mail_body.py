"""The body of a mail to what is said in it, what it quotes, and its greeting and signature."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_SIGNATURE_LINES = 15
_LONG = 300


@dataclass(frozen=True)
class Body:
    """The three parts of a mail's text; a mail that only forwards says what it forwards."""

    said: str
    quoted: str
    signature: str


def split_body(text: str) -> Body:
    """Return the parts of a mail's text; no line is lost."""
    lines = text.replace("\r\n", "\n").split("\n")
    end = next((place for place in range(len(lines)) if _quotes_below(lines, place)), len(lines))
    own = [line for line in lines[:end] if not line.startswith(">")]
    quoted = [line for line in lines[:end] if line.startswith(">")] + lines[end:]
    stop = next((place for place in range(len(own)) if _signs(own, place)), len(own))
    said, signature = _joined(own[:stop]), _joined(own[stop:])
    if not said and any(map(str.strip, quoted)):
        return Body(_joined(quoted), "", signature)
    return Body(said, _joined(quoted), signature)


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(lines).strip()


def _quotes_below(lines: Sequence[str], place: int) -> bool:
    two = " ".join(lines[place : place + 2])
    if _fits("quote_below", lines[place]) or (
        _fits("quote_below", two) and not _fits("greeting", lines[place])
    ):
        return True
    later = lines[place + 1 : place + 5]
    return _fits("head_first", lines[place]) and sum(_fits("head_later", line) for line in later) >= 2


def _signs(lines: Sequence[str], place: int) -> bool:
    """Say whether greeting or signature begin here: their line, and few and short lines below."""
    line, below = lines[place], [line for line in lines[place + 1 :] if line.strip()]
    if _fits("signature", line) or _fits("footer", line):
        return len(below) <= _SIGNATURE_LINES
    return (
        _fits("greeting", line)
        and len(below) <= _SIGNATURE_LINES
        and all(len(line) < _LONG for line in below)
    )


def _fits(group: str, line: str) -> bool:
    told = line.strip().casefold().replace("ß", "ss")
    return len(told) <= _LONG and any(pattern.fullmatch(told) for pattern in _patterns()[group])


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    data = tomllib.loads((Path(__file__).parent / "mail_body.toml").read_text(encoding="utf-8"))
    return {group: tuple(re.compile(one.replace("ß", "ss")) for one in told) for group, told in data.items()}
