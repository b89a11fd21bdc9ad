"""Why a claim was made is told in the interface's language; what the rule book has only in English is marked as English."""

from __future__ import annotations

import re

import pytest
from browsing import Opener, Served, say
from playwright.sync_api import Page, expect

MOST = 4
"""Claims of an article that are asked why."""
PLAIN = """(dialog) => {
  const bare = dialog.cloneNode(true)
  bare.querySelectorAll('[lang=en]').forEach((one) => one.remove())
  return bare.textContent
}"""


def opened(page: Page, served: Served, language: str) -> list[str]:
    """What the page says in its own language of the reasons of an article's claims, the whole of every row with them."""
    page.goto(f"{served.root}#/reader/8")
    options = page.locator("#claims [role=option]")
    options.first.wait_for()
    found = []
    for at in range(min(options.count(), MOST)):
        options.nth(at).click()
        page.get_by_role("button", name=say(language, "reader.do_why")).click()
        dialog = page.get_by_role("dialog")
        expect(dialog.locator("li").nth(1)).to_be_visible()
        for summary in dialog.locator("summary").all():
            summary.click()
        found.append(str(dialog.evaluate(PLAIN)))
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
    return found


@pytest.mark.parametrize(("language", "column"), [("ar", "الجذر"), ("en", "root")])
def test_a_row_is_shown_whole_and_no_latin_word_is_left_unmarked_in_arabic(
    served: Served, open_page: Opener, language: str, column: str
) -> None:
    """Under the names of its columns."""
    page, _ = open_page(served, language)
    said = opened(page, served, language)
    assert any(column in told for told in said)
    if language == "ar":
        for told in said:
            assert not re.findall(r"[A-Za-z]+", told), told
