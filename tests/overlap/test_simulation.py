"""Planted mirrors are found, and where there is none nothing one-sided is claimed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from made import drawn, statements
from trials import FAST, GOOD, WORLDS, Reader, accuracy, maps_with_false_verdicts, right

from analyzer.overlap import VerdictKind, overlap_map
from analyzer.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
IDS = TAXONOMY.ids
ORDINARY = np.linspace(0.12, 0.01, len(IDS))
ONE_SIDED = {VerdictKind.INSIDE_ONLY, VerdictKind.CUSTOMERS_ONLY, VerdictKind.REVERSED}


def verdicts(
    seed: int, inside: Sequence[float], customers: Sequence[float], *, count: int
) -> list[VerdictKind]:
    random = np.random.default_rng(seed)
    made = drawn(random, "internal", count, inside, IDS)
    made += drawn(random, "customer", count, customers, IDS, size=3)
    return [finding.verdict.kind for finding in overlap_map(statements(made, IDS), TAXONOMY, quotes=1).themes]


def planted(first: float) -> np.ndarray:
    return np.concatenate([[first], ORDINARY[1:]])


@pytest.mark.parametrize(
    ("inside", "customers", "expected"),
    [
        (0.15, 0.15, VerdictKind.MIRRORED),
        (0.20, 0.16, VerdictKind.MIRRORED),
        (0.20, 0.04, VerdictKind.INSIDE_ONLY),
        (0.04, 0.20, VerdictKind.CUSTOMERS_ONLY),
    ],
)
def test_what_was_planted_is_found(inside: float, customers: float, expected: VerdictKind) -> None:
    found = [verdicts(seed, planted(inside), planted(customers), count=300)[0] for seed in range(30)]
    assert np.mean([kind is expected for kind in found]) >= 0.9


def test_three_times_as_much_is_no_mirror() -> None:
    found = [verdicts(seed, planted(0.18), planted(0.06), count=300)[0] for seed in range(30)]
    assert np.mean([kind is VerdictKind.MIRRORED for kind in found]) <= 0.07


@pytest.mark.parametrize("count", [60, 300])
def test_equal_sides_are_not_called_one_sided(count: int) -> None:
    found = [verdicts(100 + seed, ORDINARY, ORDINARY, count=count) for seed in range(40)]
    assert np.mean([bool(ONE_SIDED & set(kinds)) for kinds in found]) <= 0.05


@pytest.mark.parametrize("reader", [None, GOOD], ids=["no errors", "errors"])
@pytest.mark.parametrize("world", WORLDS)
def test_hardly_a_map_says_what_is_not_so(world: str, reader: Reader | None) -> None:
    """The 5 % that are allowed, and what chance adds to 40 trials."""
    assert maps_with_false_verdicts(world, count=1200, reader=reader, trials=40) <= 0.10


def test_planted_themes_are_found_through_reading_errors() -> None:
    assert right(0.15, 0.15, VerdictKind.MIRRORED, count=1200, reader=GOOD, trials=30) >= 0.9
    assert right(0.2, 0.04, VerdictKind.INSIDE_ONLY, count=1200, reader=GOOD, trials=30) >= 0.9


@pytest.mark.parametrize("reader", [None, GOOD, FAST], ids=["no errors", "errors", "many errors"])
def test_intervals_cover_the_shares_of_all_themes(reader: Reader | None) -> None:
    assert 0.93 <= accuracy(count=600, reader=reader, trials=20).coverage <= 0.98


def test_corrected_shares_err_at_most_half_as_much() -> None:
    found = accuracy(count=2400, reader=GOOD, trials=15)
    assert found.corrected <= 0.5 * found.counted
