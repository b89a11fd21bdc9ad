"""The map's picture is saved as a file that holds all of itself: SVG with its words, PNG of the same shape."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from browsing import Opener, Served, say
from PIL import Image
from playwright.sync_api import Page, expect

SVG = "{http://www.w3.org/2000/svg}"


def saved(page: Page, language: str, kind: str) -> bytes:
    """The bytes of the picture in a kind of file, and that its name says what it is."""
    label = say(language, "map.save_as")
    with page.expect_download() as told:
        page.get_by_role("button", name=label).filter(has_text=kind).click()
    assert told.value.suggested_filename == f"study-map-{language}.{kind.lower()}"
    path = told.value.path()
    return Path(path).read_bytes()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_picture_is_saved_with_all_that_it_says(served: Served, open_page: Opener, language: str, tmp_path: Path) -> None:
    page, watch = open_page(served, language)
    page.goto(f"{served.root}#/map")
    page.locator("main canvas").first.wait_for()
    page.wait_for_timeout(500)
    asked = len(watch.requests)
    drawn, painted = saved(page, language, "SVG"), saved(page, language, "PNG")
    (tmp_path / "map.svg").write_bytes(drawn)
    (tmp_path / "map.png").write_bytes(painted)
    root = ET.fromstring(drawn)  # noqa: S314 - our own
    title, desc = root.findtext(f"{SVG}title") or "", root.findtext(f"{SVG}desc") or ""
    assert "study" in title
    for words in (title, *filter(None, desc.split("\n"))):
        shown = "".join("".join(t.itertext()) for t in root.iter(f"{SVG}text"))
        assert words.replace(" ", "")[:30] in shown.replace(" ", "")
    names = ["".join(t.itertext()) for t in root.iter(f"{SVG}text")]
    assert len(names) > 20
    assert any(re.search(r"[\u0621-\u064a]" if language == "ar" else r"Syria|Iran|States", n) for n in names)
    assert {t.get("direction") for t in root.findall(f"{SVG}text")} == {"rtl" if language == "ar" else None}
    assert not re.search(rb"href|url\(|<style|<script|<image|NaN|undefined", drawn)
    size = Image.open(BytesIO(painted)).size
    assert size == (2 * int(root.get("width") or 0), 2 * int(root.get("height") or 0))
    before = set(watch.requests[:asked])  # where tensions are found meanwhile, the map is asked for again
    late = [u for u in watch.requests[asked:] if u not in before and not re.search(r"\.js$|\.woff2$|^blob:", u)]
    assert not late, "a picture is made in the browser"


def test_its_caption_says_what_was_asked(served: Served, open_page: Opener) -> None:
    page, _ = open_page(served, "en")
    page.goto(f"{served.root}#/map?since=2014&evidence=1&relation=AID&lift=organs")
    page.locator("main canvas").first.wait_for()
    page.wait_for_timeout(500)
    desc = ET.fromstring(saved(page, "en", "SVG")).findtext(f"{SVG}desc") or ""  # noqa: S314 - our own
    assert re.search(r"Claims dated from \W*2014\W* on", desc)
    assert "Relation: " in desc
    assert "Gather: organs as their state" in desc


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    ("asked", "every"), [("", True), ("?lift=organs", True), ("?relation=AID&lift=organs", False), ("?least=0.5", False)]
)
def test_it_says_all_claims_where_it_shows_all(served: Served, open_page: Opener, language: str, asked: str, *, every: bool) -> None:
    page, _ = open_page(served, language)
    page.goto(f"{served.root}#/map{asked}")
    page.locator("main canvas").first.wait_for()
    page.wait_for_timeout(500)
    desc = ET.fromstring(saved(page, language, "SVG")).findtext(f"{SVG}desc") or ""  # noqa: S314 - our own
    told = [part for line in desc.split("\n") for part in line.split(" · ")]
    assert any(say(language, "map.saved_whole").match(part) or say(language, "map.saved_all").match(part) for part in told) == every
    assert any(say(language, "map.all_time").match(part) for part in told) != every


def test_an_svg_opens_by_itself(served: Served, open_page: Opener, tmp_path: Path) -> None:
    page, _ = open_page(served, "ar")
    page.goto(f"{served.root}#/map")
    page.locator("main canvas").first.wait_for()
    page.wait_for_timeout(500)
    file = tmp_path / "map.svg"
    file.write_bytes(saved(page, "ar", "SVG"))
    page.goto(file.as_uri())
    expect(page.locator("text").first).to_be_visible()
    wide = page.evaluate("document.documentElement.width.baseVal.value")
    boxes = page.evaluate("[...document.querySelectorAll('svg > text')].map(t => t.getBoundingClientRect()).map(b => [b.left, b.right])")
    assert all(left > 0 and right < wide for left, right in boxes)
    (tmp_path / "seen.png").write_bytes(page.screenshot())


def places(drawn: bytes) -> dict[str, tuple[float, float]]:
    """Where the names of a picture stand that are in it once."""
    found: dict[str, list[tuple[float, float]]] = {}
    for one in ET.fromstring(drawn).iter(f"{SVG}text"):  # noqa: S314 - our own
        found.setdefault("".join(one.itertext()), []).append((float(one.get("x") or 0), float(one.get("y") or 0)))
    return {name: at[0] for name, at in found.items() if len(set(at)) == 1}


def test_names_are_placed_anew_when_a_picture_that_was_moved_rests(served: Served, open_page: Opener) -> None:
    """A name was cut where its actor came to the edge, though there was room on the other side of its mark."""
    page, _ = open_page(served, "en")
    page.goto(f"{served.root}#/map")
    page.locator("main canvas").first.wait_for()
    page.wait_for_timeout(800)
    before = places(saved(page, "en", "SVG"))
    stage = page.get_by_role("application")
    for key in ("ArrowRight", "ArrowDown") * 4:
        stage.press(key)
    page.wait_for_timeout(800)
    after = places(saved(page, "en", "SVG"))
    moved = {name: (round(after[name][0] - x), round(after[name][1] - y)) for name, (x, y) in before.items() if name in after}
    carried = {by for by in moved.values() if by != (0, 0)}
    new = [name for name in after if name not in before and "Ahlaf" not in name]  # that line says the minute
    assert len(carried) > 1 or new, "every name only went with its mark"
