from __future__ import annotations

import pytest
import spacy

from analyzer.pipeline.extensions import statements
from analyzer.pipeline.sentences import count_words


def cut(text: str) -> list[str]:
    nlp = spacy.blank("xx")
    nlp.add_pipe("conflict_mirror_statements")
    doc = nlp(text)
    spans = statements(doc)
    held = [token.i for span in spans for token in span if not token.is_space]
    assert held == [token.i for token in doc if not token.is_space], "each token in exactly one statement"
    return [span.text for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Das ist z. B. im Lager so. Keiner sagt etwas.",
            ["Das ist z. B. im Lager so.", "Keiner sagt etwas."],
        ),
        (
            "This is so, e.g. in the depot. Nobody says it.",
            ["This is so, e.g. in the depot.", "Nobody says it."],
        ),
        ("Ticket Nr. 5 liegt seit dem 3. Mai hier.", ["Ticket Nr. 5 liegt seit dem 3. Mai hier."]),
        ("Invoice no. 17 was due on 2. June already.", ["Invoice no. 17 was due on 2. June already."]),
        (
            "Es kostet 3.500,50 Euro im Jahr!!! Das zahlt doch keiner.",
            ["Es kostet 3.500,50 Euro im Jahr!!!", "Das zahlt doch keiner."],
        ),
        (
            "It costs $3,500.50 a year!!! Who would pay that?",
            ["It costs $3,500.50 a year!!!", "Who would pay that?"],
        ),
        ("Seit 24.11.2026 um 12.30 Uhr warten wir.", ["Seit 24.11.2026 um 12.30 Uhr warten wir."]),
        (
            "On XX/XX/XXXX they called XXXX again. Nothing was sent to me.",
            ["On XX/XX/XXXX they called XXXX again.", "Nothing was sent to me."],
        ),
        (
            "der service ist mies. nie wieder bestelle ich hier.",
            ["der service ist mies.", "nie wieder bestelle ich hier."],
        ),
        (
            "the service is bad. never ordering here again.",
            ["the service is bad.", "never ordering here again."],
        ),
        ("Tolles Team hier :-) Danke an alle Kollegen.", ["Tolles Team hier :-)", "Danke an alle Kollegen."]),
        ("Great crew today :) Thanks to all of you.", ["Great crew today :)", "Thanks to all of you."]),
        ("Wir haben lange gewartet...aber niemand kam.", ["Wir haben lange gewartet...aber niemand kam."]),
        ("Hallo! Ich warte seit Wochen auf Antwort.", ["Hallo! Ich warte seit Wochen auf Antwort."]),
        ("Nobody called me back. Sad!", ["Nobody called me back. Sad!"]),
        ("Zu viele Meetings\nKeine Zeit für Kunden", ["Zu viele Meetings", "Keine Zeit für Kunden"]),
        ("Too many meetings\r\n\r\nNo time for customers", ["Too many meetings", "No time for customers"]),
        (
            "1. Mehr Leute einstellen\n2. Besser planen bitte",
            ["1. Mehr Leute einstellen", "2. Besser planen bitte"],
        ),
        (
            "Das Gerät ist kaputt.Niemand hilft mir hier.",
            ["Das Gerät ist kaputt.", "Niemand hilft mir hier."],
        ),
        (
            "Dr. Meier kam nicht. We waited for Mr. Smith.",
            ["Dr. Meier kam nicht.", "We waited for Mr. Smith."],
        ),
        ("", []),
        ("  \n \t ", []),
        ("👍", ["👍"]),
    ],
)
def test_statements_are_cut_where_sentences_end(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize("sentence", ["wir warten auf die Zentrale, ", "we wait for the main office, "])
def test_a_run_on_is_cut_at_a_comma(sentence: str) -> None:
    parts = cut(sentence * 40)
    assert len(parts) > 2
    assert all(count_words(part) <= 60 for part in parts)
    assert all(part.endswith(",") for part in parts)


def test_a_run_on_without_any_comma_is_cut_between_words() -> None:
    parts = cut("word " * 200)
    assert [count_words(part) for part in parts] == [60, 60, 60, 20]
