"""What the pages show, as plain rows and sentences; nothing here knows Streamlit."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analyzer.intake import Intake, SourceReport
from analyzer.messages import Messages
from analyzer.overlap import OverlapMap, verdict_label
from analyzer.overlap.result import Finding
from analyzer.report.names import theme_names
from analyzer.report.palette import SIGNS, side_title
from analyzer.report.readings import harmless
from analyzer.report.rows import Names, counted
from analyzer.tables import Side
from analyzer.taxonomy import Taxonomy
from analyzer.ui.reading import Reading
from analyzer.ui.sources import Taken

PREVIEW = 20


def source_sentence(report: SourceReport, messages: Messages) -> str:
    """Return how much of a source was read."""
    return messages.say(
        "{kept} of {rows} rows or notes read, {aside} set aside.",
        kept=messages.number(report.kept),
        rows=messages.number(report.rows_in),
        aside=messages.number(len(report.set_aside)),
    )


def counts_sentence(table: Sequence[Taken], messages: Messages) -> str:
    """Return how many documents lie on the table a side, or what to do next."""
    counts = {
        side: sum(len(t.intake.documents) for t in table if t.intake and t.source.side is side)
        for side in Side
    }
    if not any(counts.values()):
        return messages.say("Nothing is on the table yet: paste or upload something on each side.")
    inside = messages.say_n("{n} document inside", "{n} documents inside", counts[Side.INTERNAL])
    outside = messages.say_n("{n} with customers", "{n} with customers", counts[Side.CUSTOMER])
    return messages.say("On the table: {inside}, {outside}.", inside=inside, outside=outside)


def preview_rows(intake: Intake, messages: Messages) -> list[dict[str, str]]:
    """Return the first documents as rows of a table."""
    say = messages.say
    titles = {"text": say("Text"), "date": say("Date"), "unit": say("Unit"), "author": say("Author")}
    titles["rating"] = say("Rating")
    rows = intake.documents.head(PREVIEW)
    told = rows.assign(
        date=[messages.date(day) if pd.notna(day) else "" for day in rows["date"]],
        rating=[f"{rating:g}" if pd.notna(rating) else "" for rating in rows["rating"]],
    )
    filled = [column for column in titles if (told[column].astype(str) != "").any()]
    return [{titles[c]: str(row[c]) for c in filled} for row in told.to_dict("records")]


def column_labels(messages: Messages) -> dict[str, str]:
    """Return {meaning: what its menu is called} of the columns that can be chosen beside the texts."""
    say = messages.say
    return {
        "date": say("Column of dates"),
        "unit": say("Column of branches or teams"),
        "author": say("Column of authors"),
        "rating": say("Column of ratings"),
        "id": say("Column of numbers or ids"),
    }


def set_aside_rows(report: SourceReport, messages: Messages) -> list[dict[str, str]]:
    """Return what was set aside and why, as rows of a table."""
    place, reason, content = messages.say("Place"), messages.say("Reason"), messages.say("Content")
    return [
        {place: item.place, reason: messages.tell(item.reason), content: item.content}
        for item in report.set_aside
    ]


def set_aside_csv(rows: Sequence[dict[str, str]]) -> bytes:
    """Return what was set aside as CSV that spreadsheets open, none of it taken for a formula."""
    told = [{key: harmless(value) for key, value in row.items()} for row in rows]
    return pd.DataFrame(told).to_csv(index=False).encode("utf-8-sig")


def finding_rows(findings: Sequence[Finding], names: Names, messages: Messages) -> list[dict[str, str]]:
    """Return findings as rows of a table, which says what the charts show."""
    say = messages.say
    return [
        {
            say("Theme"): names(f.key),
            say("Verdict"): f"{SIGNS[f.verdict.kind]} {verdict_label(f.verdict.kind, messages)}",
            say("Inside"): counted(f.internal.tension, messages),
            say("With customers"): counted(f.customer.tension, messages),
        }
        for f in findings
    ]


def theme_options(m: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> dict[str, str]:
    """Return {theme id: its verdict's sign and its name}, those mirrored first."""
    names, kinds = theme_names(taxonomy, messages), list(SIGNS)
    order = sorted(m.themes, key=lambda f: (kinds.index(f.verdict.kind), -f.internal.tension.share))
    return {f.key: f"{SIGNS[f.verdict.kind]} {names(f.key)}" for f in order}


def read_rows(reading: Reading, messages: Messages) -> list[dict[str, str]]:
    """Return one row a side: how much was read, from how many sources, and how it is said."""
    say, number = messages.say, messages.number
    return [
        {
            say("Side"): side_title(side, messages),
            say("Sources"): number(len(reading.accounts[side])),
            say("Rows"): number(sum(report.rows_in for report in reading.accounts[side])),
            say("Set aside"): number(sum(len(report.set_aside) for report in reading.accounts[side])),
            say("Statements"): number(summary.statements),
            say("Tension"): number(summary.tension),
            say("Coolspots"): number(summary.coolspot),
            say("Neutral"): number(summary.neutral),
            say("Without a theme"): number(summary.without_theme),
        }
        for side in Side
        if (summary := reading.map.sides.get(side))
    ]
