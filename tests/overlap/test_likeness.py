"""The overlap as one number: known values, small samples, clusters, chance."""

from __future__ import annotations

import numpy as np
import pytest

from analyzer.overlap.likeness import divergence, overlap

TRUTH = np.array([0.25, 0.18, 0.15, 0.12, 0.1, 0.08, 0.07, 0.05])
TRUTH = TRUTH / TRUTH.sum()


def sample(random: np.random.Generator, documents: int, shares: np.ndarray) -> np.ndarray:
    return random.multinomial(1, shares, documents).astype(float)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([1.0, 1.0], [2.0, 2.0], 0.0),
        ([1.0, 0.0], [0.0, 3.0], 1.0),
        ([1.0, 0.0], [1.0, 1.0], 0.311278),  # H(3/4, 1/4) - H(1/2, 1/2) / 2
    ],
)
def test_divergence_of_known_profiles(one: list[float], other: list[float], expected: float) -> None:
    assert divergence(np.array(one), np.array(other)) == pytest.approx(expected, abs=1e-6)


def test_nothing_on_a_side_gives_no_number() -> None:
    assert overlap(np.zeros((3, 4)), np.ones((3, 4)), seed=0) is None
    assert overlap(np.ones((3, 4)), np.zeros((0, 4)), seed=0) is None


@pytest.mark.parametrize("documents", [1, 4])
def test_few_documents_give_no_number_that_looks_certain(documents: int) -> None:
    many = np.tile([[0.0, 2.0]], (50, 1))
    assert overlap(np.tile([[1.0, 0.0]], (documents, 1)), many, seed=0) is None


def test_sides_without_anything_in_common() -> None:
    found = overlap(np.tile([[1.0, 0.0]], (5, 1)), np.tile([[0.0, 2.0]], (5, 1)), seed=0)
    assert found is not None
    assert found.value == 0
    assert 0 <= found.low <= found.value <= found.high <= 1


@pytest.mark.parametrize("other", [TRUTH, TRUTH[::-1], np.roll(TRUTH, 2)], ids=["same", "turned", "shifted"])
def test_value_is_near_the_truth_and_the_interval_covers_it(other: np.ndarray) -> None:
    random = np.random.default_rng(5)
    truth = 1 - float(divergence(TRUTH, other)) ** 0.5
    found = [overlap(sample(random, 150, TRUTH), sample(random, 150, other), seed=i) for i in range(60)]
    results = [each for each in found if each is not None]
    assert np.mean([each.value for each in results]) == pytest.approx(truth, abs=0.08)
    assert np.mean([each.low <= truth <= each.high + 1e-12 for each in results]) >= 0.87


def test_documents_of_many_statements_give_a_wider_interval() -> None:
    random = np.random.default_rng(1)
    one, other = sample(random, 60, TRUTH), sample(random, 60, np.roll(TRUTH, 2))
    spread = [overlap(np.repeat(one, k, axis=0), np.repeat(other, k, axis=0), seed=0) for k in (1, 5)]
    grouped = overlap(one * 5, other * 5, seed=0)
    assert grouped == spread[0]
    assert spread[0] is not None
    assert spread[1] is not None
    assert spread[0].high - spread[0].low > 1.5 * (spread[1].high - spread[1].low)


def test_chance_is_the_likeness_of_themes_that_have_nothing_to_do_with_each_other() -> None:
    random = np.random.default_rng(2)
    same = overlap(sample(random, 3000, TRUTH), sample(random, 3000, TRUTH), seed=0)
    assert same is not None
    shuffled = [1 - float(divergence(TRUTH, random.permutation(TRUTH))) ** 0.5 for _ in range(2000)]
    assert same.chance == pytest.approx(np.mean(shuffled), abs=0.02)
    assert same.low > same.chance


def test_the_same_seed_gives_the_same_numbers_and_another_nearly() -> None:
    random = np.random.default_rng(4)
    one, other = sample(random, 200, TRUTH), sample(random, 200, np.roll(TRUTH, 1))
    first, again, third = (overlap(one, other, seed=seed) for seed in (1, 1, 2))
    assert first == again
    assert first is not None
    assert third is not None
    assert first.low == pytest.approx(third.low, abs=0.02)
