"""The Pollock benchmark of polluted CSV files (Vitagliano et al., VLDB 2023)."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory

from analyzer.bench.csv_readers import CsvReader, clean_table
from analyzer.bench.measures import LOST, Loaded, Scored, score
from analyzer.messages import UserError

_INTACT = 0.97


@dataclass(frozen=True)
class PollockScore:
    """One reader's result over all files, by name, and the benchmark's weights of files."""

    files: Mapping[str, Scored]
    weights: Mapping[str, float]

    @property
    def simple(self) -> float:
        """Return the mean points over files, at most 10."""
        return fmean(scored.points for scored in self.files.values())

    @property
    def weighted(self) -> float:
        """Return the mean points with the benchmark's weights, at most 10."""
        weights = [self.weights.get(name, 1.0) for name in self.files]
        return fmean((scored.points for scored in self.files.values()), weights)

    @property
    def intact(self) -> float:
        """Return the share of files whose records came through with F1 of .97 or more."""
        return fmean(scored.record_f1 >= _INTACT for scored in self.files.values())

    @property
    def accounted(self) -> float:
        """Return the share of files of which no letter and no digit is lost or made up."""
        return fmean(scored.accounted for scored in self.files.values())


@dataclass(frozen=True)
class Pollock:
    """The benchmark's files in a folder with `csv`, `clean` and `parameters`, and their weights."""

    folder: Path
    weights: Mapping[str, float]

    @property
    def names(self) -> list[str]:
        """Return the names of the files."""
        return sorted(path.name for path in (self.folder / "csv").iterdir())

    def run(self, reader: CsvReader, progress: Callable[[int], None] = lambda done: None) -> PollockScore:
        """Return a reader's score; `progress` is told how many files are done."""
        scores = {}
        for done, name in enumerate(self.names, 1):
            scores[name] = _score_file(reader, self.folder / "csv" / name, self._clean(name))
            progress(done)
        return PollockScore(scores, self.weights)

    def _clean(self, name: str) -> Loaded:
        told = json.loads((self.folder / "parameters" / f"{name}_parameters.json").read_text("utf-8"))
        return clean_table(self.folder / "clean" / name, header=told["header_lines"] > 0)


@contextmanager
def open_pollock(path: Path) -> Iterator[Pollock]:
    """Open the benchmark, a folder or an archive; weights are `pollock_weights.json` beside it, or all 1.

    Raises UserError if the files are not there.
    """
    beside = path.parent / "pollock_weights.json"
    weights = json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}
    with TemporaryDirectory() as place:
        if path.is_file():
            with tarfile.open(path) as archive:
                archive.extractall(place, filter="data")
        root = path if path.is_dir() else Path(place)
        folder = next((found.parent for found in sorted(root.rglob("csv")) if found.is_dir()), None)
        if folder is None or not (folder / "clean").is_dir():
            raise UserError("{name} does not hold the benchmark: its folders csv and clean.", name=path)
        yield Pollock(folder, weights)


def _score_file(reader: CsvReader, path: Path, clean: Loaded) -> Scored:
    try:
        loaded = reader.load(path)
    except Exception:  # noqa: BLE001  # whatever stops another reader counts as not loaded
        return LOST
    return score(loaded, clean, path.read_bytes().decode("utf-8", "replace"))
