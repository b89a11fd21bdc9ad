"""What is exported is what was asked for: the map's filters go along, and the files hold no more."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from browsing import Opener, Served, say
from playwright.sync_api import expect


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_filters_of_the_map_go_along(served: Served, open_page: Opener, language: str) -> None:
    page, _ = open_page(served, language)
    page.goto(f"{served.root}#/map?relation=AID&least=0.5&evidence=1&limit=30")
    page.locator("main").get_by_role("link", name=say(language, "map.export")).click()
    expect(page).to_have_url(re.compile(r"#/export\?relation=AID&least=0.5$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(say(language, "export.title"))
    told = page.locator("main p.small[role=status]")
    expect(told).to_have_text(say(language, "export.chosen"))
    with page.expect_download() as file:
        page.locator("main a[download]").first.click()
    rows = list(csv.DictReader(io.StringIO(Path(file.value.path()).read_text(encoding="utf-8-sig"))))
    assert rows
    assert {r["relation"] for r in rows} == {"AID"}
    assert all(float(r["credence"]) >= 0.5 for r in rows)
    page.get_by_role("button", name=say(language, "map.clear")).click()
    expect(told).to_have_text(say(language, "export.whole"))
    expect(page).to_have_url(re.compile("#/export$"))
    assert "relation" not in (page.locator("main a[download]").first.get_attribute("href") or "")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_gathers_actors_leaves_no_claim_out(served: Served, open_page: Opener, language: str) -> None:
    page, _ = open_page(served, language)
    page.goto(f"{served.root}#/export?lift=organs")
    told = page.locator("main p.small[role=status]")
    expect(told).to_have_text(say(language, "export.whole"))
    filters = page.get_by_role("button", name=say(language, "map.filters"))
    expect(filters.locator(".count")).to_have_count(0)
    assert "lift=organs&format=csv" in (page.locator("main a[download]").first.get_attribute("href") or ""), "the network is gathered so"
    page.locator("main button.chip", has_text=say(language, "map.lift_organs")).click()
    expect(page).to_have_url(re.compile("#/export$"))
    expect(told).to_have_text(say(language, "export.whole"))


def test_a_filter_is_set_where_files_are_chosen(served: Served, open_page: Opener) -> None:
    page, _ = open_page(served, "en")
    page.goto(f"{served.root}#/export")
    page.get_by_role("button", name=say("en", "map.filters")).click()
    page.get_by_label("How it is said").select_option("alleged")
    expect(page).to_have_url(re.compile("modality=alleged"))
    expect(page.locator("main p.small[role=status]")).to_have_text(say("en", "export.chosen"))
    assert page.locator("#map-filters input[type=number]").count() == 0, "how a map is drawn narrows no file"
    assert "modality=alleged&format=csv" in (page.locator("main a[download]").first.get_attribute("href") or "")
