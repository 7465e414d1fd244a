"""By unit and over time: planted courses are found, and nothing is claimed where the data cannot tell."""

# ruff: noqa: E501  (whole sentences, each in one line)

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from made import rows, statements
from simulated import IDS, by_month, by_unit

from analyzer.messages import Messages
from analyzer.overlap import Months, Units, lag_label, months_sentence, spot_sentence, units_sentence
from analyzer.overlap.ground import ground_of
from analyzer.overlap.lenses import theme_marks
from analyzer.overlap.months import Lag, months
from analyzer.overlap.residuals import residuals
from analyzer.overlap.result import Share
from analyzer.overlap.spots import UnitSpot
from analyzer.overlap.units import units
from analyzer.tables import Side, Statements
from analyzer.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()


def over_units(given: Statements) -> Units:
    return units(ground_of(given), theme_marks(given, IDS), seed=0)


def over_months(given: Statements) -> Months:
    return months(ground_of(given), theme_marks(given, IDS), seed=0)


def test_residuals_by_hand() -> None:
    assert residuals(np.array([[4.0, 2.0], [2.0, 1.0]])) == pytest.approx(np.zeros((2, 2)))
    assert residuals(np.array([[3.0, 1.0], [1.0, 3.0]]))[0] == pytest.approx([1 / 2**0.5, -1 / 2**0.5])
    assert residuals(np.zeros((2, 3))).shape == (2, 3)


def test_units_that_mirror_are_found_and_others_not() -> None:
    assert np.mean([over_units(by_unit(seed, 8, mirror=1)).together for seed in range(10)]) >= 0.9
    assert np.mean([over_units(by_unit(seed, 8, mirror=0)).together for seed in range(30, 70)]) <= 0.1


def test_a_theme_that_stands_out_in_a_unit_on_both_sides() -> None:
    given = by_unit(1, 6, mirror=0, statements_each=60)
    said = given.table
    loud = (said["unit"] == "Filiale 2").to_numpy() & (np.arange(len(said)) % 2 == 0)
    themes = [
        [*set(found), "safety"] if here else list(found)
        for found, here in zip(said["themes"], loud, strict=True)
    ]
    found = over_units(replace(given, table=said.assign(themes=themes))).spots
    assert ("Filiale 2", "safety") in [(spot.unit, spot.key) for spot in found]
    assert all(spot.internal.total >= 10 for spot in found)


def test_names_of_units_change_nothing_but_names() -> None:
    given = by_unit(3, 6, mirror=1)
    shouted = replace(given, table=given.table.assign(unit=" " + given.table["unit"].str.upper()))
    renamed = replace(given, table=given.table.assign(unit="Region " + given.table["unit"]))
    one, loud, other = (over_units(each) for each in (given, shouted, renamed))
    assert one.names == tuple(f"Filiale {i}" for i in range(6))
    assert loud.names == tuple(f"FILIALE {i}" for i in range(6))
    for found in (loud, other):
        assert (found.association, found.p_value, found.themes) == (one.association, one.p_value, one.themes)


def test_small_units_are_left_out_and_too_few_give_no_figure() -> None:
    given = by_unit(3, 6, mirror=1)
    few = given.table.assign(unit=given.table["unit"].replace("Filiale 3", "Filiale 2"))
    found = over_units(replace(given, table=few))
    assert len(found.names) == 5
    made = rows("internal", 9, unit="a") + rows("customer", 30, unit="a")
    assert over_units(statements(made, IDS)) == Units(named=True)
    assert over_units(statements(rows("internal", 9), IDS)) == Units(named=False)


def test_one_letter_is_no_unit() -> None:
    made = rows("internal", 30, unit="a", document="one") + rows("customer", 30, unit="a")
    assert over_units(statements(made, IDS)).names == ()


def test_the_side_that_moves_first_is_told() -> None:
    inside, customers = (
        [over_months(by_month(seed, 24, lead=lead)).first for seed in range(10)] for lead in (1, -1)
    )
    assert inside.count(Side.INTERNAL) >= 8
    assert customers.count(Side.CUSTOMER) >= 8
    assert Side.CUSTOMER not in inside and Side.INTERNAL not in customers


def test_moving_together_gives_no_arrow() -> None:
    found = [over_months(by_month(seed, 18, lead=0)) for seed in range(10)]
    assert sum(each.together for each in found) >= 9
    assert sum(each.first is not None for each in found) <= 1


def test_courses_of_their_own_are_not_called_joint() -> None:
    found = [over_months(by_month(seed, 18, lead=None)) for seed in range(30)]
    assert sum(each.together for each in found) <= 3


def test_without_dates_or_with_few_months_nothing_is_told() -> None:
    assert over_months(statements(rows("internal", 3), IDS)) == Months(dated=False)
    found = over_months(by_month(0, 6, lead=1))
    assert found == Months(dated=True, count=6)


def test_a_month_without_enough_is_skipped() -> None:
    given = by_month(1, 16, lead=1)
    gap = given.where((given.table["date"] != pd.Timestamp("2023-05-01")).to_numpy())
    found = over_months(gap)
    assert found.count == 15
    assert found.by == 1


