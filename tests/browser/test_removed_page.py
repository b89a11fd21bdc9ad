"""Removing an article on the page: what goes is said before, and the library brings it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Opener, Served, say, serving
from playwright.sync_api import expect

from ahlaf.store import Project


@pytest.fixture(scope="module")
def served(study: Path) -> Iterator[Served]:
    with serving(study) as running:
        yield running


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_article_is_removed_and_brought_back(served: Served, open_page: Opener, language: str) -> None:
    page, watch = open_page(served, language)
    before = shelf(served)
    page.goto(f"{served.root}#/reader/2")
    page.get_by_role("button", name=say(language, "library.remove"), exact=True).click()
    asked = page.get_by_role("dialog", name=say(language, "library.remove_title"))
    asked.get_by_role("button", name=say(language, "shell.cancel")).click()
    expect(asked).to_have_count(0)
    assert shelf(served) == before
    page.get_by_role("button", name=say(language, "library.remove"), exact=True).click()
    asked.get_by_label(say(language, "library.remove_why")).fill("خارج الموضوع")
    asked.get_by_role("button", name=say(language, "library.remove"), exact=True).click()
    expect(page.get_by_role("heading", name=say(language, "library.title"), exact=True)).to_be_visible()
    expect(page.locator("a[href='#/reader/2']")).to_have_count(0)
    assert shelf(served) == before - {2}
    page.get_by_role("button", name=say(language, "library.removed")).click()
    gone = page.get_by_role("dialog", name=say(language, "library.removed"))
    expect(gone.get_by_text("خارج الموضوع")).to_be_visible()
    gone.get_by_role("button", name=say(language, "library.bring_back")).click()
    expect(gone.get_by_text(say(language, "library.removed_none"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("a[href='#/reader/2']")).to_be_visible()
    assert shelf(served) == before
    watch.clean()


def shelf(served: Served) -> set[int]:
    """The documents that the project shows."""
    with Project.open(served.project) as project:
        return {one.id for one in project.documents()}
