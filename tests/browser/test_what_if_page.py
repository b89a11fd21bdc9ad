"""What if, as it is typed: the form stays open under the hands of whoever types both names, and takes the focus back."""

from __future__ import annotations

import pytest
from browsing import Opener, Served, say
from playwright.sync_api import expect


@pytest.mark.parametrize("language", ["ar", "en"])
def test_both_names_can_be_typed(served: Served, open_page: Opener, language: str) -> None:
    page, _ = open_page(served, language)
    page.goto(f"{served.root}#/tensions")
    page.locator("summary", has=page.locator("#suppose")).click()
    first, second = page.locator("details[open] input").all()
    for field, name in ((first, "تركيا"), (second, "داعش")):
        field.click()
        page.keyboard.type(name, delay=30)
        expect(field).to_have_value(name)
        page.keyboard.press("Tab")  # away from the list of suggestions
    page.get_by_role("button", name=say(language, "tensions.add"), exact=True).click()
    expect(page.get_by_role("list", name=say(language, "tensions.supposed"))).to_be_visible()
    expect(first).to_be_focused()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_of_the_smallest_doubt_the_heaviest_ties_come_first_and_all_at_a_click(served: Served, open_page: Opener, language: str) -> None:
    """A hundred ties with their words were opened at once, a dozen screens of them."""
    page, _ = open_page(served, language)
    page.goto(f"{served.root}#/tensions")
    first = page.locator("details.sheet", has=page.locator(".sentence")).first
    first.locator("summary").press("Enter")
    every = first.get_by_role("button", name=say(language, "tensions.all_sides"))
    expect(first.locator("section")).to_have_count(10)
    every.press("Enter")
    expect(every).to_have_count(0)
    assert first.locator("section").count() > 10
