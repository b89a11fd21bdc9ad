"""Actors that may be one are shown with what tells them apart."""

from __future__ import annotations

import pytest
from browsing import Opener, Served, say
from playwright.sync_api import expect


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_pair_that_may_be_one_shows_where_each_stands(served: Served, open_page: Opener, language: str) -> None:
    page, _ = open_page(served, language)
    page.goto(f"{served.root}#/actors?view=candidates")
    pair = page.locator("main li.sheet").first
    expect(pair.locator("figure.quote")).to_have_count(2)
    for key in ("kind", "country", "sector"):
        expect(pair.locator("dt", has_text=say(language, f"actors.{key}"))).to_have_count(2)
