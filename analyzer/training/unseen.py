"""How well a kind of text is read that was not learned from: sources are held out in turn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analyzer.training.evaluate import Coded, Evaluation, of_example, read, score
from analyzer.training.examples import Example
from analyzer.training.run import Fit

_GROUPS = 3


def evaluate_unseen(examples: Sequence[Example], fit: Fit) -> Evaluation:
    """Return the scores on every coded source of a pipeline that `fit` made without it.

    The sources are held out in three groups, so there are three trainings. A teacher's beliefs are left
    out: it has seen every source.
    """
    known = [example for example in examples if not example.beliefs]
    sources = sorted({example.source for example in known if example.coded})
    statements: list[Coded] = []
    readings: list[dict[str, Any]] = []
    for number in range(min(_GROUPS, len(sources))):
        unseen = set(sources[number::_GROUPS])
        nlp = fit([example for example in known if example.source not in unseen]).nlp
        held_out = [of_example(example) for example in known if example.source in unseen]
        readings += read(nlp, held_out)
        statements += held_out
    return score(statements, readings)
