"""The security headers around the app: nothing may be fetched from, or sent to, another host."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAIN_SCRIPT = Path(__file__).parent / "pages" / "router.py"
"""It stands among the pages because Streamlit takes a folder `pages` beside a main script for its own."""

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def content_security_policy() -> str:
    """Return the policy: scripts, fonts, pictures and connections of this server only.

    The only inline scripts allowed are those of Streamlit's own page, by their hashes. Styles must be
    inline because Streamlit writes them so. `'self'` covers the web socket to this server (CSP level 3).
    """
    scripts = " ".join(["'self'", "'wasm-unsafe-eval'", *_script_hashes()])
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "media-src 'self' data: blob:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "frame-src 'none'",
            "frame-ancestors 'none'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'none'",
        ]
    )


def _script_hashes() -> list[str]:
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    digests = (hashlib.sha256(script.encode()).digest() for script in _INLINE_SCRIPT.findall(page))
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


HEADERS = {
    "content-security-policy": content_security_policy(),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


@asynccontextmanager
async def warm_up(app: object) -> AsyncIterator[None]:
    """Load the model while the first visitor reads the first page, so that the first map need not wait."""
    Thread(target=_load, daemon=True, name="load the model").start()
    yield


def _load() -> None:
    from analyzer.ui.engine import analyzer

    analyzer()


class SecurityHeaders:
    """ASGI middleware that puts `HEADERS` on every HTTP answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add the headers to what comes back."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)
