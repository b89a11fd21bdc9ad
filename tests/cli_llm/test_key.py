"""A key goes to the server that it is for, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result
from loopback import Server, claims, serving, status
from modelling import AID, INVENTED, TEXT, asking, run

SECRET = "sk-this-must-never-be-seen-0123456789"  # noqa: S105 - no key of anybody's


@pytest.mark.parametrize("variable", ["AHLAF_LLM_KEY", "MY_OWN"])
def test_the_key_goes_to_the_server_and_nowhere_else(variable: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, SECRET)
    more = () if variable == "AHLAF_LLM_KEY" else ("--key-env", variable)
    seen: list[str] = []
    with serving(claims(AID, INVENTED)) as server:
        seen += _told(run("read", "a.txt", *asking(server, "both"), *more, "--refused", "refused.jsonl"))
        run("new", "study.ahlaf")
        run("add", "study.ahlaf", "a.txt")
        seen += _told(run("code", "study.ahlaf", *asking(server), *more))
        seen += _told(run("status", "study.ahlaf"))
    assert {a.headers["authorization"] for a in server.asked} == {f"Bearer {SECRET}"}
    with serving(status(401, f"Incorrect API key provided: {SECRET}.")) as server:
        Path("b.txt").write_text(TEXT + " كذا.", encoding="utf-8")
        seen += _told(run("read", "b.txt", *asking(server), *more, code=1))
    assert not [line for line in seen if SECRET in line]
    files = [p for p in desk.rglob("*") if p.is_file()]
    assert len(files) > 4
    assert not [p for p in files if SECRET.encode() in p.read_bytes()]


def test_a_key_for_one_server_does_not_wander_to_another(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", SECRET)
    run("read", "a.txt", *asking(server))
    assert SECRET not in server.asked[0].headers["authorization"]
    assert "MY_OWN" in run("read", "a.txt", *asking(server), "--ask-again", "--key-env", "MY_OWN", "--cache", "other", code=1).stderr


def _told(found: Result) -> list[str]:
    return [*found.stdout.splitlines(), *found.stderr.splitlines()]
