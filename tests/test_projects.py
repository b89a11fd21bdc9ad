"""Adding and coding: in batches, over processes, stopped and gone on with; what fails is set aside."""

from __future__ import annotations

import hashlib
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "store"))
from fakes import ONE, TWO, read

from ahlaf import projects
from ahlaf.errors import AhlafError
from ahlaf.model import Document, Reading
from ahlaf.store import Arrival, Coder, Project, Wanted

TEXT = "تركيا دعمت العراق ثم روسيا هاجمت تركيا"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "study.ahlaf") as made:
        yield made


def many(project: Project, count: int) -> None:
    done = projects.add_found(project, (Arrival(Document(f"خبر {n} . {TEXT}"), f"{n}.txt") for n in range(count)), "anna")
    assert done.new == count


def reader() -> Callable[[Document], Reading]:
    return read


def fails_on_three() -> Callable[[Document], Reading]:
    def fails(document: Document) -> Reading:
        if document.id == "3":
            raise ValueError("no such word")
        return read(document)

    return fails


def dies() -> Callable[[Document], Reading]:
    def last(_: Document) -> Reading:
        os._exit(9)

    return last


def test_files_are_added_with_the_hash_of_their_bytes(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_bytes(TEXT.encode("cp1256"))
    (folder / "c.txt").write_text("only English here", encoding="utf-8")
    (folder / "d.txt").write_bytes(b"")
    (folder / "e.jsonl").write_text('{"id": "x", "text": "روسيا دعمت العراق", "date": "2016"}\nnonsense\n', encoding="utf-8")
    done = projects.add(project, [str(folder)], "anna")
    assert (done.done, done.new, done.refused) == (6, 2, 3)
    assert [d.name for d in project.documents()] == ["a", "x"]
    seen = project.sightings(1)
    raw = [hashlib.sha256((folder / f"{n}.txt").read_bytes()).hexdigest() for n in "ab"]
    assert [s["raw_sha256"] for s in seen] == raw
    assert {Path(a.origin.split(":")[0]).name for a in project.set_aside()} == {"c.txt", "d.txt", "e.jsonl"}
    again = projects.add(project, [str(folder)], "anna")
    assert (again.new, len(project.set_aside())) == (0, 3)


def test_what_no_database_keeps_is_set_aside_and_the_rest_added(project: Project) -> None:
    found = [Arrival(Document("نص \x00"), "nul"), Arrival(Document(TEXT), "good"), Arrival(Document("نص \ud800"), "half")]
    done = projects.add_found(project, found, "anna")
    assert (done.new, done.refused) == (1, 2)
    assert [a.origin for a in project.set_aside()] == ["nul", "half"]


@pytest.mark.parametrize("workers", [1, 2])
def test_coding_takes_all_that_waits(project: Project, workers: int) -> None:
    many(project, 50)
    told: list[int] = []
    done = projects.code(project, ONE, reader, workers=workers, watch=lambda s: told.append(s.done))
    assert (done.done, done.claims, done.refused) == (50, 100, 0)
    assert told[-1] == 50
    assert projects.code(project, ONE, reader, workers=workers).done == 0
    assert project.count(Wanted(relation="ASSAULT")) == 50
    assert not list(project.doctor())


def test_one_process_or_many_give_the_same(tmp_path: Path) -> None:
    whole = []
    for workers in (1, 2):
        with Project.create(tmp_path / f"{workers}.ahlaf") as project:
            many(project, 30)
            projects.code(project, ONE, reader, workers=workers)
            whole.append([(c.document, c.number, c.words, c.credence) for c in project.claims(Wanted(limit=None))])
    assert sorted(whole[0]) == sorted(whole[1])


@pytest.mark.parametrize("workers", [1, 2])
def test_a_document_that_breaks_the_coder_is_set_aside_once(project: Project, workers: int) -> None:
    many(project, 20)
    done = projects.code(project, ONE, fails_on_three, workers=workers)
    assert (done.done, done.refused) == (20, 1)
    (aside,) = project.set_aside()
    assert (aside.stage, aside.document) == ("code", 3)
    assert "ValueError: no such word in test_projects.py" in aside.what
    assert project.waiting(ONE) == 0, "it is not tried again by the same rule book"
    assert [f.check for f in project.doctor()] == ["errors"]
    projects.code(project, TWO, reader, workers=workers)
    assert not list(project.doctor())


def test_adding_stops_when_asked_and_goes_on(project: Project) -> None:
    stop = threading.Event()

    def texts(most: int) -> Iterator[Arrival]:
        for n in range(100):
            if n == most:
                stop.set()
            yield Arrival(Document(f"خبر {n} . {TEXT}"), f"{n}.txt")

    assert projects.add_found(project, texts(30), "anna", stop=stop).new == 31
    stop.clear()
    assert projects.add_found(project, texts(1000), "anna", stop=stop).new == 69


@pytest.mark.parametrize("workers", [1, 2])
def test_coding_stops_when_asked_and_goes_on(project: Project, workers: int) -> None:
    many(project, 200)
    stop = threading.Event()

    def watch(_: projects.Sum) -> None:
        stop.set()

    done = projects.code(project, ONE, reader, workers=workers, watch=watch, stop=stop)
    assert 0 < done.done < 200
    assert project.count() == done.claims
    rest = projects.code(project, ONE, reader, workers=workers)
    assert done.done + rest.done == 200
    assert project.count() == 400


def test_a_process_that_is_killed_is_told(project: Project) -> None:
    many(project, 40)
    with pytest.raises(AhlafError, match="fewer --workers"):
        projects.code(project, ONE, dies, workers=2)
    assert projects.code(project, ONE, reader, workers=2).done == 40


def test_an_error_while_watching_keeps_what_was_coded(project: Project) -> None:
    many(project, 150)

    def watch(_: projects.Sum) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        projects.code(project, ONE, reader, workers=2, watch=watch)
    kept = sum(d.digest is not None for d in project.documents())
    assert kept > 0
    assert projects.code(project, ONE, reader, workers=1).done == 150 - kept


def test_the_rule_book_that_comes_with_ahlaf(project: Project) -> None:
    coder, maker = projects.rule_book()
    assert coder.name == "ahlaf"
    other, _ = projects.rule_book(threshold=0.5)
    assert other.digest != coder.digest
    text = "دعمت تركيا تنظيم داعش، وهاجمت روسيا مواقع التنظيم في سوريا."
    projects.add_found(project, [Arrival(Document(text, date="2016-01-01"), "a.txt")], "anna")
    done = projects.code(project, coder, maker, workers=1)
    assert (done.done, done.refused) == (1, 0)
    assert project.count() > 0
    reading = project.reading(1)
    assert reading is not None
    assert reading == maker()(project.text(1)), "a reading comes back from the store as it went in"
    assert all(c.coder == Coder("ahlaf", coder.version, coder.digest) for c in project.claims())
    assert not list(project.doctor())
