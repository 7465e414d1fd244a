"""What must change nothing: order of rows, names of units, more neutral rows. Quotes make the count."""

from __future__ import annotations

from dataclasses import asdict, replace

import numpy as np
import pandas as pd
import pytest
from made import rows, statements
from simulated import by_unit

from analyzer.overlap import Confusion, Confusions, Context, OverlapMap, overlap_map
from analyzer.tables import Side, Statements
from analyzer.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
IDS = TAXONOMY.ids
KNOWN = Confusions({side: {key: Confusion(200, 120, 2000, 60) for key in IDS} for side in Side})


@pytest.fixture(scope="module")
def given() -> Statements:
    """Statements of units with tones, dates and vectors; the last two months of 40 days each."""
    made = by_unit(4, 6, mirror=0.9, statements_each=30)
    random = np.random.default_rng(2)
    size = len(made)
    vectors = random.standard_normal((size, 12)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    tones = random.choice(["tension", "tension", "coolspot", "neutral"], size)
    days = pd.Timestamp("2026-01-01") + pd.to_timedelta(random.integers(0, 240, size), "D")
    return replace(made, table=made.table.assign(tone=tones, date=days), vectors=vectors)


def mapped(statements: Statements, *, quotes: int = 10_000) -> OverlapMap:
    return overlap_map(statements, TAXONOMY, quotes=quotes, context=Context(confusions=KNOWN))


def figures(found: OverlapMap) -> object:
    """Everything the map holds in plain values, floats rounded."""
    return _plain(asdict(found))


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return round(value, 6) if isinstance(value, float) else value


def test_the_order_of_rows_changes_nothing_at_all(given: Statements) -> None:
    order = np.random.default_rng(0).permutation(len(given))
    mixed = Statements(given.table.iloc[order], given.scores[order], given.vectors[order], given.themes)
    assert figures(mapped(mixed)) == figures(mapped(given))


def test_other_names_for_units_change_nothing_but_these_names(given: Statements) -> None:
    units = sorted(set(given.table["unit"]))
    new = {unit: f"Ort {place}" for place, unit in enumerate(reversed(units))}
    renamed = replace(given, table=given.table.assign(unit=given.table["unit"].map(new)))
    one, other = mapped(given), mapped(renamed)
    assert one.units.association == pytest.approx(other.units.association)
    assert one.units.p_value == pytest.approx(other.units.p_value, abs=0.02)
    assert {new[name] for name in one.units.names} == set(other.units.names)
    spots = [{(new.get(s.unit, s.unit), s.key) for s in one.units.spots}]
    assert spots == [{(s.unit, s.key) for s in other.units.spots}]
    assert figures(replace(one, units=other.units)) == figures(other)


def test_twice_the_neutral_rows_change_only_their_number(given: Statements) -> None:
    neutral = given.where((given.table["tone"] == "neutral").to_numpy())
    doubled = Statements(
        pd.concat([given.table, neutral.table.assign(id="again " + neutral.table["id"])]),
        np.concatenate([given.scores, neutral.scores]),
        np.concatenate([given.vectors, neutral.vectors]),
        given.themes,
    )
    one, other = mapped(given), mapped(doubled)
    assert figures(replace(one, sides=other.sides)) == figures(other)


def test_quotes_listed_make_the_counts_shown(given: Statements) -> None:
    found = mapped(given)
    for finding in found.themes:
        for voices in (finding.internal, finding.customer):
            assert sum(quote.times for quote in voices.tension_quotes) == voices.tension.count
            assert sum(quote.times for quote in voices.coolspot_quotes) == voices.coolspot.count


def test_the_same_text_is_listed_once_with_how_often_it_was_said() -> None:
    made = rows("internal", 3, themes=["respect"], text="Kein Dank.") + rows(
        "internal", 1, 3, themes=["respect"], text="  kein DANK. "
    )
    voices = mapped(statements(made, IDS)).theme("respect").internal
    assert [(quote.times, voices.tension.count) for quote in voices.tension_quotes] == [(4, 4)]
