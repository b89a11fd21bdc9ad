"""Debian's Chromium, a real `ahlaf serve` on loopback, and a page that is watched for everything it must not do.

One browser for the session, one server for a module: each test gets a context of its own, with no cookie and no
setting of another's.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))

from browsing import ARGUMENTS, CHROMIUM, EXAMPLES, PATIENCE, Opener, Served, Watch, serving

from ahlaf import projects
from ahlaf.store import Project

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.fail("these tests drive a browser, and there is none: install Chromium (Debian: apt-get install chromium)")
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the ten examples, coded; to be copied, never to be changed."""
    path = tmp_path_factory.mktemp("coded") / "examples.ahlaf"
    with Project.create(path) as project:
        projects.add(project, [str(x) for x in sorted(EXAMPLES.glob("*.txt"))], "example")
        projects.code(project, *projects.rule_book())
    return path


@pytest.fixture(scope="module")
def study(coded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of it for a module."""
    return Path(shutil.copy(coded, tmp_path_factory.mktemp("study") / "study.ahlaf"))


@pytest.fixture(scope="module")
def served(study: Path) -> Iterator[Served]:
    """A server over the module's copy."""
    with serving(study, "--as", "amal") as running:
        yield running


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Opener]:
    """Opens pages, each in a context of its own, and looks at the end that none did wrong."""
    contexts: list[BrowserContext] = []
    watches: list[Watch] = []

    def opened(served: Served, language: str = "ar", *, toured: bool = True, **options: object) -> tuple[Page, Watch]:
        locale = {"ar": "ar", "en": "en-GB"}[language]
        context = browser.new_context(**{"locale": locale, "viewport": {"width": 1280, "height": 900}, **options})  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        if toured:
            context.add_init_script("localStorage.getItem('ahlaf') ?? localStorage.setItem('ahlaf', '{\"toured\": true}')")
        contexts.append(context)
        page, watch = context.new_page(), Watch(served.host)
        watch.follow(page)
        watches.append(watch)
        page.goto(served.address)
        page.wait_for_url(lambda url: "token" not in url)
        return page, watch

    yield opened
    for context in contexts:
        context.close()
    for watch in watches:
        watch.clean()
