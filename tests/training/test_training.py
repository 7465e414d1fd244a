from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer

from analyzer.overlap import Confusions
from analyzer.pipeline import beside, find_pipeline, load_pipeline
from analyzer.training import Materials, train
from analyzer.training.calibrate import best_thresholds, inverse_temperature, platt
from analyzer.training.card import CardFacts, write_card
from analyzer.training.confusions import by_pair, by_source, confusions
from analyzer.training.evaluate import evaluate, read_coded_statements
from analyzer.training.examples import THEMES, Example, ExampleError, read_authored, truth

CODES = {"side": "customer", "tone": "tension", "phase": "give", "image": "none"}


def write(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def pairs(count: int = 12) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for n in range(count):
        phone = {
            "de": f"Keiner geht ans Telefon, Versuch {'x' * n}",
            "en": f"Nobody picks up, call {'x' * n}",
        }
        price = {"de": f"Viel zu teuer geworden {'y' * n}", "en": f"Far too expensive now {'y' * n}"}
        rows.append({**CODES, **phone, "themes": ["reachability"]})
        rows.append({**CODES, **price, "themes": ["value"], "tone": "neutral" if n % 2 else "tension"})
    return rows


def test_training_from_examples_alone_keeps_the_shipped_encoder(tmp_path: Path) -> None:
    (tmp_path / "examples").mkdir()
    write(tmp_path / "examples" / "some.jsonl", pairs())
    steps: list[str] = []
    done = train(
        Materials(tmp_path / "examples"), out=tmp_path / "out", progress=lambda s, _: steps.append(s)
    )
    assert "heads" in steps
    nlp = load_pipeline(tmp_path / "out")
    doc = nlp("Nobody picks up the telephone")
    (span,) = doc.spans["statements"]
    assert span._.themes[:1] == ["reachability"]
    known = json.loads((tmp_path / "out" / "confusions.json").read_text(encoding="utf-8"))
    assert known["customer"]["reachability"]["found"] <= known["customer"]["reachability"]["positives"]
    one = (tmp_path / "out" / "conflict_mirror_encoder" / "table.npz", find_pipeline("fast"))
    with np.load(one[0]) as kept, np.load(one[1] / "conflict_mirror_encoder" / "table.npz") as had:
        np.testing.assert_array_equal(kept["rows"], had["rows"])
    again = train(Materials(tmp_path / "examples"), out=tmp_path / "again")
    heads = [
        np.load(folder / "conflict_mirror_heads" / "heads.npz") for folder in (done.folder, again.folder)
    ]
    np.testing.assert_array_equal(heads[0]["weights"], heads[1]["weights"])

    gold = write(tmp_path / "gold.jsonl", [{**row, "text": row["en"], "lang": "en"} for row in pairs(4)])
    evaluation = evaluate(nlp, read_coded_statements(gold))
    assert evaluation.overall.micro_f1 > 0.8
    assert evaluation.groups["lang en"].statements == 8
    card = write_card(done.folder, CardFacts("fast", done.examples, {"dev": evaluation}, 1500.0, 1.0))
    text = card.read_text(encoding="utf-8")
    assert all(name in text for name in ("Tatoeba", "CC BY 4.0", "MiniLM", "Bekannte Schwächen"))


@pytest.mark.parametrize(
    "broken",
    [
        {"themes": ["weather"]},
        {"tone": "angry"},
        {"side": "press"},
        {"themes": ["value", "value"]},
        {"themes": ["value", "respect", "safety", "fairness"]},
    ],
)
def test_a_broken_example_is_named_with_its_line(tmp_path: Path, broken: dict[str, object]) -> None:
    write(tmp_path / "value.jsonl", [*pairs(1), {**CODES, "de": "a", "en": "b", "themes": [], **broken}])
    with pytest.raises(ExampleError, match=r"value\.jsonl, line 3"):
        read_authored(tmp_path)


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    (tmp_path / "value.jsonl").write_text("{not json}\n", encoding="utf-8")
    with pytest.raises(ExampleError, match="line 1"):
        read_authored(tmp_path)


def test_no_examples_at_all(tmp_path: Path) -> None:
    with pytest.raises(ExampleError, match="no examples"):
        train(Materials(tmp_path), out=tmp_path / "out")


def test_the_shipped_examples_are_in_order() -> None:
    examples = read_authored(Path(__file__).parents[2] / "data" / "examples")
    assert len(examples) > 1000
    assert {example.lang for example in examples} == {"de", "en"}


def test_no_two_shipped_examples_are_nearly_the_same() -> None:
    examples = read_authored(Path(__file__).parents[2] / "data" / "examples")
    for lang in ("de", "en"):
        texts = [example.text for example in examples if example.lang == lang]
        words = CountVectorizer(token_pattern=r"\w{3,}", binary=True).fit_transform(texts).astype(int)
        size = np.asarray(words.sum(axis=1)).ravel()
        one, other, shared = sparse.find(sparse.triu(words @ words.T, k=1))
        alike = (shared / (size[one] + size[other] - shared) > 0.6) & (size[one] >= 4)
        assert [(texts[a], texts[b]) for a, b in zip(one[alike], other[alike], strict=True)] == []


def test_calibration_recovers_what_made_the_scores() -> None:
    generator = np.random.default_rng(1)
    logits = generator.normal(-1, 2, size=(4000, 1))
    truth = (generator.random(logits.shape) < 1 / (1 + np.exp(-logits))).astype(float)
    scale, shift = platt(logits / 3 - 0.5, truth)
    assert scale[0] == pytest.approx(3, rel=0.1)
    assert shift[0] == pytest.approx(1.5, rel=0.2)
    assert 0.2 < best_thresholds(logits, truth)[0] < 0.5
    both = np.hstack([np.zeros_like(logits), logits])
    assert inverse_temperature(both / 4, np.hstack([1 - truth, truth])) == pytest.approx(4, rel=0.1)


def example(number: int, source: str, side: str = "customer", **given: object) -> Example:
    codes = {"themes": ("value",), "tone": "tension", "phase": "give", "image": "none"} | given
    return Example(f"text {number}", "de", side, source=source, pair=f"pair {number}", **codes)


def test_sources_are_held_out_whole_and_translations_go_with_their_originals() -> None:
    known = [example(i, source) for i, source in enumerate(("a", "b", "c", "d", "authored"))]
    known.append(replace(known[0], lang="en", source="b"))
    folds = by_source(known)
    assert folds is not None
    assert folds.of.tolist() == [0, 1, 2, 0, -1, 0]
    assert by_source(known[:2]) is None


def test_confusions_count_what_held_out_statements_were_read_as() -> None:
    """Scores that say what is coded, but for every tenth statement."""
    known = [
        example(i, "abc"[i % 3], ("internal", "customer")[i % 2], themes=("value",) if i % 4 < 2 else ())
        for i in range(400)
    ]
    scores = 10 * truth(known) - 5
    value = THEMES.index("value")
    scores[::10, value] *= -1
    folds = by_pair(known, 5, seed=0)
    found = confusions(scores, known, folds)
    assert set(found) == {"internal", "customer"}
    assert set(found["internal"]) == set(THEMES)
    for side in found.values():
        counts = side["value"]
        assert counts["positives"] == counts["negatives"] == 100
    wrong = sum(side["value"]["wrong"] + 100 - side["value"]["found"] for side in found.values())
    assert wrong == 40
    assert found["internal"]["respect"]["positives"] == 0


def test_the_shipped_confusions_suit_the_overlap() -> None:
    known = Confusions.of(beside("fast", "confusions"))
    assert all(known.pair(theme) for theme in THEMES)
