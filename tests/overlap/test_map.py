"""The whole map: counts, lenses, quotes, and what must not change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from made import drawn, row, rows, statements

from analyzer.overlap import OverlapMap, overlap_map
from analyzer.tables import Side, Statements
from analyzer.taxonomy import Taxonomy, load_taxonomy

TAXONOMY = load_taxonomy()
IDS = TAXONOMY.ids


def mixed(seed: int = 3) -> Statements:
    random = np.random.default_rng(seed)
    shares = np.linspace(0.02, 0.2, len(IDS))
    made = drawn(random, "internal", 150, shares, IDS) + drawn(random, "customer", 120, shares, IDS, size=3)
    for i, each in enumerate(made):
        each["tone"] = ("tension", "tension", "coolspot", "neutral")[i % 4]
        each["phase"] = ("give", "work_on", "none")[i % 3]
        if each["side"] == "internal" and each["tone"] != "neutral" and i % 5 == 0:
            each["image"] = ("burden", "partner")[i % 2]
    return statements(made, IDS, scores=random.random((len(made), len(IDS))).round(1))


def figures(found: OverlapMap) -> list[object]:
    """Everything the map says in numbers, but for its quotes and side summaries."""
    shares = [
        (share.count, share.total, round(share.low, 9), round(share.high, 9))
        for lens in (found.themes, found.cycle, found.criteria, found.principles)
        for finding in lens
        for voices in (finding.internal, finding.customer)
        for share in (voices.tension, voices.coolspot)
    ]
    lenses = (found.themes, found.cycle, found.criteria, found.principles)
    verdicts = [
        (f.verdict.kind, round(f.verdict.ratio, 9), round(f.verdict.q_value, 9))
        for lens in lenses
        for f in lens
    ]
    images = [(image.key, image.share.count, round(image.share.low, 9)) for image in found.images]
    overlap = found.overlap and tuple(round(x, 9) for x in vars(found.overlap).values())
    return [shares, verdicts, images, overlap]


def texts(found: OverlapMap) -> list[tuple[str, ...]]:
    return [
        tuple(quote.text for quote in quotes)
        for finding in (*found.themes, *found.cycle, *found.criteria, *found.principles)
        for voices in (finding.internal, finding.customer)
        for quotes in (voices.tension_quotes, voices.coolspot_quotes)
    ]


def in_order(given: Statements, order: np.ndarray) -> Statements:
    return Statements(given.table.iloc[order], given.scores[order], given.vectors[order], given.themes)


def test_order_of_rows_changes_nothing() -> None:
    given = mixed()
    one, other = (
        overlap_map(each, TAXONOMY)
        for each in (given, in_order(given, np.random.default_rng(0).permutation(len(given))))
    )
    assert figures(one) == figures(other)
    assert texts(one) == texts(other)
    assert one == overlap_map(given, TAXONOMY)


def test_names_of_documents_change_nothing() -> None:
    given = mixed()
    names = given.table["document"].map(lambda name: f"renamed {name[::-1]}")
    renamed = replace(given, table=given.table.assign(document=names))
    assert figures(overlap_map(given, TAXONOMY)) == figures(overlap_map(renamed, TAXONOMY))


def test_more_neutral_rows_change_nothing() -> None:
    given = mixed()
    neutral = given.where((given.table["tone"] == "neutral").to_numpy())
    doubled = Statements(
        pd.concat([given.table, neutral.table.assign(id="again " + neutral.table["id"])]),
        np.concatenate([given.scores, neutral.scores]),
        np.concatenate([given.vectors, neutral.vectors]),
        IDS,
    )
    one, other = overlap_map(given, TAXONOMY), overlap_map(doubled, TAXONOMY)
    assert figures(one) == figures(other)
    assert other.sides[Side.INTERNAL].neutral == 2 * one.sides[Side.INTERNAL].neutral


def test_swapping_the_sides_mirrors_the_map() -> None:
    given = mixed()
    other = {"internal": "customer", "customer": "internal"}
    swapped = replace(given, table=given.table.assign(side=given.table["side"].map(other)))
    one, back = overlap_map(given, TAXONOMY), overlap_map(swapped, TAXONOMY)
    for finding, mirror in zip(one.themes, back.themes, strict=True):
        assert finding.internal.tension == mirror.customer.tension
        assert finding.verdict.ratio == pytest.approx(1 / mirror.verdict.ratio)
        assert finding.verdict.q_value == pytest.approx(mirror.verdict.q_value)


def test_counts_by_hand() -> None:
    made = [
        row("internal", 0, themes=["respect", "fairness"], phase="give", image="burden"),
        row("internal", 1, themes=["respect"], tone="coolspot"),
        row("internal", 2, themes=["weather"], image="partner"),
        row("internal", 3, tone="neutral", image="burden"),
        row("customer", 0, themes=["fairness"], phase="give"),
    ]
    found = overlap_map(statements(made, IDS), TAXONOMY)
    inside = found.sides[Side.INTERNAL]
    assert (inside.documents, inside.statements, inside.tension, inside.coolspot, inside.neutral) == (
        4,
        4,
        2,
        1,
        1,
    )
    assert inside.without_theme == 2
    respect = found.theme("respect").internal
    assert (respect.tension.count, respect.tension.total) == (1, 2)
    assert (respect.coolspot.count, respect.coolspot.total) == (1, 1)
    assert (found.theme("purpose").internal.tension.count, found.theme("purpose").customer.tension.total) == (
        0,
        1,
    )
    give = next(finding for finding in found.cycle if finding.key == "give")
    assert (give.internal.tension.count, give.customer.tension.count) == (1, 1)
    images = {image.key: (image.share.count, image.share.total) for image in found.images}
    assert images == {"burden": (2, 3), "partner": (1, 3), "adversary": (0, 3), "dictator": (0, 3)}


def test_two_themes_of_one_criterion_count_once() -> None:
    both = [theme.id for theme in TAXONOMY.themes if theme.criterion == "equal_worth"][:2]
    found = overlap_map(statements([row("internal", 0, themes=both)], IDS), TAXONOMY)
    criterion = next(finding for finding in found.criteria if finding.key == "equal_worth")
    assert criterion.internal.tension.count == 1
    assert len(criterion.internal.tension_quotes) == 1


def test_the_principle_coolspots_gathers_every_coolspot() -> None:
    made = (
        rows("internal", 6, tone="coolspot")
        + rows("internal", 18, 6)
        + rows("internal", 9, 24, tone="neutral")
    )
    found = overlap_map(statements(made, IDS), TAXONOMY)
    principle = next(finding for finding in found.principles if finding.key == "coolspots")
    assert (principle.internal.coolspot.count, principle.internal.coolspot.total) == (6, 24)
    assert (principle.internal.tension.count, principle.internal.tension.total) == (18, 24)
    assert len(principle.internal.coolspot_quotes) == 6


def test_coolspots_get_a_verdict_of_their_own() -> None:
    def side(name: str, coolspots: int) -> list[dict[str, object]]:
        return rows(name, coolspots, tone="coolspot") + rows(name, 200 - coolspots, coolspots)

    def verdict(inside: int, customers: int) -> str:
        found = overlap_map(statements(side("internal", inside) + side("customer", customers), IDS), TAXONOMY)
        return {finding.key: finding.verdict.kind for finding in found.principles}["coolspots"]

    assert verdict(50, 50) == "mirrored"
    assert verdict(60, 4) == "inside_only"
    assert verdict(1, 60) == "customers_only"


@pytest.mark.parametrize(
    "made",
    [
        [],
        rows("internal", 200, themes=["respect"]),
        rows("customer", 200),
        rows("internal", 1) + rows("customer", 1),
    ],
    ids=["nothing", "inside", "customers without theme", "one each"],
)
def test_little_or_one_sided_input_gives_a_map_that_says_so(made: list[dict[str, object]]) -> None:
    found = overlap_map(statements(made, IDS), TAXONOMY)
    every = (*found.themes, *found.cycle, *found.criteria, *found.principles)
    assert {finding.verdict.kind for finding in every} == {"too_little_data"}
    assert found.overlap is None
    assert all(
        np.isfinite([f.verdict.ratio, f.verdict.ratio_low, f.verdict.ratio_high, f.verdict.q_value]).all()
        for f in every
    )


def test_statements_read_with_other_themes_still_give_a_map() -> None:
    found = overlap_map(statements(rows("internal", 3, themes=["respect"]), ("respect",)), TAXONOMY)
    assert found.theme("respect").internal.tension.count == 3


def test_quotes_main_theme_first_then_surest_and_no_text_twice() -> None:
    made = [
        row("internal", 0, themes=["fairness", "respect"], text="second"),
        row("internal", 1, themes=["respect"], text="unsure"),
        row("internal", 2, themes=["respect"], text="sure"),
        row("internal", 3, themes=["respect"], text="SURE "),
        row("internal", 4, themes=["respect"], text="b tie"),
        row("internal", 5, themes=["respect"], text="a tie"),
    ]
    scores = np.zeros((6, len(IDS)))
    scores[:, IDS.index("respect")] = [0.99, 0.3, 0.9, 0.8, 0.5, 0.5]
    given = statements(made, IDS, scores=scores)
    quotes = overlap_map(given, TAXONOMY).theme("respect").internal.tension_quotes
    assert [quote.text for quote in quotes] == ["sure", "a tie", "b tie", "unsure", "second"]
    assert quotes[0].score == pytest.approx(0.9)
    assert len(overlap_map(given, TAXONOMY, quotes=2).theme("respect").internal.tension_quotes) == 2


@pytest.fixture(scope="module")
def many() -> Statements:
    random = np.random.default_rng(0)
    count = 100_000
    found = [list(random.choice(IDS, size, replace=False)) for size in random.integers(0, 4, count)]
    made = pd.DataFrame(
        {
            "id": [f"s{i}" for i in range(count)],
            "document": [f"d{i // 4}" for i in range(count)],
            "side": np.where(np.arange(count) // 4 % 2, "internal", "customer"),
            "source": "made",
            "date": pd.NaT,
            "unit": "",
            "text": [f"statement {i}" for i in range(count)],
            "lang": "en",
            "themes": found,
            "tone": random.choice(["tension", "coolspot", "neutral"], count),
            "phase": random.choice([entry.id for entry in TAXONOMY.cycle], count),
            "image": "none",
        }
    )
    return statements(made, IDS)


def test_a_hundred_thousand_statements_take_seconds(
    many: Statements, seconds: Callable[[Callable[[], object]], float]
) -> None:
    assert seconds(lambda: overlap_map(many, TAXONOMY)) < 5


def test_taxonomies_of_one_s_own_work(many: Statements) -> None:
    small: Taxonomy = TAXONOMY.model_copy(
        update={"themes": TAXONOMY.themes[:2], "principles": TAXONOMY.principles[:1]}
    )
    found = overlap_map(many.where(np.arange(len(many)) < 500), small)
    assert [finding.key for finding in found.themes] == list(IDS[:2])
    assert len(found.principles) == 1
