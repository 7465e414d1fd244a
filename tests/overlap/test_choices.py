"""What people decide about pairs holds, and a person with many documents is one voice."""

from __future__ import annotations

import numpy as np
import pytest
from made import row, rows, statements, table
from test_pairs import planted

from analyzer.overlap import Choices, Context, OverlapMap, overlap_map
from analyzer.tables import Statements, Tone
from analyzer.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
IDS = TAXONOMY.ids


def mapped(given: Statements, **choices: frozenset[tuple[str, str]]) -> OverlapMap:
    return overlap_map(given, TAXONOMY, context=Context(choices=Choices(**choices)))


def ids(found: OverlapMap) -> list[tuple[str, str]]:
    return [(pair.internal.id, pair.customer.id) for pair in found.pairs]


def test_a_dismissed_pair_is_never_shown_again() -> None:
    given = planted()
    first = ids(mapped(given))
    left = ids(mapped(given, dismissed=frozenset(first[:1])))
    assert first[0] not in left
    assert set(first[1:]) <= set(left)


def test_a_pinned_pair_is_shown_first_whatever_its_likeness() -> None:
    given = planted()
    pin = ("internal-20", "customer-31")
    found = mapped(given, pinned=frozenset([pin]), dismissed=frozenset([pin]))
    shown = [pair for pair in found.pairs if pair.pinned]
    assert [(pair.internal.id, pair.customer.id, pair.key) for pair in shown] == [(*pin, "respect")]
    assert found.pairs_of("respect")[0].pinned
    assert {pair for pair in ids(found) if pair != pin} == set(ids(mapped(given)))


@pytest.mark.parametrize("pin", [("nobody", "customer-1"), ("customer-1", "internal-1")])
def test_a_pin_that_is_no_pair_is_left_out(pin: tuple[str, str]) -> None:
    given = planted()
    assert ids(mapped(given, pinned=frozenset([pin]))) == ids(mapped(given))


def test_pinned_coolspots_are_found_among_the_coolspots() -> None:
    found = mapped(planted(tone="coolspot"), pinned=frozenset([("internal-20", "customer-30")]))
    assert found.pairs_of("respect", Tone.COOLSPOT)[0].internal.id == "internal-20"


def test_a_person_with_many_documents_is_one_voice() -> None:
    made = [*rows("internal", 30, themes=["respect"]), *rows("internal", 70, 30), *rows("customer", 100)]
    given = statements(made, IDS)
    authors = {f"internal-{i}": "person-1" for i in range(30)}
    alone, one = (
        overlap_map(given, TAXONOMY, context=Context(authors=known)).theme("respect").internal.tension
        for known in ({}, authors)
    )
    assert one.count == alone.count == 30
    assert one.high - one.low > 1.5 * (alone.high - alone.low)


def test_the_same_name_on_both_sides_is_not_the_same_person() -> None:
    given = statements([row("internal", 0), row("customer", 0)], IDS)
    shared = Context(authors={"internal-0": "a", "customer-0": "a"})
    assert overlap_map(given, TAXONOMY, context=shared).themes == overlap_map(given, TAXONOMY).themes


def test_pins_need_no_vectors() -> None:
    made = rows("internal", 2, themes=["value"]) + rows("customer", 2, themes=["value"])
    given = Statements(table(made), np.full((4, len(IDS)), 0.5), np.zeros((4, 0)), IDS)
    assert mapped(given, pinned=frozenset([("internal-0", "customer-1")])).pairs == ()
