"""Several sources to one Intake, with ids that stay apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from analyzer.intake.part import Part
from analyzer.intake.result import Intake, IntakeReport
from analyzer.tables import documents


def join_parts(parts: Sequence[Part]) -> Intake:
    """Join the parts; ids that meet across sources get their source before them, then a number behind."""
    sources: dict[str, set[str]] = {}
    for part in parts:
        for row in part.rows:
            sources.setdefault(str(row["document"]), set()).add(part.report.name)
    seen: Counter[str] = Counter()
    rows = [_unique(row, sources, seen) for part in parts for row in part.rows]
    return Intake(documents(rows), IntakeReport(tuple(part.report for part in parts)))


def join_intakes(intakes: Sequence[Intake]) -> Intake:
    """Join intakes of one or both sides; ids that meet get their source before them, then a number behind."""
    table = pd.concat([documents([]), *(intake.documents for intake in intakes)], ignore_index=True)
    twice = table["document"].duplicated(keep=False)
    table.loc[twice, "document"] = table["source"] + ":" + table["document"]
    while table["document"].duplicated().any():
        again = table.groupby("document").cumcount()
        table.loc[again > 0, "document"] += "#" + (again + 1).astype(str)
    reports = tuple(report for intake in intakes for report in intake.report.sources)
    return Intake(documents(table), IntakeReport(reports))


def _unique(row: dict[str, object], sources: dict[str, set[str]], seen: Counter[str]) -> dict[str, object]:
    first = name = str(row["document"])
    if len(sources[first]) > 1:
        first = name = f"{row['source']}:{first}"
    while seen[name]:
        seen[first] += 1
        name = f"{first}#{seen[first]}"
    seen[name] += 1
    return row | {"document": name}
