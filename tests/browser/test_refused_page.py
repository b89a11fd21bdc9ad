"""What could not be added is told in the language that the page is in."""

from __future__ import annotations

import pytest
from browsing import Opener, Served, say
from playwright.sync_api import expect

FILES = [
    {"name": "notes.docx", "mimeType": "application/octet-stream", "buffer": b"PK\x03\x04 no archive"},
    {"name": "english.txt", "mimeType": "text/plain", "buffer": b"Only English here, and quite a lot of it."},
    {"name": "empty.txt", "mimeType": "text/plain", "buffer": b" "},
]
TOLD = {
    "ar": ["وثيقة Word تالفة، ولعلها مقطوعة.", "لا نص عربيًا فيه.", "فارغ."],
    "en": ["is a broken Word document, perhaps cut off", "holds no Arabic", "is empty"],
}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_refusals_are_in_the_readers_language(served: Served, open_page: Opener, language: str) -> None:
    page, _ = open_page(served, language)
    page.get_by_role("button", name=say(language, "library.add")).first.click()
    dialog = page.get_by_role("dialog")
    dialog.locator("input[type=file]").set_input_files(FILES)  # type: ignore[arg-type]
    told = dialog.locator(".aside li bdi:nth-of-type(2)")
    expect(told).to_have_text(TOLD[language])
