"""Two processes write to one project at a time, ten read beside them: nothing is lost, nobody meets a locked database."""

# ruff: noqa: BLE001 - chance is wanted, and a child tells its parent whatever went wrong

from __future__ import annotations

import os
import traceback
from collections.abc import Callable

from fakes import ONE, code, fill, read

from ahlaf import projects
from ahlaf.model import Document, Reading
from ahlaf.store import Project, Wanted

ROUNDS = 12


def forked(task: Callable[[], None]) -> tuple[int, int]:
    ours, theirs = os.pipe()
    number = os.fork()
    if number:
        os.close(theirs)
        return number, ours
    try:
        os.close(ours)
        task()
        os.write(theirs, b"done")
    except BaseException:
        os.write(theirs, traceback.format_exc().encode()[-8000:])
    finally:
        os._exit(0)


def write(address: str, who: str) -> None:
    with Project.open(address) as project:
        for count in range(ROUNDS):
            fill(project, *(f"خبر {who} {count} {n} . تركيا دعمت العراق . روسيا هاجمت {who}" for n in range(3)), who=who)
            fill(project, f"خبر مشترك {count} . تركيا دعمت العراق", who=who)
            code(project)
            for claim in project.queue(who, limit=2):
                project.review(claim.id, "confirm", who)
            if count % 3 == 0:
                project.decide("rename", "turkey", who, {"name": f"تركيا {who} {count}"})


def look(address: str) -> None:
    with Project.open(address) as project:
        seen = 0
        for _ in range(ROUNDS):
            counts = project.counts()
            assert counts["documents"] >= seen
            seen = counts["documents"]
            claims = list(project.claims(Wanted(source="russia")))
            assert len(claims) == len({c.id for c in claims})
            project.search("العراق")
            project.queue("reader")


def test_two_writers_and_ten_readers(address: str) -> None:
    with Project.create(address) as project:
        fill(project, "تركيا دعمت العراق ثم روسيا هاجمت تركيا")
        code(project)
    running = [forked(lambda w=w: write(address, w)) for w in ("anna", "omar")]  # type: ignore[misc]
    running += [forked(lambda: look(address)) for _ in range(10)]
    said = []
    for number, pipe in running:
        whole = b""
        while piece := os.read(pipe, 65536):
            whole += piece
        os.close(pipe)
        os.waitpid(number, 0)
        said.append(whole.decode())
    assert said == ["done"] * 12
    with Project.open(address) as project:
        assert len(list(project.documents())) == 1 + 2 * 3 * ROUNDS + ROUNDS
        assert project.waiting(ONE) == 0
        assert project.count() == 2 + 2 * 3 * ROUNDS * 2 + ROUNDS
        assert len(project.reviews()) == 2 * 2 * ROUNDS
        assert not list(project.doctor())


def reader() -> Callable[[Document], Reading]:
    return read


def test_two_processes_code_one_project(address: str) -> None:
    with Project.create(address) as project:
        fill(project, *(f"خبر {n} . تركيا دعمت العراق" for n in range(120)))
    running = [forked(lambda: _code(address)) for _ in range(2)]
    for number, pipe in running:
        assert os.read(pipe, 8000) == b"done"
        os.close(pipe)
        os.waitpid(number, 0)
    with Project.open(address) as project:
        assert project.count() == 120
        assert not list(project.doctor())


def _code(address: str) -> None:
    with Project.open(address) as project:
        projects.code(project, ONE, reader, workers=1)
