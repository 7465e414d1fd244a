"""The command line, as a user types it, on the sample companies and on bad input."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path

import pandas as pd
import pytest

from analyzer.cli import main
from analyzer.cli.arguments import language_of_the_user, repeat_options
from analyzer.cli.columns import columns_line, named_columns
from analyzer.intake import Columns
from analyzer.messages import Messages, UserError
from analyzer.privacy import Key
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


ROSTER = "Koch, Elisabeth\nThomas Zamiri (Tom)\n"
NAMED = {
    "de": "Nr;Beschwerde\n1;Frau Koch hat nie zurückgerufen.\n2;Zamiri ist unfreundlich, Tom auch.\n3;\n"
    "4;Niemand hebt ab, auch Elisabeth nicht.\n5;Ich warte seit Wochen auf Zamiris Antwort.\n"
    "6;Anna.Berger@example.org antwortet nicht.\n",
    "en": "No,Complaint\n1,Mrs Koch never called back.\n2,Zamiri is rude and so is Tom.\n3,\n"
    "4,Nobody picks up and neither does Elisabeth.\n5,I have been waiting for Zamiri's answer for weeks.\n"
    "6,Anna.Berger@example.org does not answer.\n",
}
PLANTED = re.compile(r"koch|elisabeth|zamiri|\btom\b|anna\.|berger")


@pytest.fixture
def named(tmp_path: Path, lang: str) -> tuple[Path, Path]:
    (tmp_path / "complaints_koch.csv").write_text(NAMED[lang], encoding="utf-8")
    (tmp_path / "roster.txt").write_text(ROSTER, encoding="utf-8")
    return tmp_path / "complaints_koch.csv", tmp_path / "roster.txt"


@pytest.mark.parametrize("ending", ["jsonl", "csv", "json", "html"])
def test_nobody_on_the_roster_is_in_any_file(
    named: tuple[Path, Path],
    tmp_path: Path,
    ending: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out, aside = tmp_path / f"out.{ending}", tmp_path / "aside.csv"
    mapped = ending in ("json", "html")
    given = ("map", "--customer", named[0]) if mapped else ("read", named[0], "--side", "customer")
    more = ("--least-quotes", 1) if mapped else ("--set-aside", aside)
    args = (*given, "--roster", named[1], *more, "--out", out)
    assert run(*args, monkeypatch=monkeypatch) == 0
    said = capsys.readouterr().err
    written = out.read_text("utf-8") + ("" if mapped else aside.read_text("utf-8")) + said
    told = written.replace(str(tmp_path), "").casefold()
    assert not PLANTED.findall(told)
    assert "[Person 1]" in out.read_text("utf-8") and "× Person" in said


def test_names_stay_only_where_that_is_said(
    named: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.jsonl"
    args = ("read", named[0], "--side", "customer", "--out", out)
    assert run(*args, monkeypatch=monkeypatch) == 0
    assert "Koch" not in out.read_text("utf-8")
    assert run(*args, "--no-redact", monkeypatch=monkeypatch) == 0
    assert "Koch" in out.read_text("utf-8")
    assert run(*args, "--no-redact", "--roster", named[1], monkeypatch=monkeypatch) == 2


def test_the_key_is_kept_encrypted_and_used_again(
    named: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("typer.prompt", lambda *_, **__: "a long passphrase")
    out, sealed = tmp_path / "out.jsonl", tmp_path / "people.key"
    args = ("read", named[0], "--side", "customer", "--out", out, "--roster", named[1], "--key", sealed)
    assert run(*args, monkeypatch=monkeypatch) == 0
    first = out.read_text("utf-8")
    assert b"Koch" not in sealed.read_bytes() and sealed.stat().st_mode & 0o077 == 0
    assert any(
        "Koch" in said
        for said in Key.decrypted(sealed.read_bytes(), "a long passphrase").original("[Person 1]")
    )
    assert run(*args, monkeypatch=monkeypatch) == 0
    assert out.read_text("utf-8") == first
    monkeypatch.setattr("typer.prompt", lambda *_, **__: "another")
    assert run(*args, monkeypatch=monkeypatch) == 2


def test_too_few_to_be_quoted_are_not(
    named: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "map.json"
    args = ("map", "--customer", named[0], "--out", out)
    for more, quoted in (((), False), (("--least-quotes", 5), True)):
        assert run(*args, *more, monkeypatch=monkeypatch) == 0
        found = json.loads(out.read_text(encoding="utf-8"))
        assert found["sides"]["customer"]["documents"] == 5
        assert ('"quotes": [\n' in out.read_text("utf-8")) is quoted
    assert run(*args, "--least-counts", 6, monkeypatch=monkeypatch) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["sides"]["customer"]["documents"] == 0
