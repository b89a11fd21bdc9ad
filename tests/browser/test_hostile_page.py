"""Whatever a text holds is shown as text: nothing runs, nothing is fetched, no policy is broken, nothing is turned round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import ROOMS, Opener, Served, serving
from browsing_projects import EVIL_TITLE, HOSTILE, LONG, add_texts

from ahlaf.model import Document
from ahlaf.store import Project


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "study.ahlaf"
    Project.create(path).close()
    author = "\"'><script>alert('author')</script>"
    add_texts(path, Document(HOSTILE, title=EVIL_TITLE, author=author, outlet="<i onclick=alert(1)>جريدة</i>", date="2016-03-14"))
    with Project.open(path) as project:
        claim = next(c for c in project.claims() if c.source and c.target)
        assert claim.source
        project.review(claim.id, "unsure", "<script>alert('who')</script>", "<img src=x onerror=alert('note')>")
        project.decide("rename", claim.source.id, "amal", {"name": "<img src=x onerror=alert('actor')>\u202eاسم"})
    add_texts(path, Document(LONG, title="فقرة طويلة"), coded=False)
    add_texts(path, Document("دعمت تركيا العراق.", title="ع" * 3000, author="ك" * 1000, outlet="ن " * 500), coded=False)
    return path


@pytest.fixture(scope="module")
def served(study: Path) -> Iterator[Served]:
    with serving(study, "--as", "<script>alert('me')</script>") as running:
        yield running


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_room_does_what_a_text_says(served: Served, open_page: Opener, language: str) -> None:
    page, watch = open_page(served, language)
    for room in ROOMS:
        page.goto(f"{served.root}#/{room}")
        page.locator("main h1").wait_for()
        page.wait_for_timeout(150)
        assert page.locator("main").locator("script, iframe, style, base, img[src='x'], [onerror], [onload]").count() == 0
        assert page.locator("main").is_visible()
    assert all(url.startswith(served.root) for url in watch.requests)
    watch.clean()


def test_the_reader_shows_it_as_it_is(served: Served, open_page: Opener) -> None:
    page, watch = open_page(served)
    page.goto(f"{served.root}#/reader/1")
    article = page.locator("#article")
    article.locator("mark").first.wait_for()
    assert article.evaluate("e => e.textContent") == HOSTILE
    assert article.evaluate("e => [...e.querySelectorAll('*')].map(x => x.nodeName)").count("MARK") > 3
    assert set(article.evaluate("e => [...e.querySelectorAll('*')].map(x => x.nodeName)")) == {"DIV", "MARK"}
    for option in page.locator("#claims [role=option]").all():
        option.click()
    watch.clean()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_title_of_three_thousand_letters_moves_nothing_out_of_sight(served: Served, open_page: Opener, language: str) -> None:
    page, watch = open_page(served, language)
    page.goto(f"{served.root}#/library")
    page.locator("main tbody tr").nth(2).wait_for()
    for heading in page.locator("main thead th").all():
        box = heading.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 1280
    tall = [box["height"] for row in page.locator("main tbody tr").all() if (box := row.bounding_box())]
    assert max(tall) < 300
    page.set_viewport_size({"width": 390, "height": 844})
    for room in ("library", "reader/3"):
        page.goto(f"{served.root}#/{room}")
        page.locator("main h1").wait_for()
        page.wait_for_timeout(300)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), room
    watch.clean()


def test_a_paragraph_of_two_megabytes_can_be_read(served: Served, open_page: Opener) -> None:
    page, watch = open_page(served)
    assert len(LONG.encode()) > 2_000_000
    page.goto(f"{served.root}#/reader/2")
    article = page.locator("#article")
    article.locator(".block").first.wait_for()
    assert article.evaluate("e => e.textContent") == LONG
    page.keyboard.press("End")
    watch.clean()


def test_the_api_is_closed_to_whoever_has_no_token(served: Served, open_page: Opener) -> None:
    page, watch = open_page(served)
    page.context.clear_cookies()
    answers = page.evaluate("async () => [(await fetch('/api/project')).status, (await fetch('/api/documents')).status]")
    assert answers == [401, 401]
    page.close()  # what its console says of the two comes after the answers
    watch.forgive(r"401")


def test_the_address_forgets_the_token_and_the_policy_has_no_exception(served: Served, open_page: Opener) -> None:
    page, watch = open_page(served)
    page.wait_for_url(re.compile(r"^[^?]*$"))
    assert served.token not in page.url
    policy = page.evaluate("async () => (await fetch('/')).headers.get('content-security-policy')")
    assert "default-src 'none'" in policy
    assert not re.search(r"unsafe|\*|https?:|data:|blob:", policy)
    assert page.evaluate("document.cookie") == "", "the cookie can't be read by scripts"
    said = page.evaluate(
        """() => new Promise((done) => {
          document.addEventListener('securitypolicyviolation', (event) => done(event.violatedDirective))
          const script = document.createElement('script'); script.textContent = 'window.owned = 1'; document.head.append(script)
          setTimeout(() => done('nothing'), 3000)
        })"""
    )
    assert said.startswith("script-src")
    assert page.evaluate("window.owned") is None
    watch.forgive("Executing inline script")
