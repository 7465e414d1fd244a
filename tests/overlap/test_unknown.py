"""The unknown: what carries no theme is counted, grouped where it is alike, and named in its own words."""

# ruff: noqa: E501  (whole sentences, each in one line)

from __future__ import annotations

import numpy as np
import pytest
from made import rows, table

from analyzer.messages import Messages
from analyzer.overlap import Context, Unknown, group_name, group_sentence, overlap_map, unknown_sentence
from analyzer.overlap.finding import Share
from analyzer.overlap.grouping import groups
from analyzer.overlap.unknown import Group
from analyzer.tables import Statements
from analyzer.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
IDS = TAXONOMY.ids


def unit(vectors: np.ndarray) -> np.ndarray:
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def planted(seed: int = 0, *, alike: int = 8, count: int = 80) -> tuple[Statements, list[tuple[str, ...]]]:
    """Both sides speak of parking, which is no theme, `alike` times each; half of the others carry a theme."""
    random = np.random.default_rng(seed)
    made, words, vectors = [], [], random.standard_normal((2 * count, 64))
    parking = 3 * random.standard_normal(64)
    for place, each in enumerate([*rows("internal", count), *rows("customer", count)]):
        parks = place % count < alike
        vectors[place] += parking if parks else 0
        made.append(each | {"themes": [] if parks or place % 2 else [IDS[place % 16]]})
        words.append(("Parkplatz", "Auto") if parks else (f"wort{place % 7}", f"wort{place % 11}"))
    return Statements(table(made), np.full((len(made), 16), 0.5), unit(vectors), IDS), words


def of(given: Statements, words: list[tuple[str, ...]]) -> Unknown:
    return overlap_map(given, TAXONOMY, context=Context(words=words)).unknown


def test_what_is_alike_becomes_a_group_with_its_own_words() -> None:
    found = of(*planted())
    assert (found.internal.count, found.internal.total) == (44, 80)
    first = found.groups[0]
    assert (first.internal, first.customer, first.shared) == (8, 8, True)
    assert set(first.words) == {"Parkplatz", "Auto"}
    assert len(first.internal_quotes) == len(first.customer_quotes) == 5


def test_what_is_like_nothing_forms_no_large_group() -> None:
    found = of(*planted(alike=0))
    assert all(group.internal + group.customer <= 5 for group in found.groups)


def test_one_document_is_no_group() -> None:
    given, words = planted()
    one = given.table.assign(
        document=[
            "letter" if "Auto" in said else name
            for name, said in zip(given.table["document"], words, strict=True)
        ]
    )
    found = of(Statements(one, given.scores, given.vectors, IDS), words)
    assert all("Auto" not in group.words for group in found.groups)


def test_an_item_that_every_agenda_repeats_is_no_group() -> None:
    given, words = planted()
    same = given.table.assign(
        text=[
            "was wurde getan" if "Auto" in said else text
            for text, said in zip(given.table["text"], words, strict=True)
        ]
    )
    found = of(Statements(same, given.scores, given.vectors, IDS), words)
    assert all("Auto" not in group.words for group in found.groups)


def test_order_of_rows_changes_nothing() -> None:
    given, words = planted()
    order = np.random.default_rng(0).permutation(len(given))
    other = Statements(given.table.iloc[order], given.scores[order], given.vectors[order], IDS)
    assert of(given, words) == of(other, [words[i] for i in order])


def test_neutral_statements_are_not_counted() -> None:
    given, words = planted()
    calm = given.table.assign(tone="neutral")
    found = of(Statements(calm, given.scores, given.vectors, IDS), words)
    assert found.internal.total == 0
    assert not found.groups


def test_without_vectors_there_are_counts_but_no_groups() -> None:
    given, words = planted()
    found = of(Statements(given.table, given.scores, np.zeros((len(given), 0)), IDS), words)
    assert found.internal.count == 44
    assert not found.groups


def test_many_rows_are_grouped_by_a_sample_that_the_others_join() -> None:
    random = np.random.default_rng(0)
    centres = unit(random.standard_normal((3, 32)))
    truth = np.arange(6000) % 4
    vectors = random.standard_normal((6000, 32))
    vectors[truth < 3] = 0.1 * vectors[truth < 3] + centres[truth[truth < 3]]
    found = [each for each in groups(unit(vectors), 0.5) if len(each) > 200]
    assert len(found) == 3
    assert all(len(set(truth[each])) == 1 for each in found)
    assert sum(map(len, found)) > 0.7 * 4500
    assert groups(unit(vectors)[:1], 0.5) == []


GROUP = Group(("Parkplatz", "Auto"), 4, 2, (), ())


@pytest.mark.parametrize(
    ("lang", "group", "expected"),
    [
        ("en", GROUP, "4 statements inside, 2 statements of customers: perhaps a theme that both share"),
        ("de", GROUP, "4 Aussagen innen, 2 Aussagen von Kunden: vielleicht ein Thema, das beide teilen"),
        ("de", Group((), 0, 3, (), ()), "3 Aussagen von Kunden"),
        ("de", Group((), 4, 1, (), ()), "4 Aussagen innen, 1 Aussage von Kunden"),
        ("en", Group((), 3, 0, (), ()), "3 statements inside"),
    ],
)
def test_groups_in_words(lang: str, group: Group, expected: str) -> None:
    assert group_sentence(group, Messages(lang)) == expected
    assert group_name(group, Messages(lang)) in {
        "Parkplatz, Auto",
        "alike without a common word",
        "ähnlich ohne gemeinsames Wort",
    }


@pytest.mark.parametrize(
    ("lang", "groups_found", "expected"),
    [
        ("en", (GROUP,), "Statements with tension or a coolspot that carry none of the themes: inside 12 of 80 (15%), with customers none of 9. Some of them are alike and form 1 group."),
        ("de", (GROUP, GROUP), "Aussagen mit Spannung oder Coolspot, die keines der Themen tragen: innen 12 von 80 (15 %), bei Kunden keine von 9. Einige davon ähneln einander und bilden 2 Gruppen."),
        ("de", (), "Aussagen mit Spannung oder Coolspot, die keines der Themen tragen: innen 12 von 80 (15 %), bei Kunden keine von 9."),
    ],
)  # fmt: skip
def test_the_unknown_in_a_sentence(lang: str, groups_found: tuple[Group, ...], expected: str) -> None:
    found = Unknown(Share(12, 80, 0.1, 0.2), Share(0, 9, 0.0, 0.3), groups_found)
    assert unknown_sentence(found, Messages(lang)) == expected


def test_nothing_felt_is_said_so() -> None:
    found = Unknown(Share(0, 0, 0.0, 1.0), Share(0, 0, 0.0, 1.0))
    assert unknown_sentence(found, Messages("de")) == "Aussagen mit Spannung oder Coolspot gibt es nicht."
