"""Which language the commands speak to people, and that programs are told the same in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from ahlaf.cli import main

TEXT = "قال الوزير إن تركيا دعمت تنظيم داعش، وقصفت روسيا حلب. ولم تساعد قطر العراق."
SPOKEN = ("AHLAF_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    for name, made in group.commands.items():
        if isinstance(made, click.Group):
            yield from commands(made, (*path, name))
        else:
            yield " ".join((*path, name)), made


def run(*words: object, code: int = 0, **env: str) -> tuple[str, str]:
    done = CliRunner().invoke(main, [str(w) for w in words], env=dict.fromkeys(SPOKEN, None) | env, catch_exceptions=False)
    assert done.exit_code == code, done.output
    return done.stdout, done.stderr


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("language") / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def study(article: Path) -> Path:
    path = article.with_name("study.ahlaf")
    run("new", path)
    run("add", path, article, "--as", "anna")
    run("code", path, "--workers", 1)
    run("review", path, "--claim", 1, "--confirm", "--as", "anna", "--note", "so")
    return path


@pytest.mark.parametrize(
    ("env", "given", "speaks"),
    [
        ({}, (), "en"),
        ({"LC_ALL": "C"}, (), "en"),
        ({"LANG": "ar_EG.UTF-8"}, (), "ar"),
        ({"LANG": "ar"}, (), "ar"),
        ({"LANG": "arn_CL.UTF-8"}, (), "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "ar_SA.UTF-8"}, (), "ar"),
        ({"LANG": "ar_SA.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, (), "en"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "ar:en"}, (), "ar"),
        ({"LANG": "ar_SA.UTF-8", "AHLAF_LANGUAGE": "en"}, (), "en"),
        ({"AHLAF_LANGUAGE": "ar"}, (), "ar"),
        ({"AHLAF_LANGUAGE": "ar"}, ("--language", "en"), "en"),
    ],
)
def test_the_language_is_the_one_asked_for_or_the_users_own(
    article: Path, env: dict[str, str], given: tuple[str, ...], speaks: str
) -> None:
    out, _ = run("read", article, *given, **env)
    assert ("صيغة القول" in out, "modality" in out) == (speaks == "ar", speaks == "en")


@pytest.mark.parametrize(
    ("env", "speaks"), [({}, "ar"), ({"LANG": "en_US.UTF-8"}, "ar"), ({"LANG": "ar_EG.UTF-8"}, "ar"), ({"AHLAF_LANGUAGE": "en"}, "en")]
)
def test_the_network_speaks_arabic_unless_told_otherwise(article: Path, env: dict[str, str], speaks: str) -> None:
    out, _ = run("map", article, **env)
    assert ("الوزن" in out, "weight" in out) == (speaks == "ar", speaks == "en")


def test_a_language_that_is_not_spoken_is_refused(article: Path) -> None:
    _, told = run("read", article, code=2, AHLAF_LANGUAGE="fr")
    assert "AHLAF_LANGUAGE" in told
    assert "'fr' is not one of ar (Arabic), en (English)" in told
    _, told = run("read", article, "--language", "fr", code=2)
    assert "AHLAF_LANGUAGE" not in told


def test_every_command_that_tells_people_something_can_do_so_in_arabic() -> None:
    for_programs_or_linguists = {"schema", "lexicon check", "lexicon find", "bench quality"}
    without = {name for name, made in commands(main) if "language" not in {p.name for p in made.params}}
    assert without == for_programs_or_linguists


@pytest.mark.parametrize(
    "words",
    [
        ("read", "ARTICLE", "--summary"),
        ("explain", "ARTICLE", "--claim", "1"),
        ("claims", "STUDY"),
        ("claims", "STUDY", "--limit", "1"),
        ("documents", "STUDY"),
        ("documents", "STUDY", "--removed"),
        ("status", "STUDY"),
        ("status", "STUDY", "--journal", "5"),
        ("status", "STUDY", "--set-aside"),
        ("review", "STUDY", "--orphans"),
        ("actors", "list", "STUDY"),
        ("actors", "candidates", "STUDY"),
        ("map", "ARTICLE"),
        ("tensions", "ARTICLE"),
        ("blocs", "ARTICLE", "--resamples", "0"),
        ("whatif", "ARTICLE", "--add", "تركيا ALLY قطر"),
    ],
    ids=" ".join,
)
def test_in_arabic_no_english_word_is_left(article: Path, study: Path, words: tuple[str, ...]) -> None:
    """But for what is a code or a name: ids, digests, rows of the rule book, files, options between backticks."""
    put = {"ARTICLE": str(article), "STUDY": str(study)}
    out, told = run(*(put.get(w, w) for w in words), "--language", "ar")
    said = re.sub(r"`[^`]*`|\S*(/|text:|\.tsv|_id|@)\S*|[0-9a-f]{8,}", "", f"{out}\n{told}")
    codes = r"article|anna|so|study|ahlaf|daesh|aleppo|txt|TUR|RUS|QAT|IRQ|SYR|IMG|GOV|MIL|REB|UNK|AID|ASSAULT|SUPPORT"
    english = [word for word in re.findall(r"[A-Za-z]{3,}", said) if not re.fullmatch(codes, word)]
    if words[0] == "explain":  # the rows speak as the rule book has them, reasons as they were recorded
        titles = [line for line in out.splitlines() if line and not line.startswith(" ")]
        english = re.findall(r"\b(?!article)[A-Za-z]{3,}", "\n".join(titles))
    assert not english


@pytest.mark.parametrize(
    "words",
    [
        ("read", "ARTICLE", "--format", "jsonl"),
        ("read", "ARTICLE", "--format", "csv"),
        ("claims", "STUDY", "--format", "csv"),
        ("claims", "STUDY", "--json"),
        ("documents", "STUDY", "--format", "csv"),
        ("status", "STUDY", "--json"),
        ("actors", "list", "STUDY", "--json"),
    ],
    ids=" ".join,
)
def test_programs_are_told_the_same_in_every_language(article: Path, study: Path, words: tuple[str, ...]) -> None:
    put = {"ARTICLE": str(article), "STUDY": str(study)}
    arabic, english = (run(*(put.get(w, w) for w in words), "--language", language)[0] for language in ("ar", "en"))
    assert arabic == english


def test_a_claim_is_reviewed_in_arabic(study: Path) -> None:
    done = CliRunner().invoke(main, ["review", str(study), "--as", "omar", "--language", "ar"], input="غض")
    assert "مؤكَّد" in done.stdout
    assert "بحسب" in done.stdout


def test_two_of_a_thing_are_told_as_the_preposition_asks(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("هاجمت كندا كينيا.", encoding="utf-8")
    out, _ = run("read", str(article), str(other), "--language", "ar", "--summary")
    assert "في وثيقتين" in out


def test_why_something_could_not_be_read_is_told_in_arabic(tmp_path: Path) -> None:
    empty, foreign, broken = tmp_path / "empty.txt", tmp_path / "foreign.txt", tmp_path / "broken.txt"
    empty.write_text(" ", encoding="utf-8")
    foreign.write_text("Only English here, and quite a lot of it.", encoding="utf-8")
    broken.write_bytes(TEXT.encode() + b"\xff")
    _, told = run("read", empty, foreign, broken, tmp_path / "gone.txt", "--language", "ar", code=1)
    assert f"خطأ: {empty}: فارغ. لا شيء فيه يُقرأ." in told
    assert f"خطأ: {foreign}: لا نص عربيًا فيه. لا يقرأ أحلاف إلا العربية." in told
    assert f"تنبيه: {broken}: في ترميز UTF-8 موضع مكسور واحد، وضع مكانه U+FFFD." in told
    assert f"خطأ: {tmp_path / 'gone.txt'}: لا ملف ولا مجلد بهذا الاسم." in told
    assert not re.search(r"error|note", told)


def test_what_is_set_aside_is_told_in_arabic(tmp_path: Path) -> None:
    empty, project = tmp_path / "empty.txt", tmp_path / "p.ahlaf"
    empty.write_text(" ", encoding="utf-8")
    run("new", project)
    assert f"{empty}: فارغ. لا شيء فيه يُقرأ." in run("add", project, empty, "--language", "ar", code=1)[1]
    assert "فارغ. لا شيء فيه يُقرأ." in run("status", project, "--set-aside", "--language", "ar")[0]
    assert "is empty (nothing to read in it)" in run("status", project, "--set-aside")[0]


def test_a_network_command_complains_in_arabic_only_where_it_was_asked_to(tmp_path: Path) -> None:
    """Names come in Arabic unless told otherwise; an error does not."""
    empty = tmp_path / "empty.txt"
    empty.write_text(" ", encoding="utf-8")
    assert "empty.txt: is empty" in run("map", empty, code=1)[1]
    assert "empty.txt: فارغ." in run("map", empty, "--language", "ar", code=1)[1]


def test_why_a_claim_is_scored_so_is_told_in_arabic(article: Path) -> None:
    told = run("explain", article, "--claim", 1, "--language", "ar")[0]
    assert "إلى: " in told
    assert not re.search(r"where the|stands to", told)
    assert "behind the trigger" in run("explain", article, "--claim", 1)[0]


def test_what_a_report_holds_is_told_in_the_language_asked_for(study: Path, tmp_path: Path) -> None:
    report = tmp_path / "r.html"
    assert f"{report}: الادعاءات 3 من 3، والتناقضات 0 من 0" in run("report", study, "-o", report, "--language", "ar")[1]
    assert f"{report}: 3 of 3 claims, 0 of 0 tensions" in run("report", study, "-o", report)[1]
