"""Two people review at once, and a server that is killed has lost nothing that it had confirmed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsing import PATIENCE, Opener, Served, Watch, say, serving
from playwright.sync_api import Page, Response, expect

from ahlaf.store import Project


@pytest.fixture
def study(coded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(coded, tmp_path / "study.ahlaf"))


@pytest.fixture
def served(study: Path) -> Iterator[Served]:
    with serving(study, "--as", "amal") as running:
        yield running


def reviewer(open_page: Opener, served: Served, name: str, language: str) -> Page:
    """A page in which somebody of this name reads the first document."""
    return settled(open_page, served, name, language)[0]


def settled(open_page: Opener, served: Served, name: str, language: str) -> tuple[Page, Watch]:
    """The same, and the watch over it."""
    page, watch = open_page(served, language)
    kept = json.dumps({"locale": language, "toured": True, "coder": name, "keys": True})
    page.evaluate("kept => localStorage.setItem('ahlaf', kept)", kept)
    page.goto(f"{served.root}#/reader/1")
    page.reload()
    page.locator("#claims [role=option][aria-selected=true]").wait_for()
    return page, watch


def decide(page: Page, key: str) -> int:
    """Press a key on the chosen claim; the number of the claim, once the server has said yes."""
    chosen = page.locator("#claims [role=option][aria-selected=true]").get_attribute("data-claim")
    assert chosen
    with page.expect_response(lambda r: r.url.endswith(f"/claims/{chosen}/reviews") and r.request.method == "POST") as told:
        page.keyboard.press(key)
    assert told.value.ok, told.value.text()
    expect(page.locator(f"#claims [data-claim='{chosen}'][aria-selected=true]")).to_have_count(0)  # the next one follows
    return int(chosen)


def test_each_sees_what_the_other_decides_and_none_is_lost(served: Served, open_page: Opener) -> None:
    amal = reviewer(open_page, served, "أمل", "ar")
    omar = reviewer(open_page, served, "omar", "en")
    numbers = [int(n) for n in amal.locator("#claims [role=option]").evaluate_all("all => all.map((e) => e.dataset.claim)")]
    later, both = numbers[3], numbers[5]
    first = decide(amal, "KeyC")
    assert first == numbers[0]
    expect(omar.locator(f"[data-claim='{first}'] .state")).to_have_text(say("en", "words.status_confirmed"))
    omar.locator(f"#claims [data-claim='{later}']").click()
    second = decide(omar, "KeyX")
    assert second == later
    expect(amal.locator(f"[data-claim='{second}'] .state")).to_have_text(say("ar", "words.status_refused"))
    # Both on one claim, differently: it is disputed, for both.
    for page in (amal, omar):
        page.locator(f"#claims [data-claim='{both}']").click()
    decide(amal, "KeyC")
    omar.locator(f"#claims [data-claim='{both}']").click()
    decide(omar, "KeyX")
    for page, language in ((amal, "ar"), (omar, "en")):
        expect(page.locator(f"[data-claim='{both}'] .state")).to_have_text(say(language, "words.status_disputed"))
    with Project.open(served.project) as project:
        kept = [(r.claim, r.who, r.verdict) for r in project.reviews()]
        assert project.claim(both).status == "disputed"
    assert kept == [(first, "أمل", "confirm"), (second, "omar", "refuse"), (both, "أمل", "confirm"), (both, "omar", "refuse")]


def test_whoever_reads_an_article_is_told_that_another_removes_it(served: Served, open_page: Opener) -> None:
    pages = {language: reviewer(open_page, served, "amal", language) for language in ("ar", "en")}
    with Project.open(served.project) as project:
        made, _ = project.remove(1, "omar")
        for language, page in pages.items():
            expect(page.locator(".toast")).to_have_text(say(language, "reader.news_removed"))
        project.undo("omar", made)
        for language, page in pages.items():
            expect(page.locator(".toast")).to_have_text(say(language, "reader.news_article"))
            expect(page.locator("#claims [role=option]").first).to_be_visible()


def test_every_decision_that_was_answered_is_kept_when_both_decide_at_once(served: Served, open_page: Opener) -> None:
    answered: list[tuple[str, int]] = []
    asked: list[str] = []
    pages = [reviewer(open_page, served, name, "en") for name in ("amal", "omar")]

    def note(who: str) -> Callable[[Response], None]:
        return lambda r: answered.append((who, r.json()["decision"])) if r.url.endswith("/reviews") and r.ok else None

    for who, page in zip(("amal", "omar"), pages, strict=True):
        page.on("request", lambda r: asked.append(r.url) if r.url.endswith("/reviews") else None)
        page.on("response", note(who))
    for key in ("KeyC", "KeyX", "KeyC", "KeyU", "KeyC", "KeyX"):
        for page in pages:
            page.keyboard.press(key)
        # Both at once, but no faster than they are answered: a page that waits for an answer takes no key.
        for _ in range(PATIENCE // 250):
            pages[0].wait_for_timeout(250)
            if len(answered) == len(asked):
                break
    assert len(answered) == len(asked) > 2
    with Project.open(served.project) as project:
        kept = [(r.who, r.id) for r in project.reviews()]
        assert list(project.doctor()) == []
    assert {who for who, _ in kept} == {"amal", "omar"}
    assert sorted(kept) == sorted(answered)


def test_a_killed_server_has_kept_every_decision_that_it_confirmed(served: Served, open_page: Opener) -> None:
    page, watch = settled(open_page, served, "amal", "en")
    confirmed = [decide(page, key) for key in ("KeyC", "KeyX", "KeyU", "KeyC", "KeyC")]
    served.kill()
    with Project.open(served.project) as project:
        assert [r.claim for r in project.reviews()] == confirmed
        assert [r.verdict for r in project.reviews()] == ["confirm", "refuse", "unsure", "confirm", "confirm"]
        assert list(project.doctor()) == []
    page.keyboard.press("KeyC")
    expect(page.get_by_role("alert").get_by_text(say("en", "shell.offline")).first).to_be_visible()
    page.close()
    watch.forgive("net::ERR_")  # whatever answer it was in the middle of
