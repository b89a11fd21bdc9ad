"""What is hostile is refused, its reason is kept in the project, and the rest of the batch is read."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from making import OTHER, TEXT, bomb, feed, locked, page, response, warc, zipped

from ahlaf.cli import main
from ahlaf.sources import raw
from ahlaf.store import Project

OVERRIDE = "\u202e"


def run(*words: str, code: int = 0, given: bytes | None = None) -> Result:
    found = CliRunner().invoke(main, list(words), input=given)
    assert found.exit_code == code, found.output
    return found


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    run("new", "study.ahlaf")
    return "study.ahlaf"


def texts(study: str) -> list[str]:
    with Project.open(study) as project:
        return [project.text(kept.id).text for kept in project.documents()]


def deep() -> bytes:
    data = zipped(("a.txt", TEXT.encode()))
    for _ in range(4):
        data = zipped(("a.zip", data))
    return data


HOSTILE = {
    "bomb.zip": (zipped(*((f"{n}.jsonl", b" " * 9_000_000) for n in range(9))), "unpacks to more than 100 times its size"),
    "deep.zip": (deep(), "within one another"),
    "zeros.gz": (bomb(200_000_000), "larger than 20 MB"),
    "slip.zip": (zipped(("../../slip.txt", TEXT.encode())), "leads out of the archive"),
    "feed.xml": (feed("<description>&a;</description>", before='<!DOCTYPE rss [<!ENTITY a "b">]>'), "declares entities"),
    "cut.warc": (response()[:-300], "is cut"),
    "bytes.txt": (bytes(range(128, 256)) * 40, "no encoding that gives Arabic"),
    "wide.csv": (b",".join(b"c%d" % n for n in range(10_000)) + b"\n", "has 10000 columns"),
    "empty.zip": (zipped(), "holds nothing to read"),
    "locked.zip": (locked(zipped(("a.txt", TEXT.encode()))), "locked with a password"),
}


def test_hostile_files_are_set_aside_with_their_reasons_and_the_rest_is_read(
    study: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raw, "FLOOR", 20_000_000)
    folder = tmp_path / "batch"
    folder.mkdir()
    for name, (data, _) in HOSTILE.items():
        (folder / name).write_bytes(data)
    (folder / "aa.txt").write_text(TEXT, encoding="utf-8")
    (folder / "zz.txt").write_text(OTHER, encoding="utf-8")
    found = run("add", study, "batch", code=1)
    assert texts(study) == [TEXT, OTHER]
    assert "2 added, 0 known already" in found.stderr
    with Project.open(study) as project:
        aside = {Path(s.origin.partition(": ")[0]).name: s.what for s in project.set_aside()}
    assert aside.keys() == HOSTILE.keys()
    for name, (_, says) in HOSTILE.items():
        assert says in aside[name], name
    told = run("status", study, "--set-aside").stdout
    assert all(name in told for name in HOSTILE)
    assert not (tmp_path.parent / "slip.txt").exists()


def test_every_format_is_added_and_the_same_article_twice_is_one(study: str, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(feed(f"<title>أول</title><description>{TEXT} 1</description>"))
    (tmp_path / "dump.zip").write_bytes(zipped(("a.txt", f"{TEXT} 2".encode()), ("b.html", page(f"{TEXT} 3").encode())))
    (tmp_path / "news.warc.gz").write_bytes(gzip.compress(warc(2)))
    (tmp_path / "table.csv").write_text(f"headline,story text\nعنوان,{TEXT} 4\nعنوان,{TEXT} 1\n", encoding="utf-8")
    sources = ("feed.xml", "dump.zip", "news.warc.gz", "table.csv")
    found = run("add", study, *sources, "--columns", "text=story text,title=headline")
    assert "6 added, 1 known already, 0 set aside" in found.stderr
    assert "0 added, 7 known already" in run("add", study, *sources, "--columns", "text=story text,title=headline").stderr
    with Project.open(study) as project:
        first = next(iter(project.documents()))
        seen = project.sightings(first.id)
    assert [Path(s["origin"]).name for s in seen][:2] == ["feed.xml: entry 1", "table.csv:3"]
    assert all(len(s["raw_sha256"]) == 64 for s in seen)


def test_standard_input_is_added_under_the_format_that_the_user_names(study: str) -> None:
    run("add", study, "-", "--input", "tsv", "--columns", "text=2", given=f"1\t{TEXT}\n2\t{OTHER}\n".encode())
    assert texts(study) == [TEXT, OTHER]


def test_read_takes_the_same_formats_and_the_same_map(tmp_path: Path) -> None:
    path = tmp_path / "table.csv.gz"
    path.write_bytes(gzip.compress(f"a;b\nx;{TEXT}\n".encode("cp1256")))
    assert TEXT in run("read", str(path), "--columns", "text=b", "--format", "jsonl").stdout
    assert "no column that is known to hold the text" in run("read", str(path), code=1).stderr


def test_a_title_that_turns_the_line_round_is_neutral_wherever_it_is_printed(study: str, tmp_path: Path) -> None:
    bad = f"عنوان{OVERRIDE}gpj.exe"
    (tmp_path / "a.csv").write_text(f"id,title,text\n1{OVERRIDE},{bad},{TEXT}\n2,x\n", encoding="utf-8")
    (tmp_path / "b.zip").write_bytes(zipped((f"x{OVERRIDE}txt.exe.txt", b"")))
    run("add", study, "a.csv", "b.zip", code=1)
    run("code", study, "--workers", "1")
    for words in (("search", study, "تركيا"), ("claims", study), ("status", study, "--set-aside"), ("read", "a.csv")):
        found = CliRunner().invoke(main, list(words))
        assert found.output.strip()
        assert OVERRIDE not in found.output, words
    with Project.open(study) as project:
        assert [kept.name for kept in project.documents()] == [f"1{OVERRIDE}"], "what is kept is what came"


def about(study: str) -> dict[str, tuple[str | None, str | None]]:
    with Project.open(study) as project:
        return {kept.name: (kept.outlet, kept.date) for kept in project.documents()}


def test_outlet_and_date_stand_where_a_document_says_nothing(study: str, tmp_path: Path) -> None:
    lines = [{"id": "silent"}, {"id": "dated", "date": "2014-02"}, {"id": "whole", "outlet": "النهار", "date": "2013-05-06"}]
    rows = [json.dumps({"text": f"{TEXT} {one['id']}", **one}) for one in lines]
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    run("add", study, "a.jsonl", "--outlet", "الحياة", "--date", "2015-07")
    assert about(study) == {"silent": ("الحياة", "2015-07"), "dated": ("الحياة", "2014-02"), "whole": ("النهار", "2013-05-06")}
    run("add", study, "a.jsonl", "--outlet", "السفير", "--date", "2016")
    assert about(study)["silent"] == ("الحياة", "2015-07"), "what is known stays as it was"


@pytest.mark.parametrize(
    ("date", "code"),
    [
        *((date, 1) for date in ("yesterday", "2015-02-30", "2015-13", "2015-3-14")),
        *((date, 2) for date in ("14/03/2015", "3015", "0300", "12 آذار 2015", "1437-06")),
    ],
)
def test_a_date_on_which_nothing_was_published_is_refused_and_nothing_is_added(study: str, tmp_path: Path, date: str, code: int) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert "write 2016, 2016-03 or 2016-03-14" in run("add", study, "a.txt", "--date", date, code=code).stderr
    assert about(study) == {}
