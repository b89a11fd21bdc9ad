"""What goes on behind the pages: nobody waits for it, everybody is told of it, and it ends before the project is closed."""

from __future__ import annotations

import asyncio
import itertools
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from fakes import ONE, code, read
from serving import PATIENCE, filled, serving

from ahlaf import networks
from ahlaf.model import Document, Reading
from ahlaf.store import Arrival, Coder, Project, State
from ahlaf.store.errors import ProjectBusy
from ahlaf.web import app, pictures
from ahlaf.web import desk as desks
from ahlaf.web import hub as hubs
from ahlaf.web.coding import Runner
from ahlaf.web.desk import Asked, Desk
from ahlaf.web.hub import Hub


def more(project: Project, words: str) -> None:
    """Another article, which waits."""
    project.add(project.begin("anna"), [Arrival(Document(f"{words} : روسيا هاجمت العراق"), f"{words}.txt")])


def test_no_thread_outlives_its_server(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong: list[BaseException] = []
    gather = networks.table_of

    def slow(asked: Project) -> object:
        time.sleep(0.5)
        try:
            return gather(asked)
        except BaseException as error:
            wrong.append(error)
            raise

    monkeypatch.setattr(networks, "table_of", slow)
    monkeypatch.setattr(app, "_LEAVE", PATIENCE)  # the rule book is read too, which takes a busy machine longer
    with serving(project, warm=True) as served, served.client() as client:
        assert client.get("/api/documents").status_code == 200, "it begins to look for tensions"
    assert not [t.name for t in threading.enumerate() if t.name.startswith("ahlaf-")]
    assert not wrong


def test_nobody_waits_for_tensions_while_a_network_is_gathered(project: Project) -> None:
    desk = Desk(project, "anna")
    asking = threading.Thread(target=desk.shares, args=(Asked(),))
    with desk._gathering:
        asking.start()
        asking.join(PATIENCE)
        assert not asking.is_alive()
    assert desk.behind.close(PATIENCE)


def test_the_last_network_is_shown_while_the_next_is_slowly_made(project: Project) -> None:
    told = threading.Event()
    desk = Desk(project, "anna", changed=lambda _: told.set(), patience=-1)
    before, _ = desk.table()
    assert not desk.stale()
    project.review(1, "refuse", "anna")
    assert desk.stale()
    assert desk.table()[0] == before
    assert told.wait(PATIENCE)
    assert desk.table()[0] == project.state() != before
    assert desk.behind.close(PATIENCE)


def test_a_map_that_was_drawn_before_says_that_there_is_a_newer_one(project: Project) -> None:
    desk = Desk(project, "anna", patience=-1)
    drawn = [pictures.draw(desk, Asked(), 0, pictures.FIRST)]
    with desk._gathering:
        project.review(1, "refuse", "anna")
        drawn.append(pictures.draw(desk, Asked(), 0, pictures.FIRST))
    assert [d.stale for d in drawn] == [False, True]
    assert drawn[0].edges == drawn[1].edges
    assert desk.behind.close(PATIENCE)


def test_reading_a_network_in_is_no_slow_gathering(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first gathering of a process reads numpy and scipy, which said nothing of the project: the second waits for nobody."""
    done: list[bool] = []
    read_at: list[bool] = []

    def reading(name: str, *rest: Any) -> Any:
        if name == "ahlaf.network":
            done.append(True)
        return imported(name, *rest)

    imported = __import__
    monkeypatch.setattr("builtins.__import__", reading)
    monkeypatch.setattr(desks, "time", SimpleNamespace(monotonic=lambda: read_at.append(bool(done)) or 0.0))
    Desk(project, "anna").table()
    assert read_at == [True, True]


# -- live events ----------------------------------------------------------------------------------------


def listened(hub: Hub, between: Callable[[], object]) -> str:
    """What a page hears that came before the server knew how things stand, of what happens once it was greeted."""

    async def run() -> str:
        events = hub.listen(lambda: [("hello", {}, None)], None)
        greeted = asyncio.ensure_future(anext(events))
        await asyncio.sleep(0.05)
        assert not greeted.done(), "what happens now it would not be told"
        watching = asyncio.create_task(hub.watch())
        await asyncio.wait_for(greeted, PATIENCE)
        await asyncio.to_thread(between)
        hub.nudge()
        heard = await asyncio.wait_for(anext(events), PATIENCE)
        await events.aclose()  # type: ignore[attr-defined]
        watching.cancel()
        await asyncio.wait([watching])
        return str(heard.event)

    return asyncio.run(run())


def test_a_page_hears_all_that_happens_once_it_was_greeted(project: Project) -> None:
    assert listened(Hub(project), lambda: project.review(1, "refuse", "anna")) == "decision"


@pytest.mark.parametrize("error", [ProjectBusy("study.ahlaf", "others kept it busy"), OSError("the disk is away"), KeyError("state")])
@pytest.mark.parametrize("fails", [range(2), range(1, 3)], ids=["at first", "later"])
def test_a_project_that_could_not_be_looked_at_is_looked_at_again(
    project: Project, monkeypatch: pytest.MonkeyPatch, error: Exception, fails: range
) -> None:
    monkeypatch.setattr(hubs, "EVERY", 0.01)
    look, asked = Project.state, itertools.count()

    def away(self: Project) -> State:
        if next(asked) in fails:
            raise error
        return look(self)

    monkeypatch.setattr(Project, "state", away)
    assert listened(Hub(project), lambda: project.review(1, "refuse", "anna")) == "decision"


def test_a_server_that_has_ended_is_told_nothing(project: Project) -> None:
    hub = Hub(project)
    hub._loop = asyncio.new_event_loop()
    hub._loop.close()
    hub.tell("picture", {})
    hub.nudge()


# -- coding ---------------------------------------------------------------------------------------------


class Between:
    """A lock after whose first release by the coder something is done."""

    def __init__(self, work: Callable[[], object]) -> None:
        self._lock, self._work, self._done = threading.Lock(), work, False

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()
        if threading.current_thread().name == "ahlaf-code" and not self._done:
            self._done = True
            self._work()


def test_what_comes_as_the_coder_ends_is_coded(tmp_path: Path) -> None:
    with Project.open(filled(tmp_path / "study.ahlaf")) as project:
        runner = Runner(project, lambda _: None, make=lambda: (ONE, lambda: read))

        def come() -> None:
            more(project, "خبر جديد")
            assert runner.start().running

        runner._lock = Between(come)  # type: ignore[assignment]
        runner.start()
        until = time.monotonic() + PATIENCE
        while project.waiting(ONE) or runner.info.running or len(list(project.documents())) < 4:
            assert time.monotonic() < until, "it was told to run, and did not"
            time.sleep(0.01)
        assert runner._thread is not None
        runner._thread.join(PATIENCE)


def test_who_stops_it_while_it_reads_the_rule_book_stops_it(project: Project) -> None:
    begun, go = threading.Event(), threading.Event()

    def book() -> tuple[Coder, Callable[[], Callable[[Document], Reading]]]:
        begun.set()
        assert go.wait(PATIENCE)
        return ONE, lambda: read

    more(project, "خبر")
    runner = Runner(project, lambda _: None, make=book)
    runner.start()
    assert begun.wait(PATIENCE)
    runner.stop()
    go.set()
    runner.stop(PATIENCE)
    assert (runner.info.running, project.waiting(ONE)) == (False, 1)
    code(project)
