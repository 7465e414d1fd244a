"""What stands in for placeholders leads back to them exactly."""

from __future__ import annotations

import itertools

import pytest

from analyzer.privacy.stand_ins import NAMES, StandIns


def test_no_name_is_within_another():
    assert not [pair for pair in itertools.permutations(NAMES, 2) if pair[0].casefold() in pair[1].casefold()]


@pytest.mark.parametrize(
    "text",
    [
        "[Person 1]s Idee fand [Person 12] gut, [Person 1] auch.",
        "[Person 2]'s idea, said Anna, was [Person 1]'s.",
        " und ".join(f"[Person {n}]" for n in range(1, 50)),
        "Nobody, [Phone 1], [person 1].",
    ],
)
def test_the_way_back_is_exact(text):
    found = StandIns.of(text)
    assert found.restored(found.text) == text
    assert len(set(found.names.values())) == len(found.names) and (
        "Anna" not in text or "Anna" not in found.names.values()
    )
