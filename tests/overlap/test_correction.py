"""Shares corrected for the model's known errors: by hand, in coverage, and in what they do to verdicts."""

# ruff: noqa: E501  (whole sentences, each in one line)

from __future__ import annotations

import numpy as np
import pytest
from made import drawn, finding, statements

from analyzer.messages import Messages
from analyzer.overlap import Confusion, Confusions, Context, OverlapMap, finding_sentence, overlap_map
from analyzer.overlap.correction import corrected
from analyzer.overlap.finding import Corrected, Share, VerdictKind
from analyzer.overlap.shares import NOTHING, Estimate, estimates
from analyzer.tables import Side
from analyzer.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
IDS = TAXONOMY.ids
WELL_KNOWN = Confusion(10_000, 6_000, 100_000, 3_000)


def said(count: int, total: int) -> Estimate:
    return estimates(np.arange(total)[:, None] < count, np.arange(total))[0]


def test_correction_by_hand() -> None:
    inside, customers = corrected(said(87, 1000), said(30, 1000), (WELL_KNOWN, WELL_KNOWN), seed=0)
    assert inside.share.corrected is not None and customers.share.corrected is not None
    assert inside.share.corrected.share == pytest.approx(0.1)
    assert inside.share.corrected.low < 0.09 < 0.11 < inside.share.corrected.high
    assert customers.share.corrected.share == pytest.approx(0)
    assert customers.share.corrected.low == 0
    assert inside.share.count == 87


def test_a_model_that_never_errs_changes_hardly_anything() -> None:
    perfect = Confusion(100_000, 100_000, 100_000, 0)
    inside, _ = corrected(said(87, 1000), said(30, 1000), (perfect, perfect), seed=0)
    assert inside.share.corrected is not None
    assert inside.share.corrected.share == pytest.approx(0.087)
    assert inside.share.corrected.low == pytest.approx(inside.share.low, abs=0.004)
    assert inside.share.corrected.high == pytest.approx(inside.share.high, abs=0.004)


@pytest.mark.parametrize(
    ("known", "internal"),
    [
        (Confusion(40, 4, 400, 20), said(10, 100)),
        (Confusion(12, 3, 400, 8), said(10, 100)),
        (WELL_KNOWN, NOTHING),
    ],
    ids=["guesses", "little known", "no statements"],
)
def test_what_cannot_be_corrected_stays_as_it_is(known: Confusion, internal: Estimate) -> None:
    assert corrected(internal, said(5, 100), (known, known), seed=0) == (internal, said(5, 100))


def test_sides_share_their_figures_where_one_was_seldom_seen() -> None:
    plain = {
        "internal": {"value": {"positives": 4, "found": 2, "negatives": 90, "wrong": 1}},
        "customer": {
            "value": {"positives": 20, "found": 15, "negatives": 80, "wrong": 4},
            "respect": {"positives": 9, "found": 5, "negatives": 90, "wrong": 1},
        },
    }
    known = Confusions.of(plain)
    assert known.pair("value") == (Confusion(24, 17, 170, 5),) * 2
    assert known.pair("respect") is None
    assert known.pair("weather") is None
    apart = Confusions({side: {"value": WELL_KNOWN} for side in Side}).pair("value")
    assert apart is not None and apart[0] is WELL_KNOWN


def read(
    random: np.random.Generator, truth: float, known: Confusion, *, documents: int = 200
) -> tuple[Estimate, Confusion]:
    """Statements in documents, read by a model with errors; what is known of these is a sample too."""
    clusters = np.repeat(np.arange(documents), 1 + random.poisson(2, documents))
    chance = random.beta(truth * 5.7, (1 - truth) * 5.7, documents)
    carries = random.random(len(clusters)) < chance[clusters]
    rate = np.where(carries, known.sensitivity, known.false_rate)
    held_out = Confusion(
        60, int(random.binomial(60, known.sensitivity)), 700, int(random.binomial(700, known.false_rate))
    )
    return estimates((random.random(len(clusters)) < rate)[:, None], clusters)[0], held_out


