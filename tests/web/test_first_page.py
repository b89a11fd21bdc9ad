"""What makes the first page quick: small answers that do not wait, counts that are kept, a map that is ready behind it."""

from __future__ import annotations

import socket
import time

from serving import serving

from ahlaf import cli_web
from ahlaf.store import Project
from ahlaf.web import pictures
from ahlaf.web.desk import Asked, Desk

PATIENCE = 60


def test_answers_do_not_wait_for_one_another() -> None:
    """asyncio turns Nagle's algorithm off where a socket names its protocol, and only there."""
    with cli_web._bound(0) as bound:
        assert bound.proto == socket.IPPROTO_TCP


def test_the_first_map_is_worked_out_once_a_page_stands(project: Project) -> None:
    with serving(project, warm=True) as served, served.client() as client:
        desk: Desk = served.app.state.desk
        ready = (desk.state(), ("map", 1, pictures.FIRST), Asked())
        with client.stream("GET", "/api/events") as stream:
            assert next(stream.iter_lines())
            until = time.monotonic() + PATIENCE
            while desk.memory.peek(ready) is None or desk.coder is None:
                assert time.monotonic() < until, "nothing was worked out"
                time.sleep(0.02)
        kept = desk.memory.peek(ready)
        assert client.get("/api/map").json()["total"] == {"actors": kept.total.actors, "edges": kept.total.edges}
        assert desk.memory.peek(ready) is kept


def test_counts_are_kept_until_the_project_changes(project: Project) -> None:
    desk = Desk(project, "anna")
    before = desk.held()
    assert desk.held() is before
    claim = project.placed(1)[0].claim.id
    project.review(claim, "confirm", "anna")
    assert desk.held() is not before
    assert desk.held()[0]["claims"]["confirmed"] == 1
