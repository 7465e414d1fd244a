"""What the parser of a format gives: grids of cells, prose, or talk that says who speaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.intake.table import Row
from analyzer.messages import Sentence


@dataclass(frozen=True)
class Grid:
    """The rows of a file or sheet that are not blank; `delimiter` is put back where it cut a text.

    `header` is given where the format names its columns; `broken` are rows that could not be read.
    """

    rows: Sequence[Row]
    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    header: tuple[str, ...] = ()
    broken: Sequence[Row] = ()


@dataclass(frozen=True)
class Prose:
    """A text with line breaks, headings and bullets as in notes."""

    text: str
    encoding: str = ""


@dataclass(frozen=True)
class Utterance:
    """What somebody says at one place of a talk, mail box or chat; `obstacle` is why it is no document."""

    place: str
    text: str
    author: str = ""
    date: dt.date | None = None
    unit: str = ""
    obstacle: Sentence | None = None


@dataclass(frozen=True)
class Talk:
    """Utterances in their order."""

    utterances: Sequence[Utterance]
    encoding: str = ""


Content = Grid | Prose | Talk
