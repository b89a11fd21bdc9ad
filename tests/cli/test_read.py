"""Reading, as a user meets it: what comes out where, in which format, and what is told of what could not be read."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
from pathlib import Path
from typing import IO, Any

import pytest
from said import TEXT, Run

import ahlaf
from ahlaf.coding import pipeline


def test_a_table_has_one_row_a_claim_and_the_words_last(run: Run, article: Path) -> None:
    result = run("read", article)
    assert result.exit_code == 0
    first, titles, *rows = result.stdout.strip().splitlines()
    assert first.startswith("article  ")
    assert titles.split() == ["#", "source", "relation", "target", "voice", "modality", "words"]
    assert len(rows) == len(ahlaf.read(TEXT).claims) > 0


def test_json_lines_are_what_the_measuring_script_reads(run: Run, article: Path) -> None:
    record = json.loads(run("read", article, "--format", "jsonl").stdout)
    assert (record["id"], record["text"]) == ("article", TEXT)
    for claim in record["claims"]:
        assert TEXT[claim["start"] : claim["end"]] == claim["evidence"]


def test_json_and_csv_hold_the_same_claims(run: Run, article: Path) -> None:
    (document,) = json.loads(run("read", article, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run("read", article, "--format", "csv").stdout)))
    assert [(c["relation"], c["start"]) for c in document["claims"]] == [(r["relation"], int(r["start"])) for r in rows]


def test_standard_input_is_a_dash(run: Run) -> None:
    result = run("read", "-", "--format", "jsonl", stdin=TEXT.encode("cp1256"))
    assert json.loads(result.stdout)["text"] == TEXT


def test_bad_files_are_reported_and_the_others_read(run: Run, article: Path, tmp_path: Path) -> None:
    bad = {
        "empty.txt": b"",
        "program.txt": b"\x7fELF\x00\x00",
        "english.txt": b"The minister supported his allies in the war.",
        "russian.txt": ("Министр обороны заявил о поддержке. " * 20).encode("koi8-r"),
        "long.txt": b"\xd8\xaf" * 10_000_001,
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    gone = tmp_path / "gone.txt"
    result = run("read", *(tmp_path / name for name in bad), gone, article, "--format", "jsonl")
    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["article"]
    for name in (*bad, "gone.txt"):
        (line,) = [x for x in result.stderr.splitlines() if name in x]
        assert line.startswith("error: ")
        assert line.endswith(")"), "every message says what to do"
    assert result.stderr.splitlines()[-1] == "6 of 7 could not be read"


def test_a_file_that_may_not_be_read_keeps_nobody_from_the_others(
    run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text("دعمت تركيا قطر.", encoding="utf-8")
    may, opens = os.access, Path.open

    def access(path: str, mode: int, **more: bool) -> bool:
        return Path(path) != locked and may(path, mode, **more)

    def opened(path: Path, *args: str, **more: str) -> IO[Any]:
        if path == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return opens(path, *args, **more)

    monkeypatch.setattr(os, "access", access)
    monkeypatch.setattr(Path, "open", opened)
    result = run("read", str(locked), str(article))
    assert result.exit_code == 1
    assert f"{locked}: permission denied" in result.stderr
    assert "1 of 2 could not be read" in result.stderr
    assert "دعمت تركيا" in result.stdout


def test_a_document_that_breaks_the_coder_does_not_stop_the_others(run: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline.code

    def code(document: ahlaf.Document, *more: Any, **named: Any) -> ahlaf.Reading:
        if document.id == "broken":
            raise KeyError("x")
        return real(document, *more, **named)

    monkeypatch.setattr(pipeline, "code", code)
    broken = article.with_name("broken.txt")
    broken.write_text(TEXT, encoding="utf-8")
    result = run("read", broken, article, "--format", "jsonl")
    assert result.exit_code == 1
    assert "broken.txt: the reader broke on it: KeyError" in result.stderr
    assert json.loads(result.stdout)["id"] == "article"


def test_a_doubtful_encoding_is_read_and_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cut.txt"
    path.write_bytes((TEXT * 5).encode()[:-2] + b"\xd8")
    result = run("read", path)
    assert result.exit_code == 0
    assert "note: " in result.stderr
    assert "kept as U+FFFD" in result.stderr


def test_two_lines_of_one_id_are_told_apart_and_each_can_be_asked_for(run: Run, tmp_path: Path) -> None:
    """Claims of both were "a:1" in tables and networks, and `explain --document a` knew the first alone."""
    path = tmp_path / "news.jsonl"
    texts = ("دعمت كندا كينيا.", "قصفت روسيا حلب.")
    path.write_text("".join(json.dumps({"id": "a", "text": text}) + "\n" for text in texts), encoding="utf-8")
    result = run("read", path, "--format", "jsonl")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a", "a~2"]
    assert result.stderr == f'note: {path} (a): the id "a" is an earlier document\'s too: this one is called "a~2"\n'
    assert "ASSAULT" in run("explain", path, "--document", "a~2", "--claim", "1").stdout
    result = run("map", path, "--format", "jsonl")
    assert {claim for line in result.stdout.splitlines() for claim in json.loads(line)["claims"]} == {"a:1", "a~2:1"}
    assert "this one is called" in result.stderr


def test_an_output_file_appears_whole_and_alone(run: Run, article: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    result = run("read", article, "--format", "jsonl", "-o", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(out.read_text(encoding="utf-8"))["id"] == "article"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["article.txt", "claims.jsonl"]


def test_an_input_is_never_overwritten(run: Run, article: Path) -> None:
    result = run("read", article, "-o", article)
    assert result.exit_code == 1
    assert "is an input as well" in result.stderr
    assert article.read_text(encoding="utf-8") == TEXT


def test_an_output_folder_that_is_missing_is_named(run: Run, article: Path, tmp_path: Path) -> None:
    result = run("read", article, "-o", tmp_path / "no" / "claims.csv", "--format", "csv")
    assert result.exit_code == 1
    assert "make the folder first" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with names")
def test_what_is_no_file_is_written_to_and_stays_what_it_is(run: Run, article: Path, tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link.csv"
    os.mkfifo(pipe)
    link.symlink_to(tmp_path / "far.csv")
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        for out in (pipe, link):
            assert run("read", article, "-o", out, "--format", "csv").exit_code == 0
        assert pipe.is_fifo()
        assert os.read(reader, 1 << 16).decode() == (tmp_path / "far.csv").read_text(encoding="utf-8")
        assert link.is_symlink()
    finally:
        os.close(reader)


def test_the_date_is_the_documents_where_it_has_none(run: Run, article: Path) -> None:
    assert json.loads(run("read", article, "--format", "jsonl", "--date", "2016-03-14").stdout)["date"] == "2016-03-14"
    wrong = run("read", article, "--date", "yesterday")
    assert wrong.exit_code == 1
    assert wrong.stderr == "error: the date 'yesterday' is not like 2016, 2016-03 or 2016-03-14\n"


def test_a_threshold_of_one_leaves_next_to_nothing(run: Run, article: Path) -> None:
    assert json.loads(run("read", article, "--format", "jsonl", "--threshold", "1").stdout)["claims"] == []
    assert run("read", article, "--threshold", "2").exit_code == 2


def test_events_alone_are_numbered_as_they_are_put_out(run: Run) -> None:
    """What --events puts out is what explain --events counts, and a language model is not asked for it."""
    said = "يتذكر اللبنانيون اغتيال الحريري. أسفرت الغارة عن مقتل ضابطين.".encode()
    (claim,) = json.loads(run("read", "-", "--format", "jsonl", "--events", stdin=said).stdout)["claims"]
    assert (claim["trigger"], claim["event"]["reported"]) == ("مقتل", True)
    told = run("explain", "-", "--claim", "1", "--events", stdin=said).stdout
    assert "مقتل" in told
    whole = run("explain", "-", "--claim", "2", stdin=said).stdout
    example = re.compile("the example gives .*")
    assert example.findall(told) == example.findall(whole) != [], "a row's example is read whole, whatever is asked for"
    assert run("explain", "-", "--claim", "2", "--events", stdin=said).exit_code == 1
    refused = run("read", "-", "--events", "--coder", "llm", "--model", "m", "--endpoint", "http://localhost:1/v1", stdin=said)
    assert refused.exit_code == 2
    assert "--events" in refused.stderr


def test_your_own_rows_lie_over_the_built_in_ones(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine" / "actors").mkdir(parents=True)
    columns = "id name name_en kind country sector strong weak since until source".split()
    row = ["falcons-of-test", "صقور الاختبار", "Falcons of Test", "armed-group", "IMG", "UAF", "", "", "", "", "usage"]
    (tmp_path / "mine" / "actors" / "mine.tsv").write_text("\t".join(columns) + "\n" + "\t".join(row) + "\n", encoding="utf-8")
    article = tmp_path / "a.txt"
    article.write_text("دعمت تركيا صقور الاختبار.", encoding="utf-8")
    record = json.loads(run("read", article, "--format", "jsonl", "--lexicon", tmp_path / "mine").stdout)
    assert "falcons-of-test" in {c["target_actor"]["id"] for c in record["claims"] if c["target_actor"]}


def test_a_wrong_row_of_your_own_is_named(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "cues.tsv").write_text("words\tclass\n", encoding="utf-8")
    result = run("read", article, "--lexicon", tmp_path / "mine")
    assert result.exit_code == 1
    assert "cues.tsv:1: columns are" in result.stderr


def test_a_summary_closes_the_table(run: Run, article: Path) -> None:
    assert "Who is for and against whom" in run("read", article, "--summary").stdout


def test_beside_data_the_summary_stands_on_standard_error(run: Run, article: Path) -> None:
    result = run("read", article, "--summary", "--format", "jsonl")
    assert len(result.stdout.splitlines()) == 1
    assert "Who is for and against whom" in result.stderr


def test_escape_sequences_in_names_and_texts_never_come_out_raw(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m.txt"
    path.write_text(f"\x1b]0;owned\x07 {TEXT} \u202eقلب\u202c \x9b2J", encoding="utf-8")
    for form in ("table", "json", "jsonl"):
        result = run("read", path, tmp_path / "no\x1b[2J.txt", "--format", form)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", result.stdout + result.stderr), form


def test_of_things_refused_alike_the_first_are_told_and_the_rest_counted(run: Run, tmp_path: Path) -> None:
    lines = ["no JSON at all"] * 13 + ['{"text": ""}', '{"id": "a", "text": "قصفت روسيا حلب ودعمت تركيا العراق."}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = run("read", str(tmp_path / "a.jsonl"), "--format", "jsonl")
    assert found.exit_code == 1
    told = found.stderr.splitlines()
    assert len(found.stdout.splitlines()) == 1
    assert len(told) == 13
    assert "a.jsonl:14: is empty" in told[10]
    assert "a.jsonl: 3 more in it can't be read (their reasons are like those before)" in told[11]
    assert told[12] == "14 of 15 could not be read"
