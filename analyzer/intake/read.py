"""Files, uploads and pastes to one Intake: the way in for everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from analyzer.intake.apart import read_apart
from analyzer.intake.formats import find_kind
from analyzer.intake.join import join_parts
from analyzer.intake.limits import current_limits
from analyzer.intake.part import Input, Part
from analyzer.intake.parts import read_parts, read_pasted
from analyzer.intake.result import ANY, Columns, Intake, IntakeError
from analyzer.intake.wording import clean
from analyzer.tables import Side

_SHORT = 100_000


def read_files(paths: Sequence[Path], *, side: Side, columns: Columns = ANY) -> Intake:
    """Return the documents of one or more files, all of one side, and the account of every row.

    Files of the same name get a number, so that documents stay apart. Raises IntakeError.
    """
    names: Counter[str] = Counter()
    parts: list[Part] = []
    for path in map(Path, paths):
        names[path.name] += 1
        shown = f"{path.name} ({names[path.name]})" if names[path.name] > 1 else ""
        parts += _read(_load(path), Input(path.name, side.value, columns, shown))
    return join_parts(parts)


def read_upload(name: str, data: bytes, *, side: Side, columns: Columns = ANY) -> Intake:
    """Return the documents of one uploaded file, given by its name and bytes; raises IntakeError."""
    return join_parts(_read(data, Input(name, side.value, columns)))


def read_text(text: str, *, side: Side, name: str = "pasted") -> Intake:
    """Return the documents of pasted notes, or of a pasted table if every line has the same tabs."""
    if not clean(text):
        raise IntakeError("There is no text yet. Please paste some notes, one thought a line.")
    return join_parts(_read(text.encode("utf-8", "replace"), Input(name, side.value, pasted=True)))


def _read(data: bytes, given: Input) -> list[Part]:
    """Return the parts of a file: short plain text is read here, anything else in a process of its own."""
    limits = current_limits()
    limits.check(len(data), name=given.name)
    if len(data) > _SHORT:
        return read_apart(data, given, limits)
    if given.pasted:
        return read_pasted(data.decode(), given)
    plain = find_kind(given.name, data) in ("csv", "notes")
    return read_parts(data, given) if plain else read_apart(data, given, limits)


def _load(path: Path) -> bytes:
    if path.is_dir():
        raise IntakeError("{name} is a folder. Please give the files in it.", name=path.name or str(path))
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise IntakeError(
            "There is no file {name}. Please check its name and place.", name=str(path)
        ) from error
    except OSError as error:
        raise IntakeError(
            "{name} cannot be opened. Please check whether you may read it.", name=str(path)
        ) from error
