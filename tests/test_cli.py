"""The command as a user meets it: what it prints where, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import ahlaf
from ahlaf.cli import main
from ahlaf.coding import pipeline

TEXT = "دعمت تركيا تنظيم داعش، وقصفت روسيا حلب."
COMMAND = [sys.executable, "-m", "ahlaf"]

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    def call(*args: object, stdin: bytes = b"") -> Result:
        return CliRunner().invoke(main, [str(a) for a in args], input=stdin, catch_exceptions=False)

    return call


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


# -- reading ---------------------------------------------------------------------------------------------


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


# -- why -------------------------------------------------------------------------------------------------


def test_a_claim_is_explained_and_made_again(run: Run, article: Path) -> None:
    result = run("explain", article, "--claim", "1")
    assert result.exit_code == 0
    claim = ahlaf.read(TEXT).claims[0]
    for part in ("The words", "The rows of the lexicon", "The rule", "The score", "Replay", claim.rule, claim.trigger.of(TEXT)):
        assert part in result.stdout
    assert "the same claim comes out" in result.stdout
    assert f"characters {claim.evidence.start} to {claim.evidence.end}" in result.stdout


def test_a_claim_that_is_not_there_is_answered_with_what_is(run: Run, article: Path) -> None:
    for number in ("0", "99", "-1"):
        result = run("explain", article, "--claim", number)
        assert result.exit_code == 1
        assert "its claims go from 1 to" in result.stderr


def test_among_several_documents_one_must_be_chosen(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(json.dumps({"id": name, "text": TEXT}) for name in ("a", "b")), encoding="utf-8")
    unclear = run("explain", path, "--claim", "1")
    assert unclear.exit_code == 1
    assert "choose with --document: a, b" in unclear.stderr
    assert "Claim 1 of b" in run("explain", path, "--claim", "1", "--document", "b").stdout


# -- the rule book ---------------------------------------------------------------------------------------


def test_the_built_in_rule_book_is_sound(run: Run) -> None:
    result = run("lexicon", "check")
    assert result.exit_code == 0, result.stderr
    assert "all sound" in result.stdout
    assert re.search(r"rules [7-9]\d$", result.stdout.strip())


def test_wrong_rows_are_all_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "titles.tsv").write_text("words\tsector\tsource\nالشيخ\tXXX\tusage\nالشيخ\nاللواء\tMIL\tusage\n", encoding="utf-8")
    result = run("lexicon", "check", tmp_path)
    assert result.exit_code == 1
    assert "titles.tsv:2" in result.stderr
    assert "titles.tsv:3" in result.stderr
    assert "2 wrong beside 1 sound rows" in result.stderr


def test_a_row_that_its_example_does_not_show_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "nouns-mine.tsv").write_text(
        "noun\tplural\tkind\trelation\tslots\tmode\tgloss\tsource\texample\n"
        "زركشة\t\taction\tSUPPORT\tgen>ل\t\tfrill\tusage\tسرتنا زركشة الجار لجاره\n"
        "زمردة\t\taction\tSUPPORT\tgen>ل\t\temerald\tusage\tسرتنا زركشة الجار لجاره\n",
        encoding="utf-8",
    )
    (tmp_path / "idioms-mine.tsv").write_text(
        "words\trelation\tslots\tmode\tgloss\tsource\texample\n"
        "زر زركشة\tSUPPORT\tgen>ل\t\tfrill\tusage\tهذا زر زركشة الجار\n"
        "زر زمردة\tSUPPORT\tgen>ل\t\tfrill\tusage\tهذا زر الزركشة\n",
        encoding="utf-8",
    )
    result = run("lexicon", "check", tmp_path)
    assert result.exit_code == 1
    assert "nouns-mine.tsv:3: its example" in result.stderr
    assert "idioms-mine.tsv:3: its example" in result.stderr
    assert "2 wrong beside 4 sound rows" in result.stderr


def test_a_folder_without_tables_is_no_rule_book(run: Run, tmp_path: Path) -> None:
    result = run("lexicon", "check", tmp_path)
    assert result.exit_code == 1
    assert "holds no table" in result.stderr


RULE = """
[[rule]]
id = "help.with-mules-of"
says = "who acts with the mules of somebody is aided by him"
source = "usage"
relation = "AID"
match = ["target is subject", "ببغال من?", "source"]
  [[rule.yes]]
  text = "{yes}"
  source = "تركيا"
  target = "الجيش السوري"
  [[rule.no]]
  text = "{no}"
  why = "nobody's mules"
