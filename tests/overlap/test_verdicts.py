"""Verdicts: hand-made cases on both sides of every boundary."""

from __future__ import annotations

import pytest
from scipy.stats import norm

from analyzer.overlap.result import Share, VerdictKind
from analyzer.overlap.shares import NOTHING, Estimate, wilson
from analyzer.overlap.verdicts import Matter, difference, ratio_interval, verdicts


def said(count: int, total: int) -> Estimate:
    if not total:
        return NOTHING
    low, high = wilson(count / total, total)
    return Estimate(Share(count, total, float(low), float(high)), float(total))


def kind(inside: Estimate, customers: Estimate, *praise: Estimate) -> VerdictKind:
    cool = praise or (NOTHING, NOTHING)
    return verdicts([Matter(inside, customers, *cool)])[0].kind


@pytest.mark.parametrize(
    ("inside", "customers", "expected"),
    [
        ((18, 120), (18, 120), "mirrored"),
        ((40, 300), (60, 300), "mirrored"),
        ((60, 300), (10, 300), "inside_only"),
        ((10, 300), (60, 300), "customers_only"),
        ((2, 300), (3, 300), "quiet"),
        ((0, 2000), (0, 2000), "quiet"),
        ((1, 100), (1, 100), "quiet"),
        ((15, 19), (1, 500), "too_little_data"),
        ((0, 0), (50, 300), "too_little_data"),
        ((0, 0), (0, 0), "too_little_data"),
        ((3, 30), (3, 30), "too_little_data"),
        ((40, 10000), (4, 10000), "quiet"),
    ],
)
def test_each_verdict(inside: tuple[int, int], customers: tuple[int, int], expected: str) -> None:
    assert kind(said(*inside), said(*customers)) == expected


def test_sides_are_treated_alike() -> None:
    swapped = {"inside_only": "customers_only", "customers_only": "inside_only"}
    for one in range(0, 60, 4):
        for other in range(0, 60, 4):
            there, back = kind(said(one, 200), said(other, 150)), kind(said(other, 150), said(one, 200))
            assert swapped.get(there, there) == back


def test_reversed_needs_clear_praise_and_little_tension_on_the_other_side() -> None:
    loud, calm, half = said(60, 300), said(4, 300), said(25, 300)
    assert kind(loud, calm, NOTHING, said(15, 60)) == "reversed"
    assert kind(calm, loud, said(15, 60), NOTHING) == "reversed"
    assert kind(loud, calm, NOTHING, said(4, 8)) == "inside_only"
    assert kind(loud, calm, NOTHING, said(1, 60)) == "inside_only"
    assert kind(loud, half, NOTHING, said(15, 60)) == "inside_only"
    assert kind(loud, calm, said(15, 60), NOTHING) == "inside_only"


def test_with_much_data_every_theme_gets_a_verdict() -> None:
    shares = [0.001, 0.02, 0.024, 0.03, 0.04, 0.048, 0.052, 0.06, 0.08, 0.09, 0.15, 0.3]
    total = 200_000
    for one in shares:
        for other in shares:
            found = kind(said(int(one * total), total), said(int(other * total), total))
            assert found != "too_little_data", (one, other)


def test_more_of_the_same_figures_never_takes_a_verdict_away() -> None:
    for one, other in [(15, 15), (15, 5), (5, 15), (1, 1), (30, 20)]:
        found = [kind(said(one * k, 100 * k), said(other * k, 100 * k)) for k in (2, 4, 8, 16, 32)]
        settled = [verdict for verdict in found if verdict != "too_little_data"]
        assert len(set(settled)) <= 1
        assert found[len(found) - len(settled) :] == settled


def test_false_discoveries_are_controlled_over_the_family() -> None:
    one, quiet = (
        Matter(said(24, 150), said(10, 150), NOTHING, NOTHING),
        Matter(said(9, 150), said(9, 150), NOTHING, NOTHING),
    )
    alone, among = verdicts([one])[0], verdicts([one, *[quiet] * 15])[0]
    assert alone.q_value == pytest.approx(difference(one.internal, one.customer))
    assert among.q_value == pytest.approx(16 * alone.q_value)
    assert (alone.kind, among.kind) == ("inside_only", "too_little_data")


def test_ratio_by_hand() -> None:
    ratio, low, high = ratio_interval(said(20, 100), said(10, 100))
    assert ratio == pytest.approx(20.5 / 10.5)
    spread = norm.ppf(0.95) * (1 / 20.5 + 1 / 10.5 - 2 / 100.5) ** 0.5
    assert (low, high) == pytest.approx((ratio * 2.718281828**-spread, ratio * 2.718281828**spread))
    assert ratio_interval(said(0, 0), said(10, 100)) == (1.0, 0.001, 1000)


def test_difference_is_the_more_careful_of_two_tests() -> None:
    assert difference(said(30, 100), said(15, 100)) == pytest.approx(0.0125, abs=0.003)
    assert difference(said(0, 30), said(300, 2000)) > 0.015
    assert difference(said(2, 30), said(20, 2000)) > 0.03
    assert difference(said(0, 50), said(0, 50)) == 1
