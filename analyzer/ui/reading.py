"""From the sources on the table to a map: the one slow step of the app."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from analyzer import Analyzer
from analyzer.intake import SourceReport
from analyzer.overlap import OverlapMap
from analyzer.tables import Side
from analyzer.ui.sources import Taken, accounts, all_documents


@dataclass(frozen=True)
class Reading:
    """A map and the account of what it was read from.

    `keys` tell whether the table has changed since, `model` names the model that read.
    """

    map: OverlapMap
    accounts: Mapping[Side, Sequence[SourceReport]]
    keys: tuple[int, ...]
    model: str
    sample: str | None = None

    def fits(self, table: Sequence[Taken]) -> bool:
        """Say whether the map shows what is on the table now; a sample map always fits."""
        return self.sample is not None or self.keys == fingerprint(table)


def read_table(
    table: Sequence[Taken],
    analyzer: Analyzer,
    *,
    progress: Callable[[int, int], None] | None = None,
    sample: str | None = None,
) -> Reading:
    """Return the reading of the sources; `progress` is called with documents done and documents in all."""
    frame = all_documents(table)

    def done(count: int) -> None:
        if progress:
            progress(count, len(frame))

    found = analyzer.map(analyzer.read(frame, progress=done), documents=frame)
    return Reading(found, accounts(table), fingerprint(table), analyzer.model, sample)


def fingerprint(table: Sequence[Taken]) -> tuple[int, ...]:
    """Return numbers that change with the sources or their columns."""
    return tuple(hash(taken.source) for taken in table)
