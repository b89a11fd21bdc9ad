"""What the browser tests share: a watch over a page, and a real `ahlaf serve` on loopback."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

EXAMPLES = Path(__file__).parents[2] / "examples"
PATIENCE = 45_000
"""Milliseconds that a busy machine may take for what a page is waited for."""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = (
    "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync"
).split()
_TOLD = re.compile(r"http://127\.0\.0\.1:\d+/\?token=\S+")


@dataclass(slots=True)
class Watch:
    """What a page did that it must not do: looked at by :meth:`clean`."""

    host: str
    wrong: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        """Note every dialog, error and request of a page."""
        page.on("dialog", lambda dialog: (self.wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("console", lambda said: self.wrong.append(f"console: {said.text}") if said.type in ("error", "warning") else None)
        page.on("request", lambda asked: self._asked(asked.url))
        page.on("popup", lambda opened: self.wrong.append(f"opened {opened.url}"))
        page.on("download", lambda _: None)

    def _asked(self, url: str) -> None:
        self.requests.append(url)
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob", "file", "about") and parts.netloc != self.host:
            self.wrong.append(f"asked {url}")

    def forgive(self, pattern: str) -> None:
        """Take out what a test has brought about on purpose."""
        self.wrong[:] = [x for x in self.wrong if not re.search(pattern, x)]

    def clean(self) -> None:
        """Nothing wrong was done."""
        assert not self.wrong, "\n".join(self.wrong)


@dataclass(slots=True)
class Served:
    """A server that runs, and the project that it serves."""

    address: str
    """With the token."""
    project: Path
    process: subprocess.Popen[str]

    @property
    def host(self) -> str:
        return urlsplit(self.address).netloc

    @property
    def root(self) -> str:
        return f"http://{self.host}/"

    @property
    def token(self) -> str:
        return urlsplit(self.address).query.removeprefix("token=")

    def kill(self) -> None:
        """As a pulled plug would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def until(page: Page, holds: Callable[[], object], what: str) -> None:
    """Wait for what no expectation of the driver's can wait for."""
    end = time.monotonic() + PATIENCE / 1000
    while not holds():
        assert time.monotonic() < end, what
        page.wait_for_timeout(100)


Opener = Callable[..., tuple[Page, Watch]]
"""Opens a page on a server: in a language, with the tour of a first visit or (toured) without, with a context's options."""


@contextmanager
def serving(project: Path, *more: str) -> Iterator[Served]:
    """`ahlaf serve`, until the end of the block."""
    command = [sys.executable, "-m", "ahlaf", "serve", str(project), "--port", "0", "--no-open", *more]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)
    assert process.stdout is not None
    said: list[str] = []
    try:
        for line in process.stdout:
            said.append(line)
            if found := _TOLD.search(line):
                yield Served(found[0], project, process)
                break
        else:
            pytest.fail("the server ended before it said where it is:\n" + "".join(said))
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(PATIENCE / 1000)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        process.stdout.close()


# -- the page's own words -------------------------------------------------------------------------------

MESSAGES = Path(__file__).parents[2] / "web" / "src" / "messages"
ROOMS = ("library", "reader", "map", "tensions", "actors", "timeline", "questions", "agreement", "journal", "export", "settings")


@cache
def _messages(language: str, room: str) -> dict[str, str | dict[str, str]]:
    found: dict[str, str | dict[str, str]] = json.loads((MESSAGES / language / f"{room}.json").read_text(encoding="utf-8"))
    return found


def say(language: str, key: str) -> re.Pattern[str]:
    """What the page says for a key, as a pattern: whatever stands in a placeholder is let pass, and so is a key's cap behind it.

    Tests find buttons by the names that people see, in either language.
    """
    room, _, name = key.partition(".")
    found = _messages(language, room)[name]
    forms = [found] if isinstance(found, str) else list(found.values())
    said = "|".join(".*".join(map(re.escape, re.split(r"{\w+}", form))) for form in forms)
    return re.compile(rf"^\s*(?:{said})(?:\s*[A-Z?])?\s*$", re.DOTALL)
