"""Decisions on claims and actors: by number, by key, and undone."""

from __future__ import annotations

import re

from commanding import records, run


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
    assert re.search(r"^1 .* add +2 documents$", run("status", study, "--journal", "50").stdout, re.MULTILINE)
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
    assert "left out now: 2 documents with 4 claims" in told
    assert records("claims", study) == []
    (again,) = re.findall(r"ahlaf undo study.ahlaf (\d+)", told)
    assert "brought back: 2 documents with 4 claims" in run("undo", study, again).stderr
    assert len(records("claims", study)) == 4


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
