"""Made-up organisations whose truth is known: units, months and their themes."""

from __future__ import annotations

import numpy as np
import pandas as pd
from made import drawn, statements

from analyzer.tables import Statements
from analyzer.taxonomy import load_taxonomy

IDS = load_taxonomy().ids
COMMON = np.linspace(0.14, 0.03, len(IDS))
SIDES = ("internal", "customer")


def by_unit(seed: int, units: int, *, mirror: float, statements_each: int = 40) -> Statements:
    """Units whose themes differ on each side; `mirror` is the correlation of a unit's two sides, 0 to 1."""
    random = np.random.default_rng(seed)
    shared = random.normal(size=(units, len(IDS)))
    made = []
    for side in SIDES:
        own = random.normal(size=(units, len(IDS)))
        lift = 0.6 * (np.sqrt(mirror) * shared + np.sqrt(1 - mirror) * own)
        shares = np.minimum(COMMON * np.exp(lift), 0.6)
        sizes = random.integers(statements_each // 2, statements_each * 2, units)
        for unit in range(units):
            said = drawn(random, side, int(sizes[unit]), shares[unit], IDS, size=3)
            made += [_named(each, f"u{unit}") | {"unit": f"Filiale {unit}"} for each in said]
    return statements(made, IDS)


def by_month(seed: int, months: int, *, lead: int | None, statements_each: int = 40) -> Statements:
    """Months whose themes wander; customers follow `lead` months later (negative: before), or not."""
    random = np.random.default_rng(seed)
    inside, other = (_wandering(random, months + 6) for _ in SIDES)
    start = 3
    courses = {
        "internal": inside[start : start + months],
        "customer": other[start : start + months]
        if lead is None
        else inside[start - lead : start - lead + months],
    }
    made = []
    for side, course in courses.items():
        shares = np.minimum(COMMON * np.exp(0.5 * course), 0.6)
        for month in range(months):
            day = (pd.Period("2023-01", "M") + month).to_timestamp()
            count = max(1, int(random.poisson(statements_each)))
            said = drawn(random, side, count, shares[month], IDS, size=2)
            made += [_named(each, f"m{month}") | {"date": day} for each in said]
    return statements(made, IDS)


def _wandering(random: np.random.Generator, months: int) -> np.ndarray:
    """Half of the themes wander slowly, half hardly keep anything from month to month."""
    keeps = np.where(np.arange(len(IDS)) % 2, 0.8, 0.2)
    course = random.normal(size=(months, len(IDS)))
    for month in range(1, months):
        course[month] = keeps * course[month - 1] + np.sqrt(1 - keeps**2) * course[month]
    return course


def _named(each: dict[str, object], prefix: str) -> dict[str, object]:
    return each | {key: f"{prefix} {each[key]}" for key in ("id", "document", "text")}
