"""The commands for those who train and measure models: `train` and `evaluate`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from rich.table import Table

from analyzer.cli import arguments as arg
from analyzer.cli.terminal import progress, show, tell
from analyzer.messages import Messages

if TYPE_CHECKING:
    from analyzer.training.evaluate import Evaluation
    from analyzer.training.mistakes import Mistakes
    from analyzer.training.progress import Progress


class Kind(StrEnum):
    """The two kinds of pipeline."""

    FAST = "fast"
    ACCURATE = "accurate"


_MOST_MISTAKES = 10
_FIGURES = ("micro_f1", "macro_f1", "main_theme", "tone", "phase", "image")


def train(  # noqa: PLR0913
    out: Annotated[Path, arg.MODEL_OUT],
    kind: Annotated[Kind, arg.KIND] = Kind.FAST,
    examples: Annotated[Path, arg.EXAMPLES] = Path("data/examples"),
    coded: Annotated[Path | None, arg.CODED] = None,
    pool: Annotated[Path | None, arg.POOL] = None,
    codes: Annotated[Path | None, arg.CODES] = None,
    parallel: Annotated[Path | None, arg.PARALLEL] = None,
    lexicon: Annotated[Path | None, arg.LEXICON] = None,
    kept: Annotated[Path | None, arg.KEPT] = None,
    encoder: Annotated[Path | None, arg.ENCODER] = None,
    teacher: Annotated[Path | None, arg.TEACHER] = None,
    gold: Annotated[Path | None, arg.CARD_GOLD] = None,
    seed: Annotated[int, arg.SEED] = 0,
) -> None:
    """Train a pipeline and write it to a folder."""
    from analyzer.training import Materials
    from analyzer.training import train as train_pipeline
    from analyzer.training.card import write_card
    from analyzer.training.facts import measure

    messages = Messages(arg.language_of_the_user())
    for path in (examples, coded, pool, codes, parallel, lexicon, encoder, gold):
        arg.existing(path)
    materials = Materials(examples, coded, pool, codes, parallel, lexicon, kept, encoder, teacher)
    with _shown(messages.say("Training")) as step:
        trained = train_pipeline(materials, kind=kind.value, out=out, seed=seed, progress=step)
    tell(messages.say("Learned from {n} examples.", n=messages.number(len(trained.examples))))
    tell(messages.say("Wrote the pipeline to {name}.", name=out))
    if gold:
        tell(messages.say("Measuring: four more trainings …"))
        tell(messages.say("Wrote the model card to {name}.", name=write_card(out, measure(trained, gold))))


@contextmanager
def _shown(title: str) -> Iterator[Progress]:
    with progress(title, 100) as step:
        yield lambda name, share: step(round(100 * share), name)


def evaluate(
    gold: Annotated[Path, arg.GOLD],
    model: Annotated[str, arg.MODEL] = "fast",
    out: Annotated[Path | None, arg.SCORES_OUT] = None,
    chart: Annotated[Path | None, arg.SCORES_CHART] = None,
) -> None:
    """Measure a model and print its scores."""
    from analyzer.pipeline import load_pipeline
    from analyzer.report import as_svg, score_chart
    from analyzer.report.readings import check_format
    from analyzer.taxonomy import load_taxonomy
    from analyzer.training.evaluate import evaluate as measure
    from analyzer.training.evaluate import read_coded_statements

    messages = Messages(arg.language_of_the_user())
    arg.existing(gold)
    for path, endings in ((out, (".json",)), (chart, (".svg",))):
        if path:
            check_format(path, endings)
    scores = measure(load_pipeline(model), read_coded_statements(gold))
    show(_table(scores, messages))
    themes = sorted(scores.themes.items(), key=lambda item: -item[1])
    tell(", ".join(f"{theme} {messages.number(value, 2)}" for theme, value in themes))
    tell(messages.say("Calibration error: {value}", value=messages.number(scores.calibration_error, 3)))
    _show_mistakes(scores.mistakes, messages)
    if chart:
        chart.write_text(as_svg(score_chart(scores.themes, load_taxonomy(), messages)), encoding="utf-8")
    if out:
        out.write_text(json.dumps(scores.as_dict(), indent=2) + "\n", encoding="utf-8")


def _show_mistakes(found: Mistakes, messages: Messages) -> None:
    pairs = (f"{coded} → {read} {messages.number(n)}" for coded, read, n in found.often(_MOST_MISTAKES))
    tell(messages.say("Missed themes and what was read instead: {pairs}", pairs=", ".join(pairs)))
    for coded, reads in found.tones.items():
        counts = ", ".join(f"{read} {messages.number(n)}" for read, n in reads.items())
        tell(messages.say("Tone {coded} was read as: {counts}", coded=coded, counts=counts))


def _table(scores: Evaluation, messages: Messages) -> Table:
    table = Table("", "n", *_FIGURES, box=None, pad_edge=False)
    for name, row in {messages.say("All"): scores.overall, **scores.groups}.items():
        figures = (messages.number(getattr(row, figure), 3) for figure in _FIGURES)
        table.add_row(name, messages.number(row.statements), *figures)
    return table
