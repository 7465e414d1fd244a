"""The commands: each takes files in, makes one call to each room, and writes one file out."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli import arguments as arg
from analyzer.cli import bench_commands, model_commands
from analyzer.cli.people import People, without_names
from analyzer.cli.terminal import print_accounts, print_map, progress, tell
from analyzer.messages import Messages, UserError
from analyzer.privacy.disclosure import Limits
from analyzer.tables import Side

if TYPE_CHECKING:
    import pandas as pd

    from analyzer.api import Analyzer
    from analyzer.intake import Columns, Intake
    from analyzer.report.files import Mapped
    from analyzer.tables import Statements
    from analyzer.taxonomy import Taxonomy

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help=arg.say("Conflict Mirror: where the tension inside a team mirrors the relationship with customers."),
)


class Per(StrEnum):
    """What one row of the readings stands for."""

    STATEMENT = "statement"
    DOCUMENT = "document"


@app.command(
    "read", help=arg.say("Read statements: themes, tone, place in the cycle, image of the customer.")
)
def read(  # noqa: PLR0913
    inputs: Annotated[list[str], arg.INPUTS],
    side: Annotated[Side, arg.SIDE],
    out: Annotated[Path, arg.READINGS_OUT],
    text: Annotated[str | None, arg.TEXT] = None,
    id_: Annotated[str | None, arg.ID] = None,
    column: Annotated[list[str] | None, arg.COLUMN] = None,
    per: Annotated[Per, arg.PER] = Per.STATEMENT,
    set_aside: Annotated[Path | None, arg.SET_ASIDE] = None,
    model: Annotated[str | None, arg.MODEL] = None,
    roster: Annotated[Path | None, arg.ROSTER] = None,
    redact: Annotated[bool, arg.REDACT] = True,
    thorough: Annotated[bool, arg.THOROUGH] = False,
    key: Annotated[Path | None, arg.KEY] = None,
) -> None:
    """Read INPUT and write one row a statement or document."""
    from analyzer.cli.columns import named_columns
    from analyzer.report.readings import check_format, write_readings, write_set_aside

    messages = Messages(arg.language_of_the_user())
    check_format(out)
    people = People(redact, roster, thorough, key)
    taken = _take_in(inputs, side, named_columns(column or (), text=text, id_=id_))
    intake = without_names({side: taken}, people, messages)[side]
    print_accounts(intake.report, messages)
    if set_aside:
        write_set_aside({side: intake.report.sources}, set_aside, messages)
    analyzer = _analyzer(model, intake.documents, messages)
    rows = _rows(_read(analyzer, intake.documents, messages), intake.documents, per)
    write_readings(rows, out)
    tell(messages.say_n("Wrote {n} row to {name}.", "Wrote {n} rows to {name}.", len(rows), name=out))


@app.command("map", help=arg.say("Map where the tension inside mirrors the relationship with customers."))
def map_(  # noqa: PLR0913
    out: Annotated[list[Path], arg.MAP_OUT],
    lang: Annotated[str, arg.LANG],
    internal: Annotated[list[str] | None, arg.INTERNAL] = None,
    customer: Annotated[list[str] | None, arg.CUSTOMER] = None,
    internal_text: Annotated[str | None, arg.INTERNAL_TEXT] = None,
    customer_text: Annotated[str | None, arg.CUSTOMER_TEXT] = None,
    taxonomy: Annotated[Path | None, arg.TAXONOMY] = None,
    model: Annotated[str | None, arg.MODEL] = None,
    roster: Annotated[Path | None, arg.ROSTER] = None,
    redact: Annotated[bool, arg.REDACT] = True,
    thorough: Annotated[bool, arg.THOROUGH] = False,
    key: Annotated[Path | None, arg.KEY] = None,
    least_counts: Annotated[int, arg.LEAST_COUNTS] = Limits.count,
    least_quotes: Annotated[int, arg.LEAST_QUOTES] = Limits.quote,
) -> None:
    """Read both sides and write their overlap map, once in the format of each `out`."""
    from analyzer.intake import Columns, join_intakes
    from analyzer.report.files import REPORT_FILES, Mapped
    from analyzer.report.readings import check_format
    from analyzer.taxonomy import load_taxonomy

    messages = arg.messages_in(lang)
    for path in out:
        check_format(path, tuple(REPORT_FILES))
    people = People(redact, roster, thorough, key)
    wanted = load_taxonomy(taxonomy)
    given = (
        (Side.INTERNAL, internal, Columns(text=internal_text)),
        (Side.CUSTOMER, customer, Columns(text=customer_text)),
    )
    intakes = {side: _take_in(inputs, side, columns) for side, inputs, columns in given if inputs}
    if not intakes:
        raise UserError("Nothing to map: name files with --internal and --customer.")
    intakes = without_names(intakes, people, messages)
    for intake in intakes.values():
        print_accounts(intake.report, messages)
    documents = join_intakes(list(intakes.values())).documents
    analyzer = _analyzer(model, documents, messages, wanted)
    statements = _read(analyzer, documents, messages)
    found = analyzer.map(statements, documents=documents, limits=Limits(least_counts, least_quotes))
    sources = {side: intake.report.sources for side, intake in intakes.items()}
    print_map(found, analyzer.taxonomy, messages)
    _write_map(Mapped(found, analyzer.taxonomy, messages, sources), out)


app.command("report", help=arg.say("Map both sides and write it as slides, print, workbook, page or data."))(
    map_
)


def _write_map(mapped: Mapped, out: list[Path]) -> None:
    from analyzer.report.files import REPORT_FILES

    for path in out:
        path.write_bytes(REPORT_FILES[path.suffix.lower()].make(mapped))
        tell(mapped.messages.say("Wrote the map to {name}.", name=path))


def _take_in(inputs: list[str], side: Side, columns: Columns) -> Intake:
    from analyzer.intake import join_intakes, read_files, read_upload

    parts = []
    if "-" in inputs:
        parts.append(read_upload("stdin", sys.stdin.buffer.read(), side=side, columns=columns))
    if files := [Path(name) for name in inputs if name != "-"]:
        parts.append(read_files(files, side=side, columns=columns))
    return join_intakes(parts)


def _analyzer(
    model: str | None, documents: pd.DataFrame, messages: Messages, taxonomy: Taxonomy | None = None
) -> Analyzer:
    tell(messages.say("Loading the model …"), style="dim")
    from analyzer.api import Analyzer, suitable_model

    analyzer = Analyzer(model or suitable_model(documents), taxonomy=taxonomy)
    if analyzer.unlearned:
        unlearned = ", ".join(analyzer.unlearned)
        tell(
            messages.say(
                "The model has not learned these themes and cannot find them: {themes}.", themes=unlearned
            )
        )
    return analyzer


def _read(analyzer: Analyzer, documents: pd.DataFrame, messages: Messages) -> Statements:
    with progress(messages.say("Reading"), len(documents)) as step:
        return analyzer.read(documents, progress=step)


def _rows(statements: Statements, documents: pd.DataFrame, per: Per) -> pd.DataFrame:
    import pandas as pd

    from analyzer.pipeline import by_document

    if per is Per.STATEMENT:
        return pd.DataFrame(statements.records())
    rows = by_document(statements)
    texts = documents.set_index("document")["text"]
    return rows.assign(id=rows["document"], text=rows["document"].map(texts))


_TRAIN = arg.say("Fit the heads, and with parallel text the encoder, and write a pipeline.")
_EVALUATE = arg.say("Measure a model against coded statements: by theme, language and side.")
app.command("train", help=_TRAIN)(model_commands.train)
app.command("evaluate", help=_EVALUATE)(model_commands.evaluate)
app.add_typer(bench_commands.app, name="bench")
