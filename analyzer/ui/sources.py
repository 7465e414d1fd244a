"""What a visitor pastes or uploads, and what intake makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from analyzer.intake import Columns, Intake, SourceReport, join_intakes, read_text, read_upload
from analyzer.messages import Sentence, UserError
from analyzer.tables import Side

_FOUND = Columns()


@dataclass(frozen=True)
class Source:
    """One paste (`data` is its text in UTF-8) or one uploaded file, with the columns chosen for it."""

    side: Side
    name: str
    data: bytes
    pasted: bool = False
    columns: Columns = _FOUND

    @property
    def key(self) -> str:
        """What tells sources apart: a side has one paste, and one file of a name."""
        return f"{self.side.value}/paste" if self.pasted else f"{self.side.value}/file/{self.name}"


@dataclass(frozen=True)
class Taken:
    """A source and its intake, or the problem that kept it out."""

    source: Source
    intake: Intake | None
    problem: Sentence | None = None

    @property
    def reports(self) -> tuple[SourceReport, ...]:
        """The accounts of the source: one, or one a sheet; none if it could not be read."""
        return self.intake.report.sources if self.intake else ()


def take_in(source: Source) -> Taken:
    """Return the source as documents, or the problem that keeps it out."""
    try:
        if source.pasted:
            return Taken(source, read_text(source.data.decode(), side=source.side, name=source.name))
        return Taken(source, read_upload(source.name, source.data, side=source.side, columns=source.columns))
    except UserError as error:
        return Taken(source, None, error.sentence)


def with_columns(source: Source, **chosen: Any) -> Source:
    """Return the source with other columns chosen: `text`, `also`, `id`, `date`, `unit`."""
    return replace(source, columns=replace(source.columns, **chosen))


def free_name(name: str, data: bytes, others: Iterable[Source]) -> str:
    """Return `name`, with a number if another source of that name holds something else."""
    known = {other.name: other.data for other in others}
    number, free = 1, name
    while free in known and known[free] != data:
        number += 1
        stem, dot, ending = name.rpartition(".")
        free = f"{stem} ({number}){dot}{ending}" if dot else f"{name} ({number})"
    return free


def all_documents(table: Sequence[Taken]) -> pd.DataFrame:
    """Return the documents of all sources as one table; ids that meet get their source before them."""
    return join_intakes([taken.intake for taken in table if taken.intake]).documents


def accounts(table: Sequence[Taken]) -> dict[Side, tuple[SourceReport, ...]]:
    """Return the accounts of all sources by side."""
    return {side: tuple(r for t in table if t.source.side is side for r in t.reports) for side in Side}
