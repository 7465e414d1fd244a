"""What stands on the command line, before typer sees it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import typer

from analyzer.messages import LANGUAGES, Messages, UserError


def language_of_the_user() -> str:
    """Return `de` or `en`, by CONFLICT_MIRROR_LANG or the locale of the environment."""
    for name in ("CONFLICT_MIRROR_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "de" if value.lower().startswith("de") else "en"
    return "en"


def repeat_options(args: Sequence[str], *, names: Sequence[str]) -> list[str]:
    """Return the arguments with each option of `names` repeated before every value that follows it.

    So that `--internal notes/*.md` may be written, which the shell turns into one option and many
    values, where typer wants the option before each. Raises `UserError` for an option without a value.
    """
    out: list[str] = []
    current: str | None = None
    for arg, after in zip(args, [*args[1:], "--"], strict=True):
        if not _is_option(arg):
            out += [current, arg] if current else [arg]
            continue
        current = arg if arg in names else None
        if current and _is_option(after):
            raise UserError("{option} needs at least one file.", option=arg)
        out += [] if current else [arg]
    return out


def _is_option(arg: str) -> bool:
    return arg.startswith("-") and arg != "-"


def messages_in(lang: str) -> Messages:
    """Return the messages of a language the user named; raises `UserError` for another than de and en."""
    if lang not in LANGUAGES:
        raise UserError("The language {lang} is not known; choose de or en.", lang=lang)
    return Messages(lang)


say = Messages(language_of_the_user()).say
"""The help texts' language is settled when the program starts."""

INPUTS = typer.Argument(metavar="INPUT…", help=say("Files to read; - is standard input."))
SIDE = typer.Option(help=say("Who speaks: the team inside, or its customers."))
READINGS_OUT = typer.Option(help=say("Where to write the readings: a .jsonl, .csv or .parquet file."))
MAP_OUT = typer.Option(
    help=say("Where to write the map: a .pptx, .pdf, .html, .xlsx or .json file. May be repeated.")
)
TEXT = typer.Option("--text", metavar="COLUMN", help=say("Column that holds the text; found if not given."))
ID = typer.Option("--id", metavar="COLUMN", help=say("Column that names the rows; found if not given."))
COLUMN = typer.Option(
    "--column",
    metavar="MEANING=COLUMN",
    help=say("A column by its meaning: text, also, id, date, unit, author or rating. May be repeated."),
)
PER = typer.Option(help=say("One row a statement, or one a document."))
SET_ASIDE = typer.Option(
    metavar="FILE.csv", help=say("Also write what was set aside, with place and reason.")
)
MODEL = typer.Option(
    metavar="NAME|FOLDER",
    help=say("accurate, fast (found by the amount of text if not given), or a folder with a spaCy pipeline."),
)
LANG = typer.Option(
    default_factory=language_of_the_user, metavar="de|en", help=say("Language of what is said.")
)
INTERNAL = typer.Option(metavar="INPUT…", help=say("Files in which the team speaks."))
CUSTOMER = typer.Option(metavar="INPUT…", help=say("Files in which customers speak."))
INTERNAL_TEXT = typer.Option(metavar="COLUMN", help=say("Text column of the team's tables."))
CUSTOMER_TEXT = typer.Option(metavar="COLUMN", help=say("Text column of the customers' tables."))
TAXONOMY = typer.Option(metavar="FILE.toml", help=say("Your own taxonomy, extending or replacing ours."))
ROSTER = typer.Option(metavar="FILE", help=say("People whose names are replaced, one a line."))
REDACT = typer.Option(
    "--redact/--no-redact",
    help=say("Replace names and numbers of people by pseudonyms; done unless refused."),
)
THOROUGH = typer.Option(
    "--thorough", help=say("Also replace what is only used like a name; some places and products suffer.")
)
KEY = typer.Option(
    metavar="FILE",
    help=say("Keep the encrypted key that leads back to the names; without it no key is stored."),
)
LEAST_COUNTS = typer.Option(min=1, help=say("The smallest group of which anything is counted."))
LEAST_QUOTES = typer.Option(min=1, help=say("The smallest group that is quoted."))
EXAMPLES = typer.Option(help=say("Folder of authored examples, one .jsonl file a theme."))
CODED = typer.Option(help=say("Further coded statements (.jsonl), not part of the project."))
KIND = typer.Option(help=say("fast: for exports of any size; accurate: a transformer, for notes."))
POOL = typer.Option(help=say("Uncoded statements (.jsonl.xz), not part of the project."))
CODES = typer.Option(help=say("Codes (.jsonl) of statements in the pool, by their id."))
LEXICON = typer.Option(help=say("Words and phrases in both languages, with a tab between."))
KEPT = typer.Option(help=say("Folder that keeps what takes long to make, to be used again."))
ENCODER = typer.Option(help=say("Your own sentence-transformers model or spaCy pipeline, as the encoder."))
TEACHER = typer.Option(help=say("A trained model whose readings of the pool are learned as well."))
PARALLEL = typer.Option(help=say("Folder of parallel text; without it, the shipped encoder is kept."))
SCORES_CHART = typer.Option(metavar="FILE.svg", help=say("Also draw the scores by theme."))
CARD_GOLD = typer.Option(help=say("Coded statements (.jsonl) to measure the model card's scores on."))
MODEL_OUT = typer.Option(help=say("Folder to write the pipeline to."))
SEED = typer.Option(help=say("Seed of every random step."))
SCORES_OUT = typer.Option(metavar="FILE.json", help=say("Also write the scores as JSON."))
POLLOCK = typer.Argument(
    help=say("The benchmark: its folder or archive, with pollock_weights.json beside it.")
)
LARGE = typer.Argument(help=say("A file with one table: CSV in UTF-8, or XLSX."))
GOLD = typer.Argument(help=say("Coded statements (.jsonl) to measure against."))


def existing(path: Path | None) -> Path | None:
    """Return the path; raises `UserError` where there is nothing."""
    if path is not None and not path.exists():
        raise UserError("There is no file or folder {name}.", name=path)
    return path
