"""Kill -9 at random moments: what was committed is there, once; the work goes on; the doctor finds nothing.

A child process adds, codes and reviews, and says after each commit what it holds committed. It is killed at a
random moment; then the project is opened and compared with what was said. Two hundred times on a file.
"""

# ruff: noqa: S311, BLE001 - chance is wanted, and a child tells its parent whatever went wrong

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fakes import ONE, TWO, read

from ahlaf import projects
from ahlaf.model import Document, Reading
from ahlaf.store import Arrival, Project, Wanted, prepare
from ahlaf.store.copies import signature

KILLS = 120
EACH = 10
"""Kills of one project, before a new one begins."""
LONGEST = 0.03
"""Seconds from a commit to the kill: a step or two of the work."""
VERBS = ("دعمت", "هاجمت", "حالفت")


def article(seed: int) -> str:
    """A text of its own with three claims."""
    pick = random.Random(seed)
    said = [f"جهة{pick.randrange(99)} {pick.choice(VERBS)} جهة{pick.randrange(99)}" for _ in range(3)]
    return f"خبر رقم {seed} . " + " . ".join(said)


def work(address: str, seed: int, say: Callable[[str], None]) -> None:
    """Add, code and review until killed."""
    pick = random.Random(seed)
    with Project.open(address) as project:
        batch = project.begin("anna")
        coder = TWO if seed % 4 == 3 else ONE
        say("ready")
        for step in range(1_000_000):
            what = pick.choice(("add", "code", "code", "review", "undo"))
            if what == "add":
                texts = [article(seed * 1000 + step * 3 + n) for n in range(2)]
                for made, text in zip(project.add(batch, [Arrival(Document(t), f"{hash(t)}.txt") for t in texts]), texts, strict=True):
                    say(f"add {made.document} {len(text)}")
            elif what == "code":
                waiting = project.next_waiting(coder, 0, 3)
                project.code(coder, [prepare(int(d.id), read(d, coder.digest)) for d in waiting])
                for document in waiting:
                    say(f"code {document.id} {coder.digest}")
            elif what == "review":
                for claim in project.queue("anna", limit=1):
                    say(f"review {project.review(claim.id, pick.choice(('confirm', 'refuse')), 'anna')}")
            elif pick.random() < 0.3:
                last = [d for d in project.journal(last=5) if d.kind in ("confirm", "refuse") and d.active]
                if last:
                    project.undo("anna", last[0].id)
                    say(f"undo {last[0].id}")


@contextlib.contextmanager
def child(task: Callable[[Callable[[str], None]], None]) -> Iterator[tuple[int, int]]:
    """A forked process that does a task, and the pipe by which it says what it has done."""
    ours, theirs = os.pipe()
    number = os.fork()
    if number == 0:
        os.close(ours)
        try:
            task(lambda line: os.write(theirs, (line + "\n").encode()) and None)
            os._exit(0)
        except BaseException as error:
            os.write(theirs, f"error {error!r}\n".encode())
        finally:
            os._exit(1)
    os.close(theirs)
    try:
        yield number, ours
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(number, 0)
        os.close(ours)


def killed(task: Callable[[Callable[[str], None]], None], pick: random.Random, commits: int, longest: float = LONGEST) -> list[list[str]]:
    """What a task said that it had committed before it was killed: some moment after so many commits."""
    with child(task) as (number, pipe):
        said = b""
        while said.count(b"\n") <= commits and (piece := os.read(pipe, 65536)):
            said += piece
        time.sleep(pick.random() * longest)
        os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)
        while piece := os.read(pipe, 65536):
            said += piece
    lines = [line.split() for line in said.decode().split("\n")[:-1]]
    assert not [line for line in lines if line[0] == "error"], lines
    return lines


class Told:
    """All that was ever said to be committed."""

    def __init__(self) -> None:
        self.documents: dict[int, int] = {}
        self.coded: set[int] = set()
        self.reviews: set[int] = set()

    def hear(self, lines: list[list[str]]) -> None:
        for what, *rest in lines:
            if what == "add":
                self.documents[int(rest[0])] = int(rest[1])
            elif what == "code":
                self.coded.add(int(rest[0]))
            elif what == "review":
                self.reviews.add(int(rest[0]))

    def holds(self, project: Project) -> None:
        kept = {d.id: d for d in project.documents()}
        assert self.documents.items() <= {n: d.length for n, d in kept.items()}.items()
        assert all(kept[n].digest for n in self.coded)
        assert self.reviews <= {r.id for r in project.reviews()}
        claims = [(c.document, c.number) for c in project.claims(Wanted())]
        assert len(claims) == len(set(claims))
        assert [f for f in project.doctor() if f.kind == "fault"] == []


@pytest.mark.parametrize(("address", "kills"), [("file", KILLS), ("server", KILLS // 10)], indirect=["address"])
def test_what_was_committed_is_there(address: str, kills: int, tmp_path: Path) -> None:
    pick = random.Random(20_161)
    signature(article(0))  # reads the hash functions once, so that no child spends its short life on it
    told, heard = Told(), []
    server = address.startswith("postgres")
    Project.create(address).close()
    place = address
    for count in range(kills):
        if count % EACH == 0 and not server:
            told = Told()
            place = str(shutil.copy(address, tmp_path / f"study{count}.ahlaf"))
        told.hear(killed(lambda say, n=count, where=place: work(where, n, say), pick, pick.randrange(5)))  # type: ignore[misc]
        with Project.open(place) as project:
            told.holds(project)
            if count % EACH == EACH - 1:
                projects.code(project, TWO, reader_two, workers=1)
                assert project.waiting(TWO) == 0
                told.holds(project)
                heard.append((len(told.documents), len(told.coded), len(told.reviews)))
    assert all(sum(counts) > 0 for counts in zip(*heard, strict=True)), "the test itself would be empty"


def slow_reader() -> Callable[[Document], Reading]:
    def slow(document: Document) -> Reading:
        time.sleep(0.002)
        return read(document)

    return slow


def reader_two() -> Callable[[Document], Reading]:
    return lambda document: read(document, "book-2")


@pytest.mark.parametrize("address", ["file"], indirect=True)
def test_coding_in_many_processes_goes_on_after_a_kill(address: str) -> None:
    with Project.create(address) as project:
        batch = project.begin("anna")
        project.add(batch, [Arrival(Document(article(n)), f"{n}.txt") for n in range(200)])

    def task(say: Callable[[str], None]) -> None:
        with Project.open(address) as mine:
            say("ready")
            projects.code(mine, ONE, slow_reader, workers=2, watch=lambda s: say(f"done {s.done}"))

    pick = random.Random(7)
    for _ in range(6):
        killed(task, pick, pick.randrange(4))
        with Project.open(address) as project:
            assert [f for f in project.doctor() if f.kind == "fault"] == []
    with Project.open(address) as project:
        projects.code(project, ONE, slow_reader, workers=2)
        assert project.waiting(ONE) == 0
        assert project.count() == 600
        assert not list(project.doctor())


def test_a_project_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    pick = random.Random(3)

    def task(say: Callable[[str], None], path: Path) -> None:
        say("ready")
        Project.create(path)

    for count in range(15):
        path = tmp_path / f"study{count}.ahlaf"
        killed(lambda say, where=path: task(say, where), pick, 0, 0.5)  # type: ignore[misc]
        if not path.exists():
            Project.create(path).close()
        with Project.open(path) as project:
            assert not list(project.doctor())
