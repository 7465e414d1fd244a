"""Notes to groups of lines: paragraphs, bullets with what continues them, table rows, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from analyzer.intake.markdown import BULLET, FENCE, HEADING, SEPARATOR, TABLE_ROW, TABLE_RULE, is_emphasised

_LONGEST = 20_000
_ENDS = re.compile(r"[.!?:;…][\"'“”»)*_]*$")


@dataclass(frozen=True)
class Group:
    """Lines that belong together, from `line` (from 1): a text, bullet, row, title, emphasis or mark."""

    line: int
    kind: str
    text: str


def find_groups(text: str) -> list[Group]:
    """Return the groups of a text in order; every line that is not blank is in exactly one."""
    groups: list[Group] = []
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        inside = bool(block) and FENCE.match(block[0][1]) is not None
        fence = FENCE.match(line) is not None
        if inside or (fence and not block):
            block.append((number, line))
            if fence and inside:
                groups.append(_code(block))
                block = []
        elif not line.strip() or fence:
            groups += _block(block)
            block = [(number, line)] if fence else []
        else:
            block.append((number, line))
    return groups + ([_code(block)] if block else [])


def _code(block: list[tuple[int, str]]) -> Group:
    return Group(block[0][0], "mark", "\n".join(line for _, line in block))


def _block(block: list[tuple[int, str]]) -> Iterator[Group]:
    """Yield the groups of lines that stand together without a blank one."""
    wrapped = _is_wrapped([line for _, line in block])
    open_group: Group | None = None
    for place, (number, line) in enumerate(block):
        after = block[place + 1][1] if place + 1 < len(block) else ""
        kind = _kind(line, after)
        if open_group and kind == "text" and _continues(open_group, line, wrapped=wrapped):
            open_group = Group(open_group.line, open_group.kind, f"{open_group.text}\n{line.strip()}")
            continue
        if open_group:
            yield open_group
        open_group = Group(number, kind, line)
    if open_group:
        yield open_group


def _kind(line: str, after: str) -> str:
    if SEPARATOR.match(line) or TABLE_RULE.match(line):
        return "mark"
    if TABLE_ROW.match(line):
        return "title" if TABLE_RULE.match(after) and "|" in after else "row"
    if HEADING.match(line):
        return "title"
    if is_emphasised(line):
        return "emphasis"
    return "bullet" if BULLET.match(line) else "text"


def _continues(group: Group, line: str, *, wrapped: bool) -> bool:
    """Say whether a line goes on with the group: indented under a bullet, wrapped, or in lower case."""
    if group.kind not in ("text", "bullet") or len(group.text) > _LONGEST:
        return False
    last = group.text.rsplit("\n", 1)[-1].rstrip()
    if last.endswith(":"):
        return False
    if group.kind == "bullet" and _indent(line) > _indent(group.text):
        return True
    return wrapped or (line.lstrip()[0].islower() and not _ENDS.search(last))


def _indent(line: str) -> int:
    first = line.split("\n", 1)[0].expandtabs(4)
    return len(first) - len(first.lstrip())


def _is_wrapped(lines: list[str]) -> bool:
    """Say whether lines were broken at a width: no line had room for the first word of the next."""
    width = max((len(line) for line in lines), default=0)
    if len(lines) < 2 or not 50 <= width <= 120 or any(BULLET.match(line) for line in lines):
        return False
    pairs = pairwise(lines)
    return all(len(line) + 1 + len(after.split(None, 1)[0]) > width for line, after in pairs)
