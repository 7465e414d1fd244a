"""The reference: what everyone shares does not pass for a mirror."""

# ruff: noqa: E501  (whole sentences, each in one line)

from __future__ import annotations

import numpy as np
import pytest
from made import drawn, statements

from analyzer.messages import Messages
from analyzer.overlap import (
    Context,
    Ordinary,
    OverlapMap,
    ordinary_sentence,
    ordinary_shares_sentence,
    overlap_map,
)
from analyzer.overlap.ordinary import Place
from analyzer.pipeline import beside
from analyzer.tables import Side
from analyzer.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
IDS = TAXONOMY.ids
EVERYONE = np.linspace(0.16, 0.02, 16)


def ordinary(*, seed: int = 1) -> Ordinary:
    """Collections that all speak of the same as everyone, each a little in its own way."""
    random = np.random.default_rng(seed)
    sides = {}
    for side in ("internal", "customer"):
        sides[side] = {}
        for name in "abcd":
            shares = EVERYONE * np.exp(random.normal(0, 0.4, 16))
            named = dict(zip(IDS, shares.tolist(), strict=True))
            sides[side][name] = {"shares": named, "profile": named, "tension": 900}
    return Ordinary.of(sides)


def mapped(inside: np.ndarray, customers: np.ndarray, known: Ordinary | None, *, seed: int = 0) -> OverlapMap:
    random = np.random.default_rng(seed)
    made = drawn(random, "internal", 600, inside, IDS) + drawn(random, "customer", 600, customers, IDS)
    return overlap_map(statements(made, IDS), TAXONOMY, context=Context(ordinary=known))


def test_what_everyone_says_is_not_above_the_ordinary() -> None:
    random = np.random.default_rng(5)
    places = []
    for seed in range(15):
        one, other = (EVERYONE * np.exp(random.normal(0, 0.4, 16)) for _ in range(2))
        found = mapped(one, other, ordinary(seed=seed), seed=seed).ordinary
        assert found is not None
        places.append(found.place)
    assert places.count(Place.ABOVE) <= 1


def test_a_profile_of_their_own_on_both_sides_is_above() -> None:
    own = EVERYONE[::-1]
    found = mapped(own, own, ordinary()).ordinary
    assert found is not None
    assert found.place is Place.ABOVE
    assert found.team[1] < 0.8


def test_sides_with_nothing_in_common_are_below() -> None:
    one, other = (np.where(np.arange(16) % 2 == half, EVERYONE, 0.001) for half in (0, 1))
    found = mapped(one, other, ordinary()).ordinary
    assert found is not None
    assert found.place is Place.BELOW


def test_without_a_reference_nothing_is_said() -> None:
    for known in (None, Ordinary({})):
        found = mapped(EVERYONE, EVERYONE, known)
        assert found.ordinary is None
        assert (
            ordinary_sentence(found, Messages("de"))
            == ordinary_shares_sentence(found, "value", Messages("de"))
            == ""
        )


def test_a_theme_the_reference_does_not_know_has_no_span() -> None:
    known = ordinary()
    few = {
        side.value: {
            each.name: {
                "shares": {k: v for k, v in each.shares.items() if k != "value"},
                "profile": each.profile,
            }
            for each in known.sides[side]
        }
        for side in Side
    }
    found = mapped(EVERYONE, EVERYONE, Ordinary.of(few))
    assert found.ordinary is not None
    assert "value" not in found.ordinary.spans
    assert "respect" in found.ordinary.spans


def test_the_shipped_reference_knows_every_theme_and_no_text() -> None:
    plain = beside("fast", "reference")
    known = Ordinary.of(plain)
    assert all(known.span(side, key) for side in Side for key in IDS)
    for sources in plain.values():
        for each in sources.values():
            assert set(each) == {"tension", "shares", "profile"}
            assert all(0 <= value <= 1 for value in (*each["shares"].values(), *each["profile"].values()))


@pytest.mark.parametrize(
    ("lang", "own", "ending"),
    [
        ("en", EVERYONE[::-1], "What was found lies clearly above both: these two sides share more than is usual."),
        ("de", EVERYONE[::-1], "Gefunden wurde deutlich mehr als beides: Diese beiden Seiten teilen mehr als üblich."),
        ("en", EVERYONE, "What was found does not stand out from that: so much is shared by people, too, who have nothing to do with each other."),
        ("de", EVERYONE, "Der gefundene Wert hebt sich davon nicht ab: So viel haben auch Menschen gemein, die nichts miteinander zu tun haben."),
    ],
)  # fmt: skip
def test_the_comparison_in_a_sentence(lang: str, own: np.ndarray, ending: str) -> None:
    said = ordinary_sentence(mapped(own, own, ordinary()), Messages(lang))
    assert said.startswith(
        "For comparison: with complaints" if lang == "en" else "Zum Vergleich: Mit Beschwerden"
    )
    assert said.endswith(ending)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "Here both sides clearly speak of it more."),
        ("de", "Hier sprechen beide Seiten deutlich mehr davon."),
    ],
)
def test_a_theme_beyond_the_ordinary_is_told(lang: str, expected: str) -> None:
    found = mapped(EVERYONE[::-1], EVERYONE[::-1], ordinary())
    assert ordinary_shares_sentence(found, IDS[15], Messages(lang)).endswith(expected)
    assert not ordinary_shares_sentence(found, IDS[0], Messages(lang)).endswith(expected)