@pytest.mark.parametrize("truth", [0.05, 0.15, 0.3])
def test_intervals_cover_under_clusters_and_errors(truth: float) -> None:
    random = np.random.default_rng(11)
    covered, plain, better = [], [], []
    for seed in range(250):
        estimate, known = read(random, truth, WELL_KNOWN)
        found = corrected(estimate, estimate, (known, known), seed=seed)[0].share.corrected
        assert found is not None
        covered.append(found.low <= truth <= found.high)
        plain.append(estimate.share.share - truth)
        better.append(found.share - truth)
    assert 0.92 <= np.mean(covered) <= 0.98
    assert abs(np.mean(better)) <= 0.5 * abs(np.mean(plain)) + 0.003


def mapped(inside: float, customers: float, known: Confusion | None, *, seed: int = 0) -> OverlapMap:
    """A map of 800 statements a side whose first theme was read with the errors of WELL_KNOWN."""
    random = np.random.default_rng(seed)
    made = []
    for side, truth in (("internal", inside), ("customer", customers)):
        share = truth * WELL_KNOWN.sensitivity + (1 - truth) * WELL_KNOWN.false_rate
        made += drawn(random, side, 800, [share, *[0.08] * 15], IDS)
    sides = {side: {IDS[0]: known} for side in Side} if known else {}
    return overlap_map(statements(made, IDS), TAXONOMY, context=Context(confusions=Confusions(sides)))


def test_false_alarms_alone_make_no_mirror() -> None:
    """A theme that nobody speaks of, read into 3 % of all statements, must not look shared."""
    kinds = {mapped(0.0, 0.0, WELL_KNOWN, seed=seed).verdict(IDS[0]).kind for seed in range(10)}
    assert kinds <= {VerdictKind.QUIET, VerdictKind.TOO_LITTLE_DATA}


def test_a_planted_mirror_stays_one_and_a_difference_shows_in_its_size() -> None:
    found = [mapped(0.15, 0.15, WELL_KNOWN, seed=seed).verdict(IDS[0]) for seed in range(10)]
    assert sum(verdict.kind is VerdictKind.MIRRORED for verdict in found) >= 9
    plain, better = (mapped(0.2, 0.04, known).verdict(IDS[0]) for known in (None, WELL_KNOWN))
    assert plain.kind is better.kind is VerdictKind.INSIDE_ONLY
    assert better.ratio == pytest.approx(5, rel=0.3)
    assert plain.ratio < better.ratio


def test_without_known_errors_nothing_changes() -> None:
    assert mapped(0.1, 0.2, None).themes == overlap_map(statements(_same(), IDS), TAXONOMY).themes


def _same() -> list[dict[str, object]]:
    random = np.random.default_rng(0)
    made = []
    for side, truth in (("internal", 0.1), ("customer", 0.2)):
        made += drawn(random, side, 800, [truth * 0.57 + 0.03, *[0.08] * 15], IDS)
    return made


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "Freed of the reading errors known of the model, it would be about 12% (7% to 18%) inside and 0% (0% to 4%) with customers. The share inside is about 29 times that with customers; chance alone would hardly give such a difference."),
        ("de", "Ohne die bekannten Lesefehler des Modells wären es etwa 12 % (7 % bis 18 %) innen und 0 % (0 % bis 4 %) bei Kunden. Der Anteil ist innen etwa 29-mal so groß wie bei Kunden; durch Zufall allein käme ein solcher Unterschied kaum zustande."),
    ],
)  # fmt: skip
def test_the_corrected_shares_in_a_sentence(lang: str, expected: str) -> None:
    plain = finding(VerdictKind.INSIDE_ONLY, (14, 120), (3, 120))
    inside = Share(14, 120, 0.06, 0.18, Corrected(0.12, 0.07, 0.18))
    customers = Share(3, 120, 0.01, 0.07, Corrected(0.0, 0.0, 0.04))
    known = type(plain)(
        plain.key,
        type(plain.internal)(inside, plain.internal.coolspot, (), ()),
        type(plain.customer)(customers, plain.customer.coolspot, (), ()),
        plain.verdict,
    )
    assert finding_sentence(known, TAXONOMY, Messages(lang)).endswith(expected)
