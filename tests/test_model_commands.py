"""Training and measuring from the command line, on a handful of invented examples."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analyzer.cli import main
from analyzer.taxonomy import load_taxonomy

CODES = {"tone": "tension", "phase": "give", "image": "none"}
SAID = {
    "reachability": ("Niemand geht ans Telefon", "Nobody answers the phone"),
    "value": ("Viel zu teuer", "Far too expensive"),
}


@pytest.fixture(params=["de", "en"])
def lang(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("CONFLICT_MIRROR_LANG", request.param)
    return request.param


def run(*arguments: object, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr("sys.argv", ["conflict-mirror", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def test_a_model_is_trained_measured_and_its_card_written(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "examples").mkdir()
    with (tmp_path / "examples" / "all.jsonl").open("w", encoding="utf-8") as file:
        for theme, (de, en) in SAID.items():
            for n in range(10):
                row = {
                    "de": f"{de} {'x' * n}",
                    "en": f"{en} {'x' * n}",
                    "side": "customer",
                    "themes": [theme],
                }
                file.write(json.dumps({**row, **CODES}) + "\n")
    gold = tmp_path / "gold.jsonl"
    rows = [
        {
            "id": theme,
            "text": texts[lang == "en"],
            "lang": lang,
            "side": "customer",
            "themes": [theme],
            **CODES,
        }
        for theme, texts in SAID.items()
    ]
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    model = tmp_path / "model"
    assert run("train", "--examples", tmp_path / "examples", "--out", model, "--gold", gold,
               monkeypatch=monkeypatch) == 0  # fmt: skip
    assert "fast" not in capsys.readouterr().err
    assert "Was es ist" in (model / "README.md").read_text(encoding="utf-8")

    scores, chart = tmp_path / "scores.json", tmp_path / "scores.svg"
    assert run("evaluate", gold, "--model", model, "--out", scores, "--chart", chart,
               monkeypatch=monkeypatch) == 0  # fmt: skip
    found = json.loads(scores.read_text(encoding="utf-8"))
    assert found["themes"]["value"] == found["overall"]["micro_f1"] == 1
    assert f"lang {lang}, side customer" in found["groups"]
    assert load_taxonomy().theme("value").short.of(lang).split()[0] in chart.read_text(encoding="utf-8")
