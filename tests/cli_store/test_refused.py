"""What the commands refuse, in one clear line that says what there is instead."""

from __future__ import annotations

import os

import pytest
from commanding import records, run


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


def test_errors_are_one_clear_line(study: str) -> None:
    assert run("new", study, code=1).stderr.startswith("error: study.ahlaf: is there already")
    assert "make one with `ahlaf new`" in run("claims", "none.ahlaf", code=1).stderr
    assert "no project of Ahlaf" in run("claims", "texts/a.txt", code=1).stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("claims", "{}", "--relation", "foo"), "خطأ: لا علاقة باسم FOO. العلاقات: AGREE,"),
        (("claims", "none.ahlaf"), "خطأ: none.ahlaf: لا مشروع بهذا الاسم. تحقّق من الاسم والمكان، أو أنشئه بالأمر `ahlaf new`."),
        (("review", "{}", "--claim", "999", "--confirm"), "خطأ: study.ahlaf: لا ادعاء برقم 999. يعرض الأمر `ahlaf claims`"),
        (("undo", "{}", "999"), "خطأ: study.ahlaf: لا قرار برقم 999."),
        (("actors", "rename", "{}", "المريخ", "x"), "خطأ: study.ahlaf: لا فاعل بهذا الاسم: المريخ."),
        (("map", "{}", "--actor", "ركيا"), "خطأ: لا فاعل هنا بهذا الاسم: ركيا. لعلك تعني: تركيا أو روسيا."),
        (("whatif", "{}", "--add", "تركيا تحب العراق"), "خطأ: لم يُفهم تركيا تحب العراق. اكتب فاعلًا ثم علاقة ثم فاعلًا،"),
    ],
)  # fmt: skip
def test_what_is_refused_is_told_in_arabic(study: str, words: tuple[str, ...], says: str) -> None:
    told = run(*(w.replace("{}", study) for w in words), "--language", "ar", code=1).stderr
    assert told.startswith(says)
    assert told.count("\n") == 1


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


def test_a_project_that_may_only_be_read_says_so_in_the_language_asked_for(study: str, monkeypatch: pytest.MonkeyPatch) -> None:
    may = os.access
    monkeypatch.setattr(os, "access", lambda found, mode: mode != os.W_OK and may(found, mode))
    assert run("status", study).stderr == "study.ahlaf may not be written to: it is open for reading alone\n"
    assert "للقراءة وحدها" in run("documents", study, "--language", "ar").stderr
    assert run("map", study, "--format", "csv", "--language", "en").stderr.startswith("study.ahlaf may not be written to")
    assert "copy it" in run("add", study, "texts", code=1).stderr
