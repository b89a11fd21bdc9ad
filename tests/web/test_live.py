"""Live events, coding in the background, two people at once, and a server whose plug is pulled."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from fakes import ONE, read
from serving import PATIENCE, Served, filled, process, serving

from ahlaf import cli_web, projects
from ahlaf.errors import AhlafError
from ahlaf.model import Document, Reading
from ahlaf.store import Arrival, Coder, Project
from ahlaf.web.coding import Runner


class Listener:
    """A client that listens; each wait reads on until something is there."""

    def __init__(self, client: httpx.Client, last: int | None = None) -> None:
        headers = {} if last is None else {"Last-Event-ID": str(last)}
        self._stream = client.stream("GET", "/api/events", headers=headers, timeout=PATIENCE)
        self._lines = self._stream.__enter__().iter_lines()
        self.heard: list[tuple[str, dict[str, Any]]] = []

    def wait(self, kind: str, which: Callable[[dict[str, Any]], bool] = lambda _: True) -> dict[str, Any]:
        for have, data in self.heard:
            if have == kind and which(data):
                return data
        name = ""
        for line in self._lines:
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
            elif line.startswith("data: "):
                data = json.loads(line.removeprefix("data: "))
                self.heard.append((name, data))
                if name == kind and which(data):
                    return data
        pytest.fail(f"the line ended before {kind}")

    def close(self) -> None:
        self._stream.__exit__(None, None, None)


@pytest.fixture
def listener(served: Served) -> Iterator[Listener]:
    with served.client() as client:
        found = Listener(client)
        found.wait("hello")
        yield found
        found.close()


def test_each_hears_what_the_other_decides(served: Served, listener: Listener) -> None:
    with served.client("basim") as other:
        made = other.post("/api/claims/1/reviews", json={"verdict": "refuse"}).json()["decision"]
        heard = listener.wait("decision")
        assert (heard["number"], heard["kind"], heard["who"], heard["claim"], heard["document"]) == (made, "refuse", "basim", 1, 1)
        assert (heard["verdict"], heard["undone"]) == ("refuse", False)
        undone = other.post("/api/undo", json={}).json()["decision"]
        heard = listener.wait("decision", lambda d: d["kind"] == "undo")
        assert (heard["number"], heard["undoes"], heard["claim"], heard["document"]) == (undone, made, 1, 1)


def test_what_another_process_writes_is_heard_too(project: Project, listener: Listener) -> None:
    with Project.open(project.shown) as other:
        merge = other.decide("merge", "text:الصحيفة", "basim", {"into": "turkey"})
        assert listener.wait("decision")["number"] == merge
        (added,) = other.add(other.begin("basim"), [Arrival(Document("روسيا هاجمت العراق مرة أخرى"), "x.txt")])
        assert listener.wait("document", lambda d: d["state"] == "waiting")["number"] == added.document


def test_who_comes_again_gets_what_was_missed(served: Served, client: httpx.Client) -> None:
    first = client.post("/api/claims/1/reviews", json={"verdict": "refuse"}).json()["decision"]
    second = client.post("/api/claims/2/reviews", json={"verdict": "confirm"}).json()["decision"]
    with served.client() as again:
        found = Listener(again, last=first)
        assert found.wait("decision")["number"] == second
        found.close()


def test_coding_is_begun_watched_and_told(tmp_path: Path) -> None:
    path = filled(tmp_path / "study.ahlaf")
    with Project.open(path) as project:
        texts = [Arrival(Document(f"خبر {n} : روسيا هاجمت العراق"), f"{n}.txt") for n in range(20)]
        project.add(project.begin("anna"), texts)
        runner = Runner(project, lambda _: None, make=lambda: (ONE, lambda: read))
        with serving(project, runner=runner) as served, served.client() as client:
            runner.tell = lambda info: served.app.state.hub.tell("coding", info.model_dump())
            listener = Listener(client)
            assert client.get("/api/project").json()["counts"]["waiting"] == 20
            assert client.post("/api/coding", json={}).json()["running"] is True
            done = listener.wait("coding", lambda d: not d["running"] and d["done"] > 0)
            assert (done["done"], done["total"], done["claims"], done["error"]) == (20, 20, 20, None)
            assert listener.wait("document", lambda d: d["state"] == "coded")["number"] > 3
            listener.close()
            assert client.get("/api/documents?status=waiting").json()["total"] == 0
            assert client.get("/api/coding").json() == done


def held() -> tuple[Callable[[Document], Reading], threading.Event, threading.Event]:
    """A coder that tells when it has begun, and goes on when it is told to."""
    begun, go = threading.Event(), threading.Event()

    def slow(document: Document) -> Reading:
        begun.set()
        assert go.wait(PATIENCE)
        return read(document)

    return slow, begun, go


def test_coding_is_stopped_and_goes_on_where_it_was(tmp_path: Path) -> None:
    slow, begun, go = held()
    with Project.open(filled(tmp_path / "study.ahlaf")) as project:
        texts = [Arrival(Document(f"خبر {n} : روسيا هاجمت العراق"), f"{n}.txt") for n in range(40)]
        project.add(project.begin("anna"), texts)
        runner = Runner(project, lambda _: None, make=lambda: (ONE, lambda: slow))
        with serving(project, runner=runner) as served, served.client() as client:
            client.post("/api/coding", json={})
            assert begun.wait(PATIENCE)
            client.post("/api/coding/stop", json={})
            go.set()
            runner.stop(PATIENCE)
            left = client.get("/api/documents?status=waiting").json()["total"]
            assert 0 < left < 40
            client.post("/api/coding", json={})
            assert runner._thread is not None
            runner._thread.join(PATIENCE)
            assert client.get("/api/documents?status=waiting").json()["total"] == 0
        assert not list(project.doctor())


def test_who_starts_before_it_has_stopped_is_not_told_idly(tmp_path: Path) -> None:
    slow, begun, go = held()
    with Project.open(filled(tmp_path / "study.ahlaf")) as project:
        project.add(project.begin("anna"), [Arrival(Document(f"خبر {n} : روسيا هاجمت العراق"), f"{n}.txt") for n in range(40)])
        runner = Runner(project, lambda _: None, make=lambda: (ONE, lambda: slow))
        runner.start()
        assert begun.wait(PATIENCE)
        runner.stop()
        assert runner.start().running
        go.set()
        assert runner._thread is not None
        runner._thread.join(PATIENCE)
        assert not project.waiting(ONE)


def test_a_coder_that_can_not_be_made_is_told(project: Project) -> None:
    def broken() -> tuple[Coder, Callable[[], Callable[[Document], Reading]]]:
        raise RuntimeError("no rule book")

    runner = Runner(project, lambda _: None, make=broken)
    with serving(project, runner=runner) as served, served.client() as client:
        client.post("/api/coding", json={})
        assert runner._thread is not None
        runner._thread.join(PATIENCE)
        assert client.get("/api/coding").json()["error"] == "RuntimeError: no rule book"


def test_the_workbench_codes_with_the_rows_of_before_or_says_that_they_are_gone(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def book(folders: tuple[str, ...], threshold: float | None) -> tuple[Coder, Callable[[], object]]:
        asked.append((folders, threshold))
        return ONE, lambda: read

    monkeypatch.setattr(projects, "rule_book", book)
    rows = tmp_path / "mine"
    rows.mkdir()
    projects.remember(project, projects.Own((str(rows),), 0.4))
    with serving(project) as served, served.client() as client:

        def coded() -> str | None:
            client.post("/api/coding", json={})
            thread = served.app.state.runner._thread
            thread.join(PATIENCE)
            error: str | None = client.get("/api/coding").json()["error"]
            return error

        assert coded() is None
        assert asked == [((str(rows),), 0.4)]
        rows.rmdir()
        assert "--lexicon none" in str(coded())


def test_serve_refuses_rows_that_are_not_sound(project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "mine.tsv").write_text("id\tname\n", encoding="utf-8")
    with pytest.raises(AhlafError):
        cli_web._book(project, (str(tmp_path),))
    assert projects.own(project).folders == (), "what can't be used is not remembered"
    projects.remember(project, projects.Own((str(tmp_path / "none"),)))
    cli_web._book(project, None)
    assert "nothing can be coded here" in capsys.readouterr().err


def test_two_people_review_at_once_and_nothing_is_lost(served: Served, project: Project) -> None:
    texts = [Arrival(Document(f"خبر {n} : روسيا هاجمت العراق"), f"{n}.txt") for n in range(15)]
    project.add(project.begin("anna"), texts)
    from fakes import code

    code(project)
    numbers = [c.id for c in project.claims()]
    told: dict[str, list[int]] = {"anna": [], "basim": []}
    wrong: list[str] = []

    def review(who: str, verdict: str, order: list[int]) -> None:
        with served.client(who) as client:
            for number in order:
                answer = client.post(f"/api/claims/{number}/reviews", json={"verdict": verdict})
                if answer.status_code != 200:
                    wrong.append(answer.text)
                    return
                told[who].append(answer.json()["decision"])

    threads = [
        threading.Thread(target=review, args=("anna", "confirm", numbers)),
        threading.Thread(target=review, args=("basim", "refuse", numbers[::-1])),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
    kept = project.reviews()
    assert {r.who: [x.id for x in kept if x.who == r.who] for r in kept} == told
    assert len(kept) == 2 * len(numbers)
    assert {c.status for c in project.claims()} == {"disputed"}
    assert not list(project.doctor())


def test_a_pulled_plug_loses_no_decision_that_was_answered(tmp_path: Path) -> None:
    path = filled(tmp_path / "study.ahlaf")
    answered: list[tuple[int, int]] = []
    with process(path, "--as", "anna") as served, served.client() as client:
        assert served.process is not None
        killed = threading.Timer(0.2, os.killpg, (served.process.pid, signal.SIGKILL))
        try:
            for round_ in range(10_000):
                if round_ == 12:
                    killed.start()
                number = 1 + round_ % 5
                answer = client.post(f"/api/claims/{number}/reviews", json={"verdict": "confirm" if round_ % 2 else "refuse"})
                answered.append((answer.json()["decision"], number))
        except httpx.TransportError:
            pass
        killed.join()
        served.process.wait(PATIENCE)
    assert len(answered) >= 12
    with Project.open(path) as project:
        kept = {r.id: r.claim for r in project.reviews()}
        assert all(kept[decision] == claim for decision, claim in answered)
        assert len(kept) - len(answered) in (0, 1)
        assert not list(project.doctor())


def test_serve_prints_the_address_and_ends_when_it_is_told_to(tmp_path: Path) -> None:
    path = filled(tmp_path / "study.ahlaf")
    with process(path, "--as", "زينب") as served:
        assert served.process is not None
        with served.stranger() as browser:
            assert browser.get("/api/project").status_code == 401
            assert browser.get(f"/?token={served.token}").status_code == 200
            assert browser.get("/api/project").json()["coder"] == "زينب"
        os.killpg(served.process.pid, signal.SIGINT)
        assert served.process.wait(PATIENCE) == 0


def test_serve_refuses_a_port_that_is_taken_and_what_is_no_project(served: Served, tmp_path: Path) -> None:
    from click.testing import CliRunner

    from ahlaf.cli import main

    path = filled(tmp_path / "other.ahlaf")
    taken = CliRunner().invoke(main, ["serve", str(path), "--no-open", "--port", str(served.port)])
    assert taken.exit_code == 1
    assert "--port" in taken.stderr
    missing = CliRunner().invoke(main, ["serve", str(tmp_path / "none.ahlaf"), "--no-open", "--port", "0"])
    assert missing.exit_code == 1
    assert "ahlaf new" in missing.stderr
