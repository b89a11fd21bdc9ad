"""The map of three hundred actors and three thousand edges is drawn, and its tables say the same."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Opener, Served, say, serving
from browsing_projects import large
from playwright.sync_api import expect

INKED = """() => {
  const inks = new Set()
  for (const canvas of document.querySelectorAll('main canvas')) {
    if (!canvas.width) continue
    const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    for (let at = 0; at < data.length; at += 4 * 37) {
      if (data[at + 3] > 200) inks.add(`${data[at] >> 5},${data[at + 1] >> 5},${data[at + 2] >> 5}`)
    }
  }
  return inks.size
}"""


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return large(tmp_path_factory.mktemp("large") / "large.ahlaf")


@pytest.fixture(scope="module")
def served(study: Path) -> Iterator[Served]:
    with serving(study, "--as", "amal") as running:
        yield running


@pytest.mark.parametrize("language", ["ar", "en"])
def test_it_is_drawn_whole(served: Served, open_page: Opener, language: str) -> None:
    page, _ = open_page(served, language)
    page.keyboard.press("Escape")
    with page.expect_response(lambda r: "/api/map" in r.url) as told:
        page.goto(f"{served.root}#/map?limit=300")
    answer = told.value.json()
    assert (len(answer["actors"]), len(answer["edges"])) == (300, 3000)
    expect(page.locator(".graph-sketch")).to_have_count(0)  # the first sight has given way to what can be moved
    until = time.monotonic() + 60
    while page.evaluate(INKED) <= 3:  # asked from here: the page's policy lets no text be run as a script, a waiting one neither
        assert time.monotonic() < until, "nothing was drawn"
        page.wait_for_timeout(200)
    for view in ("ties", "actors"):
        page.get_by_role("button", name=say(language, f"map.view_{view}")).click()
        expect(page.locator("main table tbody tr").first).to_be_visible()
    assert page.locator("main table tbody tr").count() >= 100
