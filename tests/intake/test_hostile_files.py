"""More than 100 hostile and broken files: no crash, no hang, no row unaccounted, and a kind word."""

from __future__ import annotations

import resource
import time
from concurrent.futures import ThreadPoolExecutor

import made_files as made
import pytest
from hostile import FILES

from analyzer.intake import IntakeError, read_upload
from analyzer.intake.apart import read_apart
from analyzer.intake.limits import Limits, current_limits
from analyzer.intake.part import Input
from analyzer.messages import Messages
from analyzer.tables import Side

MOST_SECONDS = 10


@pytest.mark.parametrize("name", FILES)
def test_no_harm(name):
    file, make = FILES[name]
    data = make()
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    start = worked()
    try:
        intake = read_upload(file, raw, side=Side.CUSTOMER)
    except IntakeError as error:
        assert all(file in Messages(lang).tell(error.sentence) for lang in ("de", "en"))
    else:
        assert intake.report.rows_in == len(intake.documents) + len(intake.report.set_aside)
        assert not intake.documents["text"].str.contains("[\0\u202e\ufeff]|root:").any()
        assert intake.documents["document"].is_unique
    assert worked() - start < MOST_SECONDS


def worked() -> float:
    """Return the seconds this process and its children worked, however busy the machine is."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


KEPT = {
    "10,000 columns": 1,
    "a cell of 300 kB": 2,
    "a quoted cell of 3 MB": 1,
    "200,000 empty lines": 1,
    "50,000 rows swallowed by a quote": 50_001,
    "a quote in every row": 20_000,
    "header of one column, rows of many": 1000,
    "carriage returns only": 2,
    "mixed line ends": 3,
    "numbers of 10,000 digits": 1,
    "dates beyond time": 3,
    "lone surrogates": 1,
    "half a character": 1,
    "mixed encodings": 2,
    "UTF-16 with an odd byte": 1,
    "other keys in each record": 3000,
    "tags 100,000 deep": 1,
    "a file by entity": 1,
    "paths that escape": 3,
    "a mail of an unknown alphabet": 1,
}


@pytest.mark.parametrize("name", KEPT)
def test_texts_come_through_all_the_same(name):
    file, make = FILES[name]
    data = make()
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    assert len(read_upload(file, raw, side=Side.CUSTOMER).documents) == KEPT[name]


def test_the_same_upload_twice_at_once():
    data = made.zipped({"a.csv": "id,comment\n1,Nobody calls us back.\n", "b.md": "- Nobody told us."})
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: read_upload("a.zip", data, side=Side.CUSTOMER), range(4)))
    assert all(intake.report == found[0].report for intake in found)
    assert all(intake.documents.equals(found[0].documents) for intake in found)


def test_there_are_enough():
    assert len(FILES) >= 80


def test_time_and_memory_are_limited():
    given = Input("a.json", "customer")
    data = b'[{"comment": "Nobody calls us back."}]'
    with pytest.raises(IntakeError, match="too long"):
        read_apart(data, given, Limits(seconds=0))
    with pytest.raises(IntakeError, match="more than"):
        read_apart(b'[{"comment": "' + b"x y " * 20_000_000 + b'"}]', given, Limits(memory_mb=200))
    with pytest.raises(IntakeError, match="larger than 1 MB"):
        Limits(file_mb=1).check(2_000_000, name="a.json")


def test_limits_are_settings(monkeypatch):
    monkeypatch.setenv("CONFLICT_MIRROR_FILE_MB", "7")
    monkeypatch.setenv("CONFLICT_MIRROR_SECONDS", "many")
    assert current_limits() == Limits(file_mb=7)


def test_the_reader_knows_nothing_of_the_environment(monkeypatch):
    from analyzer.intake.apart import _environment

    monkeypatch.setenv("DATABASE_URL", "secret")
    assert "secret" not in _environment().values()
