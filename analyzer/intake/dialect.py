"""How a delimited file is written: delimiter, quote and escape, found by trying them on its beginning."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, product
from typing import TYPE_CHECKING

from analyzer.intake.names import is_known_name

if TYPE_CHECKING:
    from _csv import Reader

SAMPLE = 64_000
_USUAL = ",;\t|"
_RARE = {":": 0.5, "^": 0.5, "~": 0.5, "#": 0.4, "&": 0.4, "\x01": 0.9, "\x1e": 0.9, "\x1f": 0.9, " ": 0.3}
_NOWHERE = "\x1d"
_ONE_COLUMN = 0.2
_ROWS = 300
_SPACED = 0.5
_EVEN = 0.9
_SEP = re.compile(r'\A"?sep=(.)"?[ ;,\t]*(\r\n|\n|\r|\Z)', re.IGNORECASE)

csv.field_size_limit(2**31 - 1)


@dataclass(frozen=True)
class Dialect:
    """What the csv module must be told; `width` is the usual number of cells, `start` where rows begin."""

    delimiter: str
    quote: str | None = '"'
    escape: str | None = None
    skip_spaces: bool = False
    width: int = 1
    start: int = 0

    def read(self, lines: Iterable[str]) -> Reader:
        """Return a csv reader over physical lines."""
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quotechar=self.quote,
            quoting=csv.QUOTE_MINIMAL if self.quote else csv.QUOTE_NONE,
            escapechar=self.escape,
            skipinitialspace=self.skip_spaces,
            strict=False,
        )


def find_dialect(text: str) -> Dialect:
    """Return the dialect under which the first 64,000 characters come out most even and plausible.

    A leading `sep=;` line decides the delimiter. The measure is the share of rows of the usual width,
    times the squared share of sound cells, times (1 - 1/width) to the half, after van den Burg, Nazábal
    and Sutton (2019, doi:10.1007/s10618-019-00646-y), simplified.
    """
    said = _SEP.match(text)
    start = said.end() if said else 0
    sample = _sample(text, start)
    delimiters = said.group(1) if said else _delimiters(sample)
    best, best_score = Dialect(_NOWHERE, start=start), 0.0 if said else _ONE_COLUMN
    for delimiter, quote, escape in product(delimiters, _quotes(sample), _escapes(sample)):
        dialect = Dialect(delimiter, quote, escape, start=start)
        found, score = _judge(dialect, sample, cut=len(text) > start + len(sample))
        if score > best_score + 1e-9:
            best, best_score = found, score
    return best


def _sample(text: str, start: int) -> str:
    if len(text) <= start + SAMPLE:
        return text[start:]
    end = max(text.rfind("\n", start, start + SAMPLE), text.rfind("\r", start, start + SAMPLE))
    if end < start:
        end = text.find("\n", start)
    return text[start : end + 1] if end >= start else text[start:]


def _delimiters(sample: str) -> list[str]:
    """Return the delimiters worth trying; a space only where it stands beside quotes."""
    return [d for d in (*_USUAL, *_RARE) if d in sample and (d != " " or '" ' in sample or ' "' in sample)]


def _quotes(sample: str) -> Iterator[str | None]:
    yield '"'
    if re.search(r"(^|[,;\t|])'|'([,;\t|]|$)", sample, re.MULTILINE):
        yield "'"
    if '"' in sample:
        yield None


def _escapes(sample: str) -> Iterator[str | None]:
    yield None
    for escape in ("\\", "\0"):
        if f'{escape}"' in sample or f"{escape}'" in sample:
            yield escape


def _judge(dialect: Dialect, sample: str, *, cut: bool) -> tuple[Dialect, float]:
    rows = [row for row in islice(dialect.read(io.StringIO(sample, newline="")), _ROWS + 1) if any(row)]
    if len(rows) > 1 and (cut or len(rows) > _ROWS):
        rows.pop()
    rows = _rejoined(rows, dialect.delimiter)
    widths = Counter(map(len, rows))
    width, usual = widths.most_common(1)[0] if rows else (1, 0)
    if width == 1 or _is_alone(rows):
        return dialect, 0.0
    late = [cell for row in rows for cell in row[1:]]
    if not dialect.skip_spaces and sum(cell.startswith(" ") for cell in late) > 0.9 * len(late):
        found, score = _judge(replace(dialect, skip_spaces=True), sample, cut=cut)
        return found, score * _SPACED
    cells = [cell for row in rows for cell in row]
    sound = sum(map(_is_sound, cells)) / len(cells)
    first = 1.0 if len(rows[0]) >= width else 0.5
    weight = _RARE.get(dialect.delimiter, 1.0)
    score = weight * first * usual / len(rows) * sound**2 * (1 - 1 / width) ** 0.5
    return replace(dialect, width=width), score


def _rejoined(rows: list[list[str]], delimiter: str) -> list[list[str]]:
    """Return rows with what is beyond a header of known names joined again, as no quotes kept it together."""
    width = len(rows[0]) if rows else 0
    known = sum(map(is_known_name, rows[0])) if rows else 0
    if known < 2 or known * 2 <= width or not _goes_on(rows[1:], width):
        return rows
    if known < width and _is_even(rows[1:]):
        return rows
    return [
        row if len(row) <= width else [*row[: width - 1], delimiter.join(row[width - 1 :])] for row in rows
    ]


def _is_even(rows: list[list[str]]) -> bool:
    """Say whether nearly all rows have as many cells."""
    return bool(rows) and Counter(map(len, rows)).most_common(1)[0][1] >= _EVEN * len(rows)


def _goes_on(rows: list[list[str]], width: int) -> bool:
    """Say whether what is beyond the width begins with a space, as words after a comma do."""
    beyond = [row[width] for row in rows if len(row) > width]
    return sum(cell.startswith(" ") for cell in beyond) * 2 > len(beyond)


def _is_alone(rows: list[list[str]]) -> bool:
    """Say whether the one name in the first row is that of a column of texts, in which delimiters stand."""
    if len(rows) < 2 or len(rows[0]) != 1 or not is_known_name(rows[0][0]):
        return False
    return sum(map(is_known_name, rows[1])) < 2


def _is_sound(cell: str) -> bool:
    """Say whether a cell shows no trace of a wrong delimiter, quote or escape."""
    if not cell:
        return True
    if cell[0] == " " or '\\"' in cell or '\0"' in cell:
        return False
    ends = cell[0] + cell[-1]
    return not (len(cell) > 1 and ends in ('""', "''")) and (ends.count('"') == 0 or cell.count('"') % 2 == 0)
