"""The commands that keep projects, as people and scripts use them."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

sys.path.insert(0, str(Path(__file__).parent / "store"))
from fakes import ONE, TWO, fill, read

from ahlaf import projects
from ahlaf.cli_network import register as register_network
from ahlaf.cli_store import register
from ahlaf.model import Document, Reading
from ahlaf.store import Coder, Project

DOCS = Path(__file__).parent.parent / "docs" / "projects.md"


@click.group()
def ahlaf() -> None:
    """The group that the commands hang on."""


register(ahlaf)
register_network(ahlaf)


def reader() -> Callable[[Document], Reading]:
    return read


def reader_two() -> Callable[[Document], Reading]:
    return lambda document: read(document, TWO.digest)


@pytest.fixture
def book(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[Coder, projects.Maker]]:
    """The rule book that `code` uses, to be changed."""
    chosen: dict[str, tuple[Coder, projects.Maker]] = {"now": (ONE, reader)}
    monkeypatch.setattr(projects, "rule_book", lambda *_: chosen["now"])
    return chosen


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, book: object) -> str:  # noqa: ARG001 - the fake rule book is in force
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AHLAF_CODER", "anna")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("تركيا دعمت العراق ثم روسيا هاجمت تركيا", encoding="utf-8")
    (tmp_path / "texts" / "b.txt").write_text("الحزب هاجمت روسيا ثم حزب حالفت تركيا", encoding="utf-8")
    run("new", "study.ahlaf")
    run("add", "study.ahlaf", "texts")
    run("code", "study.ahlaf", "--workers", "1")
    return "study.ahlaf"


def run(*words: str, code: int = 0, keys: str | None = None) -> Result:
    found = CliRunner().invoke(ahlaf, list(words), input=keys)
    assert found.exit_code == code, found.output
    return found


def records(*words: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(*words, "--json").stdout.splitlines()]


def ties(*words: str) -> list[dict[str, list[int]]]:
    found: list[dict[str, list[int]]] = json.loads(run("map", "study.ahlaf", *words, "--format", "json").stdout)
    return found


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


def test_search_lights_words(study: str) -> None:
    assert "«تركيا» دعمت" in run("search", study, "لتركيا").stdout
    (hit,) = records("search", study, "هاجمت روسيا")
    assert hit["name"] == "b"
    assert "nothing holds" in run("search", study, "القاهرة", code=1).stderr
    assert [r["name"] for r in records("search", study, "تركيا", "-العراق")] == ["b"]


def test_review_by_number_and_undo(study: str) -> None:
    assert "claim 1 is confirmed" in run("review", study, "--claim", "1", "--confirm", "--note", "yes").stderr
    assert "claim 2 is corrected" in run("review", study, "--claim", "2", "--set", "relation=COERCE", "--set", "target=العراق").stderr
    (claim,) = records("claims", study, "--status", "corrected")
    assert (claim["relation"], claim["target_id"], claim["sign"]) == ("COERCE", "iraq", -1)
    told = run("undo", study).stderr
    assert "(correct of claim 2, by " in told
    assert "is undone" in told
    assert "study.ahlaf 4` brings it back" in told
    assert records("claims", study, "--status", "corrected") == []
    assert "correct (undone)" in run("status", study, "--journal", "5").stdout
    assert "no claim 99" in run("review", study, "--claim", "99", "--refuse", code=1).stderr
    assert "needs --confirm" in run("review", study, "--claim", "1", code=2).stderr
    assert "no relation" in run("review", study, "--claim", "1", "--set", "relation=LOVE", code=1).stderr
    assert "no date" in run("review", study, "--claim", "1", "--set", "time=2015-99", code=1).stderr


def test_an_addition_is_undone_by_its_number_alone(study: str) -> None:
    run("code", study)
    assert "nothing that could be undone" in run("undo", study, code=1).stderr
    run("review", study, "--claim", "1", "--confirm")
    assert "confirm of claim 1" in run("undo", study).stderr
    assert len(records("claims", study)) == 4
    told = run("undo", study, "1").stderr
    assert "2 document(s) with 4 claim(s) are left out now" in told
    assert records("claims", study) == []
    (again,) = re.findall(r"ahlaf undo study.ahlaf (\d+)", told)
    assert "2 document(s) with 4 claim(s) are back" in run("undo", study, again).stderr
    assert len(records("claims", study)) == 4


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


def test_one_document_is_removed_and_comes_back(study: str) -> None:
    before = run("claims", study, "--json").stdout
    origin = str(Path("texts") / "b.txt")
    told = run("remove", study, origin, "--note", "off the subject").stderr
    assert "document 2 (b) is left out now, with 2 claim(s)" in told
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
    assert "1 document(s) with 2 claim(s) are back" in undone
    assert run("claims", study, "--json").stdout == before
    (back,) = re.findall(r"`ahlaf undo study.ahlaf (\d+)` removes it again", undone)
    assert "1 document(s) with 2 claim(s) are left out now" in run("undo", study, back).stderr
    assert "all is as it should be" in run("doctor", study).stderr


def test_an_address_of_several_documents_removes_none(study: str) -> None:
    lines = [json.dumps({"text": t, "url": "https://a.example/1"}, ensure_ascii=False) for t in ("العراق دعمت تركيا", "تركيا هاجمت روسيا")]
    Path("two.jsonl").write_text("\n".join(lines), encoding="utf-8")
    run("add", study, "two.jsonl")
    assert "may be any of the documents 3, 4" in run("remove", study, "https://a.example/1", code=1).stderr
    assert len(json.loads(run("documents", study, "--format", "json").stdout)) == 4


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


def test_one_key_a_decision(study: str) -> None:
    found = run("review", study, keys="?yغzصuthe note\nq".replace("ص", "n"))
    assert "y confirm" in found.stdout
    shown = [r["status"] for r in records("claims", study)]
    assert shown.count("new") < 4
    found = run("review", study, "--as", "omar", "--order", "weight", keys="sss s")
    assert found.stdout.count("·") > 0


def test_a_sitting_from_end_to_end(study: str) -> None:
    found = run("review", study, keys="y" + "n" + "crelation=COERCE; polarity=negated\n" + "z" + "ع" + "tunclear\nu")
    assert "nothing is left to review" in found.stdout
    assert "4 decided in this sitting" in found.stdout
    decided = records("status", study, "--journal", "20")
    assert [d["kind"] for d in decided][::-1] == ["add", "confirm", "refuse", "correct", "undo", "unsure", "unsure"]
    assert decided[0]["note"] == "unclear"


def test_a_correction_that_means_nothing_is_asked_again(study: str) -> None:
    found = run("review", study, keys="crelation=LOVE\nc\nq")
    assert "no relation LOVE" in found.stdout
    assert "0 decided" in found.stdout


def test_who_is_who(study: str) -> None:
    assert "text:حزب" in run("actors", "candidates", study).stdout
    run("actors", "merge", study, "text:حزب", "text:الحزب")
    assert run("claims", study, "--source", "الحزب", "--count").stdout == "2\n"
    run("undo", study)
    run("actors", "apart", study, "text:حزب", "text:الحزب")
    assert "text:" not in run("actors", "candidates", study).stdout
    run("actors", "rename", study, "text:الحزب", "حزب البناء")
    run("actors", "code", study, "text:الحزب", "--country", "IRQ", "--sector", "PTY")
    run("actors", "alias", study, "turkey", "أنقرة")
    run("actors", "split", study, "turkey", "تركيا الأخرى", "--document", "2")
    listed = {r["id"]: r for r in records("actors", "list", study)}
    assert (listed["text:الحزب"]["name"], listed["text:الحزب"]["country"]) == ("حزب البناء", "IRQ")
    assert run("claims", study, "--target", "text:تركيا الأخرى", "--count").stdout == "1\n"
    assert "no actor is called" in run("actors", "rename", study, "المريخ", "x", code=1).stderr
    assert "all is as it should be" in run("doctor", study, "--repair").stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["review", "--claim", "1", "--confirm", "--refuse"], "--confirm and --refuse are different verdicts"),
        (["review", "--claim", "1", "--confirm", "--set", "relation=AID"], "--confirm and --set are different verdicts"),
        (["review", "--claim", "1", "--set", "relation"], "--set takes FIELD=VALUE"),
        (["review", "--claim", "1"], "--claim needs"),
        (["review", "--refuse"], "--refuse needs --claim N"),
        (["review", "--orphans", "--claim", "1"], "--orphans lists reviews"),
        (["status", "--set-aside", "--journal", "3"], "different lists"),
        (["actors", "code", "turkey", "--country", "XX"], "'XX' is neither three capital letters"),
        (["actors", "code", "turkey", "--sector", "ZZZ"], "'ZZZ' is not one of AGR"),
        (["actors", "code", "turkey", "--kind", "zebra"], "'zebra' is not one of alliance"),
    ],
)
def test_options_that_contradict_and_codes_that_there_are_not_are_refused(study: str, words: list[str], says: str) -> None:
    """Of two verdicts the last counted, a verdict without a claim opened the review, and any code was kept."""
    where = 2 if words[0] == "actors" else 1
    assert says in run(*words[:where], study, *words[where:], code=2).stderr
    assert len(records("status", study, "--journal", "20")) == 1, "the addition alone"


def test_where_nothing_is_found_that_is_said(study: str) -> None:
    assert run("claims", study, "--source", "المريخ").stderr == "no claim passes these filters\n"
    assert "no two people" in run("agreement", study).stderr


def test_recoding_tells_of_reviews_that_lost_their_claims(study: str, book: dict[str, tuple[Coder, projects.Maker]]) -> None:
    (ally,) = records("claims", study, "--relation", "ALLY")
    run("review", study, "--claim", str(ally["id"]), "--confirm")
    book["now"] = (TWO, reader_two)
    assert "1 review(s) found no claim" in run("code", study, "--workers", "1").stderr
    assert "حزب حالفت تركيا" in run("review", study, "--orphans").stdout
    assert "note: orphans" in run("doctor", study).stderr


def test_agreement(study: str) -> None:
    for who, verdict in (("anna", "--confirm"), ("omar", "--refuse")):
        for claim in ("1", "2"):
            run("review", study, "--claim", claim, verdict if claim == "1" else "--confirm", "--as", who)
    found = run("agreement", study, "--field", "verdict").stdout
    assert re.search(r"anna – omar +2 +50%", found)
    (record,) = records("agreement", study, "--machine")
    assert record["coders"] == ["anna", "machine", "omar"]


def test_errors_are_one_clear_line(study: str) -> None:
    assert run("new", study, code=1).stderr.startswith("error: study.ahlaf: is there already")
    assert "make one with `ahlaf new`" in run("claims", "none.ahlaf", code=1).stderr
    assert "no project of Ahlaf" in run("claims", "texts/a.txt", code=1).stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("claims", "--relation", "foo"), "no relation 'FOO': there are AGREE"),
        (("claims", "--modality", "bar"), "no modality 'bar': there are asserted"),
        (("claims", "--since", "yesterday"), "write 2016, 2016-03 or 2016-03-14"),
        (("claims", "--until", "2016-13", "--count"), "write 2016, 2016-03 or 2016-03-14"),
    ],
)
def test_a_filter_that_can_match_nothing_says_what_there_is(study: str, words: tuple[str, ...], says: str) -> None:
    found = run(words[0], study, *words[1:], code=1)
    assert found.stderr.startswith("error: ")
    assert says in found.stderr
    assert found.stderr.count("\n") == 1
    assert not found.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("claims", "{}", "--document", "N"),
        ("claims", "{}", "--limit", "N"),
        ("claims", "{}", "--offset", "N"),
        ("search", "{}", "تركيا", "--limit", "N"),
        ("search", "{}", "تركيا", "--offset", "N"),
        ("review", "{}", "--claim", "N", "--confirm"),
        ("undo", "{}", "N"),
        ("actors", "list", "{}", "--limit", "N"),
        ("actors", "candidates", "{}", "--limit", "N"),
        ("actors", "split", "{}", "turkey", "أخرى", "--document", "N"),
        ("status", "{}", "--journal", "N"),
    ],
    ids=lambda words: f"{words[0]} {words[-2]}",
)
def test_a_number_that_no_project_has_is_refused_before_it_is_asked_for(study: str, words: tuple[str, ...]) -> None:
    found = run(*({"{}": study, "N": "9" * 20}.get(w, w) for w in words), code=2)
    assert "is not in the range" in found.stderr


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


def _sources_of_the_page(folder: Path) -> None:
    """The files that the guide adds."""
    import gzip
    import zipfile

    item = "<item><title>عنوان</title><description>العراق دعمت تركيا ثم روسيا دعمت العراق</description></item>"
    (folder / "feed.xml").write_text(f'<rss version="2.0"><channel><title>صحيفة</title>{item}</channel></rss>', encoding="utf-8")
    with zipfile.ZipFile(folder / "dump.zip", "w") as archive:
        archive.writestr("2016/one.txt", "مصر حالفت تركيا ثم تركيا هاجمت مصر")
    html = f"<html><body><article><p>{'روسيا دعمت تركيا ثم العراق هاجمت روسيا. ' * 8}</p></article></body></html>".encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html
    headers = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://paper.example/1\r\nContent-Length: {len(answer)}\r\n\r\n"
    (folder / "news.warc.gz").write_bytes(gzip.compress(headers.encode() + answer + b"\r\n\r\n"))
    (folder / "table.csv").write_text("headline,story\nعنوان,تركيا هاجمت العراق ثم مصر دعمت العراق\n", encoding="utf-8")


def test_the_guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, book: object) -> None:  # noqa: ARG001 - as above
    """Every command of the guide runs, in its order, and says what the guide says that it says."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AHLAF_CODER", "anna")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("تركيا دعمت العراق ثم روسيا هاجمت تركيا", encoding="utf-8")
    (tmp_path / "articles" / "b.txt").write_text("الحزب هاجمت روسيا ثم حزب حالفت تركيا", encoding="utf-8")
    _sources_of_the_page(tmp_path)
    blocks = re.findall(r"```console\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    commands = [line.removeprefix("$ ahlaf ") for block in blocks for line in block.splitlines() if line.startswith("$ ahlaf ")]
    assert len(commands) > 12
    import shlex

    for command in commands:
        words = shlex.split(command)
        keys = "q" if words == ["review", "study.ahlaf"] else None
        found = CliRunner().invoke(ahlaf, words, input=keys)
        assert found.exit_code == 0, (command, found.output)
    with Project.open("study.ahlaf") as project:
        assert not [f for f in project.doctor() if f.kind == "fault"]


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
