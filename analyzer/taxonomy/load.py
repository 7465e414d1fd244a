"""Load the shipped taxonomy, alone or with a user's file laid over it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from analyzer.messages import Sentence
from analyzer.taxonomy.merge import merged
from analyzer.taxonomy.model import COOLSPOTS, Entry, Opposite, Questions, Taxonomy, Theme, Words
from analyzer.taxonomy.problems import first_problem, unknown_id, unknown_key
from analyzer.taxonomy.read import TomlFile, read_toml

SHIPPED = Path(__file__).parent / "taxonomy.toml"

AnyModel = TypeVar("AnyModel", bound=BaseModel)
AnyEntry = TypeVar("AnyEntry", bound=Entry)
Tables = dict[str, Any]


def load_taxonomy(path: Path | None = None) -> Taxonomy:
    """Return the shipped taxonomy, extended or replaced by a user's TOML file if `path` is given.

    The head of `taxonomy.toml` says how such a file is written. Raises TaxonomyError.
    """
    if path is None:
        return _shipped()
    own = read_toml(Path(path))
    return _checked(merged(_shipped_file().tables, own), own)


@cache
def _shipped_file() -> TomlFile:
    return read_toml(SHIPPED)


@cache
def _shipped() -> Taxonomy:
    return _checked(_shipped_file().tables, _shipped_file())


def _checked(tables: Tables, file: TomlFile) -> Taxonomy:
    verdicts = {
        id: _read(Questions, file, "verdicts", id, fields) for id, fields in tables["verdicts"].items()
    }
    taxonomy = Taxonomy(
        themes=_entries(Theme, file, "themes", tables),
        tones=_entries(Entry, file, "tones", tables),
        cycle=_entries(Entry, file, "cycle", tables),
        criteria=_entries(Entry, file, "criteria", tables),
        principles=_entries(Entry, file, "principles", tables),
        images=_entries(Entry, file, "images", tables),
        verdict_questions={id: verdict.questions for id, verdict in verdicts.items()},
        opposites=_opposites(file, tables),
        customers=_read(Words, file, "words", "customers", tables["words"]["customers"]),
    )
    for theme in taxonomy.themes:
        _check_belonging(theme, taxonomy, file)
    return taxonomy


def _entries(model: type[AnyEntry], file: TomlFile, section: str, tables: Tables) -> tuple[AnyEntry, ...]:
    entries = []
    for id, fields in tables[section].items():
        if "id" in fields:
            known = [name for name in model.model_fields if name != "id"]
            raise file.error(unknown_key("id", known, f"[{section}.{id}]"), section, id, "id")
        entries.append(_read(model, file, section, id, {**fields, "id": id}))
    return tuple(entries)


def _opposites(file: TomlFile, tables: Tables) -> tuple[Opposite, ...]:
    found = tables["opposites"].items()
    return tuple(_read(Opposite, file, "opposites", id, {**fields, "id": id}) for id, fields in found)


def _read(model: type[AnyModel], file: TomlFile, section: str, id: str, fields: Tables) -> AnyModel:
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        keys, problem = first_problem(error, model, f"[{section}.{id}]")
        raise file.error(problem, section, id, *keys) from error


def _check_belonging(theme: Theme, taxonomy: Taxonomy, file: TomlFile) -> None:
    criteria = [entry.id for entry in taxonomy.criteria]
    principles = [entry.id for entry in taxonomy.principles if entry.id != COOLSPOTS]
    if theme.criterion is not None and theme.criterion not in criteria:
        problem = unknown_id("criteria", theme.criterion, criteria)
        raise file.error(problem, *_place(theme, "criterion", "criteria", file))
    if theme.principle == COOLSPOTS:
        raise file.error(_coolspots_problem(theme, principles), "themes", theme.id, "principle")
    if theme.principle not in principles:
        problem = unknown_id("principles", theme.principle, principles)
        raise file.error(problem, *_place(theme, "principle", "principles", file))


def _place(theme: Theme, key: str, section: str, file: TomlFile) -> tuple[str, ...]:
    """Return the key in the user's theme, or the user's own section that a shipped theme does not fit."""
    own = file.tables.get("themes", {}).get(theme.id, {})
    return ("themes", theme.id, key) if key in own else (section,)


def _coolspots_problem(theme: Theme, principles: list[str]) -> Sentence:
    return Sentence(
        "The principle “coolspots” gathers all coolspots and no themes. "
        "Give the theme “{id}” one of these: {known}.",
        {"id": theme.id, "known": ", ".join(principles)},
    )
