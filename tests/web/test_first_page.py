"""What makes the first page quick: small answers that do not wait, counts that are kept, a map that is ready behind it."""

from __future__ import annotations

import os
import signal
import socket
import stat
import time
import webbrowser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from serving import PATIENCE, TOKEN, process, serving

from ahlaf import cli_web
from ahlaf.store import Project
from ahlaf.web import pictures
from ahlaf.web.desk import Asked, Desk


def test_answers_do_not_wait_for_one_another() -> None:
    """asyncio turns Nagle's algorithm off where a socket names its protocol, and only there."""
    with cli_web._bound(0) as bound:
        assert bound.proto == socket.IPPROTO_TCP


def test_a_browser_is_led_by_a_file_and_never_sees_the_key_on_its_command_line(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: asked.append(address) or True)
    link = f"http://127.0.0.1:7391/?token={TOKEN}"
    with cli_web._shown(link, tmp_path) as entered, serving(project, entered=entered) as served, served.stranger() as browser:
        (page,) = tmp_path.glob("ahlaf-*.html")
        assert asked == [page.as_uri()]
        assert urlsplit(asked[0]).scheme == "file"
        assert stat.S_IMODE(page.stat().st_mode) == 0o600
        assert f'content="0; url={link}"' in page.read_text(encoding="utf-8")
        browser.get("/?token=wrong")
        assert page.exists()
        browser.get(f"/?token={TOKEN}")
        assert not page.exists()


def test_what_the_command_tells_is_in_the_language_asked_for(project: Project) -> None:
    path = project.place.path
    assert path is not None
    with process(path, "--language", "ar") as served:
        assert served.process is not None
        with served.client() as client:
            assert client.get("/api/project").is_success
        os.killpg(served.process.pid, signal.SIGINT)
        _, told = served.process.communicate(timeout=PATIENCE)
    assert told.splitlines() == [f"{project.shown} مفتوح في منضدة العمل؛ يغلقها Ctrl-C", "أُغلقت منضدة العمل"]


def no_browser(_: str) -> bool:
    raise webbrowser.Error("none")


@pytest.mark.parametrize(
    ("folder", "opens"),
    [("", lambda _: False), ("", no_browser), ("not there", lambda _: True)],
    ids=["does not start", "is none", "nowhere to lay the file"],
)
def test_where_no_browser_opens_the_printed_address_is_left(
    folder: str, opens: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(webbrowser, "open", opens)
    with cli_web._shown("http://127.0.0.1:7391/", tmp_path / folder):
        assert "open the address above yourself" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_the_first_map_is_worked_out_once_a_page_stands(project: Project) -> None:
    with serving(project, warm=True) as served, served.client() as client:
        desk: Desk = served.app.state.desk
        ready = (desk.state(), ("map", 0, pictures.FIRST, "", False), Asked())
        with client.stream("GET", "/api/events") as stream:
            assert next(stream.iter_lines())
            until = time.monotonic() + PATIENCE
            while desk.memory.peek(ready) is None or desk.coder is None:
                assert time.monotonic() < until, "nothing was worked out"
                time.sleep(0.02)
        kept = desk.memory.peek(ready)
        assert client.get("/api/map?evidence=0").json()["total"] == {"actors": kept.total.actors, "edges": kept.total.edges}
        assert desk.memory.peek(ready) is kept


def test_counts_are_kept_until_the_project_changes(project: Project) -> None:
    desk = Desk(project, "anna")
    before = desk.held()
    assert desk.held() is before
    claim = project.placed(1)[0].claim.id
    project.review(claim, "confirm", "anna")
    assert desk.held() is not before
    assert desk.held()[0]["claims"]["confirmed"] == 1
