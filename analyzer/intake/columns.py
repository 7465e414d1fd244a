"""Which columns of a table are the text, the id, the date, the unit, the author and the rating."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from analyzer.intake.fits import FITS, Fit, is_question, is_title
from analyzer.intake.layouts import Layout, find_layout
from analyzer.intake.names import name_hints, normal
from analyzer.intake.result import Columns, IntakeError

_VALUES = 1000


@dataclass(frozen=True)
class Found:
    """The columns found, the export they are known from, and whether its text is only subjects."""

    columns: Columns
    layout: str = ""
    subjects_only: bool = False


@dataclass(frozen=True)
class _Columns:
    """The columns of one table with up to 1,000 filled cells of each."""

    header: Sequence[str]
    hints: Sequence[str]
    values: Sequence[list[str]]
    most: int

    def fit(self, meaning: str, place: int) -> float:
        """Return how well a column has a meaning, 0 if it has not."""
        values = self.values[place]
        bonus = name_hints()[meaning].bonus(self.hints[place])
        return FITS[meaning](Fit(values, bonus, len(values) / self.most)) if values else 0

    def best(self, meaning: str, taken: Sequence[str]) -> str | None:
        """Return the best column of a meaning that is not taken, None if none has it."""
        scores = {name: self.fit(meaning, p) for p, name in enumerate(self.header) if name not in taken}
        best = max(scores, key=scores.__getitem__, default=None)
        return best if best is not None and scores[best] > 0 else None

    def filled(self, place: int) -> bool:
        """Say whether a column has a cell that is not empty."""
        return bool(self.values[place])


def find_columns(header: Sequence[str], hints: Sequence[str], rows: Sequence[Sequence[str]]) -> Found:
    """Return the names of the columns found, None for what is not there.

    `hints` are the normal names with whatever else is said of the column; `rows` hold the cells. Known
    layouts come first, then names by columns.toml and the content.
    """
    values = [_values(rows, place) for place in range(len(header))]
    table = _Columns(header, hints, values, max(1, min(_VALUES, len(rows))))
    layout = find_layout(hints)
    found = _known(table, layout) if layout else Found(Columns())
    chosen = dict(found.columns.chosen())
    for meaning in FITS:
        taken = [*chosen.values(), *found.columns.also]
        if meaning not in chosen and (best := table.best(meaning, taken)):
            chosen[meaning] = best
    columns = _columns(chosen, found.columns.also)
    if found.columns.text is None:
        return _with_further_texts(table, columns, layout)
    return replace(found, columns=columns)


def resolve(wanted: Columns, found: Columns, header: Sequence[str], *, name: str) -> Columns:
    """Return the columns wanted, and for the rest those found; raises IntakeError on a missing name."""
    given = wanted.chosen()
    chosen = {meaning: _spelled(column, header, name) for meaning, column in given.items() if column}
    also = tuple(_spelled(column, header, name) for column in wanted.also)
    if wanted.text is None:
        also = tuple(column for column in found.also if column not in chosen.values())
    taken = {*chosen.values(), *also}
    free = {m: c for m, c in found.chosen().items() if c not in taken and m not in given}
    columns = _columns(free | chosen, also)
    return columns if columns.text else replace(columns, text=next(iter(also), None), also=also[1:])


def _columns(chosen: Mapping[str, str], also: tuple[str, ...]) -> Columns:
    return Columns(also=also, **dict(chosen))


def list_names(header: Sequence[str]) -> str:
    """Return the columns' names for a sentence, at most 40 of them and each cut at 60 characters."""
    names = [name if len(name) <= 60 else f"{name[:59]}…" for name in header[:40]]
    return ", ".join([*names, "…"] if len(header) > 40 else names)


def _known(table: _Columns, layout: Layout) -> Found:
    """Return the columns a layout names, as far as they are there and filled."""
    places, only = layout.texts(table.hints, table.filled)
    names = [table.header[place] for place in places]
    found = {}
    for meaning, candidates in layout.found.items():
        there = [p for c in candidates for p, hint in enumerate(table.hints) if hint.split(" / ")[0] == c]
        if name := next((table.header[place] for place in there if table.filled(place)), None):
            found[meaning] = name
    if not names:
        return Found(_columns(found, ()), layout.name)
    main = max(places, key=lambda place: sum(map(len, table.values[place])))
    also = tuple(name for name in names if name != table.header[main])
    return Found(_columns({"text": table.header[main], **found}, also), layout.name, only)


def _with_further_texts(table: _Columns, columns: Columns, layout: Layout | None) -> Found:
    """Add a title, and in a survey the answers to all open questions; a title alone is only subjects."""
    name = layout.name if layout else ""
    taken = {*columns.chosen().values()}
    free = [place for place, column in enumerate(table.header) if column not in taken]
    titles = [place for place in free if is_title(table.values[place], table.hints[place])]
    if columns.text is None:
        title = next((table.header[place] for place in titles), None)
        return Found(replace(columns, text=title), name, subjects_only=title is not None)
    asked = bool(layout and layout.questions)
    further = titles[:1] if not asked else []
    further += [
        p for p in free if p not in titles and is_question(table.header[p], table.values[p], asked=asked)
    ]
    return Found(replace(columns, also=tuple(table.header[place] for place in sorted(further))), name)


def _spelled(column: str, header: Sequence[str], source: str) -> str:
    for same in (str, normal):
        for name in header:
            if same(name) == same(column):
                return name
    raise IntakeError(
        "{name} has no column “{column}”. Its columns are: {columns}.",
        name=source,
        column=column,
        columns=list_names(header),
    )


def _values(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    return list(islice((row[place] for row in rows if place < len(row) and row[place]), _VALUES))
