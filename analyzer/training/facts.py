"""Measures what the model card reports: the scores, what authored examples alone would give, the speed."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language

from analyzer.pipeline.build import load_pipeline
from analyzer.training.card import CardFacts
from analyzer.training.evaluate import Coded, evaluate, read_coded_statements
from analyzer.training.run import Trained
from analyzer.training.unseen import evaluate_unseen

_SPEED_TEXTS = 5000


def measure(trained: Trained, gold: Path) -> CardFacts:
    """Return the facts of a trained pipeline, its scores measured on the coded statements in `gold`.

    Beside them stand what authored examples alone would give, and how kinds of text are read that were not
    learned from: four more trainings.
    """
    statements = read_coded_statements(gold)
    evaluations = {gold.stem: evaluate(trained.nlp, statements)}
    authored = [example for example in trained.examples if example.authored]
    if len(authored) < len(trained.examples):
        evaluations["authored examples alone"] = evaluate(trained.fit(authored).nlp, statements)
        evaluations["unseen sources"] = evaluate_unseen(trained.examples, trained.fit)
    return CardFacts(
        trained.kind, trained.examples, evaluations, _speed(trained.nlp, statements), _loading(trained.folder)
    )


def _speed(nlp: Language, statements: Sequence[Coded]) -> float:
    """Return statements a CPU second, whatever the number of threads; each one is a document."""
    rounds = -(-_SPEED_TEXTS // max(1, len(statements)))
    texts = [statement.text for statement in statements] * rounds
    start = time.process_time()
    for _ in nlp.pipe(texts, batch_size=1000):
        pass
    return len(texts) / (time.process_time() - start)


def _loading(folder: Path) -> float:
    start = time.perf_counter()
    load_pipeline(folder)
    return time.perf_counter() - start
