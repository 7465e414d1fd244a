"""Where in a TOML file a table or a key stands."""

from __future__ import annotations

import re

Path = tuple[str, ...]

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_DOTTED = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"\s*\[\[?\s*({_DOTTED})\s*\]")
_KEY = re.compile(rf"\s*({_DOTTED})\s*=")


class Lines:
    """The line of each table and key of a TOML source, counted from 1.

    Lines inside texts in triple quotes are passed over. Keys of an inline table are known by its line.
    """

    def __init__(self, source: str) -> None:
        self._first: dict[Path, int] = {}
        self._headers: dict[Path, list[int]] = {}
        self._read(source)

    def of(self, *path: str) -> int:
        """Return the line of `path`, or of the nearest table around it, or 1."""
        for length in range(len(path), 0, -1):
            if path[:length] in self._first:
                return self._first[path[:length]]
        return 1

    def twice(self, line: int) -> tuple[Path, int] | None:
        """Return the table whose header stands on `line` and, before it, on another line; else None."""
        for path, lines in self._headers.items():
            if line in lines[1:]:
                return path, lines[0]
        return None

    def _read(self, source: str) -> None:
        table: Path = ()
        quoted = False
        for number, line in enumerate(source.split("\n"), start=1):
            if not quoted:
                if header := _HEADER.match(line):
                    table = _split(header[1])
                    self._headers.setdefault(table, []).append(number)
                    self._note(table, number)
                elif key := _KEY.match(line):
                    self._note(table + _split(key[1]), number, beyond=len(table))
            quoted ^= (line.count('"""') + line.count("'''")) % 2 == 1

    def _note(self, path: Path, number: int, *, beyond: int = 0) -> None:
        for length in range(beyond + 1, len(path) + 1):
            self._first.setdefault(path[:length], number)


def _split(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in re.findall(_PART, dotted))
