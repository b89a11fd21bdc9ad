"""The bars of the timeline lead to their claims, by mouse and by keyboard; an actor's page says what they don't count."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from browsing import Opener, Served, say, serving
from browsing_projects import large
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Fifteen years, a claim or more in each."""
    with serving(large(tmp_path_factory.mktemp("dated") / "dated.ahlaf", actors=60, edges=750)) as running:
        yield running


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_bar_leads_to_the_claims_that_it_counts(dated: Served, open_page: Opener, language: str) -> None:
    page, _ = open_page(dated, language)
    page.goto(f"{dated.root}#/timeline?by=year")
    bars = page.locator("svg a[data-period]")
    expect(bars.first).to_be_attached()
    years = bars.evaluate_all("all => all.map(a => a.dataset.period)")
    assert len(years) > 10
    assert bars.evaluate_all("all => all.filter(a => a.tabIndex === 0).length") == 1, "by Tab one bar is reached, not hundreds"
    bars.first.focus()
    page.keyboard.press("ArrowLeft" if language == "ar" else "ArrowRight")
    on = page.locator(f"svg a[data-period='{years[1]}']")
    expect(on).to_be_focused()
    assert say(language, "timeline.leads").match(on.get_attribute("aria-label") or "")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"period={years[1]}"))
    heading = page.get_by_role("heading", name=say(language, "timeline.claims_of"))
    expect(heading).to_be_focused()
    expect(page.locator("main ol figure.quote").first).to_be_visible()
    expect(page.get_by_text(say(language, "timeline.claims_n"))).to_be_visible()
    page.get_by_role("button", name=say(language, "shell.close")).click()
    expect(heading).to_have_count(0)
    expect(on).to_be_focused()


def test_the_period_is_the_address_and_its_pages_go_on(dated: Served, open_page: Opener) -> None:
    page, _ = open_page(dated, "en")
    page.goto(f"{dated.root}#/timeline?by=year")
    page.locator("svg a[data-period]").first.click()
    first = page.locator("main ol figure.quote").first
    expect(first).to_be_visible()
    shown = first.inner_text()
    page.get_by_role("button", name=say("en", "shell.next")).click()
    expect(page).to_have_url(re.compile("offset=20"))
    expect(first).not_to_have_text(shown)
    page.locator("main select").first.select_option("month")
    expect(page.locator("main ol figure.quote")).to_have_count(0)
    assert "period=" not in page.url, "a year is no month"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_actors_page_counts_what_is_denied_and_undated_and_its_bars_lead_on(served: Served, open_page: Opener, language: str) -> None:
    page, _ = open_page(served, language)
    page.goto(f"{served.root}#/actors/IRN")
    for key in ("denied", "undated"):
        expect(page.locator("dt", has_text=say(language, f"actors.{key}"))).to_be_visible()
        expect(page.locator(f"dd.{key}")).to_have_text(re.compile(r"^\s*[0-9٠-٩]+\s*$"))
    page.locator("svg a[data-period]").first.click()
    expect(page).to_have_url(re.compile("#/timeline.*actor=IRN"))
    expect(page.locator("main ol figure.quote").first).to_be_visible()
