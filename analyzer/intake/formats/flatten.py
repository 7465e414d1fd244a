"""One record with records inside to one row: `requester.name`; lists of records joined field by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from analyzer.intake.formats.workbook import written

_WRAPPERS = ("_source", "attributes", "fields", "properties", "node")
_DEEPEST = 8


def flat(record: dict[str, Any]) -> dict[str, str]:
    """Return {path: value as written}; the names of mere wrappers such as `_source` are left out."""
    found: dict[str, list[str]] = {}
    for path, value in _leaves(record, (), 0):
        found.setdefault(".".join(path), []).append(value)
    return {path: "\n".join(filter(None, values)) for path, values in found.items()}


def _leaves(value: Any, path: tuple[str, ...], depth: int) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, dict) and depth < _DEEPEST:
        for key, inner in value.items():
            step = () if key in _WRAPPERS and isinstance(inner, dict) else (str(key),)
            yield from _leaves(inner, (*path, *step), depth + 1)
    elif (
        isinstance(value, list) and any(isinstance(item, (dict, list)) for item in value) and depth < _DEEPEST
    ):
        for item in value:
            yield from _leaves(item, path, depth + 1)
    elif isinstance(value, list):
        yield path, ", ".join(map(written, value))
    else:
        yield path, written(value)
