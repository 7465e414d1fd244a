from __future__ import annotations

from pathlib import Path

import pytest

from analyzer.ui.shell import HEADERS, SecurityHeaders, content_security_policy

ROOT = Path(__file__).parents[2]


def test_the_policy_lets_nothing_out() -> None:
    policy = dict(part.split(" ", 1) for part in content_security_policy().split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["connect-src"] == "'self'"
    assert "unsafe-inline" not in policy["script-src"]
    assert "'unsafe-eval'" not in policy["script-src"]
    assert not [part for part in policy.values() if "http" in part or "*" in part]


def test_every_answer_carries_the_headers() -> None:
    sent = []

    async def answer(scope, receive, send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def collect(message) -> None:
        sent.append(message)

    with pytest.raises(StopIteration):  # nothing in between waits, so no event loop is needed
        SecurityHeaders(answer)({"type": "http"}, None, collect).send(None)
    names = {name.decode() for name, _ in sent[0]["headers"]}
    assert names == set(HEADERS)


def test_app_is_short() -> None:
    assert len((ROOT / "app.py").read_text().splitlines()) <= 40
