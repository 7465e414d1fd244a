"""The figures of docs/privacy.md, on the held-out half of the invented texts: floors that may only rise."""

from __future__ import annotations

import time

import pytest
from invented_texts import HALVES, notes, people, roster, score, signs

from analyzer.privacy import Kind, Redactor
from analyzer.privacy.lexicon import lexicon

LANGUAGES = ("de", "en")
RECALL = {"full": 0.98, "half": 0.90, "none": 0.75}
CAREFUL = {"full": 0.98, "half": 0.80, "none": 0.64}
PRECISION = 0.95
SIGNS = 0.99


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("share", RECALL)
def test_names(lang, share):
    """Each text is read alone, so that no other text gives its names away."""
    found = score(notes(lang, "held out"), Redactor(roster("held out", share)))
    assert found.recall >= RECALL[share], found.missed
    assert found.precision >= PRECISION, found.wrong


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("share", CAREFUL)
def test_names_with_care(lang, share):
    """What the app and the command line do unless told to be thorough."""
    found = score(notes(lang, "held out"), Redactor(roster("held out", share), careful=True))
    assert found.recall >= CAREFUL[share], found.missed
    assert found.precision >= PRECISION, found.wrong


@pytest.mark.parametrize("lang", LANGUAGES)
def test_identifiers(lang):
    found = score(signs(lang, "held out"), Redactor())
    assert found.recall >= SIGNS, found.missed
    assert found.precision >= PRECISION, found.wrong
    assert {kind for one in signs(lang, "held out") for _, _, kind in one.marks} == {*Kind} - {Kind.PERSON}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_set_is_as_large_and_as_hard_as_it_says(lang):
    assert sum(len(notes(lang, which)) for which in HALVES) >= 600
    names = lexicon()
    for which in HALVES:
        cast = people(which)
        listed = [one for one in cast if one.first.lower() in names.first and one.last.lower() in names.last]
        assert len(listed) <= 0.65 * len(cast), "most of the people must not stand on the lists"


def test_texts_without_people_are_read_fast():
    texts = [f"Die Übergabe klappt nicht, keiner fragt uns, Fall {n % 7}." for n in range(4000)]
    Redactor().redact(texts[:1])
    began = time.process_time()
    Redactor().redact(texts)
    assert len(texts) / (time.process_time() - began) >= 5_000
