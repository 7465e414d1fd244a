"""The command line, as a user types it, on the sample companies and on bad input."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pandas as pd
import pytest

from analyzer.cli import main
from analyzer.cli.arguments import language_of_the_user, repeat_options
from analyzer.cli.columns import columns_line, named_columns
from analyzer.intake import Columns
from analyzer.messages import Messages, UserError
from analyzer.taxonomy import load_taxonomy

ROOT = Path(__file__).parents[1]
SIDES = ("internal", "customer")
SAMPLES = ROOT / "data" / "samples"
NOTES = {
    "de": "# Jour fixe\n\n- Zugesagte Termine werden ständig verschoben.\n- Keiner sagt uns, warum.\n",
    "en": "# Jour fixe\n\n- Promised dates are moved all the time.\n- Nobody tells us why.\n",
}
COMPLAINTS = {
    "de": "Nr;Beschwerde\n7;Niemand hebt ab. Wochenlang keine Antwort.\n8;\n9;Danke für die nette Beratung\n",
    "en": "No,Complaint\n7,Nobody picks up. No answer for weeks.\n8,\n9,Thank you for the kind advice!\n",
}


@pytest.fixture(params=["de", "en"])
def lang(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("CONFLICT_MIRROR_LANG", request.param)
    return request.param


def run(*args: object, monkeypatch: pytest.MonkeyPatch, stdin: bytes = b"") -> int:
    monkeypatch.setattr(sys, "argv", ["conflict-mirror", *map(str, args)])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
    with pytest.raises(SystemExit) as stop:
        main()
    return int(stop.value.code or 0)


@pytest.fixture
def complaints(tmp_path: Path, lang: str) -> Path:
    path = tmp_path / "complaints.csv"
    path.write_text(COMPLAINTS[lang], encoding="utf-8")
    return path


@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet"])
def test_read_writes_a_row_a_statement(
    complaints: Path, tmp_path: Path, ending: str, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / f"out.{ending}"
    assert run("read", complaints, "--side", "customer", "--out", out, monkeypatch=monkeypatch) == 0
    readers = {"jsonl": lambda p: pd.read_json(p, lines=True), "csv": pd.read_csv, "parquet": pd.read_parquet}
    rows = readers[ending](out)
    assert list(rows.columns) == [
        "id",
        "document",
        "text",
        "lang",
        "themes",
        "scores",
        "tone",
        "phase",
        "image",
    ]
    assert set(rows["lang"]) == {lang}
    assert rows["id"].tolist()[0] == "7#1"
    assert set(rows["document"].astype(str)) == {"7", "9"}


def test_read_writes_a_row_a_document(
    complaints: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, aside = tmp_path / "out.jsonl", tmp_path / "aside.csv"
    options = ("--per", "document", "--id", "Nr" if "Nr" in complaints.read_text() else "No")
    code = run(
        "read",
        complaints,
        "--side",
        "customer",
        *options,
        "--out",
        out,
        "--set-aside",
        aside,
        monkeypatch=monkeypatch,
    )
    assert code == 0
    rows = {r["id"]: r for r in map(json.loads, out.read_text(encoding="utf-8").splitlines())}
    assert set(rows) == {"7", "9"}
    assert rows["7"]["tone"] == "tension" and "reachability" in rows["7"]["themes"]
    assert rows["9"]["tone"] == "coolspot"
    assert set(rows["7"]["scores"]) == set(load_taxonomy().ids)
    with aside.open(encoding="utf-8") as file:
        assert [row["place"] for row in csv.DictReader(file)] == ["3"]


def test_standard_input_is_read(tmp_path: Path, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.jsonl"
    stdin = NOTES[lang].encode()
    assert run("read", "-", "--side", "internal", "--out", out, monkeypatch=monkeypatch, stdin=stdin) == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 2


def test_map_of_the_samples_as_json_and_html(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = sorted((SAMPLES / lang / "notes").glob("*.md"))
    inputs = ("--internal", *notes, "--customer", SAMPLES / lang / "complaints.csv")
    assert run("map", *inputs, "--out", tmp_path / "map.json", monkeypatch=monkeypatch) == 0
    found = json.loads((tmp_path / "map.json").read_text(encoding="utf-8"))
    assert found["lang"] == lang
    themes = {theme["id"]: theme for theme in found["themes"]}
    planted = {
        "de": {"reliability", "transparency", "listening"},
        "en": {"continuity", "ownership", "reachability"},
    }[lang]
    shared = {name: min(themes[name][side]["tension"]["share"] for side in SIDES) for name in themes}
    assert set(sorted(shared, key=shared.__getitem__)[-3:]) == planted
    verdicts = {name: themes[name]["verdict"]["id"] for name in planted}
    assert "mirrored" in verdicts.values()
    assert set(verdicts.values()) <= {"mirrored", "too_little_data"}
    for source in found["intake"]:
        assert source["rows"] == source["kept"] + len(source["set_aside"])
    assert f"{found['themes'][0]['label']}" in capsys.readouterr().err
    assert run("map", *inputs, "--out", tmp_path / "map.html", monkeypatch=monkeypatch) == 0
    page = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert "<svg" in page and f'lang="{lang}"' in page and "<script" not in page


def test_report_writes_every_file_that_is_asked_for(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs = ("--internal", *sorted((SAMPLES / lang / "notes").glob("*.md")))
    outs = [tmp_path / f"map{ending}" for ending in (".pptx", ".XLSX", ".pdf", ".html", ".json")]
    options = [option for out in outs for option in ("--out", out)]
    assert run("report", *inputs, *options, monkeypatch=monkeypatch) == 0
    starts = [out.read_bytes()[:4] for out in outs]
    assert starts == [b"PK\x03\x04", b"PK\x03\x04", b"%PDF", b"<!DO", b"{\n  "]


def test_one_side_alone_says_too_little_data(
    complaints: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "map.json"
    assert run("map", "--customer", complaints, "--out", out, monkeypatch=monkeypatch) == 0
    found = json.loads(out.read_text(encoding="utf-8"))
    assert found["overlap"] is None
    assert {theme["verdict"]["id"] for theme in found["themes"]} == {"too_little_data"}


BROKEN = {
    "empty.csv": b"",
    "header.csv": b"Ticket;Text\n",
    "binary.txt": bytes(range(256)) * 40,
    "numbers.csv": b"a,b\n1,2\n3,4\n",
    "letter.pdf": b"%PDF-1.7\n",
}


@pytest.mark.parametrize("name", [*BROKEN, "missing.csv"])
def test_bad_input_is_told_in_a_sentence(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if name in BROKEN:
        (tmp_path / name).write_bytes(BROKEN[name])
    out = tmp_path / "out.jsonl"
    assert run("read", tmp_path / name, "--side", "customer", "--out", out, monkeypatch=monkeypatch) == 2
    said = capsys.readouterr().err
    assert name in said and "Traceback" not in said and not out.exists()


@pytest.mark.parametrize(
    "args",
    [
        ("read", "x.csv", "--side", "customer", "--out", "out.docx"),
        ("read", "x.csv", "--side", "customer", "--out", "no/such/folder/out.csv"),
        ("map", "--out", "map.json"),
        ("report", "--internal", "x.md", "--out", "map.json", "--out", "map.docx"),
        ("map", "--internal", "x.md", "--lang", "fr", "--out", "map.json"),
        ("map", "--internal", "x.md", "--taxonomy", "none.toml", "--out", "map.json"),
    ],
)
def test_bad_options_are_told_in_a_sentence(
    args: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    assert run(*args, monkeypatch=monkeypatch) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_options_may_hold_many_values() -> None:
    args = ["map", "--internal", "a.md", "b.md", "--customer", "-", "--out", "m.json"]
    expected = ["map", "--internal", "a.md", "--internal", "b.md", "--customer", "-", "--out", "m.json"]
    assert repeat_options(args, names=("--internal", "--customer")) == expected


@pytest.mark.parametrize(
    ("locale", "expected"), [("de_AT.UTF-8", "de"), ("en_GB.UTF-8", "en"), ("fr_FR", "en"), ("", "en")]
)
def test_language_follows_the_environment(
    locale: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CONFLICT_MIRROR_LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", locale)
    assert language_of_the_user() == expected


def test_columns_by_their_meaning() -> None:
    found = named_columns(["also=Titel", "date=", "unit=Filiale"], text="Text")
    assert found == Columns(text="Text", also=("Titel",), date="", unit="Filiale")
    assert "text=Text + Titel, unit=Filiale" in columns_line(found, Messages("de"))
    assert not columns_line(Columns(), Messages("en"))
    with pytest.raises(UserError, match="MEANING=COLUMN"):
        named_columns(["when=Created"])
