"""From the sources on the table to a map: the one slow step of the app."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from analyzer import Analyzer
from analyzer.intake import SourceReport
from analyzer.overlap import OverlapMap
from analyzer.tables import Side
from analyzer.ui.protection import UNTOUCHED, Protection
from analyzer.ui.sources import Taken, accounts, all_documents


@dataclass(frozen=True)
class Reading:
    """A map and the account of what it was read from.

    `keys` tell whether the table has changed since, `protection` how people in it were protected, `model`
    names the model that read.
    """

    map: OverlapMap
    accounts: Mapping[Side, Sequence[SourceReport]]
    keys: tuple[int, ...]
    model: str
    sample: str | None = None
    protection: Protection = UNTOUCHED

    def fits(self, table: Sequence[Taken], protection: Protection) -> bool:
        """Say whether the map shows what is on the table now, protected so; a sample map always fits."""
        if self.sample is not None:
            return True
        asked = replace(protection, lang=self.protection.lang)
        return self.keys == fingerprint(table) and self.protection == asked


def read_table(
    table: Sequence[Taken],
    analyzer: Analyzer,
    *,
    progress: Callable[[int, int], None] | None = None,
    sample: str | None = None,
    protection: Protection = UNTOUCHED,
) -> Reading:
    """Return the reading of the sources; `progress` is called with documents done and documents in all.

    The sources come protected; `protection` says how, and gives the sizes of groups that may be shown.
    """
    frame = all_documents(table)

    def done(count: int) -> None:
        if progress:
            progress(count, len(frame))

    statements = analyzer.read(frame, progress=done)
    found = analyzer.map(statements, documents=frame, limits=protection.limits)
    return Reading(found, accounts(table), fingerprint(table), analyzer.model, sample, protection)


def fingerprint(table: Sequence[Taken]) -> tuple[int, ...]:
    """Return numbers that change with the sources or their columns."""
    return tuple(hash(taken.source) for taken in table)
