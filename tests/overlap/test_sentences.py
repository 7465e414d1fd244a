"""Sentences: grammatical in both languages, whatever the figures."""

# ruff: noqa: E501  (whole sentences, each in one line)

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import numpy as np
import pytest
from made import drawn, finding, rows, statements

from analyzer.messages import Messages
from analyzer.overlap import (
    Overlap,
    VerdictKind,
    finding_sentence,
    overlap_map,
    overlap_sentence,
    verdict_label,
)
from analyzer.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
CAUSES = re.compile(r"because|caus|lead to|due to|weil|deshalb|führ|Ursache|aufgrund|wegen", re.IGNORECASE)
SHARES = [(0, 0), (0, 1), (1, 1), (0, 120), (1, 120), (18, 120), (1234, 5678)]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "en",
            ["Mirrored", "Mainly inside", "Mainly with customers", "Reversed", "Quiet", "Too little data"],
        ),
        (
            "de",
            [
                "Gespiegelt",
                "Vor allem innen",
                "Vor allem bei Kunden",
                "Umgekehrt",
                "Kaum Thema",
                "Zu wenig Daten",
            ],
        ),
    ],
)
def test_labels(lang: str, expected: list[str]) -> None:
    assert [verdict_label(kind, Messages(lang)) for kind in VerdictKind] == expected


@pytest.mark.parametrize(
    ("lang", "kind", "inside", "customers", "ratio", "expected"),
    [
        ("en", "mirrored", (18, 120), (17, 118), 1.1, "Statements with tension on “Reliability & kept promises”: inside 18 of 120 (15%), with customers 17 of 118 (14%). Both sides speak of it about equally often."),
        ("de", "mirrored", (18, 120), (17, 118), 1.1, "Aussagen mit Spannung zu „Verlässlichkeit & Zusagen“: innen 18 von 120 (15 %), bei Kunden 17 von 118 (14 %). Beide Seiten sprechen etwa gleich oft davon."),
        ("en", "inside_only", (36, 120), (12, 120), 2.9, "Statements with tension on “Reliability & kept promises”: inside 36 of 120 (30%), with customers 12 of 120 (10%). The share inside is about 3 times that with customers; chance alone would hardly give such a difference."),
        ("de", "customers_only", (12, 120), (26, 120), 0.46, "Aussagen mit Spannung zu „Verlässlichkeit & Zusagen“: innen 12 von 120 (10 %), bei Kunden 26 von 120 (22 %). Der Anteil ist bei Kunden etwa doppelt so groß wie innen; durch Zufall allein käme ein solcher Unterschied kaum zustande."),
        ("de", "reversed", (36, 120), (1, 120), 20, "Aussagen mit Spannung zu „Verlässlichkeit & Zusagen“: innen 36 von 120 (30 %), bei Kunden 1 von 120 (1 %). Unter den Coolspots der Kunden ist es umgekehrt: 14 von 60 (23 %)."),
        ("de", "too_little_data", (1, 1), (0, 0), 1, "Aussagen mit Spannung zu „Verlässlichkeit & Zusagen“: innen 1 von 1 (100 %), bei Kunden gar keine Aussagen. Das ist zu wenig für einen Vergleich: Jede Seite braucht mindestens 20 Aussagen mit Spannung, besser 120."),
        ("en", "too_little_data", (3, 60), (0, 200), 1, "Statements with tension on “Reliability & kept promises”: inside 3 of 60 (5%), with customers none of 200. That settles nothing yet: about 120 statements with tension on each side would usually be enough."),
    ],
)  # fmt: skip
def test_whole_sentences(
    lang: str, kind: str, inside: tuple[int, int], customers: tuple[int, int], ratio: float, expected: str
) -> None:
    found = finding(VerdictKind(kind), inside, customers, ratio=ratio)
    assert finding_sentence(found, TAXONOMY, Messages(lang)) == expected


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("kind", list(VerdictKind))
def test_every_case_is_a_tidy_sentence_in_its_language(lang: str, kind: VerdictKind) -> None:
    foreign = r"\b(of|inside|customers|the)\b" if lang == "en" else r"\b(von|innen|bei|die)\b"
    wrong = re.compile(r"\b(von|innen|bei|die)\b" if lang == "en" else r"\b(of|inside|customers|the)\b")
    for inside, customers, ratio in itertools.product(SHARES, SHARES, (0.4, 0.9, 1.0, 2.6)):
        if kind in {VerdictKind.INSIDE_ONLY, VerdictKind.CUSTOMERS_ONLY} and not (inside[0] and customers[0]):
            continue
        for key in ("reliability", "coolspots"):
            found = finding(kind, inside, customers, key=key, ratio=ratio)
            text = finding_sentence(found, TAXONOMY, Messages(lang))
            assert text.endswith(".")
            assert not re.search(r"[{}]|  |\.\.|nan|inf\b", text), text
            assert re.search(foreign, text)
            assert not wrong.search(text), text
            assert not CAUSES.search(text), text


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_finding_of_a_map_has_its_sentence(lang: str) -> None:
    random = np.random.default_rng(0)
    shares = [0.08] * len(TAXONOMY.ids)
    made = drawn(random, "internal", 150, shares, TAXONOMY.ids) + drawn(
        random, "customer", 150, shares, TAXONOMY.ids
    )
    found = overlap_map(statements(made, TAXONOMY.ids), TAXONOMY)
    for kind in ("themes", "cycle", "criteria", "principles"):
        for each in getattr(found, kind):
            text = finding_sentence(each, TAXONOMY, Messages(lang), kind=kind)
            assert TAXONOMY.entry(kind, each.key).label.of(lang) in text


def test_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        finding_sentence(finding(VerdictKind.QUIET, (1, 9), (1, 9), key="weather"), TAXONOMY, Messages("en"))


@pytest.mark.parametrize(
    ("lang", "overlap", "expected"),
    [
        ("en", Overlap(0.78, 0.7, 0.84, 0.52), "The tensions of both sides are 78% alike (with 95% confidence between 70% and 84%). If the themes of one side had nothing to do with those of the other, about 52% would be expected. What was found lies clearly above that."),
        ("de", Overlap(0.3, 0.2, 0.4, 0.5), "Die Spannungen beider Seiten ähneln sich zu 30 % (mit 95 % Sicherheit zwischen 20 % und 40 %). Hätten die Themen der einen Seite nichts mit denen der anderen zu tun, wären etwa 50 % zu erwarten. Gefunden wurde deutlich weniger."),
        ("de", Overlap(0.5, 0.4, 0.6, 0.52), "Die Spannungen beider Seiten ähneln sich zu 50 % (mit 95 % Sicherheit zwischen 40 % und 60 %). Hätten die Themen der einen Seite nichts mit denen der anderen zu tun, wären etwa 52 % zu erwarten. Der gefundene Wert lässt sich davon nicht unterscheiden."),
        ("de", None, "Wie ähnlich sich beide Seiten sind, lässt sich noch nicht sagen: Jede braucht Spannung zu einem Thema in fünf Dokumenten."),
    ],
)  # fmt: skip
def test_the_overlap_in_words(lang: str, overlap: Overlap | None, expected: str) -> None:
    found = replace(overlap_map(statements(rows("internal", 2)), TAXONOMY), overlap=overlap)
    assert overlap_sentence(found, Messages(lang)) == expected
