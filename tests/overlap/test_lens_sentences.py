"""Contradictions in the image of the customer, and where the exchange stalls and flows."""

# ruff: noqa: E501  (whole sentences, each in one line)

from __future__ import annotations

import pytest
from made import row, rows, statements

from analyzer.messages import Messages
from analyzer.overlap import Context, OverlapMap, contradiction_sentence, cycle_sentence, overlap_map
from analyzer.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
IDS = TAXONOMY.ids

CALLS = [
    ("de", "Der Kunde ruft ständig an.", ("Kunde", "anrufen"), "adversary"),
    ("de", "Die rufen immer an, wenn Messe ist.", ("anrufen", "Messe"), "burden"),
    ("de", "Kunden rufen nie an, wenn es brennt.", ("Kunde", "anrufen", "brennen"), "adversary"),
    ("de", "Sie rufen nicht immer an.", ("anrufen",), "adversary"),
    ("en", "They never call and always call.", ("call",), "adversary"),
    ("de", "Wir rufen nie an.", ("anrufen",), "none"),
]


def mapped(said: list[tuple[str, str, tuple[str, ...], str]], *, known: bool = True) -> OverlapMap:
    made = [
        row("internal", i, lang=lang, text=text, image=image) for i, (lang, text, _, image) in enumerate(said)
    ]
    words = [words for _, _, words, _ in said] if known else []
    return overlap_map(statements(made, IDS), TAXONOMY, context=Context(words=words))


def test_always_and_never_with_the_same_word() -> None:
    (found,) = mapped(CALLS).contradictions
    assert (found.key, found.word, found.ones, found.others) == ("always_never", "anrufen", 2, 1)
    assert [quote.text for quote in found.other] == ["Kunden rufen nie an, wenn es brennt."]
    assert {quote.text for quote in found.one} == {text for _, text, _, _ in CALLS[:2]}


def test_what_is_said_of_different_things_contradicts_nothing() -> None:
    other = [*CALLS[:2], ("de", "Kunden planen nie voraus.", ("Kunde", "planen"), "adversary")]
    assert mapped(other).contradictions == ()


def test_without_words_nothing_is_said() -> None:
    assert mapped(CALLS, known=False).contradictions == ()


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "Where it says “anrufen”, the team speaks of customers both with “always” (2 times) and with “never” (once)."),
        ("de", "Bei „anrufen“ spricht das Team von Kunden sowohl mit „immer“ (2-mal) als auch mit „nie“ (einmal)."),
    ],
)  # fmt: skip
def test_a_contradiction_in_a_sentence(lang: str, expected: str) -> None:
    (found,) = mapped(CALLS).contradictions
    assert contradiction_sentence(found, TAXONOMY, Messages(lang)) == expected


def stations(side: str, counts: dict[str, int], tone: str) -> list[dict[str, object]]:
    return [
        each | {"id": f"{tone} {phase} {each['id']}", "document": f"{tone} {phase} {each['document']}"}
        for phase, count in counts.items()
        for each in rows(side, count, tone=tone, phase=phase)
    ]


def stalled() -> OverlapMap:
    made = stations("internal", {"take_in": 90, "give": 10, "work_on": 50}, "tension")
    made += stations("customer", {"take_in": 80, "give": 70, "work_on": 0}, "tension")
    made += stations("internal", {"impulse": 40, "give": 5}, "coolspot")
    made += stations("customer", {"give": 5, "impulse": 4}, "coolspot")
    return overlap_map(statements(made, IDS), TAXONOMY)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "Both sides stall alike at: “Take in”. Inside, most of the tension is at “Take in”. Inside, it flows most at “New impulses”."),
        ("de", "Auf beiden Seiten stockt es in ähnlichem Maß bei: „Aufnehmen“. Innen liegt die meiste Spannung bei „Aufnehmen“. Innen fließt es am meisten bei „Neue Impulse“."),
    ],
)  # fmt: skip
def test_the_cycle_in_sentences(lang: str, expected: str) -> None:
    assert cycle_sentence(stalled(), TAXONOMY, Messages(lang)) == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "No station is settled at which both sides stall alike."),
        ("de", "Keine Station steht fest, an der es auf beiden Seiten gleichermaßen stockt."),
    ],
)
def test_a_cycle_of_which_little_is_known(lang: str, expected: str) -> None:
    few = overlap_map(statements(rows("internal", 3), IDS), TAXONOMY)
    assert cycle_sentence(few, TAXONOMY, Messages(lang)) == expected
