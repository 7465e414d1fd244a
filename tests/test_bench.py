"""The Pollock benchmark on three small invented files in its layout."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analyzer.bench.csv_readers import installed_readers
from analyzer.bench.measures import Loaded, score
from analyzer.bench.pollock import open_pollock
from analyzer.messages import UserError

ROWS = [
    ["id", "day", "note"],
    *([str(i), f"{i:02}/03/2024", f"Note number {i}, to be read"] for i in range(1, 10)),
]
CLEAN = "".join(",".join(f'"{cell}"' for cell in row) + "\r\n" for row in ROWS)
POLLUTED = {
    "source.csv": CLEAN,
    "semicolons.csv": "\n".join(";".join(row) for row in ROWS),
    "empty.csv": "",
}


@pytest.fixture
def benchmark_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pollock"
    for name, polluted in POLLUTED.items():
        told = {"header_lines": 1 if polluted else 0}
        files = {"csv": polluted, "clean": CLEAN if polluted else "", "parameters": json.dumps(told)}
        for kind, text in files.items():
            path = folder / kind / (f"{name}_parameters.json" if kind == "parameters" else name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    (tmp_path / "pollock_weights.json").write_text(json.dumps({"semicolons.csv": 8}))
    return folder


def test_our_reader_beside_pandas(benchmark_folder: Path) -> None:
    with open_pollock(benchmark_folder) as files:
        scores = {reader.name: files.run(reader) for reader in installed_readers()[:2]}
    ours, theirs = scores["conflict-mirror"], scores["pandas"]
    assert ours.simple == ours.weighted == 10
    assert ours.intact == ours.accounted == 1
    assert theirs.weighted < theirs.simple < 7


def test_measures() -> None:
    clean = Loaded(["a", "b"], [["1", "x"], ["2", "y"]])
    whole = score(Loaded(["a", "b"], [["1.0", "X"], ["2", "y"]]), clean, "a1b2xy")
    assert whole.points == 10
    lost = score(Loaded(["a", "b"], [["1", "x"]]), clean, "a1b2xy")
    assert lost.record_f1 == pytest.approx(2 / 3)
    assert not lost.accounted


def test_no_benchmark(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="csv and clean"), open_pollock(tmp_path):
        pass
