"""What a map shows of small groups: nothing by which somebody could be known."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from analyzer.disclosed import gate_of
from analyzer.overlap import overlap_map
from analyzer.overlap.result import Quote
from analyzer.privacy import Limits
from analyzer.tables import Side, Statements
from analyzer.taxonomy import load_taxonomy

LIMITS = Limits()
THEMES = ("respect", "reliability")


def said(side, n, *, source="notes", unit="", start=0):
    """Return rows of `n` documents, each with two statements that say something of their own."""
    return [
        {
            "id": f"{source}:{k}#{part}",
            "document": f"{source}:{k}",
            "side": side.value,
            "source": source,
            "date": pd.NaT,
            "unit": unit,
            "text": f"Nobody calls back, case {source} {k} {part}.",
            "lang": "en",
            "themes": [THEMES[part]],
            "tone": "tension",
            "phase": "impulse",
            "image": "none",
        }
        for k in range(start, start + n)
        for part in range(2)
    ]


def statements(*parts):
    table = pd.DataFrame([row for part in parts for row in part])
    scores = np.array([[float(theme in row) for theme in THEMES] for row in table["themes"]])
    vectors = np.zeros((len(table), 0))
    return Statements(table, scores, vectors, THEMES)


def shown(given, authors=None, limits=LIMITS):
    taxonomy = load_taxonomy()
    taxonomy = taxonomy.model_copy(update={"themes": tuple(t for t in taxonomy.themes if t.id in THEMES)})
    gate = gate_of(given, authors or {}, limits)
    return gate.disclosed(overlap_map(gate.counted(given), taxonomy)), gate


def quotes(value):
    if isinstance(value, Quote):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (tuple, list)):
        return [quote for each in value for quote in quotes(each)]
    return quotes(list(vars(value).values())) if hasattr(value, "__dataclass_fields__") else []


@pytest.mark.parametrize(("n", "counted", "quoted"), [(4, 0, 0), (5, 5, 0), (9, 9, 0), (10, 10, 20)])
def test_a_side_is_counted_from_five_and_quoted_from_ten(n, counted, quoted):
    m, _ = shown(statements(said(Side.INTERNAL, n), said(Side.CUSTOMER, 30, source="tickets")))
    assert m.sides[Side.INTERNAL].documents == counted
    assert len({q.id for q in quotes(m) if q.id.startswith("notes")}) == quoted
    assert bool(m.withheld) is (n < 10)


def test_many_documents_of_few_authors_are_few():
    given = statements(said(Side.INTERNAL, 30), said(Side.CUSTOMER, 30, source="tickets"))
    authors = {f"notes:{k}": f"[Person {k % 9}]" for k in range(30)}
    m, _ = shown(given, authors)
    assert not [q for q in quotes(m) if q.id.startswith("notes")]
    assert "notes" not in json.dumps([q.source for q in quotes(m)])


def test_the_limits_are_the_facilitators():
    m, _ = shown(statements(said(Side.INTERNAL, 3)), limits=Limits(2, 3))
    assert len({q.id for q in quotes(m)}) == 6


def test_small_sources_are_not_named_nor_what_is_left_of_the_others():
    """Beside 30 and 12 named ones, 7 would be those without a name: so the 12 are not named either."""
    parts = [said(Side.INTERNAL, n, source=name) for name, n in (("large", 30), ("middle", 12), ("small", 7))]
    m, gate = shown(statements(*parts))
    found = quotes(m)
    assert {q.source for q in found} == {"large", ""}
    for quote in found:
        if not quote.source:
            assert quote.document == "" and "small" not in quote.id and "middle" not in quote.id
    assert len(gate.nameless) == 2 * (12 + 7)


@pytest.mark.parametrize(("rest", "kept"), [(0, {"north", "south"}), (5, {"north", "south"}), (3, {"north"})])
def test_units_are_compared_only_if_the_rest_is_large_enough(rest, kept):
    parts = [
        said(side, n, source=f"{side.value} {unit}", unit=unit)
        for side in Side
        for unit, n in (("North", 12), ("South", 8), ("West", rest))
    ]
    assert shown(statements(*parts))[1].units - {"west"} == kept


def test_nothing_said_is_nothing_hidden():
    m, _ = shown(statements(said(Side.CUSTOMER, 12)))
    assert not m.withheld and m.overlap is None
