"""The rows that charts and tables show: one dictionary a finding, or one a finding and side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from analyzer.messages import Messages
from analyzer.overlap import verdict_label
from analyzer.overlap.result import Finding, Share
from analyzer.report.palette import side_label
from analyzer.tables import Side

Row = dict[str, Any]
Names = Callable[[str], str]


def finding_rows(findings: Sequence[Finding], names: Names, messages: Messages) -> list[Row]:
    """Return one row a finding: `key`, `name`, `verdict`, `kind`, `inside`, `outside` and their bounds."""
    return [
        {
            "key": f.key,
            "name": names(f.key),
            "kind": f.verdict.kind.value,
            "verdict": verdict_label(f.verdict.kind, messages),
            **_bounds("inside", f.internal.tension, messages),
            **_bounds("outside", f.customer.tension, messages),
        }
        for f in findings
    ]


def side_rows(findings: Sequence[Finding], names: Names, messages: Messages) -> list[Row]:
    """Return two rows a finding, inside first: `key`, `name`, `side`, `share`, `low`, `high`, `text`."""
    return [
        {
            "key": f.key,
            "name": names(f.key),
            "side": side_label(side, messages),
            "share": share.share,
            "low": share.low if share.total else 0.0,
            "high": share.high if share.total else 0.0,
            "text": counted(share, messages),
        }
        for f in findings
        for side in Side
        for share in [f.voices(side).tension]
    ]


def by_gap(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings sorted from "more inside" to "more with customers"."""
    return sorted(findings, key=lambda f: f.customer.tension.share - f.internal.tension.share)


def by_size(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings sorted by their shares of both sides together, the largest first."""
    return sorted(findings, key=lambda f: -(f.internal.tension.share + f.customer.tension.share))


def counted(share: Share, messages: Messages) -> str:
    """Return a share with its interval and its count, for tables and tooltips."""
    if not share.total:
        return messages.say("no data")
    return messages.say(
        "{share} ({low} to {high}), {count} of {total}",
        share=messages.percent(share.share),
        low=messages.percent(share.low),
        high=messages.percent(share.high),
        count=messages.number(share.count),
        total=messages.number(share.total),
    )


def counted_lines(findings: Sequence[Finding], names: Names, messages: Messages) -> list[str]:
    """Return one line a finding: both sides' shares with their intervals and counts."""
    return [
        f"{names(f.key)}: "
        + "; ".join(
            f"{side_label(side, messages)} {counted(f.voices(side).tension, messages)}" for side in Side
        )
        for f in findings
    ]


def _bounds(prefix: str, share: Share, messages: Messages) -> Row:
    known = bool(share.total)
    return {
        prefix: share.share,
        f"{prefix}_low": share.low if known else 0.0,
        f"{prefix}_high": share.high if known else 0.0,
        f"{prefix}_text": counted(share, messages),
    }
