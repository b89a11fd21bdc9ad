"""A model codes a project: who coded what, what waits, and what people decided before."""

from __future__ import annotations

import json
from typing import Any

from loopback import Ask, Reply, Server, claims, serving, words
from modelling import AID, COERCE, articles, asking, run

from ahlaf.store import Project


def study(*names: str) -> str:
    run("new", "study.ahlaf")
    run("add", "study.ahlaf", *names)
    return "study.ahlaf"


def records(*words: object) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(*words, "--json").stdout.splitlines()]


def test_a_project_keeps_coder_model_and_digest(server: Server) -> None:
    name = study("a.txt")
    found = run("code", name, *asking(server))
    assert "1 of 1 coded: 2 claims" in found.stderr
    assert "refused: document 1: the quotation does not stand" in found.stderr
    (one, _) = records("claims", name)
    assert (one["coder"], one["version"].split()[-1], one["rule"]) == ("llm", "m", "llm:m")
    (counts,) = records("status", name)
    assert [(c["coder"], c["digest"], c["documents"]) for c in counts["coders"]] == [("llm", one["rule_book"], 1)]
    assert "prompt and rule book" in run("status", name).stdout
    assert "0 of 0 coded" in run("code", name, *asking(server)).stderr
    assert len(server.asked) == 1
    assert "--workers is for the rule book" in run("code", name, *asking(server), "--workers", "2", code=2).stderr
    assert "--model is for a language model" in run("code", name, "--model", "m", code=2).stderr
    exported = json.loads(run("map", name, "--format", "json").stdout)
    assert exported


def test_a_dry_run_on_a_project_counts_what_waits(server: Server) -> None:
    name = study("a.txt", *articles(2))
    assert run("code", name, *asking(server), "--dry-run").stdout.startswith("3 documents, 3 questions")
    run("code", name, *asking(server), code=0)
    assert run("code", name, *asking(server), "--dry-run").stdout.startswith("0 documents, 0 questions")


def test_a_project_goes_on_where_a_budget_ended(server: Server) -> None:
    name = study(*articles(4))
    cost = ("--price-in", "1", "--price-out", "1", "--connections", "1")
    price = float(run("code", name, *asking(server), *cost, "--dry-run").stdout.rsplit("at most ", 1)[1]) / 4
    found = run("code", name, *asking(server), *cost, "--budget", price + 0.0013, code=3)
    assert "the budget of" in found.stderr
    done = len(server.asked)
    (counts,) = records("status", name)
    assert 0 < counts["coded"] == done < 4
    assert f"{done} of 4 coded" in found.stderr
    assert f"{4 - done} of {4 - done} coded" in run("code", name, *asking(server), *cost, "--budget", "1").stderr
    assert len(server.asked) == 4


def test_a_document_that_failed_waits_for_the_next_run() -> None:
    name = study(*articles(2))
    broken = [True]

    def speak(ask: Ask) -> Reply:
        bad = broken[0] and "رقم 1 " in ask.text
        return words("no JSON at all") if bad else claims(AID)

    with serving(speak) as server:
        found = run("code", name, *asking(server), code=1)
        assert "1 of 2 coded" in found.stderr
        assert "1 wait for another run" in found.stderr
        assert "error: document 2: the model m answered twice" in found.stderr
        broken[0] = False
        assert "1 of 1 coded" in run("code", name, *asking(server), "--ask-again").stderr


def test_what_coders_differ_on_comes_first_in_the_queue() -> None:
    name = study("a.txt")
    sure = COERCE | {"confidence": 0.99}
    with serving(claims(AID | {"confidence": 0.5}, sure)) as server:
        run("code", name, *asking(server, "both"))
        assert [(c["coders"], c["differs"]) for c in records("claims", name, "--differing")] == [("rules llm", "relation")]
        assert [c["relation"] for c in records("claims", name, "--agreed")] == ["AID"]
        assert "rules+llm, not relation" in run("claims", name).stdout
        with Project.open(name) as project:
            assert [c.relation for c in project.queue("anna")] == ["COERCE", "AID"], "not by credence: 0.99 is far from even odds"
            assert [c.coder.name for c in project.claims()] == ["both", "both"]
        shown = run("review", name, keys="q").stdout
        assert "found by rules+llm, not relation" in shown


def test_reviews_follow_their_claims_from_coder_to_coder() -> None:
    name = study("a.txt")
    run("code", name, "--workers", "1")
    (aid,) = records("claims", name, "--relation", "AID")
    run("review", name, "--claim", aid["id"], "--confirm")
    with serving(claims(AID | {"evidence": aid["evidence"]})) as server:
        for coder in ("llm", "both"):
            run("code", name, *asking(server, coder))
            (kept,) = records("claims", name, "--status", "confirmed")
            assert (kept["relation"], kept["source_id"], kept["coder"]) == ("AID", aid["source_id"], coder)
    run("code", name, "--workers", "1")
    assert {c["coder"] for c in records("claims", name)} == {"ahlaf"}
    assert "all is as it should be" in run("doctor", name).stderr
