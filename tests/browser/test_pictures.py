"""Every room in both languages as a picture: a room that stays empty shows here.

With ``AHLAF_PICTURES=1`` the pictures are written to docs/pictures, where docs/serve.md shows them.
"""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest
from browsing import ROOMS, Opener, Served
from PIL import Image
from playwright.sync_api import expect

KEPT = Path(__file__).parents[2] / "docs" / "pictures"
MOST = 150_000
"""Bytes of a picture in the docs."""
PLACES = {
    "reader": "reader/8",
    "questions": "questions?q=من يدعم الحوثيين؟",
    "timeline": "timeline",
}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_something_to_show(served: Served, open_page: Opener, tmp_path: Path, room: str, language: str) -> None:
    page, _ = open_page(served, language, viewport={"width": 1240, "height": 800}, reduced_motion="reduce")
    page.goto(f"{served.root}#/{PLACES.get(room, room)}")
    page.locator("main h1").first.wait_for()
    expect(page.locator("main [aria-busy=true], main .busy")).to_have_count(0)
    if room == "map":
        page.locator("main canvas").first.wait_for()
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(900)
    assert len(page.locator("main").inner_text()) > 80
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    small = shot.quantize(96, dither=Image.Dither.NONE)
    out = (KEPT if os.environ.get("AHLAF_PICTURES") else tmp_path) / f"page-{room}-{language}.png"
    small.save(out, optimize=True)
    assert 8_000 < out.stat().st_size < MOST
