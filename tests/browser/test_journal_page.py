"""The journal's room lists what was done, newest first, and leads back from it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from browsing import Opener, say, serving
from playwright.sync_api import expect

from ahlaf.store import Project

EVIL = "<img src=x onerror=alert(1)> العم سام"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_was_done_is_listed_and_undone_there(coded: Path, tmp_path: Path, open_page: Opener, language: str) -> None:
    path = Path(shutil.copy(coded, tmp_path / "study.ahlaf"))
    with Project.open(path) as project:
        claim = next(project.claims()).id
        project.review(claim, "correct", "amal", EVIL, {"polarity": "negated"})
        project.decide("alias", "USA", "basim", {"name": EVIL})
    with serving(path, "--as", "amal") as served:
        page, _ = open_page(served, language)
        page.get_by_role("link", name=say(language, "journal.nav"), exact=True).click()
        rows = page.locator("main ol > li")
        expect(rows).to_have_count(3)
        for row, kind in zip(rows.all(), ("alias", "correct", "add"), strict=True):
            expect(row.locator("b").first).to_have_text(say(language, f"journal.did_{kind}"))
        expect(rows.nth(0)).to_contain_text(EVIL)
        expect(rows.nth(1)).to_contain_text("amal")
        assert page.locator("main img").count() == 0
        assert rows.nth(2).get_by_role("button").count() == 0, "a whole addition doesn't go by a slip of the hand"
        expect(rows.nth(1).locator("a[href*='reader/']")).to_have_attribute("href", re.compile(rf"^#/reader/\d+\?claim={claim}$"))
        rows.nth(0).get_by_role("button").click()
        expect(rows).to_have_count(4)
        expect(rows.nth(0).locator("b").first).to_have_text(say(language, "journal.did_undo"))
        expect(rows.nth(1).locator("p").last.locator("b")).to_have_text(say(language, "journal.undone"))
        assert rows.nth(1).get_by_role("button").count() == 0
        page.close()  # the server ends first


def test_a_long_journal_is_paged(coded: Path, tmp_path: Path, open_page: Opener) -> None:
    path = Path(shutil.copy(coded, tmp_path / "study.ahlaf"))
    with Project.open(path) as project:
        for claim in [c.id for c in project.claims()][:35]:
            project.review(claim, "confirm", "amal")
    with serving(path) as served:
        page, _ = open_page(served, "en")
        page.goto(f"{served.root}#/journal")
        rows = page.locator("main ol > li")
        expect(rows).to_have_count(30)
        page.get_by_role("button", name=say("en", "shell.next")).click()
        expect(rows).to_have_count(6)
        assert "offset=30" in page.url
        page.close()
