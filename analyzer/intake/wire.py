"""Parts and problems as JSON, for the way back from the process that reads; nothing is pickled."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from analyzer.intake.part import Input, Part
from analyzer.intake.result import Columns, IntakeError, SetAside, SourceReport
from analyzer.messages import Sentence


def dump_input(given: Input) -> bytes:
    """Return what is to be read as one line of JSON."""
    return json.dumps(asdict(given)).encode() + b"\n"


def load_input(line: bytes) -> Input:
    """Return what `dump_input` wrote."""
    said = json.loads(line)
    return Input(**said | {"columns": _columns(said["columns"])})


def dump_parts(parts: Sequence[Part]) -> bytes:
    """Return parts as JSON."""
    return json.dumps({"parts": [_told(part) for part in parts]}).encode()


def dump_problem(sentence: Sentence) -> bytes:
    """Return the problem that kept a file out, as JSON."""
    return json.dumps({"problem": asdict(sentence)}).encode()


def load_parts(data: bytes) -> list[Part]:
    """Return what `dump_parts` wrote; raises IntakeError for what `dump_problem` wrote."""
    said = json.loads(data)
    if problem := said.get("problem"):
        found = _sentence(problem)
        raise IntakeError(found.template, **found.facts)
    return [_part(part) for part in said["parts"]]


def _told(part: Part) -> dict[str, Any]:
    rows = [row | {"date": _day(row.get("date"))} for row in part.rows]
    return {"rows": rows, "report": asdict(part.report)}


def _day(date: object) -> str | None:
    return date.isoformat() if isinstance(date, dt.date) else None


def _part(said: dict[str, Any]) -> Part:
    rows = tuple(
        row | {"date": dt.date.fromisoformat(row["date"]) if row["date"] else None} for row in said["rows"]
    )
    report = said["report"]
    aside = tuple(SetAside(**one | {"reason": _sentence(one["reason"])}) for one in report["set_aside"])
    notes = tuple(map(_sentence, report["notes"]))
    rest = {"set_aside": aside, "notes": notes, "header": tuple(report["header"])}
    return Part(rows, SourceReport(**report | rest | {"columns": _columns(report["columns"])}))


def _columns(said: dict[str, Any]) -> Columns:
    return Columns(**said | {"also": tuple(said["also"])})


def _sentence(said: dict[str, Any]) -> Sentence:
    whole = said | {"facts": _facts(said["facts"])}
    return Sentence(**whole)


def _facts(said: dict[str, Any]) -> dict[str, object]:
    """Return facts; one that is a sentence itself comes back as one."""
    return {key: _sentence(fact) if isinstance(fact, dict) else fact for key, fact in said.items()}
