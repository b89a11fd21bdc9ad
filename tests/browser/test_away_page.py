"""The server goes and comes back while somebody types: the page says so, quietly, and loses not a letter."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browsing import Opener, say, serving
from playwright.sync_api import Page, expect

from ahlaf.store import Project

TEXT = "دعمت تركيا العراق في حربه على الإرهاب."
NOTE = "كما هو في النص"
BROUGHT_ABOUT = r"net::ERR_|status of 401"


def paste(page: Page, language: str) -> None:
    """Type an article, and don't send it yet."""
    page.get_by_role("button", name=say(language, "library.add")).first.click()
    page.get_by_role("tab", name=say(language, "library.way_text")).click()
    page.get_by_role("tabpanel").get_by_label(say(language, "library.text")).fill(TEXT)
    page.get_by_role("tabpanel").get_by_label(say(language, "library.col_title")).fill(NOTE)


def told(page: Page, language: str, state: str) -> None:
    expect(page.locator(".away b")).to_have_text(say(language, f"shell.{state}"))
    expect(page.locator(".away")).to_contain_text("ahlaf serve")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_is_typed_outlives_the_server(coded: Path, tmp_path: Path, open_page: Opener, language: str) -> None:
    study = Path(shutil.copy(coded, tmp_path / "study.ahlaf"))
    with serving(study, "--as", "amal") as first:
        page, watch = open_page(first, language)
        paste(page, language)
        expect(page.locator(".away b")).to_have_count(0)
        first.kill()
        told(page, language, "gone")  # nobody has pressed anything
        send = page.get_by_role("tabpanel").get_by_role("button", name=say(language, "library.add"))
        send.click()
        expect(page.get_by_role("alert").get_by_text(say(language, "shell.offline"))).to_be_visible()
    with serving(study, "--as", "amal", "--port", str(urlsplit(first.address).port)) as second:
        told(page, language, "stranger")
        entering = page.context.new_page()
        entering.goto(second.address)
        expect(page.locator(".away b")).to_have_count(0)
        send.click()
        expect(page.get_by_role("dialog").get_by_role("link", name=say(language, "library.open"))).to_be_visible()
        page.close()  # it would look for the next server
        watch.forgive(BROUGHT_ABOUT)
    with Project.open(study) as project:
        last = list(project.documents())[-1]
        assert (last.title, project.text(last.id).text) == (NOTE, TEXT)


def test_a_project_that_is_served_in_its_place_is_another_page(coded: Path, tmp_path: Path, open_page: Opener) -> None:
    study, other = (Path(shutil.copy(coded, tmp_path / f"{name}.ahlaf")) for name in ("study", "other"))
    with serving(study) as first:
        page, watch = open_page(first, "en")
        expect(page.locator(".brand small")).to_have_text("study")
        first.kill()
        told(page, "en", "gone")
    with serving(other, "--port", str(urlsplit(first.address).port)) as second:
        told(page, "en", "stranger")
        page.context.new_page().goto(second.address)
        expect(page.locator(".brand small")).to_have_text("other")
        page.close()
        watch.forgive(BROUGHT_ABOUT)
