"""The documents of a project, one by one."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

from commanding import records, run


def test_the_documents_of_a_project_are_listed(study: str) -> None:
    line = {"text": "العراق دعمت تركيا", "author": "سعود كابلي", "title": "=رأي", "outlet": "الوطن", "date": "2015-03-02"}
    Path("signed.jsonl").write_text(json.dumps({**line, "url": "https://a.example/1"}, ensure_ascii=False), encoding="utf-8")
    run("add", study, "signed.jsonl")
    run("review", study, "--claim", "1", "--confirm")
    listed = json.loads(run("documents", study, "--format", "json").stdout)
    told = [(d["id"], d["state"], d["claims"], d["reviewed"]) for d in listed]
    assert told == [(1, "coded", 2, 1), (2, "coded", 2, 0), (3, "waiting", 0, 0)]
    assert (listed[2]["date"], listed[2]["outlet"], listed[2]["title"], listed[2]["author"]) == tuple(
        line[k] for k in ("date", "outlet", "title", "author")
    )
    assert listed[0]["opening"] == "تركيا دعمت العراق ثم روسيا هاجمت تركيا"
    assert [d["id"] for d in json.loads(run("documents", study, "--format", "json", "--sort", "date", "--state", "waiting").stdout)] == [3]
    assert [d["id"] for d in json.loads(run("documents", study, "--format", "json", "--outlet", "الوطن").stdout)] == [3]
    assert run("documents", study, "--format", "csv", "-o", "d.csv").stdout == ""
    rows = list(csv.DictReader(io.StringIO(Path("d.csv").read_text(encoding="utf-8"))))
    assert [(r["id"], r["title"]) for r in rows] == [("1", ""), ("2", ""), ("3", "'=رأي")]
    table = run("documents", study).stdout
    assert "تركيا دعمت العراق ثم روسيا هاجمت تركيا" in table
    assert "waiting" in table
    assert "--removed lists everything" in run("documents", study, "--removed", "--outlet", "الوطن", code=2).stderr


def test_documents_are_narrowed_to_outlets_as_people_write_them(study: str) -> None:
    lines = [json.dumps({"text": f"العراق دعمت تركيا {n}", "outlet": o}, ensure_ascii=False) for n, o in enumerate(("الأهرام", "BBC"))]
    Path("two.jsonl").write_text("\n".join(lines), encoding="utf-8")
    run("add", study, "two.jsonl")

    def listed(*outlets: str) -> list[int]:
        options = [word for outlet in outlets for word in ("--outlet", outlet)]
        return [d["id"] for d in json.loads(run("documents", study, "--format", "json", *options).stdout)]

    assert (listed("الاهرام"), listed("bbc"), listed("الاهرام", "bbc")) == ([3], [4], [3, 4])
    for form in ("table", "json", "csv"):
        told = run("documents", study, "--format", form, "--outlet", "الوطن", code=1)
        assert (told.stdout, told.stderr) == ("", "error: no document here is from the outlet 'الوطن': there are BBC, الأهرام\n")


def test_a_list_with_nothing_in_it_says_so(study: str) -> None:
    run("new", "none.ahlaf")
    for words, says in (
        (("documents", "none.ahlaf"), "there are no documents here yet"),
        (("documents", "none.ahlaf", "--state", "failed"), "no document passes these filters"),
        (("documents", "none.ahlaf", "--removed"), "no document was removed"),
        (("status", "none.ahlaf", "--set-aside"), "nothing was set aside"),
        (("status", "none.ahlaf", "--journal", "3"), "nothing was decided yet"),
        (("review", "none.ahlaf", "--orphans"), "every review has its claim"),
        (("actors", "list", "none.ahlaf"), "no claim names an actor yet"),
        (("actors", "candidates", "none.ahlaf"), "no two actors look like one"),
        (("claims", "none.ahlaf"), "no claims yet: `ahlaf code none.ahlaf` finds them"),
        (("claims", study, "--status", "refused"), "no claim passes these filters"),
    ):
        assert run(*words).stderr == f"{says}\n"


def test_one_document_is_removed_and_comes_back(study: str) -> None:
    before = run("claims", study, "--json").stdout
    origin = str(Path("texts") / "b.txt")
    told = run("remove", study, origin, "--note", "off the subject").stderr
    assert "document 2 (b) is left out now, with 2 claims" in told
    (number,) = re.findall(r"`ahlaf undo study.ahlaf (\d+)` brings it back", told)
    assert len(records("claims", study)) == 2
    (gone,) = json.loads(run("documents", study, "--removed", "--format", "json").stdout)
    assert (gone["id"], gone["decision"], gone["who"], gone["note"]) == (2, int(number), "anna", "off the subject")
    assert "off the subject" in run("documents", study, "--removed").stdout
    again = run("add", study, "texts").stderr
    assert "0 added, 2 known already, 0 set aside" in again
    assert "1 of those known were removed before and stay so" in again
    assert "is left out already" in run("remove", study, "2", code=1).stderr
    assert "no document https://a.example/1" in run("remove", study, "https://a.example/1", code=1).stderr
    assert "nothing that could be undone" in run("undo", study, code=1).stderr
    undone = run("undo", study, number).stderr
    assert "remove of document 2, by anna) is undone" in undone
    assert "brought back: 1 document with 2 claims" in undone
    assert run("claims", study, "--json").stdout == before
    (back,) = re.findall(r"`ahlaf undo study.ahlaf (\d+)` removes it again", undone)
    assert "left out now: 1 document with 2 claims" in run("undo", study, back).stderr
    assert "all is as it should be" in run("doctor", study).stderr


def test_an_address_of_several_documents_removes_none(study: str) -> None:
    lines = [json.dumps({"text": t, "url": "https://a.example/1"}, ensure_ascii=False) for t in ("العراق دعمت تركيا", "تركيا هاجمت روسيا")]
    Path("two.jsonl").write_text("\n".join(lines), encoding="utf-8")
    run("add", study, "two.jsonl")
    assert "may be any of the documents 3, 4" in run("remove", study, "https://a.example/1", code=1).stderr
    assert len(json.loads(run("documents", study, "--format", "json").stdout)) == 4
