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
