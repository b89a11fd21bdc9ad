"""Claims and documents out: tables, searches, names as people type them."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from commanding import records, run, ties
from fakes import fill

from ahlaf.store import Project


def test_a_table_of_claims_that_can_be_published_from(study: str) -> None:
    line = {"text": "العراق دعمت تركيا", "author": "سعود كابلي", "title": "=1+1", "outlet": "@الوطن", "date": "2015-03-02"}
    Path("signed.jsonl").write_text(json.dumps({**line, "url": "https://a.example/1"}, ensure_ascii=False), encoding="utf-8")
    run("add", study, "signed.jsonl")
    run("code", study, "--workers", "1")
    run("review", study, "--claim", "5", "--confirm")
    run("review", study, "--claim", "1", "--refuse")
    rows = list(csv.DictReader(io.StringIO(run("claims", study, "--format", "csv").stdout)))
    assert {r["id"]: r["status"] for r in rows} == {"1": "refused", "2": "new", "3": "new", "4": "new", "5": "confirmed"}
    (row,) = (r for r in rows if r["id"] == "5")
    told = ("date", "outlet", "title", "author", "url", "source_name", "source_name_en", "target_name", "target_name_en", "voice")
    assert tuple(row[k] for k in told) == (
        *("2015-03-02", "'@الوطن", "'=1+1", "سعود كابلي", "https://a.example/1"),
        *("العراق", "Iraq", "تركيا", "Turkey", "author"),
    )
    assert not run("claims", study, "--format", "csv", "--status", "confirmed", "-o", "out.csv").stdout
    assert list(csv.DictReader(io.StringIO(Path("out.csv").read_text(encoding="utf-8")))) == [row]
    assert run("claims", study, "--json").stdout == run("claims", study, "--format", "jsonl").stdout


def test_two_of_one_name_are_told_apart_in_a_table_and_found_as_it_calls_them(study: str) -> None:
    """The governments of eight states were eight times "الحكومة"."""
    assert "TUR" not in run("claims", study).stdout
    run("actors", "rename", study, "russia", "تركيا")
    told = run("claims", study).stdout
    assert "تركيا (TUR)" in told
    assert "تركيا (RUS)" in told
    assert "العراق (" not in told
    assert run("claims", study, "--source", "تركيا (RUS)", "--count").stdout == "1\n"
    assert run("claims", study, "--source", "تركيا", "--count").stdout == "2\n"
    assert "no claim passes" in run("claims", study, "--source", "تركيا (IRQ)").stderr
    run("review", study, "--claim", "3", "--set", "source=تركيا (RUS)")
    assert [r["source_id"] for r in records("claims", study, "--status", "corrected")] == ["russia"]


@pytest.mark.parametrize("words", [("claims", "--format", "csv"), ("claims",), ("claims", "--json")], ids=" ".join)
def test_what_is_written_never_takes_the_projects_place(study: str, words: tuple[str, ...]) -> None:
    Path("link").symlink_to(study)
    for output in (study, "link"):
        assert "is the project itself" in run(words[0], study, *words[1:], "-o", output, code=1).stderr
    assert run("claims", study, "--count").stdout == "4\n"


def test_only_the_screen_is_spared_a_long_table(study: str, tmp_path: Path) -> None:
    (tmp_path / "texts" / "long.txt").write_text("تركيا هاجمت روسيا ثم " * 120, encoding="utf-8")
    run("add", study, "texts")
    run("code", study, "--workers", "1")
    assert "100 of 124 shown" in run("claims", study).stderr
    assert len(records("claims", study)) == 124
    assert len(records("claims", study, "--limit", "7")) == 7
    assert "5 of 124 shown" in run("claims", study, "--limit", "5").stderr
    assert not run("claims", study, "--limit", "124").stderr, "all are there"


def test_search_lights_words(study: str) -> None:
    assert "«تركيا» دعمت" in run("search", study, "لتركيا").stdout
    (hit,) = records("search", study, "هاجمت روسيا")
    assert hit["name"] == "b"
    assert "nothing holds" in run("search", study, "القاهرة", code=1).stderr
    for words in ("-العراق", '"', "-العراق -روسيا"):
        assert "names no word that must be there" in run("search", study, *words.split(), code=1).stderr
    for query in (("تركيا", "-العراق"), ("تركيا -العراق",)):
        assert [r["name"] for r in records("search", study, *query)] == ["b"]


def test_the_network_knows_the_names_that_people_type(study: str, tmp_path: Path) -> None:
    (tmp_path / "texts" / "c.txt").write_text("روسيا هاجمت تنظيم داعش ثم تركيا هاجمت تنظيم داعش", encoding="utf-8")
    run("add", study, "texts")
    run("code", study)
    for name in ("داعش", "تنظيم الدولة الإسلامية", "الإسلامية"):
        assert len(ties("--actor", name)) == 2
    supposed = run("whatif", study, "--add", "تركيا ALLY داعش", "--language", "en")
    assert "new to this picture" not in supposed.stderr
    assert "nothing changes" not in supposed.stderr
    assert "did you mean العراق?" in run("map", study, "--actor", "العرق", code=1).stderr
    assert "if you mean تنظيم الدولة الإسلامية, write that" in run("whatif", study, "--add", "تركيا ALLY الدولة", "--language", "en").stderr


def test_voices_are_called_alike_everywhere(study: str, tmp_path: Path) -> None:
    line = {"text": "العراق دعمت تركيا", "author": "سُعود كابلي", "title": "رأي"}
    (tmp_path / "signed.jsonl").write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")
    run("add", study, "signed.jsonl")
    run("code", study)
    for name, count in (("سعود كابلي", 1), ("author", 5), ("الكاتب", 5)):
        assert int(run("claims", study, "--voice", name, "--count").stdout) == count
        assert sum(len(tie["claims"]) for tie in ties("--voice", name)) == count


def test_agreement(study: str) -> None:
    for who, verdict in (("anna", "--confirm"), ("omar", "--refuse")):
        for claim in ("1", "2"):
            run("review", study, "--claim", claim, verdict if claim == "1" else "--confirm", "--as", who)
    found = run("agreement", study, "--field", "verdict").stdout
    assert re.search(r"anna – omar +2 +50%", found)
    (record,) = records("agreement", study, "--machine")
    assert record["coders"] == ["anna", "machine", "omar"]
    arabic = run("agreement", study, "--machine", "--language", "ar").stdout
    assert "anna – أحلاف" in arabic
    assert "machine" not in arabic


def test_nothing_in_a_text_reaches_the_terminal(study: str) -> None:
    with Project.open(study) as project:
        fill(project, "تركيا دعمت العراق\x1b[31m \x9b31m \u202eاحمر", title="عنوان \x1b]0;x\x07\u202e")
    run("code", study, "--workers", "1")
    for words in (("search", study, "احمر"), ("claims", study), ("review", study)):
        shown = run(*words, keys="ssssssq").stdout
        assert "\x1b" not in shown
        assert "\u202e" not in shown
    for words in (("search", study, "احمر"), ("claims", study)):
        shown = run(*words, "--json").stdout
        assert not set("\x1b\x9b\u202e") & set(shown)
        assert "\u202e" in json.dumps([json.loads(line) for line in shown.splitlines()], ensure_ascii=False)
