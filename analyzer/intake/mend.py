"""Lines that the csv module reads wrongly, because quotes stand in them unescaped, read with more sense."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from analyzer.intake.dialect import Dialect

_LONG = 20_000


def looks_broken(cells: Sequence[str], dialect: Dialect) -> bool:
    """Say whether a record has another width than usual, or a cell that ends with a quote."""
    if len(cells) != dialect.width:
        return True
    return dialect.quote is not None and any(cell.endswith(dialect.quote) for cell in cells)


def mend_line(text: str, cells: list[str], dialect: Dialect) -> list[str]:
    """Return the cells of a record, read again if quotes were misplaced and that gives the usual width."""
    if not dialect.quote or dialect.quote not in text or len(text) > _LONG:
        return cells
    for pattern in _patterns(dialect.delimiter, dialect.quote, dialect.escape):
        found = [cell.strip() for cell in _split(text.rstrip("\r\n"), pattern, dialect)]
        if len(found) == dialect.width:
            return found
    return cells


def _split(text: str, pattern: re.Pattern[str], dialect: Dialect) -> Iterator[str]:
    """Yield the cells of a line: those in quotes end with a quote before a delimiter or the end."""
    place = 0
    while place <= len(text) and (match := pattern.match(text, place)):
        quoted = match["quoted"]
        yield match["plain"] if quoted is None else _unescaped(quoted, dialect)
        place = match.end() + 1


def _unescaped(text: str, dialect: Dialect) -> str:
    quote = str(dialect.quote)
    if dialect.escape:
        text = text.replace(dialect.escape + quote, quote)
    return text.replace(quote * 2, quote)


@cache
def _patterns(delimiter: str, quote: str, escape: str | None) -> tuple[re.Pattern[str], ...]:
    """Return ways to read a cell: with quotes inside, with none doubled, with a stray quote in front."""
    mark, sign = re.escape(delimiter), re.escape(quote)
    escaped = f"{re.escape(escape)}{sign}|" if escape else ""
    ends = rf"\s*{mark}|\s*\Z"
    inner = rf"{escaped}[^{sign}]|{sign}{sign}|{sign}(?!{sign}|{ends})"
    alone = rf"{escaped}[^{sign}{mark}]|{mark}(?!\s*{sign}(?!{sign}))|{sign}{sign}|{sign}(?!{sign}|{ends})"
    single = rf"{escaped}[^{sign}]|{sign}(?!{ends})"
    return tuple(
        re.compile(
            rf"\s*{sign}(?P<quoted>(?:{body})*+){sign}\s*(?={mark}|\Z)|(?P<plain>[^{mark}]*)", re.DOTALL
        )
        for body in (inner, single, alone)
    )
