"""No group under the limit is shown, whatever was shown before."""

from __future__ import annotations

import itertools
import random

import pytest

from analyzer.privacy import Disclosure, Limits, Shown

SEQUENCES = 10_000


def test_small_groups_and_small_remainders_are_hidden():
    side = Disclosure(frozenset(range(20)))
    assert not side.may(range(4)).allowed
    assert side.may(range(5)).allowed and side.may(range(15)).allowed and side.may(range(20)).allowed
    assert not side.may(range(16)).allowed, "the other four could be had by subtraction"
    assert not side.may(range(9), Shown.QUOTE).allowed and side.may(range(10), Shown.QUOTE).allowed
    assert "{limit}" in side.may(range(4)).reason.template


def test_two_overlapping_filters_single_nobody_out():
    side = Disclosure(frozenset(range(40))).show(range(20))
    assert not side.may(range(18)).allowed, "two people are in the first and not in the second"
    assert not side.may(range(2, 22)).allowed
    assert side.may(range(10)).allowed
    with pytest.raises(ValueError, match="may not be shown"):
        side.show(range(18))


def test_three_filters_single_nobody_out_where_two_do_not():
    side = Disclosure(frozenset(range(60))).show(range(30)).show(range(20, 50))
    assert not side.may([*range(5, 20), *range(30, 50), 50]).allowed


def test_quotes_of_overlapping_filters_need_their_own_size():
    side = Disclosure(frozenset(range(60))).show(range(30), Shown.QUOTE)
    assert not side.may(range(7, 37), Shown.QUOTE).allowed
    assert side.may(range(7, 37)).allowed and side.may(range(10, 40), Shown.QUOTE).allowed


def test_groups_side_by_side_hide_a_second_one_where_one_would_be_uncovered():
    sizes = (12, 9, 6, 3)
    starts = [0, *itertools.accumulate(sizes)]
    groups = [range(a, b) for a, b in itertools.pairwise(starts)]
    assert Disclosure(frozenset(range(30))).may_show_together(groups) == (True, True, False, False)


@pytest.mark.parametrize("limits", [Limits(), Limits(count=3, quote=6)], ids=str)
def test_ten_thousand_attacks_isolate_nobody(limits):
    """Random filters by unit, month, theme and their unions, as an attacker would try who subtracts."""
    chance = random.Random(7)
    shown = 0
    for _ in range(SEQUENCES // 2):
        people, side = _people(chance), None
        side = Disclosure(frozenset(range(len(people))), limits)
        answers: dict[Shown, list[frozenset[int]]] = {kind: [] for kind in Shown}
        for _ in range(chance.randint(3, 8)):
            kind, chosen = chance.choice(list(Shown)), _filter(people, chance)
            if side.may(chosen, kind).allowed:
                side = side.show(chosen, kind)
                answers[kind].append(chosen)
        shown += sum(map(len, answers.values()))
        assert _smallest_told_apart(len(people), answers[Shown.COUNT] + answers[Shown.QUOTE]) >= limits.count
        assert _smallest_told_apart(len(people), answers[Shown.QUOTE]) >= limits.quote
    assert shown > SEQUENCES // 2, "an answer that is never given protects everybody and helps nobody"


def _people(chance: random.Random) -> list[tuple[int, int, int]]:
    n, units = chance.randint(12, 90), chance.randint(2, 6)
    return [(chance.randrange(units), chance.randrange(4), chance.randrange(5)) for _ in range(n)]


def _filter(people: list[tuple[int, int, int]], chance: random.Random) -> frozenset[int]:
    """Everybody whose attributes lie in random sets, or everybody but them, or a random handful more."""
    wanted = [{k for k in range(6) if chance.random() < 0.7} for _ in range(3)]
    chosen = {n for n, one in enumerate(people) if all(a in w for a, w in zip(one, wanted, strict=True))}
    if chance.random() < 0.2:
        chosen = set(range(len(people))) - chosen
    if chance.random() < 0.3:
        chosen ^= set(chance.sample(range(len(people)), chance.randint(1, 3)))
    return frozenset(chosen)


def _smallest_told_apart(n: int, answers: list[frozenset[int]]) -> int:
    """The smallest group with one pattern of being in or out of the answers, counted apart from the code."""
    patterns: dict[tuple[bool, ...], int] = {}
    for one in range(n):
        pattern = tuple(one in answer for answer in answers)
        patterns[pattern] = patterns.get(pattern, 0) + 1
    return min(patterns.values()) if answers else n
