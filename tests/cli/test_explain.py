"""Why a claim was made, as a user is told."""

from __future__ import annotations

import json
from pathlib import Path

from said import TEXT, Run

import ahlaf


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
