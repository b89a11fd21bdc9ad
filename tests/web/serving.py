"""A real server on loopback, in a thread of the tests or in a process of its own, and clients that ask it."""

from __future__ import annotations

import math
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from fakes import code

from ahlaf.cli_web import GUARDED
from ahlaf.model import Document
from ahlaf.sources.fetch import Fetcher
from ahlaf.store import Arrival, Project
from ahlaf.web.app import make
from ahlaf.web.coding import Runner
from ahlaf.web.why import Answers

TOKEN = "test-token-that-nobody-guesses"  # noqa: S105 - of a server that lives for a test
PATIENCE = 120
"""Seconds that a busy machine may take for what a test waits for."""
_TOLD = re.compile(r"http://127\.0\.0\.1:(\d+)/\?token=(\S+)")


TEXTS = (
    ("تركيا دعمت العراق ثم روسيا هاجمت تركيا", "خبر أول", "النهار", "2016-03-14"),
    ("روسيا حالفت العراق", "خبر ثان", "الأخبار", "2015-06"),
    ("قالت الصحيفة : العراق هاجمت تركيا . وقالت الصحيفة : روسيا دعمت العراق", "خبر ثالث", "النهار", "2017"),
)


def filled(path: Path) -> Path:
    """A project with three articles and six claims."""
    with Project.create(path) as project:
        batch = project.begin("anna")
        found = [Document(t, f"d{n}", title, None, outlet, date) for n, (t, title, outlet, date) in enumerate(TEXTS, 1)]
        project.add(batch, [Arrival(d, f"{d.id}.txt") for d in found])
        code(project)
    return path


@dataclass(slots=True)
class Served:
    """Where a server is, and what opens it."""

    port: int
    token: str
    process: subprocess.Popen[str] | None = None
    app: Any = None

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def client(self, who: str = "", **more: Any) -> httpx.Client:
        """A client that has the token."""
        headers = {"Authorization": f"Bearer {self.token}"} | ({"X-Ahlaf-Coder": who} if who else {})
        return httpx.Client(base_url=self.root, headers=headers | more.pop("headers", {}), timeout=PATIENCE, trust_env=False, **more)

    def stranger(self, **more: Any) -> httpx.Client:
        """A client that has nothing."""
        return httpx.Client(base_url=self.root, timeout=PATIENCE, trust_env=False, **more)


@contextmanager
def serving(
    project: Project,
    *,
    static: Path | None = None,
    runner: Runner | None = None,
    fetcher: Fetcher | None = None,
    answers: Answers | None = None,
    warm: bool = False,
    entered: Callable[[], object] = lambda: None,
) -> Iterator[Served]:
    """A server in a thread, until the end of the block."""
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.bind(("127.0.0.1", 0))
    bound.listen(64)
    port = bound.getsockname()[1]
    more = {} if static is None else {"static": static}
    given = {"runner": runner, "fetcher": fetcher, "answers": answers, "warm": warm, "entered": entered, **more}
    app = make(project, who="anna", token=TOKEN, port=port, **given)  # type: ignore[arg-type]
    app.state.desk.patience = math.inf  # a busy machine gathers slowly: what is asked is answered of the present state
    config = uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1, **GUARDED)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.01)
        yield Served(port, TOKEN, app=app)
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
        bound.close()
        assert not thread.is_alive()


@contextmanager
def process(path: Path, *more: str) -> Iterator[Served]:
    """`ahlaf serve` in a process of its own, ended at the end of the block if it is still there."""
    command = [sys.executable, "-m", "ahlaf", "serve", str(path), "--no-open", "--port", "0", *more]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    assert started.stdout is not None
    assert started.stderr is not None
    try:
        found = _TOLD.match(started.stdout.readline())
        assert found, started.stderr.read()
        yield Served(int(found[1]), found[2], started)
    finally:
        if started.poll() is None:
            os.killpg(started.pid, signal.SIGTERM)
        try:
            started.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(started.pid, signal.SIGKILL)
            started.wait()
        started.stdout.close()
        started.stderr.close()