"""
MULES = {"yes": "تقدم الجيش السوري في الجبل ببغال من تركيا", "no": "تقدم الرجل في الجبل ببغال"}


def lay_rule(folder: Path, **sentences: str) -> Path:
    (folder / "mine" / "rules").mkdir(parents=True)
    (folder / "mine" / "rules" / "mules.toml").write_text(RULE.format(**MULES | sentences), encoding="utf-8")
    return folder / "mine"


def test_a_rule_of_ones_own_is_checked_found_used_and_explained(run: Run, tmp_path: Path) -> None:
    mine = lay_rule(tmp_path)
    checked = run("lexicon", "check", mine)
    assert checked.exit_code == 0, checked.stderr
    assert checked.stdout == "1 rows and rules, all sound: rules 1\n"
    assert "rules/mules.toml:2  rules, match" in run("lexicon", "find", "ببغال", "--lexicon", mine).stdout
    article = tmp_path / "article.txt"
    article.write_text("تقدم المتمردون في الجبل ببغال من تركيا.", encoding="utf-8")
    record = json.loads(run("read", article, "--format", "jsonl", "--lexicon", mine).stdout)
    (number,) = (n for n, c in enumerate(record["claims"], 1) if c["rule"] == "rules/mules.toml:2")
    explained = run("explain", article, "--claim", number, "--lexicon", mine)
    assert explained.exit_code == 0
    for part in ("says: who acts with the mules", "match 1.2: ببغال من?", f"its example: {MULES['yes']}", "replayed: the example gives"):
        assert part in explained.stdout


def test_the_examples_of_a_rule_of_ones_own_are_tried(run: Run, tmp_path: Path) -> None:
    mine = lay_rule(tmp_path, yes="عبر الجيش السوري الجبل", no=MULES["yes"])
    result = run("lexicon", "check", mine)
    assert result.exit_code == 1
    missing, found, _ = result.stderr.splitlines()
    assert missing.startswith("rules/mules.toml:2: rule 'help.with-mules-of': its example 'عبر الجيش السوري الجبل' does not give تركيا AID")
    assert "it finds a claim in" in found


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("وبالعراقيين", "id: IRQ"),
        ("سيدعمونهم", "root: دعم"),
        ("دَعَمَ", "root: دعم"),
        ("واشنطن", "id: USA"),
        ("Turkey", "id: TUR"),
        ("الولايات المتحدة", "id: USA"),
    ],
)
def test_any_form_of_a_word_finds_its_rows(run: Run, word: str, found: str) -> None:
    result = run("lexicon", "find", word)
    assert result.exit_code == 0
    assert found in result.stdout
    assert re.match(r"\S+\.tsv:\d+  ", result.stdout)


def test_an_unknown_word_is_said_to_be_unknown(run: Run) -> None:
    result = run("lexicon", "find", "قصطنبلوخ")
    assert result.exit_code == 1
    assert "no row knows قصطنبلوخ" in result.stderr


# -- the command itself ----------------------------------------------------------------------------------


def test_the_schema_is_printed_as_it_is_shipped(run: Run) -> None:
    assert json.loads(run("schema").stdout)["$id"] == "urn:ahlaf:claims:1"


def test_the_version_is_the_packages(run: Run) -> None:
    assert run("--version").stdout == f"ahlaf {ahlaf.__version__}\n"


def test_help_imports_nothing_heavy() -> None:
    """So that it answers at once; ``bench/speed.py`` takes the time."""
    code = (
        "import sys; from ahlaf.cli import main\n"
        "heavy = ('rich', 'trafilatura', 'numpy', 'sqlalchemy', 'openai', 'httpx', 'pydantic', 'docx')\n"
        "try: main(['--help'])\n"
        "except SystemExit: print([m for m in sys.modules if m.split('.')[0] in heavy or m.startswith('ahlaf.coding')])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.endswith("[]\n")


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_reader_that_goes_away_leaves_no_traceback(tmp_path: Path) -> None:
    with subprocess.Popen([*COMMAND, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        message = process.stderr.read()
    assert not message
    assert process.returncode == 141, "as a shell shows it of head's neighbours"
    for n in range(100):
        (tmp_path / f"{n}.txt").write_text(f"{TEXT} وهذا خبر رقم {n}.", encoding="utf-8")
    with subprocess.Popen([*COMMAND, "read", str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        message = process.stderr.read()
    assert b"Traceback" not in message
    assert process.returncode == 141, "it noticed: what was to come had no reader; 1 would say that a text could not be read"


@pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX")
def test_on_a_terminal_arabic_is_isolated_and_a_bar_shows_only_beside_a_file(tmp_path: Path, warm_command: Path) -> None:
    import pty

    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")

    def on_terminal(*args: object) -> str:
        ours, theirs = pty.openpty()
        environment = {**os.environ, "TERM": "xterm", "COLUMNS": "90"}
        command = [str(warm_command / "ahlaf"), *map(str, args)]
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=environment)
        os.close(theirs)
        seen = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            seen += piece
        os.close(ours)
        assert process.wait() == 0
        return seen.decode()

    table = on_terminal("read", tmp_path)
    assert "\u2068" in table
    assert table.count("\u2068") == table.count("\u2069")
    assert "reading" not in table
    assert "reading" in on_terminal("read", tmp_path, "-o", tmp_path / "out.jsonl", "--format", "jsonl")
