from __future__ import annotations

import time

import pytest
from spacy.language import Language

from analyzer.pipeline.evidence import Asked, evidence


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        (Asked("Die nette Dame sagt: der Preis ist viel zu hoch.", "de", "customer", "value"), "Preis"),
        (Asked("A lovely person, but the price is far too high.", "en", "customer", "value"), "price"),
    ],
)
def test_the_word_that_names_the_theme_speaks_for_it(shipped: Language, asked: Asked, word: str) -> None:
    (found,) = evidence(shipped, [asked])
    best = max(found, key=lambda one: one.weight)
    assert asked.text[best.start : best.end] == word
    assert best.weight > 0.5
    assert [asked.text[one.start : one.end] for one in found] == asked.text.translate(
        str.maketrans("", "", ":.,")
    ).split()


def test_a_statement_has_its_own_evidence_whatever_is_asked_beside_it(shipped: Language) -> None:
    one = Asked("Nobody answers the phone", "en", "customer", "reachability")
    other = Asked("Der Ton ist rau", "de", "internal", "respect")
    assert evidence(shipped, [one, other]) == [*evidence(shipped, [one]), *evidence(shipped, [other])]


def test_fifty_quotes_have_their_evidence_before_anybody_waits(shipped: Language) -> None:
    quotes = [
        Asked(
            f"Seit Wochen ruft uns hier keiner zurück, Fall {n}, und wir warten", "de", "customer", "respect"
        )
        for n in range(50)
    ]
    begin = time.process_time()
    assert len(evidence(shipped, quotes)) == 50
    assert time.process_time() - begin < 5


def test_nothing_asked_is_nothing_found(shipped: Language) -> None:
    assert evidence(shipped, []) == []
    assert evidence(shipped, [Asked("…", "de", "customer", "respect")]) == [()]
