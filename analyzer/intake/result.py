"""What intake hands over: the documents, and the account of every row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.messages import Sentence, UserError

if TYPE_CHECKING:
    import pandas as pd


class IntakeError(UserError):
    """A file or paste that cannot be taken in, told so that its owner can mend it."""


MEANINGS = ("text", "id", "date", "unit", "author", "rating")


@dataclass(frozen=True)
class Columns:
    """Which column of a table means what, by name; None leaves it to be found, or says none was found.

    An empty name says that there is no such column. `also` are further columns of text, such as a title,
    which are joined with `text` row by row.
    """

    text: str | None = None
    id: str | None = None
    date: str | None = None
    unit: str | None = None
    author: str | None = None
    rating: str | None = None
    also: tuple[str, ...] = ()

    def chosen(self) -> dict[str, str]:
        """Return {meaning: column name} of what is not None."""
        return {meaning: name for meaning in MEANINGS if (name := getattr(self, meaning)) is not None}

    @property
    def texts(self) -> tuple[str, ...]:
        """Return all columns of text, none if there is none."""
        return () if self.text is None else (self.text, *self.also)


ANY = Columns()
"""No column is named: all are to be found."""


@dataclass(frozen=True)
class SetAside:
    """One row or line that became no document: where it stands, why, and what it says."""

    source: str
    place: str
    reason: Sentence
    content: str


@dataclass(frozen=True)
class SourceReport:
    """The account of one file, sheet or paste: `rows_in == kept + len(set_aside)`.

    A row is a row of the table below its header, or a group of lines of a note; blank ones are none.
    `kind` is as kinds.toml calls it; `columns` are those found, `header` all there are; `notes` are
    what else its owner should know of it.
    """

    name: str
    kind: str
    encoding: str
    rows_in: int
    kept: int
    set_aside: tuple[SetAside, ...] = ()
    columns: Columns = ANY
    header: tuple[str, ...] = ()
    notes: tuple[Sentence, ...] = ()

    def __post_init__(self) -> None:
        if self.rows_in != self.kept + len(self.set_aside):
            raise AssertionError(f"{self.rows_in} rows in, {self.kept} kept, {len(self.set_aside)} set aside")


@dataclass(frozen=True)
class IntakeReport:
    """The accounts of all sources of one intake, in the order they were given."""

    sources: tuple[SourceReport, ...]

    @property
    def rows_in(self) -> int:
        """Return the number of rows of all sources."""
        return sum(source.rows_in for source in self.sources)

    @property
    def kept(self) -> int:
        """Return the number of rows that became documents."""
        return sum(source.kept for source in self.sources)

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """Return every row that became no document."""
        return tuple(row for source in self.sources for row in source.set_aside)


@dataclass(frozen=True)
class Intake:
    """The checked Documents table (`analyzer.tables.documents`) and the account of every row."""

    documents: pd.DataFrame
    report: IntakeReport
