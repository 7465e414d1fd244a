"""Writes the model card: what a pipeline learned from, how well it reads, what it cannot do."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from analyzer.training.evaluate import Evaluation, Scores
from analyzer.training.examples import Example

_COLUMNS = ("statements", "themes micro-F1", "themes macro-F1", "main theme", "tone", "phase")


@dataclass(frozen=True)
class CardFacts:
    """What the card says; evaluations by name, the first the main one; speed is of one core."""

    kind: str
    examples: Sequence[Example]
    evaluations: Mapping[str, Evaluation]
    statements_per_second: float
    load_seconds: float


def write_card(folder: Path, facts: CardFacts) -> Path:
    """Write `README.md` into the folder of a saved pipeline and return its path."""
    main = next(iter(facts.evaluations.values()))
    sources = Counter(example.source for example in facts.examples if example.coded)
    authored = sum(example.authored for example in facts.examples)
    ranked = sorted(main.themes.items(), key=lambda entry: -entry[1])
    speed = {"rate": round(facts.statements_per_second, -2), "load": facts.load_seconds}
    home = files(__package__)
    card = (home / "card.md").read_text(encoding="utf-8")
    encoder = tomllib.loads((home / "card_encoders.toml").read_text(encoding="utf-8"))[facts.kind]
    path = folder / "README.md"
    path.write_text(
        card.format(
            name=folder.name,
            size=sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6,
            authored=f"{authored:,}",
            coded=f"{sources.total():,}",
            sources=_sources(sources) or "none",
            sources_de=_sources(sources) or "keine",
            scores=_table(facts.evaluations),
            themes=", ".join(f"{theme} {value:.2f}" for theme, value in ranked),
            calibration=main.calibration_error,
            weakest=", ".join(theme for theme, _ in ranked[-4:]),
            speed="{rate:,.0f} statements a second on one core; loads in {load:.1f} s.".format(**speed),
            speed_de="{rate:.0f} Aussagen je Sekunde auf einem Kern; lädt in {load:.1f} s.".format(**speed),
            encoder=encoder["en"].strip(),
            encoder_de=encoder["de"].strip(),
            weak=encoder["weak_en"],
            weak_de=encoder["weak_de"],
        ),
        encoding="utf-8",
    )
    return path


def _sources(sources: Counter[str]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in sources.most_common())


def _table(evaluations: Mapping[str, Evaluation]) -> str:
    lines = [f"| | {' | '.join(_COLUMNS)} |", "|---" * (len(_COLUMNS) + 1) + "|"]
    for number, (name, evaluation) in enumerate(evaluations.items()):
        lines.append(_line(f"**{name}**", evaluation.overall))
        if number == 0:
            shown = (group for group in evaluation.groups if group.startswith(("lang ", "side ")))
            lines += [_line(group, evaluation.groups[group]) for group in shown]
    return "\n".join(lines)


def _line(name: str, scores: Scores) -> str:
    shares = (scores.micro_f1, scores.macro_f1, scores.main_theme, scores.tone, scores.phase)
    return f"| {name} | {scores.statements:,} | {' | '.join(f'{share:.2f}' for share in shares)} |"
