"""Read a taxonomy file as TOML and keep in mind where everything stands in it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analyzer.messages import Sentence
from analyzer.taxonomy.lines import Lines
from analyzer.taxonomy.problems import TaxonomyError

_PLACE = re.compile(r"at line (\d+), column (\d+)")
_ID = re.compile(r"[a-z][a-z0-9_]*")
_TABLE = re.compile(r"\s*\[\s*\w+\s*\.\s*(?P<id>[^\]\"'.]+?)\s*\]")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True)
class TomlFile:
    """The tables of one TOML file, and its source."""

    path: Path
    tables: dict[str, Any]
    source: str

    def error(self, problem: Sentence, *keys: str) -> TaxonomyError:
        """Return the error that tells `problem` with the line of the table or key named by `keys`."""
        return TaxonomyError(self.path, Lines(self.source).of(*keys), problem)


def read_toml(path: Path) -> TomlFile:
    """Return a TOML file in UTF-8; raises TaxonomyError if it is missing, unreadable or not TOML."""
    source = _decoded(path, _bytes(path))
    try:
        tables = tomllib.loads(source)
    except (ValueError, RecursionError) as error:
        raise _syntax_error(path, source, str(error)) from error
    return TomlFile(path, tables, source)


def snake_case_problem(id: str) -> Sentence | None:
    """Return what is wrong with an id, or None: it needs small letters a to z, digits and underscores."""
    if _ID.fullmatch(id):
        return None
    better = re.sub(r"[^a-z0-9]+", "_", id.lower().translate(_UMLAUTS)).strip("_0123456789")
    return Sentence(
        "The id “{id}” must begin with a small letter and hold only small letters (a to z), digits and "
        "underscores. Write, for example, “{better}”; the name that people read goes into “label”.",
        {"id": id, "better": better or "my_theme"},
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise TaxonomyError(
            path,
            None,
            Sentence("This file does not exist. Check its name and folder: {path}", {"path": path}),
        ) from error
    except OSError as error:
        raise TaxonomyError(
            path, None, Sentence("This file cannot be opened. Check that it is a file you may read.")
        ) from error


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise TaxonomyError(
            path,
            content.count(b"\n", 0, error.start) + 1,
            Sentence("This file is not in UTF-8. Save it again in your editor with the encoding UTF-8."),
        ) from error


def _syntax_error(path: Path, source: str, reason: str) -> TaxonomyError:
    rows = source.split("\n")
    found = _PLACE.search(reason)
    line, column = (int(found[1]), int(found[2])) if found else (len(rows), 1)
    if twice := Lines(source).twice(line):
        return TaxonomyError(path, line, _twice_problem(*twice))
    if (header := _TABLE.match(rows[line - 1])) and (problem := snake_case_problem(header["id"])):
        return TaxonomyError(path, line, problem)
    if "overwrite" in reason:
        return TaxonomyError(
            path, line, Sentence("This key already stands above in the same table. Keep one of the two.")
        )
    return TaxonomyError(
        path,
        line,
        Sentence(
            "TOML cannot be read from column {column} on. Check quotation marks, brackets and equals signs "
            "here and in the line before.",
            {"column": column},
        ),
    )


def _twice_problem(table: tuple[str, ...], first: int) -> Sentence:
    return Sentence(
        "[{table}] stands twice, first in line {first}. Join the two, or give one of them another id.",
        {"table": ".".join(table), "first": first},
    )
