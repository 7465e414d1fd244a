"""What the command line shows: progress, accounts, and the map in brief. User text never becomes markup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from analyzer.cli.arguments import language_of_the_user
from analyzer.cli.columns import columns_line
from analyzer.messages import Messages, Sentence

if TYPE_CHECKING:
    from analyzer.intake import IntakeReport, SourceReport
    from analyzer.overlap import OverlapMap
    from analyzer.overlap.result import Finding, Share
    from analyzer.taxonomy import Taxonomy

_console = Console(stderr=True, highlight=False)


def tell(text: str, *, style: str = "") -> None:
    """Print one line to standard error, as it stands."""
    _console.print(Text(text, style=style), soft_wrap=True)


def complain(sentence: Sentence) -> None:
    """Print what went wrong, in the user's language."""
    tell(Messages(language_of_the_user()).tell(sentence), style="red")


def show(table: Table) -> None:
    """Print a table to standard error."""
    _console.print(table)


class Step(Protocol):
    """Takes how many are done, and optionally what is being done now."""

    def __call__(self, done: int, now: str = "", /) -> None:
        """Move the bar."""


@contextmanager
def progress(label: str, total: int) -> Iterator[Step]:
    """Show a bar on standard error; yields the function to call with how many of `total` are done."""

    def step(done: int, now: str = "", /) -> None:
        bars.update(task, completed=done, description=f"{label} {now}".strip())

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_console, transient=True) as bars:
        task = bars.add_task(label, total=total)
        yield step


def print_accounts(report: IntakeReport, messages: Messages) -> None:
    """Print, for each source, the rows that came in, were kept and set aside and why, and the columns."""
    for source in report.sources:
        tell(account(source, messages))
        if line := columns_line(source.columns, messages):
            tell(line, style="dim")
        for note in source.notes:
            tell(messages.tell(note))


def account(source: SourceReport, messages: Messages) -> str:
    """Return the account of one source as a line of text."""
    rows = messages.say_n("{name}: {n} row read", "{name}: {n} rows read", source.rows_in, name=source.name)
    kept = messages.say_n("{n} kept", "{n} kept", source.kept)
    aside = messages.say_n("{n} set aside", "{n} set aside", len(source.set_aside))
    reasons = Counter(messages.tell(entry.reason) for entry in source.set_aside)
    why = ", ".join(f"{messages.number(n)} × {reason}" for reason, n in reasons.most_common())
    return f"{rows} = {kept} + {aside}" + (f" ({why})" if why else "")


def print_map(found: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> None:
    """Print the overlap in a sentence and the themes in a table, the weightiest first."""
    from analyzer.overlap import overlap_sentence, verdict_label

    tell(overlap_sentence(found, messages), style="bold")
    say = messages.say
    table = Table(say("Theme"), say("Inside"), say("Customers"), say("Verdict"), box=None, pad_edge=False)
    for finding in sorted(found.themes, key=_weight, reverse=True):
        label = Text(taxonomy.theme(finding.key).label.of(messages.lang))
        inside, outside = (_figure(v.tension, messages) for v in (finding.internal, finding.customer))
        table.add_row(label, inside, outside, verdict_label(finding.verdict.kind, messages))
    show(table)
    for sentence in found.withheld:
        tell(messages.tell(sentence), style="dim")


def _weight(finding: Finding) -> float:
    return finding.internal.tension.share + finding.customer.tension.share


def _figure(share: Share, messages: Messages) -> str:
    return f"{messages.percent(share.share)} ({messages.number(share.count)})" if share.total else "–"
