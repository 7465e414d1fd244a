"""A walk through the running app in Chromium, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from analyzer.messages import Messages

pytestmark = pytest.mark.browser
HOSTILE = "![x](http://example.com/x.png) <script>alert(1)</script> $a$ :red[x]"
CSV = f'text\n"{HOSTILE}"\n"Niemand sagt uns Bescheid, das ist eine Frechheit."\n'


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[object]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=str(chromium))


@pytest.fixture(params=["de", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def page(browser, lang: str, app_url: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale=f"{lang}-{lang.upper()}")
    page = context.new_page()
    outside, violations = [], []
    page.on(
        "request",
        lambda r: outside.append(r.url) if not r.url.startswith((app_url, "data:", "blob:")) else None,
    )
    page.on("console", lambda m: violations.append(m.text) if "Content Security Policy" in m.text else None)
    page.set_default_timeout(60_000)
    expect.set_options(timeout=60_000)
    yield page
    assert not outside
    assert not violations
    context.close()


def idle(page: Page) -> None:
    page.wait_for_timeout(500)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def test_sample_map_and_a_click_on_a_theme(page: Page, lang: str, app_url: str) -> None:
    say = Messages(lang).say
    page.goto(app_url)
    page.locator(f".st-key-sample_{lang} button").click()
    chart = page.get_by_test_id("stVegaLiteChart").first
    expect(chart.locator("svg")).to_be_visible()
    title = page.locator("h2.cm").first
    before = title.inner_text()
    chart.locator("svg g.mark-symbol.role-mark path").last.click(force=True)
    expect(title).not_to_have_text(before)
    expect(page.get_by_text(say("Questions to talk about"))).to_be_visible()
    expect(page.locator("blockquote.quote").first).to_be_visible()
    idle(page)
    page.get_by_role("tab", name=say("Resonance cycle")).click()
    expect(page.get_by_test_id("stVegaLiteChart").nth(2).locator("svg")).to_be_visible()
    starts = {"pptx": b"PK", "xlsx": b"PK", "pdf": b"%PDF", "json": b"{", "html": b"<!DOCTYPE"}
    for ending, start in starts.items():
        with page.expect_download() as download:
            page.locator(f".st-key-{ending} button").click()
        assert download.value.suggested_filename == f"{say('conflict-mirror')}.{ending}"
        assert Path(download.value.path()).read_bytes().startswith(start)
    assert say("Conflict Mirror") in Path(download.value.path()).read_text(encoding="utf-8")


def test_own_texts_with_hostile_markdown(page: Page, lang: str, app_url: str) -> None:
    page.goto(f"{app_url}/collect")
    inside = page.locator("textarea").first
    inside.fill(f"{HOSTILE}\nNobody told the branches about the new prices.")
    inside.blur()
    expect(page.locator("h4.cm")).to_have_count(1)
    upload = {"name": "c.csv", "mimeType": "text/csv", "buffer": CSV.encode()}
    page.locator("input[type=file]").nth(1).set_input_files(upload)
    expect(page.get_by_role("heading", name="c.csv")).to_be_visible()
    idle(page)
    page.locator("[data-testid=stExpander] summary").last.click()
    expect(page.get_by_text(HOSTILE, exact=True).last).to_be_visible()
    assert page.locator("[data-testid=stMain] img").count() == 0
    other = {"de": "English", "en": "Deutsch"}[lang]
    page.get_by_role("radio", name=other).or_(page.get_by_role("button", name=other)).first.click()
    expect(page.locator("h1.cm")).to_have_text(
        Messages({"de": "en", "en": "de"}[lang]).say("What do both sides say?")
    )
    expect(inside).to_have_value(f"{HOSTILE}\nNobody told the branches about the new prices.")
    page.locator(".st-key-read button").click()
    expect(page.get_by_role("tab").first).to_be_visible()
    page.get_by_role("link", name=Messages({"de": "en", "en": "de"}[lang]).say("Collect"), exact=True).click()
    expect(page.locator("textarea").first).to_have_value(
        f"{HOSTILE}\nNobody told the branches about the new prices."
    )
