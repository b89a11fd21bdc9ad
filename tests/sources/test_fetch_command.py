"""Fetching at the door: only where it is asked for, and what is kept of it in a project."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from answering import Server, answer, rules, sent_on
from click.testing import CliRunner
from fetching import PAGE, at

from ahlaf.cli import main
from ahlaf.errors import NotFetched
from ahlaf.sources import fetch, files
from ahlaf.sources.fetch import Fetcher
from ahlaf.sources.raw import Loaded
from ahlaf.store import Project

GUIDE = Path(__file__).parents[2] / "docs" / "projects.md"


def test_an_address_is_refused_where_nobody_asked_to_fetch_it(server: Server) -> None:
    server.answers["/a"] = answer(PAGE)
    (source,), failed = files.find([at(server)])
    assert failed == []
    (error,) = files.load(source)
    assert isinstance(error, NotFetched)
    assert "--fetch" in str(error)
    assert server.asked == []
    (found,) = files.load(source, fetcher=Fetcher(rules()))
    assert isinstance(found, Loaded)


@pytest.fixture
def command(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The command of the guide, in an empty project, with the address led to a server of ours."""
    monkeypatch.chdir(tmp_path)
    written = re.search(r"`ahlaf (add study\.ahlaf https://\S+ --fetch)`", GUIDE.read_text(encoding="utf-8"))
    assert written
    monkeypatch.setattr(fetch, "Fetcher", lambda: Fetcher(rules()))
    assert CliRunner().invoke(main, ["new", "study.ahlaf"]).exit_code == 0
    return [word if "://" not in word else at(server, "/news") for word in shlex.split(written[1])]


def test_a_fetched_page_is_kept_with_its_address_and_time(server: Server, command: list[str]) -> None:
    server.answers["/news"] = answer(PAGE)
    done = CliRunner().invoke(main, command)
    assert (done.exit_code, "1 added" in done.output) == (0, True), done.output
    with Project.open("study.ahlaf") as project:
        (kept,) = project.documents()
        (seen,) = project.sightings(kept.id)
    assert (kept.url, kept.title) == (at(server, "/news"), "عنوان الصفحة")
    assert (seen["origin"], seen["url"]) == (at(server, "/news"), at(server, "/news"))
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", seen["at"])


def test_what_can_not_be_fetched_is_set_aside_and_the_rest_is_added(server: Server, command: list[str]) -> None:
    server.answers |= {"/news": sent_on("http://10.0.0.7/"), "/b": answer(PAGE)}
    done = CliRunner().invoke(main, [*command, at(server, "/b"), at(server, "/gone")])
    assert (done.exit_code, "1 added, 0 known already, 2 set aside" in done.output) == (1, True), done.output
    with Project.open("study.ahlaf") as project:
        assert [(s.origin, s.kind) for s in project.set_aside()] == [(at(server, p), "NotFetched") for p in ("/news", "/gone")]


def test_without_the_option_nothing_is_asked(server: Server, command: list[str]) -> None:
    server.answers["/news"] = answer(PAGE)
    done = CliRunner().invoke(main, [w for w in command if w != "--fetch"])
    assert done.exit_code == 1
    with Project.open("study.ahlaf") as project:
        (aside,) = project.set_aside()
    assert "nothing is fetched unasked" in aside.what
    assert "--fetch" in aside.remedy
    assert server.asked == []
