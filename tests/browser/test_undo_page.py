"""Undoing in the reader: it takes back decisions and never an article, and says what it took back and how that comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Opener, Served, say, serving
from playwright.sync_api import expect

from ahlaf.store import Project


@pytest.fixture(scope="module")
def served(study: Path) -> Iterator[Served]:
    """Served as whoever added the articles."""
    with serving(study, "--as", "example") as running:
        yield running


@pytest.mark.parametrize("language", ["ar", "en"])
def test_z_takes_back_a_decision_and_never_an_article(served: Served, open_page: Opener, language: str) -> None:
    page, watch = open_page(served, language)
    page.goto(f"{served.root}#/reader/2")
    page.locator("#claims [role=option][aria-selected=true]").wait_for()
    toast = page.locator(".toast p")
    page.keyboard.press("KeyZ")
    expect(toast).to_have_text(say(language, "reader.news_nothing"))
    watch.forgive("404")
    chosen = page.locator("#claims [role=option][aria-selected=true]").get_attribute("data-claim")
    assert chosen
    deed = page.get_by_role("button", name=say(language, "reader.bring_back"))
    page.keyboard.press("KeyC")
    expect(page.locator(f"#claims [data-claim='{chosen}'][aria-selected=true]")).to_have_count(0)
    page.keyboard.press("KeyZ")
    expect(deed).to_be_visible()
    expect(toast).to_contain_text("تأكيد الادعاء" if language == "ar" else f"claim {chosen} confirmed")
    assert standing(served, chosen) == ("new", 10)
    deed.click()
    expect(deed).to_have_count(0)
    assert standing(served, chosen) == ("confirmed", 10)
    page.keyboard.press("KeyZ")
    expect(deed).to_be_visible()
    assert standing(served, chosen) == ("new", 10)


def standing(served: Served, claim: str) -> tuple[str, int]:
    """How a claim stands, and how many articles there are."""
    with Project.open(served.project) as project:
        return project.claim(int(claim)).status, sum(1 for _ in project.documents())
