"""One file or paste to parts; the files in a ZIP archive each for itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from analyzer.intake.contents import Content, Grid, Prose
from analyzer.intake.encoding import Decoded
from analyzer.intake.formats import find_kind, parse
from analyzer.intake.formats.archive import open_archive, read_entry
from analyzer.intake.formats.refusal import refusal
from analyzer.intake.formats.slack import is_slack_export, read_slack
from analyzer.intake.formats.text import written_content
from analyzer.intake.grid_parts import table_parts, with_text
from analyzer.intake.part import Input, Part
from analyzer.intake.prose_parts import prose_part, talk_part
from analyzer.intake.result import IntakeError, SetAside, SourceReport
from analyzer.intake.wording import clean


def read_parts(data: bytes, given: Input) -> list[Part]:
    """Return the parts of a file; raises IntakeError on one that cannot be read or holds no texts."""
    kind = find_kind(given.name, data)
    if kind == "zip":
        return _archive(data, given)
    return _parts(parse(kind, data, name=given.name), kind, given)


def read_pasted(text: str, given: Input) -> list[Part]:
    """Return the parts of a pasted text: notes, talk, or a table if every line has the same tabs."""
    return _parts([written_content(Decoded(text, ""), name=given.name)], "notes", given)


def _parts(contents: Sequence[Content], kind: str, given: Input) -> list[Part]:
    grids = [content for content in contents if isinstance(content, Grid)]
    others = [content for content in contents if not isinstance(content, Grid)]
    parts = [
        prose_part(c, kind, given) if isinstance(c, Prose) else talk_part(c, kind, given) for c in others
    ]
    if grids:
        tables = table_parts(grids, "csv" if kind == "notes" else kind, given)
        parts += tables if others else with_text(tables, given.name)
    return parts


def _archive(data: bytes, given: Input) -> list[Part]:
    """Return the parts of the files in a ZIP archive; those that cannot be read are set aside."""
    if given.inside:
        raise refusal("packed", given.name)
    parts: list[Part] = []
    with open_archive(data, name=given.name) as archive:
        if is_slack_export(archive):
            return _parts(read_slack(archive, name=given.name), "slack", given)
        for entry in archive.infolist():
            name = clean(entry.filename)
            if entry.is_dir() or not name or "__MACOSX" in name or PurePosixPath(name).name.startswith("."):
                continue
            file = Input(name, given.side, given.columns, f"{given.source}/{name}", inside=True)
            try:
                parts += read_parts(read_entry(archive, entry, name=name), file)
            except IntakeError as error:
                parts.append(_refused(error, file))
    if not any(part.rows for part in parts):
        raise IntakeError("{name} holds no file with texts that can be read.", name=given.name)
    return parts


def _refused(error: IntakeError, given: Input) -> Part:
    aside = SetAside(given.source, "", error.sentence, given.name)
    return Part((), SourceReport(given.source, "refused", "", 1, 0, (aside,)))
