"""Intervals: known values, clusters, and the ends of the scale."""

from __future__ import annotations

import numpy as np
import pytest

from analyzer.overlap.shares import design_effects, effective_sizes, estimates, wilson


def hits(*marked: int) -> np.ndarray:
    return np.array(marked, bool)[:, None]


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [  # Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (29, 29, 0.8830, 1.0),
    ],
)
def test_independent_statements_give_wilson(count: int, total: int, low: float, high: float) -> None:
    marked = np.arange(total)[:, None] < count
    found = estimates(marked, np.arange(total))[0]
    z_over_t = found.effective / total
    assert 0.6 < z_over_t <= 1
    ends = wilson(np.array([count / total]), np.array([float(total)]))
    assert (float(ends[0][0]), float(ends[1][0])) == pytest.approx((low, high), abs=6e-5)
    assert found.share.low <= low + 6e-5
    assert found.share.high >= high - 6e-5


def test_single_statement_documents_have_no_design_effect() -> None:
    assert design_effects(hits(1, 0, 0, 1, 0), np.arange(5)) == pytest.approx([1.0])


def test_design_effect_by_hand() -> None:
    # Two documents of two, all or nothing: v = 2/1 * (1 + 1) / 16 = 1/4, independent = 1/4 / 3.
    assert design_effects(hits(1, 1, 0, 0), np.array([0, 0, 1, 1])) == pytest.approx([3.0])


def test_statements_unlike_inside_a_document_do_not_count_for_more() -> None:
    assert design_effects(hits(1, 0, 1, 0), np.array([0, 0, 1, 1])) == pytest.approx([1.0])


def test_one_document_is_one_voice() -> None:
    assert effective_sizes(hits(1, 0, 1, 0), np.zeros(4, int)) == pytest.approx([1.0])


@pytest.mark.parametrize("marked", [0, 1])
def test_none_and_all_stay_inside_the_scale(marked: int) -> None:
    found = estimates(np.full((12, 2), bool(marked)), np.repeat(np.arange(4), 3))[0].share
    assert found.share == marked
    assert 0 <= found.low < found.high <= 1
    assert (found.low if marked == 0 else found.high) == marked


def test_nothing_gives_the_whole_scale() -> None:
    found = estimates(np.zeros((0, 1), bool), np.zeros(0, int))[0]
    assert (found.share.low, found.share.high, found.effective) == (0, 1, 0)


@pytest.mark.parametrize(
    ("documents", "size", "likeness"),
    [(300, 1, 0.0), (100, 3, 0.1), (60, 5, 0.2), (20, 8, 0.1), (200, 3, 0.3)],
)
def test_intervals_cover(documents: int, size: int, likeness: float) -> None:
    random = np.random.default_rng(1)
    truth = np.array([0.25, 0.18, 0.15, 0.12, 0.1, 0.08, 0.06, 0.05, 0.03, 0.02])
    covered = []
    for _ in range(200):
        clusters = np.repeat(np.arange(documents), 1 + random.poisson(size - 1, documents))
        more = (1 - likeness) / max(likeness, 1e-9)
        chance = random.beta(truth * more, (1 - truth) * more, (documents, 10)) if likeness else truth
        drawn = random.random((len(clusters), 10)) < (chance[clusters] if likeness else chance)
        covered += [
            found.share.low <= p <= found.share.high
            for found, p in zip(estimates(drawn, clusters), truth, strict=True)
        ]
    assert 0.93 <= np.mean(covered) <= 0.975
