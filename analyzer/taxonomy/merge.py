"""Lay a user's taxonomy file over the shipped one."""

from __future__ import annotations

from typing import Any

from analyzer.messages import Sentence
from analyzer.taxonomy.model import COOLSPOTS
from analyzer.taxonomy.problems import unknown_id, unknown_key
from analyzer.taxonomy.read import TomlFile, snake_case_problem

Tables = dict[str, Any]

OPEN = ("themes", "criteria", "principles")
FIXED = ("tones", "cycle", "images", "verdicts", "opposites", "words")


def merged(shipped: Tables, own: TomlFile) -> Tables:
    """Return the shipped tables extended, replaced and thinned out as the file `own` says.

    Raises TaxonomyError for keys, ids, modes and retired themes that do not exist.
    """
    _check_top(own)
    for section in (*OPEN, *FIXED):
        _check_section(own, section, shipped[section])
    replaced = OPEN if own.tables.get("mode") == "replace" else ()
    kept = {name: {} if name in replaced and name in own.tables else shipped[name] for name in shipped}
    given = {name: own.tables[name] for name in shipped if name in own.tables}
    return _without_retired(_over(kept, given), own)


def _over(base: Tables, own: Tables) -> Tables:
    both = {
        key: _over(base[key], value) if isinstance(value, dict) and isinstance(base.get(key), dict) else value
        for key, value in own.items()
    }
    return {**base, **both}


def _check_top(own: TomlFile) -> None:
    for key in own.tables:
        if key not in ("mode", "retired", *OPEN, *FIXED):
            raise own.error(unknown_key(key, ("mode", "retired", *OPEN, *FIXED), own.path.name), key)
    if own.tables.get("mode", "extend") not in ("extend", "replace"):
        raise own.error(
            Sentence("“mode” must be “extend” or “replace”, in straight quotation marks."), "mode"
        )
    retired = own.tables.get("retired", [])
    if not isinstance(retired, list) or not all(isinstance(id, str) for id in retired):
        raise own.error(
            Sentence('“retired” must be a list of theme ids, for example: retired = ["purpose", "value"]'),
            "retired",
        )


def _check_section(own: TomlFile, section: str, shipped: Tables) -> None:
    entries = own.tables.get(section, {})
    if not isinstance(entries, dict):
        raise own.error(_not_a_table(section, "my_id"), section)
    for id, fields in entries.items():
        if problem := snake_case_problem(id):
            raise own.error(problem, section, id)
        if section == "themes" and id == COOLSPOTS:
            raise own.error(
                Sentence("“coolspots” is the id of a principle; give the theme another."), section, id
            )
        if section in FIXED and id not in shipped:
            raise own.error(unknown_id(section, id, shipped), section, id)
        if not isinstance(fields, dict):
            raise own.error(_not_a_table(section, id), section, id)


def _without_retired(tables: Tables, own: TomlFile) -> Tables:
    retired = own.tables.get("retired", [])
    for id in retired:
        if id not in tables["themes"]:
            raise own.error(unknown_id("themes", id, tables["themes"]), "retired")
        if id in own.tables.get("themes", {}):
            raise own.error(
                Sentence("The theme “{id}” is both described and retired. Keep one of the two.", {"id": id}),
                "retired",
            )
    themes = {id: fields for id, fields in tables["themes"].items() if id not in retired}
    if not themes:
        raise own.error(
            Sentence("No theme is left. Keep or describe at least one."), "retired" if retired else "themes"
        )
    return {**tables, "themes": themes}


def _not_a_table(section: str, id: str) -> Sentence:
    return Sentence(
        "“{section}” must be made of tables. Begin each entry with a line such as [{section}.{id}].",
        {"section": section, "id": id},
    )
