"""The invented companies that show what a map looks like."""

from __future__ import annotations

from pathlib import Path

from analyzer.tables import Side
from analyzer.ui.sources import Source, Taken, take_in

_PACKAGE = Path(__file__).parents[1]
_PLACES = (_PACKAGE / "_shipped" / "samples", _PACKAGE.parent / "data" / "samples")


def sample_table(lang: str) -> tuple[Taken, ...]:
    """Return the sample company of a language: its team notes and its complaints, taken in."""
    folder = sample_folder(lang)
    notes = [_source(path, Side.INTERNAL) for path in sorted((folder / "notes").glob("*.md"))]
    return tuple(take_in(source) for source in [*notes, _source(folder / "complaints.csv", Side.CUSTOMER)])


def sample_folder(lang: str) -> Path:
    """Return the folder of a sample, in the installed package or in the checkout."""
    place = next((place for place in _PLACES if place.is_dir()), _PLACES[-1])
    return place / lang


def _source(path: Path, side: Side) -> Source:
    return Source(side, path.name, path.read_bytes())
