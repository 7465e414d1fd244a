"""What is wrong in a taxonomy file, said so that its author can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ValidationError

from analyzer.messages import Messages, Sentence, UserError
from analyzer.taxonomy.model import Examples, Text


class TaxonomyError(UserError):
    """A problem in a taxonomy file; `sentence` tells the file, the line (from 1, if any) and what to do."""

    def __init__(self, file: Path | str, line: int | None, problem: Sentence) -> None:
        name = Path(file).name
        place = Sentence("{file}: {problem}", {"file": name, "problem": problem})
        if line is not None:
            place = Sentence(
                "{file}, line {line}: {problem}", {"file": name, "line": line, "problem": problem}
            )
        super().__init__("{told}", told=Messages("en").tell(place))
        self.line = line
        self.sentence = place


def unknown_key(key: str, known: Iterable[str], table: str) -> Sentence:
    """Return the sentence for a key that `table` does not have, naming the nearest that it has."""
    options = list(known)
    if near := difflib.get_close_matches(key, options, n=1):
        return Sentence(
            "{table} has no key “{key}”. Did you mean “{near}”?",
            {"table": table, "key": key, "near": near[0]},
        )
    return Sentence(
        "{table} has no key “{key}”. Remove it, or use one of these: {known}.",
        {"table": table, "key": key, "known": ", ".join(options)},
    )


def unknown_id(section: str, id: str, known: Iterable[str]) -> Sentence:
    """Return the sentence for an id that `section` does not have, naming the nearest that it has."""
    options = list(known)
    if near := difflib.get_close_matches(id, options, n=1):
        return Sentence(
            "“{section}” has no entry “{id}”. Did you mean “{near}”?",
            {"section": section, "id": id, "near": near[0]},
        )
    return Sentence(
        "“{section}” has no entry “{id}”. Use one of these: {known}.",
        {"section": section, "id": id, "known": ", ".join(options)},
    )


def first_problem(
    error: ValidationError, model: type[BaseModel], table: str
) -> tuple[tuple[str, ...], Sentence]:
    """Return the keys below `table` that pydantic complains of first, and the sentence about them.

    `table` is written as in the file, such as `[themes.respect]`; places in lists are left out of the keys.
    """
    details = min(error.errors(), key=lambda found: found["type"] != "extra_forbidden")
    keys = tuple(part for part in details["loc"] if isinstance(part, str))
    return keys, _sentence(details["type"], keys, model, table)


def _sentence(kind: str, keys: tuple[str, ...], model: type[BaseModel], table: str) -> Sentence:
    facts: dict[str, object] = {"table": table, "key": ".".join(keys)}
    if kind == "extra_forbidden":
        return unknown_key(keys[-1], _allowed(keys[:-1], model), ".".join((table, *keys[:-1])))
    if kind == "missing":
        return _missing(keys, facts)
    if kind in ("string_too_short", "too_short"):
        return Sentence("In {table}, “{key}” is empty. Write a text there.", facts)
    if kind == "string_type":
        return Sentence("In {table}, “{key}” must be a text in straight quotation marks.", facts)
    if kind == "tuple_type":
        return Sentence(
            'In {table}, “{key}” must be two lists of texts: {key}.de = ["…"] and {key}.en = ["…"].', facts
        )
    if keys == ("examples",):
        return Sentence(
            "In {table}, “examples” must have lists for both sides: examples.internal.de, "
            "examples.internal.en, examples.customer.de and examples.customer.en.",
            facts,
        )
    return Sentence('In {table}, “{key}” must be given twice: {key}.de = "…" and {key}.en = "…".', facts)


def _missing(keys: tuple[str, ...], facts: dict[str, object]) -> Sentence:
    *outer, last = keys
    if last not in Text.model_fields:
        return Sentence("{table} lacks “{key}”. Add it below this line.", facts)
    facts["key"] = ".".join(outer)
    if outer[-1] in ("questions", *Examples.model_fields):
        return Sentence(
            "In {table}, “{key}” has fewer texts in one language than in the other. "
            "Give each text in German (de) and in English (en).",
            facts,
        )
    if last == "de":
        return Sentence('In {table}, “{key}” has no German text. Add: {key}.de = "…"', facts)
    return Sentence('In {table}, “{key}” has no English text. Add: {key}.en = "…"', facts)


def _allowed(keys: tuple[str, ...], model: type[BaseModel]) -> list[str]:
    if not keys:
        return [name for name in model.model_fields if name != "id"]
    return list((Examples if keys == ("examples",) else Text).model_fields)