def test_order_of_rows_changes_nothing() -> None:
    for given, found in ((by_unit(2, 6, mirror=1), over_units), (by_month(2, 14, lead=1), over_months)):
        order = np.random.default_rng(0).permutation(len(given))
        other = Statements(given.table.iloc[order], given.scores[order], given.vectors[order], IDS)
        one, two = (re.sub(r"(\.\d{9})\d*", r"\1", str(found(each))) for each in (given, other))
        assert one == two


TOGETHER = Units(True, ("a", "b", "c", "d", "e"), 0.4142, 0.0083, ("respect", "value"))
LAG = Lag(1, 0.42, 0.3, 0.54)


@pytest.mark.parametrize(
    ("lang", "found", "expected"),
    [
        ("en", TOGETHER, "Where a unit speaks more of a theme inside than other units do, its customers tend to speak more of it too: over 5 units the correlation is 0.41. If the units were shuffled, one as strong would come about in 1% of cases. It shows most clearly in: Respect and Price & pay."),
        ("de", TOGETHER, "Wo eine Einheit innen mehr von einem Thema spricht als andere, sprechen meist auch ihre Kunden mehr davon: Über 5 Einheiten beträgt die Korrelation 0,41. Würde man die Einheiten vertauschen, ergäbe sich eine so starke in 1 % der Fälle. Am deutlichsten zeigt es sich bei: Respekt und Preis & Lohn."),
        ("de", replace(TOGETHER, p_value=0.3), "Beide Seiten nennen 5 gemeinsame Einheiten. Ob die Themen einer Einheit innen auch die ihrer Kunden sind, lässt sich aus diesen Zahlen nicht sagen (Korrelation 0,41)."),
        ("en", Units(True, ("a",)), "To compare units, both sides must name at least 5 of the same, each with 10 statements with tension from 5 documents; so far it is 1."),
        ("de", Units(False), "Die Aussagen nennen keine Einheiten. Nennen beide Seiten dieselbe Filiale, Region oder dasselbe Produkt, zeigt sich, ob ihre Themen zusammengehen."),
    ],
)  # fmt: skip
def test_units_in_a_sentence(lang: str, found: Units, expected: str) -> None:
    assert units_sentence(found, TAXONOMY, Messages(lang)) == expected


@pytest.mark.parametrize(
    ("lang", "found", "expected"),
    [
        ("en", Months(True, 24, (LAG,), 0.001, Side.INTERNAL, 1), "Over 24 months, themes that rise or fall inside tend to do so with customers 1 month later (correlation 0.42, with 95% confidence 0.30 to 0.54). That is an order in time; where it comes from it does not say."),
        ("de", Months(True, 24, (replace(LAG, months=-2),), 0.001, Side.CUSTOMER, -2), "Über 24 Monate gilt: Themen, die bei Kunden zu- oder abnehmen, tun das innen meist 2 Monate später (Korrelation 0,42, mit 95 % Sicherheit 0,30 bis 0,54). Das ist eine Reihenfolge in der Zeit; woher sie kommt, sagt sie nicht."),
        ("de", Months(True, 18, (replace(LAG, months=0),), 0.01, None, 0), "Über 18 Monate nehmen Themen auf beiden Seiten gemeinsam zu und ab (Korrelation 0,42, mit 95 % Sicherheit 0,30 bis 0,54); welche Seite sich zuerst bewegt, lässt sich nicht sagen."),
        ("en", Months(True, 18, (LAG,), 0.3, None, 1), "Over 18 months, it cannot be told from chance whether themes rise and fall on both sides together."),
        ("de", Months(True, 3), "Für einen Vergleich über die Zeit braucht es mindestens 10 Monate mit je 10 Aussagen mit Spannung auf jeder Seite; bisher sind es 3."),
        ("en", Months(False), "The statements have no dates. With dates on both sides, it can be seen whether their themes move together."),
    ],
)  # fmt: skip
def test_months_in_a_sentence(lang: str, found: Months, expected: str) -> None:
    assert months_sentence(found, Messages(lang)) == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "en",
            [
                "customers 2 months earlier",
                "customers 1 month earlier",
                "same month",
                "inside 1 month earlier",
            ],
        ),
        (
            "de",
            ["Kunden 2 Monate früher", "Kunden 1 Monat früher", "im selben Monat", "innen 1 Monat früher"],
        ),
    ],
)
def test_who_is_ahead(lang: str, expected: list[str]) -> None:
    assert [lag_label(replace(LAG, months=n), Messages(lang)) for n in (-2, -1, 0, 1)] == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "Seelau: “Respect & appreciation” comes up more than in the other units on both sides (inside 12 of 30 (40%), with customers 9 of 25 (36%))."),
        ("de", "Seelau: „Respekt & Wertschätzung“ kommt auf beiden Seiten mehr vor als in den anderen Einheiten (innen 12 von 30 (40 %), bei Kunden 9 von 25 (36 %))."),
    ],
)  # fmt: skip
def test_a_spot_in_a_sentence(lang: str, expected: str) -> None:
    spot = UnitSpot("Seelau", "respect", Share(12, 30, 0.2, 0.6), Share(9, 25, 0.2, 0.6))
    assert spot_sentence(spot, TAXONOMY, Messages(lang)) == expected
