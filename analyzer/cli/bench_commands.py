"""The commands that measure us beside others: `bench pollock` and `bench table`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from analyzer.cli import arguments as arg
from analyzer.cli.terminal import progress, show
from analyzer.messages import Messages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analyzer.bench.pollock import PollockScore

app = typer.Typer(no_args_is_help=True, help=arg.say("Measure us beside others, on data that you have."))


@app.command("pollock", help=arg.say("Read the polluted CSV files of the Pollock benchmark, beside others."))
def pollock(path: Annotated[Path, arg.POLLOCK]) -> None:
    """Print each reader's scores; every one reads without being told how the files are written."""
    from analyzer.bench.csv_readers import installed_readers
    from analyzer.bench.pollock import open_pollock

    messages = Messages(arg.language_of_the_user())
    readers, scores = installed_readers(), {}
    with open_pollock(Path(arg.existing(path) or path)) as files:
        for reader in readers:
            with progress(reader.name, len(files.names)) as step:
                scores[reader.name] = files.run(reader, step)
    show(_table(scores, messages))


@app.command("table", help=arg.say("Read a large CSV or XLSX file, and say how long it took."))
def table(path: Annotated[Path, arg.LARGE]) -> None:
    """Print rows, seconds of work and memory, beside the parser alone."""
    from analyzer.bench.speed import time_table

    messages = Messages(arg.language_of_the_user())
    say, number = messages.say, messages.number
    told = Table("", say("Rows"), say("Seconds"), say("Memory, MB"), box=None, pad_edge=False)
    for timed in time_table(Path(arg.existing(path) or path)):
        told.add_row(
            timed.name, number(timed.rows), messages.number(timed.seconds, 2), number(timed.memory_mb)
        )
    show(told)


def _table(scores: Mapping[str, PollockScore], messages: Messages) -> Table:
    say = messages.say
    titles = (say("Simple"), say("Weighted"), say("Intact"), say("Accounted for"))
    table = Table("", *titles, box=None, pad_edge=False)
    for name, score in scores.items():
        points = (messages.number(value, 3) for value in (score.simple, score.weighted))
        shares = (messages.number(100 * value, 1) + " %" for value in (score.intact, score.accounted))
        table.add_row(name, *points, *shares)
    return table
