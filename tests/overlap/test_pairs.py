"""Pairs: statements that say the same are found, each once, and nothing far apart is called near."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from made import rows, table

from analyzer.overlap import OverlapMap, overlap_map
from analyzer.overlap.nearest import nearest
from analyzer.tables import Statements, Tone
from analyzer.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
IDS = TAXONOMY.ids


def unit(vectors: np.ndarray) -> np.ndarray:
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def planted(seed: int = 0, *, twins: int = 4, tone: str = "tension", count: int = 60) -> Statements:
    """Statements of two themes with random vectors; the first `twins` of both sides mean the same."""
    random = np.random.default_rng(seed)
    made = [
        each | {"themes": ["respect" if i % 2 == 0 else "value"], "tone": tone}
        for side in ("internal", "customer")
        for i, each in enumerate(rows(side, count))
    ]
    vectors = random.standard_normal((2 * count, 64))
    for i in range(0, 2 * twins, 2):
        vectors[count + i] = vectors[i] + 0.4 * random.standard_normal(64)
        made[i] |= {"lang": "de"}
        made[count + i] |= {"lang": "en"}
    return Statements(table(made), np.full((len(made), len(IDS)), 0.5), unit(vectors), IDS)


def of(given: Statements) -> OverlapMap:
    return overlap_map(given, TAXONOMY)


def test_exact_search_finds_what_sorting_finds() -> None:
    random = np.random.default_rng(1)
    queries, base = (random.standard_normal((n, 16)).astype(np.float32) for n in (1500, 9000))
    found = nearest(queries, base, 7)
    products = queries @ base.T
    expected = np.argsort(-products, axis=1)[:, :7]
    assert (found.place == expected).mean() > 0.9999
    assert found.product == pytest.approx(np.take_along_axis(products, expected, axis=1), abs=1e-4)


def test_search_in_little_or_nothing() -> None:
    vectors = np.eye(3, dtype=np.float32)
    assert nearest(vectors, vectors[:2], 5).place.shape == (3, 2)
    assert nearest(vectors[:0], vectors, 2).place.shape == (0, 2)


def test_exact_search_takes_hardly_more_than_its_products(
    seconds: Callable[[Callable[[], object]], float],
) -> None:
    random = np.random.default_rng(1)
    queries, base = (random.standard_normal((n, 256)).astype(np.float32) for n in (1000, 30_000))
    products = min(seconds(lambda: queries @ base.T) for _ in range(3))
    assert min(seconds(lambda: nearest(queries, base, 5)) for _ in range(3)) <= 2.5 * products + 0.05


@pytest.mark.parametrize("tone", [Tone.TENSION, Tone.COOLSPOT])
def test_planted_twins_are_found_across_languages(tone: Tone) -> None:
    given = planted(tone=tone.value)
    found = of(given).pairs_of("respect", tone)
    twins = {(f"internal-{i}", f"customer-{i}") for i in (0, 2, 4, 6)}
    assert {(pair.internal.id, pair.customer.id) for pair in found} >= twins
    first = found[0]
    assert (first.internal.lang, first.customer.lang) == ("de", "en")
    assert first.likeness > 0.8
    assert not of(given).pairs_of("respect", Tone.NEUTRAL)


def test_no_statement_and_no_text_is_in_two_pairs() -> None:
    given = planted(twins=8)
    doubled = given.table.assign(themes=[["respect", "value"]] * len(given))
    found = of(Statements(doubled, given.scores, given.vectors, IDS)).pairs
    said = [quote.id for pair in found for quote in (pair.internal, pair.customer)]
    assert len(said) == len(set(said)) > 8
    same = doubled.assign(text=["same"] * 60 + list(doubled["text"][60:]))
    assert len(of(Statements(same, given.scores, given.vectors, IDS)).pairs) <= 1


def test_at_most_five_pairs_a_theme() -> None:
    assert len(of(planted(twins=20)).pairs_of("respect")) == 5


def test_chance_makes_few_pairs() -> None:
    assert np.mean([len(of(planted(seed, twins=0)).pairs) for seed in range(20)]) < 3


def test_the_same_station_of_the_cycle_decides_between_equals() -> None:
    given = planted(twins=1)
    vectors = given.vectors.copy()
    vectors[62] = vectors[60]
    phases = ["give" if i in (0, 62) else "none" for i in range(120)]
    found = of(Statements(given.table.assign(phase=phases), given.scores, vectors, IDS)).pairs_of("respect")
    assert (found[0].internal.id, found[0].customer.id) == ("internal-0", "customer-2")
    assert found[0].phase == "give"


def test_order_of_rows_changes_nothing() -> None:
    given = planted(3)
    order = np.random.default_rng(0).permutation(len(given))
    other = Statements(given.table.iloc[order], given.scores[order], given.vectors[order], IDS)
    assert of(given).pairs == of(other).pairs


def test_without_vectors_or_a_side_there_are_no_pairs() -> None:
    given = planted()
    assert of(Statements(given.table, given.scores, np.zeros((len(given), 0)), IDS)).pairs == ()
    assert of(given.where(np.arange(len(given)) < 60)).pairs == ()
