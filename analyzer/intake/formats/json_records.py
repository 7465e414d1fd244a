"""JSON and NDJSON to a grid: the longest list of records, however deep, its fields as columns."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from analyzer.intake.contents import Grid
from analyzer.intake.formats.flatten import flat
from analyzer.intake.formats.refusal import refusal
from analyzer.intake.formats.text import decoded_text
from analyzer.intake.result import IntakeError
from analyzer.intake.table import Row

Record = dict[str, Any]
_DEEPEST = 12
_READER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str, strict=False)


def read_json(data: bytes, *, name: str) -> list[Grid]:
    """Return the records of a JSON file; numbers stay as written. Raises IntakeError if there are none."""
    found = decoded_text(data, name=name)
    try:
        content, end = _READER.raw_decode(found.text.lstrip())
        if found.text.lstrip()[end:].strip():
            return read_lines(data, name=name)
    except (ValueError, RecursionError) as error:
        if found.text.lstrip().startswith("{") and "\n" in found.text.strip():
            return read_lines(data, name=name)
        raise refusal("damaged", name) from error
    return [_grid(_find_records(content, name), found.encoding)]


def read_lines(data: bytes, *, name: str) -> list[Grid]:
    """Return the records of an NDJSON file, one a line; lines that are none are reported as broken."""
    found = decoded_text(data, name=name)
    records, broken = [], []
    for number, line in enumerate(found.text.splitlines(), 1):
        if line.strip():
            record = _record(line)
            if record is None:
                broken.append(Row(number, (line.strip(),)))
            else:
                records.append((number, record))
    if not records:
        raise refusal("damaged", name)
    return [_grid(records, found.encoding, broken)]


def _record(line: str) -> Record | None:
    try:
        content = _READER.decode(line.strip())
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else {"text": content}


def _find_records(content: Any, name: str) -> list[tuple[int, Record]]:
    lists = [(len(records) * (depth < _DEEPEST), records) for depth, records in _lists(content, 0)]
    best = max(lists, key=lambda found: found[0], default=(0, []))[1]
    if not best:
        raise IntakeError("{name} holds no list of records. Please export the texts as a list.", name=name)
    return list(enumerate(best, 1))


def _lists(content: Any, depth: int) -> Iterator[tuple[int, list[Record]]]:
    """Yield lists of records: the outer before the inner, which is taken only if it is longer."""
    if depth > _DEEPEST:
        return
    if isinstance(content, list):
        records = [item if isinstance(item, dict) else {"text": item} for item in content if item is not None]
        if records:
            yield depth, records
        return
    if isinstance(content, dict):
        if turned := _turned(content):
            yield depth, turned
        for inner in content.values():
            yield from _lists(inner, depth + 1)
        yield depth, [content]


def _turned(content: Record) -> list[Record]:
    """Return the records of {column: {row: value}} or {id: record}, or none."""
    inner = list(content.values())
    if len(inner) < 2 or not all(isinstance(value, dict) and value for value in inner):
        return []
    if all(value.keys() == inner[0].keys() for value in inner) and all(key.isdigit() for key in inner[0]):
        return [{column: content[column][row] for column in content} for row in inner[0]]
    same = set(inner[0]).intersection(*inner[1:])
    return [{"id": key, **value} for key, value in content.items()] if same else []


def _grid(records: Sequence[tuple[int, Record]], encoding: str, broken: Sequence[Row] = ()) -> Grid:
    flattened = [(number, flat(record)) for number, record in records]
    header = tuple(dict.fromkeys(column for _, record in flattened for column in record))
    rows = [Row(number, tuple(record.get(column, "") for column in header)) for number, record in flattened]
    return Grid([row for row in rows if row.filled], encoding=encoding, header=header, broken=broken)
