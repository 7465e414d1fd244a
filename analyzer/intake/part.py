"""What goes in, one file or paste, and what comes out of it: rows of Documents and their account."""

from __future__ import annotations

from dataclasses import dataclass

from analyzer.intake.result import ANY, Columns, SourceReport


@dataclass(frozen=True)
class Part:
    """What one file, sheet or paste gave: rows of Documents and their account."""

    rows: tuple[dict[str, object], ...]
    report: SourceReport


@dataclass(frozen=True)
class Input:
    """One file or paste: name, side, columns named, name to show, whether in a ZIP, whether pasted."""

    name: str
    side: str
    columns: Columns = ANY
    shown: str = ""
    inside: bool = False
    pasted: bool = False

    @property
    def source(self) -> str:
        """Return the name under which its documents go."""
        return self.shown or self.name
