"""Measures how often the map is right where the truth is known: the figures and plots of docs/statistics.md.

make simulate                      all figures, some minutes
make simulate TRIALS=20            a quick look
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import altair as alt

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests" / "overlap"))

from trials import FAST, GOOD, WORLDS, Reader, accuracy, maps_with_false_verdicts, right  # noqa: E402

from analyzer.overlap import VerdictKind  # noqa: E402

READERS: dict[str, Reader | None] = {
    "no errors": None,
    "75 % found, 3 % false": GOOD,
    "45 % found, 6 % false": FAST,
}
COUNTS = (150, 300, 600, 1200, 2400)
PLANTED = {
    "mirror 15 % : 15 %": (0.15, 0.15, VerdictKind.MIRRORED),
    "inside 20 % : 4 %": (0.20, 0.04, VerdictKind.INSIDE_ONLY),
}

Rows = list[dict[str, object]]


def measured(trials: int) -> dict[str, Rows]:
    """Return the rows of each plot."""
    found: dict[str, Rows] = {"right": [], "false": [], "coverage": [], "error": []}
    for name, reader in READERS.items():
        for count in COUNTS:
            here = {"reader": name, "statements": count}
            near = accuracy(count=count, reader=reader, trials=max(10, trials // 5))
            found["coverage"].append({**here, "kind": name, "value": near.coverage})
            found["error"] += [
                {**here, "kind": kind, "value": value}
                for kind, value in (("as counted", near.counted), ("corrected", near.corrected))
            ]
            for kind, (inside, customers, verdict) in PLANTED.items():
                value = right(inside, customers, verdict, count=count, reader=reader, trials=trials)
                found["right"].append({**here, "kind": kind, "value": value})
            for world in WORLDS:
                value = maps_with_false_verdicts(world, count=count, reader=reader, trials=trials)
                found["false"].append({**here, "kind": world, "value": value})
            print(here, flush=True)  # noqa: T201
    return found


def chart(rows: Rows, title: str, rule: float | None) -> alt.FacetChart:
    """Return lines over the number of statements a side, a panel a reader."""
    base = alt.Chart(alt.Data(values=rows))
    lines = base.mark_line(point=True).encode(
        x=alt.X("statements:Q", title="tension statements a side", scale=alt.Scale(type="log", base=2)),
        y=alt.Y("value:Q", title=title, axis=alt.Axis(format=".1%"), scale=alt.Scale(zero=rule is None)),
        color=alt.Color("kind:N", title=None),
    )
    wanted = (
        base.mark_rule(strokeDash=[4, 3]).encode(y=alt.datum(rule)) if rule else base.mark_rule(opacity=0)
    )
    layers = alt.layer(lines, wanted).properties(width=210, height=190)
    return layers.facet(alt.Facet("reader:N", title=None, sort=list(READERS)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=300)
    figures = measured(parser.parse_args().trials)
    (HERE / "statistics.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    for name, title, rule in (
        ("right", "planted theme gets its verdict", 0.9),
        ("false", "maps with a false verdict", 0.05),
        ("coverage", "95 % intervals that cover", 0.95),
        ("error", "mean error of a share", None),
    ):
        chart(figures[name], title, rule).save(HERE / "images" / f"statistics_{name}.svg")
