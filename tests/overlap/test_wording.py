"""Words: what sets the sides apart inside a theme, and what they share."""

# ruff: noqa: E501  (whole sentences, each in one line)

from __future__ import annotations

import numpy as np
import pytest
from made import rows, statements

from analyzer.messages import Messages
from analyzer.overlap import Context, Wording, overlap_map, wording_sentence
from analyzer.overlap.word_tests import log_odds_z
from analyzer.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
IDS = TAXONOMY.ids
COMMON = [f"wort{i}" for i in range(60)]


def spoken(
    random: np.random.Generator, inside: list[str], customers: list[str], *, count: int = 40
) -> tuple[list[dict[str, object]], list[tuple[str, ...]]]:
    """Statements of two themes; those of respect also use the words given, in two cases of three."""
    made = [
        each | {"themes": ["respect" if i % 2 else "value"]}
        for side in ("internal", "customer")
        for i, each in enumerate(rows(side, count))
    ]
    words = []
    for each in made:
        said = list(random.choice(COMMON, 5, replace=False))
        if each["themes"] == ["respect"] and random.random() < 2 / 3:
            said += inside if each["side"] == "internal" else customers
        words.append(tuple(said))
    return made, words


def wording(made: list[dict[str, object]], words: list[tuple[str, ...]], key: str = "respect") -> Wording:
    return overlap_map(statements(made, IDS), TAXONOMY, context=Context(words=words)).wording(key)


def test_log_odds_by_hand() -> None:
    one, other, background = np.array([6.0, 4.0]), np.array([1.0, 9.0]), np.array([5.0, 15.0])
    # The prior weighs 10, the size of the smaller corpus: 2.5 and 7.5.
    odds = np.log(8.5 / 11.5) - np.log(3.5 / 16.5)
    assert log_odds_z(one, other, background)[0] == pytest.approx(odds / np.sqrt(1 / 8.5 + 1 / 3.5))
    assert log_odds_z(one, one, background) == pytest.approx([0, 0])


def test_planted_words_are_found_and_marked_as_clear() -> None:
    made, words = spoken(np.random.default_rng(1), ["Druck", "Ton"], ["Ton", "Anschreien"])
    found = wording(made, words)
    assert [word.text for word in found.internal if word.clear] == ["Druck"]
    assert [word.text for word in found.customer if word.clear] == ["Anschreien"]
    assert "Ton" in [word.text for word in found.shared if word.clear]
    assert found.internal[0].customer == 0


def test_a_document_counts_once_for_a_word() -> None:
    made, words = spoken(np.random.default_rng(1), ["Druck"], [])
    one_letter = [
        each | {"document": each["side"] if "Druck" in said else each["document"]}
        for each, said in zip(made, words, strict=True)
    ]
    found = wording(one_letter, words)
    assert "Druck" not in [word.text for word in found.internal]


def test_languages_are_not_compared_with_each_other() -> None:
    made, words = spoken(np.random.default_rng(1), ["Druck"], ["pressure"])
    mixed = [each | {"lang": "de" if each["side"] == "internal" else "en"} for each in made]
    assert wording(mixed, words) == Wording()
    assert wording_sentence(Wording(), Messages("de")) == ""


def test_names_of_units_are_no_words() -> None:
    made, words = spoken(np.random.default_rng(1), ["Seelau", "Druck"], [])
    named = [each | {"unit": "Filiale Seelau"} for each in made]
    assert [word.text for word in wording(named, words).internal if word.clear] == ["Druck"]


def test_order_of_rows_changes_nothing() -> None:
    made, words = spoken(np.random.default_rng(2), ["Druck"], ["Anschreien"])
    order = np.random.default_rng(0).permutation(len(made))
    assert wording(made, words) == wording([made[i] for i in order], [words[i] for i in order])


def test_where_nothing_differs_hardly_a_word_is_called_clear() -> None:
    false = 0
    for seed in range(60):
        found = wording(*spoken(np.random.default_rng(seed), [], [], count=120))
        false += any(word.clear for word in (*found.internal, *found.customer))
    assert false <= 3


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "Said clearly more often inside: “Druck”. Said clearly more often by customers: “Anschreien”. Typical of this theme on both sides: “Ton”."),
        ("de", "Innen deutlich öfter gesagt: „Druck“. Von Kunden deutlich öfter gesagt: „Anschreien“. Typisch für dieses Thema auf beiden Seiten: „Ton“."),
    ],
)  # fmt: skip
def test_the_words_in_a_sentence(lang: str, expected: str) -> None:
    made, words = spoken(np.random.default_rng(1), ["Druck", "Ton"], ["Ton", "Anschreien"])
    assert wording_sentence(wording(made, words), Messages(lang)) == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "No word sets the two sides clearly apart on this theme."),
        ("de", "Kein Wort unterscheidet die beiden Seiten bei diesem Thema deutlich."),
    ],
)
def test_nothing_clear_is_said_so(lang: str, expected: str) -> None:
    made, words = spoken(np.random.default_rng(5), ["Druck"], [], count=14)
    found = wording(made, words)
    assert found.internal
    assert wording_sentence(found, Messages(lang)) == expected
