"""The map as plain data, for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from analyzer.messages import Messages
from analyzer.overlap import finding_sentence, ordinary_sentence, overlap_sentence, verdict_label
from analyzer.overlap.result import Finding, ImageFinding, OverlapMap, Quote, Share, Verdict, Voices
from analyzer.report.accounting import Sources, accounted
from analyzer.report.insights import map_insights, theme_insights
from analyzer.report.method import limits_note, method_note
from analyzer.report.names import entry_questions, theme_questions
from analyzer.taxonomy import Kind, Taxonomy

FORMAT = 1


def map_json(
    m: OverlapMap, taxonomy: Taxonomy, messages: Messages, *, sources: Sources | None = None
) -> dict[str, Any]:
    """Return the map as a dictionary that `json.dumps` takes; its keys are stable within one `format`.

    - `format`, `lang`, `method`, `limits`: the version of this layout, the language of all labels, notes.
    - `overlap`: `value`, `low`, `high` (95 %), `chance`, `sentence`; null where a side is empty. `ordinary`
      (or null): `team` and `customers` (lowest and highest likeness), `place` (`above`, `within`, `below`),
      `spans`, `sentence`.
    - `sides`: `internal` and `customer`, each with `sources`, `documents`, `statements`, `tension`,
      `coolspot`, `neutral`, `without_theme`.
    - `themes`, `cycle`, `criteria`, `principles`: lists of findings, each with `id`, `label`, `internal`
      and `customer` (`tension` and `coolspot`: `count`, `total`, `share`, `low`, `high`, `quotes` and, for
      the model's known errors, `corrected`: `share`, `low`, `high` or null),
      `verdict` (`id`, `label`, `ratio`, `ratio_low`, `ratio_high` of the 90 % interval, `q_value`);
      all have `questions`; themes also have `short`, `sentence` and what `analyzer.report.insights` adds.
    - `images`: `id`, `label`, the share, its `quotes` and `questions`.
    - `units`, `months`, `unknown`, `stalls`, `contradictions`: see `analyzer.report.insights`.
    - `intake` (with `sources` only): `side`, `source`, `rows`, `kept`, `set_aside`.

    A quote has `id`, `document`, `source`, `text`, `lang`, `score`, `times` (of the statements counted, how
    many say this word for word). Shares are 0 to 1; ratios are cut at
    1/1000 and 1000.
    """
    facts: dict[str, Any] = {
        "format": FORMAT,
        "lang": messages.lang,
        "overlap": _overlap(m, messages),
        "sides": {side.value: asdict(summary) for side, summary in m.sides.items()},
        "themes": [_theme(f, m, taxonomy, messages) for f in m.themes],
    }
    for kind, found in _lenses(m):
        facts[kind] = [
            _finding(f, taxonomy.entry(kind, f.key).label.of(messages.lang), messages)
            | {"questions": entry_questions(taxonomy, kind, f.key, messages)}
            for f in found
        ]
    facts["images"] = [_image(image, taxonomy, messages) for image in m.images]
    facts |= map_insights(m, taxonomy, messages)
    facts["method"] = list(method_note(messages))
    facts["limits"] = [*limits_note(messages), *map(messages.tell, m.withheld)]
    if sources is not None:
        facts["intake"] = accounted(sources, messages)
    return facts


def _lenses(m: OverlapMap) -> tuple[tuple[Kind, tuple[Finding, ...]], ...]:
    return (("cycle", m.cycle), ("criteria", m.criteria), ("principles", m.principles))


def _overlap(m: OverlapMap, messages: Messages) -> dict[str, Any] | None:
    if m.overlap is None:
        return None
    figures = {key: _figure(value) for key, value in asdict(m.overlap).items()}
    return {
        **figures,
        "sentence": overlap_sentence(m, messages),
        "ordinary": {**asdict(m.ordinary), "sentence": ordinary_sentence(m, messages)}
        if m.ordinary
        else None,
    }


def _theme(finding: Finding, m: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> dict[str, Any]:
    theme = taxonomy.theme(finding.key)
    return {
        **_finding(finding, theme.label.of(messages.lang), messages),
        "short": theme.short.of(messages.lang),
        "sentence": finding_sentence(finding, taxonomy, messages),
        "questions": theme_questions(finding, taxonomy, messages),
        **theme_insights(m, finding.key, messages),
    }


def _finding(finding: Finding, label: str, messages: Messages) -> dict[str, Any]:
    return {
        "id": finding.key,
        "label": label,
        "internal": _voices(finding.internal),
        "customer": _voices(finding.customer),
        "verdict": _verdict(finding.verdict, messages),
    }


def _verdict(verdict: Verdict, messages: Messages) -> dict[str, Any]:
    return {
        "id": verdict.kind.value,
        "label": verdict_label(verdict.kind, messages),
        "ratio": _figure(verdict.ratio),
        "ratio_low": _figure(verdict.ratio_low),
        "ratio_high": _figure(verdict.ratio_high),
        "q_value": _figure(verdict.q_value),
    }


def _voices(voices: Voices) -> dict[str, Any]:
    return {
        "tension": {**_share(voices.tension), "quotes": _quotes(voices.tension_quotes)},
        "coolspot": {**_share(voices.coolspot), "quotes": _quotes(voices.coolspot_quotes)},
    }


def _share(share: Share) -> dict[str, Any]:
    known = share.total > 0
    return {
        "count": share.count,
        "total": share.total,
        "share": _figure(share.share) if known else None,
        "low": _figure(share.low) if known else None,
        "high": _figure(share.high) if known else None,
        "corrected": {key: _figure(value) for key, value in asdict(share.corrected).items()}
        if share.corrected
        else None,
    }


def _image(image: ImageFinding, taxonomy: Taxonomy, messages: Messages) -> dict[str, Any]:
    return {
        "id": image.key,
        "label": taxonomy.entry("images", image.key).label.of(messages.lang),
        **_share(image.share),
        "quotes": _quotes(image.quotes),
        "questions": entry_questions(taxonomy, "images", image.key, messages),
    }


def _quotes(quotes: Sequence[Quote]) -> list[dict[str, Any]]:
    return [{**asdict(quote), "score": _figure(quote.score)} for quote in quotes]


def _figure(value: float) -> float | None:
    number = float(value)
    return round(number, 4) if abs(number) < float("inf") else None
