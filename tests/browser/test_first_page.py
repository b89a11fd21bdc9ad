"""The page as it opens: what is looked at is asked for once, and again where something was missed."""

from __future__ import annotations

from pathlib import Path

from browsing import PATIENCE, Opener, Served, until
from playwright.sync_api import Browser, Route, expect

from ahlaf import cli_web

ROWS = "main a[href*='reader/']"


def test_it_asks_once_and_again_for_what_it_missed(served: Served, open_page: Opener) -> None:
    page, watch = open_page(served)
    expect(page.locator(ROWS).first).to_be_visible()
    expect(page.locator("main meter").first).to_be_attached()
    page.wait_for_timeout(2000)  # what is heard is followed by a question a second later
    assert len([u for u in watch.requests if "/api/documents" in u]) <= 2, "once, and when the tensions were found"
    assert any("/api/events" in u for u in watch.requests)

    def of_yesterday(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json=answer.json() | {"state": "0.0"})

    page.route("**/api/project", of_yesterday)
    watch.requests.clear()
    page.reload()
    until(page, lambda: len([u for u in watch.requests if "/api/documents" in u]) >= 2, "what was missed was not asked for")


def test_a_room_is_fetched_when_it_is_pointed_at(served: Served, open_page: Opener) -> None:
    page, watch = open_page(served, "en")
    expect(page.locator(ROWS).first).to_be_visible()
    with page.expect_request(lambda r: "/assets/Timeline-" in r.url):
        page.locator("nav a[href='#/timeline']").hover()
    assert "#/timeline" not in page.url
    assert not any("/api/timeline" in u for u in watch.requests)


def test_in_a_narrow_window_the_room_that_was_entered_is_in_sight(served: Served, open_page: Opener) -> None:
    page, _ = open_page(served, "ar", viewport={"width": 390, "height": 844})
    page.goto(f"{served.root}#/settings")
    current = page.locator("nav a[aria-current]")
    expect(page.locator("main h1")).to_be_visible()
    expect(current).to_have_attribute("href", "#/settings")
    expect(current).to_be_in_viewport(ratio=0.9)


def test_the_file_that_serve_opens_leads_into_the_workbench(served: Served, browser: Browser, tmp_path: Path) -> None:
    """A cookie that other sites' pages don't send is not sent along a redirect that begins in a file."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(cli_web._page(served.address, tmp_path).as_uri())
    expect(page.locator(ROWS).first).to_be_visible(timeout=PATIENCE)
    context.close()
