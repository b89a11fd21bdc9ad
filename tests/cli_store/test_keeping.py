"""Documents and codings in: what adding and coding tell, what a project remembers, and its health."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from commanding import reader, reader_two, records, run
from fakes import ONE, TWO, fill, read

from ahlaf import projects
from ahlaf.model import Document, Reading
from ahlaf.store import Coder, Project


def test_from_nothing_to_claims(study: str) -> None:
    assert len(records("claims", study)) == 4
    assert [r["evidence"] for r in records("claims", study, "--source", "تركيا", "--sign", "+")] == ["تركيا دعمت العراق"]
    assert run("claims", study, "--relation", "assault", "--count").stdout == "2\n"
    assert [r["relation"] for r in records("claims", study, "--events")] == ["SUPPORT", "ASSAULT", "ASSAULT"]
    assert [r["reported"] for r in records("claims", study)] == [1, 1, 1, 0]
    table = run("claims", study, "--limit", "2")
    assert "تركيا دعمت العراق" in table.stdout
    assert "2 of 4 shown" in table.stderr
    (status,) = records("status", study)
    assert (status["documents"], status["coded"], status["claims"]) == (2, 2, {"new": 4})
    assert "4 (4 without near copies), 4 new" in run("status", study).stdout
    assert "all is as it should be" in run("doctor", study).stderr
    assert run("code", study).stderr == "0 of 0 coded: 0 claims\n"


def test_adding_tells_what_became_of_each(study: str) -> None:
    Path("bad.txt").write_text("English", encoding="utf-8")
    found = run("add", study, "texts", "bad.txt", "none.txt", code=1)
    assert "0 added, 2 known already, 2 set aside" in found.stderr
    assert "bad.txt" in run("status", study, "--set-aside").stdout
    assert {r["kind"] for r in records("status", study, "--set-aside")} == {"NotArabic", "InputGone"}


def test_adding_says_why_at_once_and_what_it_passed_over(study: str) -> None:
    for n in range(7):
        Path(f"bad{n}.txt").write_text("English", encoding="utf-8")
    for name in ("old.doc", "sheet.xlsx", ".hidden.doc"):
        Path("texts", name).write_bytes(b"x")
    told = run("add", study, "texts", *(f"bad{n}.txt" for n in range(7)), code=1).stderr
    assert told.count("no Arabic") == 5
    assert "  and 2 more: `ahlaf status study.ahlaf --set-aside` says why" in told
    assert "2 of other kinds in these folders passed over (.doc, .xlsx)" in told


def test_a_name_with_a_space_can_be_copied_from_what_is_told(study: str) -> None:
    assert study
    assert "`ahlaf add 'دراسة أولى.ahlaf' SOURCE…`" in run("new", "دراسة أولى.ahlaf").stderr


def test_coding_counts_what_comes_meanwhile(study: str, book: dict[str, tuple[Coder, projects.Maker]]) -> None:
    def adding() -> Callable[[Document], Reading]:
        with Project.open(study) as project:
            fill(project, *(f"تركيا دعمت العراق ثم شيء {n}" for n in range(3)))
        return read

    book["now"] = (Coder("fake", "2", "x"), adding)
    assert "5 of 5 coded" in run("code", study, "--workers", "1").stderr


def test_own_rows_are_remembered(study: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    known = {(): ONE}

    def fake(folders: tuple[str, ...] = (), threshold: float | None = None) -> tuple[Coder, projects.Maker]:
        asked.append(([Path(f).name for f in folders], threshold))
        return known.setdefault(folders, TWO), reader if not folders else reader_two

    monkeypatch.setattr(projects, "rule_book", fake)
    Path("mylex").mkdir()
    assert "2 of 2 coded" in run("code", study, "--lexicon", "mylex", "--workers", "1").stderr
    told = run("code", study, "--workers", "1").stderr
    assert "with your own rows of" in told
    assert "0 of 0 coded" in told
    run("code", study, "--threshold", "0.7")
    assert "with --threshold 0.7, as before" in run("code", study).stderr
    assert asked == [(["mylex"], None), (["mylex"], None), (["mylex"], 0.7), (["mylex"], 0.7)]
    Path("mylex").rename("elsewhere")
    gone = run("code", study, code=1).stderr
    assert "mylex: the rows of your own that this project was coded with are not here" in gone
    assert "--lexicon none" in gone
    assert "none leaves all" in run("code", study, "--lexicon", "none", "--lexicon", "elsewhere", code=2).stderr
    assert "2 of 2 coded" in run("code", study, "--lexicon", "none", "--workers", "1").stderr
    assert "own rows" not in run("code", study).stderr


def test_near_copies_are_counted_once_where_that_is_wanted(study: str) -> None:
    report = " ".join(f"قال المتحدث رقم {n} إن المحادثات في المدينة استمرت {n} ساعات." for n in range(3, 40)) + " روسيا هاجمت تركيا"
    for name in "xyz":
        Path(f"{name}.txt").write_text(f"{report} . صحيفة {name}", encoding="utf-8")
    run("add", study, "x.txt", "y.txt", "z.txt")
    run("code", study)
    (status,) = records("status", study)
    assert (status["documents"], status["families"]) == (5, 3)
    every, once = (int(run("claims", study, "--count", *more).stdout) for more in ([], ["--once"]))
    assert every == sum(status["claims"].values()) > once == status["claims_once"]
    assert f"{every} ({once} without near copies)" in run("status", study).stdout
    edges = [json.loads(run("map", study, "--format", "json", *more).stdout) for more in ([], ["--once"])]
    assert [sum(len(e["claims"]) for e in each) for each in edges] == [every, once]
    assert len(records("search", study, "المحادثات", "--once")) == 1


def test_recoding_tells_of_reviews_that_lost_their_claims(study: str, book: dict[str, tuple[Coder, projects.Maker]]) -> None:
    (ally,) = records("claims", study, "--relation", "ALLY")
    run("review", study, "--claim", str(ally["id"]), "--confirm")
    book["now"] = (TWO, reader_two)
    assert "1 review found no claim" in run("code", study, "--workers", "1").stderr
    assert "حزب حالفت تركيا" in run("review", study, "--orphans").stdout
    assert "note: orphans" in run("doctor", study).stderr


def test_what_persons_decided_is_counted_and_not_what_was_added(study: str) -> None:
    def counted() -> int:
        (status,) = records("status", study)
        return int(status["decisions"])

    run("code", study)
    assert counted() == 0, "adding documents is in the journal, but it decides nothing"
    run("review", study, "--claim", "1", "--confirm")
    run("actors", "rename", study, "text:الحزب", "حزب البناء")
    assert counted() == 2
    run("undo", study)
    assert counted() == 1


def test_the_doctor_speaks_arabic(study: str) -> None:
    assert run("doctor", study, "--language", "ar").stderr == "كل شيء كما ينبغي\n"
    assert "أُعيد بناء فهارس البحث." in run("doctor", study, "--repair", "--language", "ar").stderr
    with closing(sqlite3.connect(study)) as broken:
        broken.execute("DELETE FROM document_words_docsize WHERE id = 1")
        broken.commit()
    told = run("doctor", study, "--language", "ar", code=1).stderr
    assert told == "خلل (`index`): الوثيقة 1 ليست في فهرس البحث.\nمواضع الخلل: 1\n"
    assert run("doctor", study, code=1).stderr.endswith("1 fault found\n")
