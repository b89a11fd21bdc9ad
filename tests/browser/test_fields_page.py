"""Dates and files are asked for in the language of the page, whatever the browser's is."""

from __future__ import annotations

import re

import pytest
from browsing import Opener, Served, say
from playwright.sync_api import expect

ARABIC = re.compile("[\u0621-\u064a]")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_date_is_typed_as_far_as_it_is_known(served: Served, open_page: Opener, language: str) -> None:
    page, _ = open_page(served, language)
    assert page.locator("input[type=date]").count() == 0
    since = page.get_by_label(say(language, "shell.since"))
    for typed, key in (("1437-06-05", "date_hijri"), ("2015-02-31", "date_unread"), ("٠٠١٦", "date_far")):
        since.fill(typed)
        since.press("Enter")
        expect(page.locator("main .filters [role=alert]").first).to_have_text(say(language, f"shell.{key}"))
        expect(since).to_have_attribute("aria-invalid", "true")
        assert "since" not in page.url, "what can't be read is not asked for"
    since.fill("٢٠١٦-٠٣")
    since.press("Tab")
    expect(page).to_have_url(re.compile("since=2016-03"))
    expect(since).to_have_value("2016-03")
    expect(page.locator("main .filters [role=alert]").first).to_have_text("")


def test_a_wrong_date_in_the_address_is_told_beside_its_field(served: Served, open_page: Opener) -> None:
    page, _ = open_page(served, "ar")
    page.goto(f"{served.root}#/library?since=1437")
    expect(page.locator("main .filters [role=alert]").first).to_have_text(ARABIC)
    expect(page.locator("main tbody tr").first).to_be_visible()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_article_with_a_wrong_date_is_not_sent(served: Served, open_page: Opener, language: str) -> None:
    page, watch = open_page(served, language)
    page.get_by_role("button", name=say(language, "library.add")).first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("tab", name=say(language, "library.way_text")).click()
    dialog.locator("textarea").fill("دعمت تركيا العراق، وكان ذلك قبل سنين.")
    dialog.get_by_label(say(language, "library.col_date")).fill("1437")
    before = len(watch.requests)
    dialog.locator("form button.primary").click()
    expect(dialog.locator("form [role=alert]")).to_have_text(say(language, "shell.date_hijri"))
    assert not [r for r in watch.requests[before:] if r.endswith("/api/documents")]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_files_are_chosen_by_a_button_of_the_pages(served: Served, open_page: Opener, language: str) -> None:
    page, _ = open_page(served, language)
    page.get_by_role("button", name=say(language, "library.add")).first.click()
    dialog = page.get_by_role("dialog")
    button = dialog.locator("label.button")
    expect(button).to_have_text(say(language, "library.choose"))
    field = dialog.get_by_label(say(language, "library.choose"))
    dialog.get_by_role("tab", selected=True).focus()
    page.keyboard.press("Tab")
    expect(field).to_be_focused()
    assert button.evaluate("e => getComputedStyle(e).outlineStyle") != "none"
    page.route("**/api/documents", lambda route: None if route.request.method == "POST" else route.fallback())  # it is on its way
    field.set_input_files([{"name": "خبر <b>.txt", "mimeType": "text/plain", "buffer": "نص".encode()}])
    expect(dialog.locator(".files bdi")).to_have_text("خبر <b>.txt")


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("en", "ltr")])
def test_an_empty_field_begins_where_the_page_does(served: Served, open_page: Opener, language: str, way: str) -> None:
    page, _ = open_page(served, language)
    for room in ("library", "questions", "actors"):
        page.goto(f"{served.root}#/{room}")
        expect(page.locator("h1")).to_have_text(say(language, f"{room}.title"))
        field = page.locator("main input[dir=auto]").first
        for words, direction in (("", way), ("Yemen", "ltr"), ("اليمن", "rtl")):
            field.fill(words)
            expect(field).to_have_css("direction", direction)


@pytest.mark.parametrize("room", ["library", "actors"])
def test_words_that_were_typed_stay_in_their_room(served: Served, open_page: Opener, room: str) -> None:
    """Who types and goes on at once finds the next room, and what they type there, untouched by it."""
    page, _ = open_page(served)
    page.goto(f"{served.root}#/{room}")
    expect(page.locator("h1")).to_have_text(say("ar", f"{room}.title"))
    page.locator("main input[dir=auto]").first.fill("ليبيا")
    page.evaluate("location.hash = '#/questions'")
    expect(page.locator("h1")).to_have_text(say("ar", "questions.title"))
    field = page.locator("main input[dir=auto]").first
    field.fill("من يدعم إيران؟")
    page.wait_for_timeout(500)  # longer than a search waits for the typing to rest
    expect(field).to_have_value("من يدعم إيران؟")
    assert page.url.endswith("#/questions")
