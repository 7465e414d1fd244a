"""Starts the app, opens the sample maps and writes their pictures: `python docs/make_screenshots.py`."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
CHROMIUM = "/usr/bin/chromium"
WIDTH, HEIGHT = 1280, 1000


def main() -> None:
    """Write `map-LANG.png`, light, and `map-LANG-dark.png` to `docs/images`."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with running_app() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        for lang in ("de", "en"):
            for scheme, ending in (("light", ""), ("dark", "-dark")):
                take(browser, url, lang=lang, scheme=scheme, path=IMAGES / f"map-{lang}{ending}.png")


def take(browser: Browser, url: str, *, lang: str, scheme: str, path: Path) -> None:
    """Open the sample map of a language and write what is seen of it."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT}, locale=f"{lang}-{lang.upper()}", color_scheme=scheme
    )
    page = context.new_page()
    page.goto(url)
    page.locator(f".st-key-sample_{lang} button").click(timeout=60_000)
    page.get_by_test_id("stVegaLiteChart").first.locator("svg").wait_for(timeout=60_000)
    page.wait_for_timeout(2000)
    page.screenshot(path=path)
    context.close()


@contextmanager
def running_app() -> Iterator[str]:
    """Run the app on a free port and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", url.rsplit(":", 1)[1]]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        try:
            wait_for(f"{url}/_stcore/health")
            yield url
        finally:
            process.terminate()


def wait_for(url: str, *, tries: int = 200) -> None:
    """Wait until the app answers; raises RuntimeError when it does not within about a minute."""
    for _ in range(tries):
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError("the app did not start")


if __name__ == "__main__":
    main()
