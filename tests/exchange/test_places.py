"""Where an end stands is told by the commands in the words of the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ahlaf.exchange.places import table, told

MESSAGES = Path(__file__).parents[2] / "web" / "src" / "messages"


@pytest.mark.parametrize(("language", "at"), [("en", 0), ("ar", 1)])
def test_the_page_says_the_same(language: str, at: int) -> None:
    page = json.loads((MESSAGES / language / "why.json").read_text(encoding="utf-8"))
    assert {f"place_{place}": words[at] for place, words in table().items()} == {k: v for k, v in page.items() if k.startswith("place_")}


def test_what_is_not_known_is_left_to_whoever_asks() -> None:
    assert told("target between:مع", "ar") is None
    assert told("source", "en") is None
