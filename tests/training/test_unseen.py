from __future__ import annotations

from collections.abc import Sequence

from analyzer.pipeline import load_pipeline
from analyzer.training.examples import AUTHORED, Example
from analyzer.training.fitted import Fitted
from analyzer.training.unseen import evaluate_unseen

SOURCES = ("mails", "tickets", "reviews")


def example(text: str, lang: str, source: str, pair: str) -> Example:
    return Example(text, lang, "customer", ("reachability",), "tension", "take_in", "none", source, pair)


def test_each_source_is_read_by_a_pipeline_that_had_not_seen_it() -> None:
    coded = [
        example(text, lang, source, f"{source} 1")
        for source in SOURCES
        for lang, text in (("de", "Niemand geht ans Telefon."), ("en", "Nobody answers the phone."))
    ]
    authored = example("Nobody calls back.", "en", AUTHORED, "a")
    fast = load_pipeline("fast")
    learned: list[set[str]] = []

    def fit(known: Sequence[Example]) -> Fitted:
        learned.append({one.source for one in known})
        return Fitted(fast, {})

    found = evaluate_unseen([*coded, authored], fit)
    assert found.overall.statements == len(coded)
    assert found.overall.tone == 1
    assert sorted(map(sorted, learned)) == sorted(
        sorted({*SOURCES, AUTHORED} - {source}) for source in SOURCES
    )
