"""Why a claim was made, as a user is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from said import TEXT, Run

import ahlaf
from ahlaf.store import Project


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


@pytest.fixture
def study(run: Run, article: Path, tmp_path: Path) -> Path:
    path = tmp_path / "study.ahlaf"
    for words in (("new", path), ("add", path, article), ("code", path, "--workers", "1")):
        assert run(*words).exit_code == 0
    return path


def test_a_claim_of_a_project_is_explained_under_its_own_number(run: Run, study: Path, tmp_path: Path) -> None:
    """It was refused: a project is "a database, not text"."""
    second = tmp_path / "second.jsonl"
    second.write_text(json.dumps({"id": "b", "title": "خبر ثان", "text": "وقصفت كندا كينيا."}), encoding="utf-8")
    run("add", study, second)
    run("code", study, "--workers", "1")
    number = len(ahlaf.read(TEXT).claims) + 1
    result = run("explain", study, "--claim", number)
    assert result.exit_code == 0
    for part in (f"Claim {number} of خبر ثان", "كندا  ASSAULT −  كينيا", "The rows of the lexicon", "the same claim comes out"):
        assert part in result.stdout
    assert "Claim 1 of document 1\n" in run("explain", study, "--claim", "1").stdout
    assert "الادعاء 1 في الوثيقة 1\n" in run("explain", study, "--claim", "1", "--language", "ar").stdout


def test_what_the_rule_book_of_today_does_not_find_is_told_with_its_reasons(run: Run, study: Path) -> None:
    result = run("explain", study, "--claim", "1", "--threshold", "1")
    assert result.exit_code == 1
    assert "The rows of the lexicon" in result.stdout
    assert "does NOT come out again" in result.stdout


def test_a_claim_that_a_person_added_rests_on_the_person(run: Run, study: Path) -> None:
    with Project.open(study) as project:
        _, number = project.say(1, {"relation": "OPPOSE", "source_span": "0:3", "target_span": "4:10"}, "anna", "seen")
    result = run("explain", study, "--claim", number, "--language", "ar")
    assert f"الادعاء {number} أضافه anna" in result.stdout
    assert result.stdout.rstrip().endswith(": seen")


def test_claims_of_a_project_are_not_asked_for_by_document(run: Run, study: Path) -> None:
    assert "leave --document out" in run("explain", study, "--claim", "1", "--document", "1").stderr
    gone = run("explain", study, "--claim", "999", "--language", "ar")
    assert gone.exit_code == 1
    assert "لا ادعاء برقم 999" in gone.stderr
