"""What a model reads, alone or beside the rules: shown, refused, explained, priced."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from loopback import Ask, Reply, Server, claims, free_port, serving, status, words
from modelling import AID, COERCE, INVENTED, VALIDATOR, articles, asking, run


def test_claims_come_out_and_inventions_are_refused_with_the_reason(server: Server) -> None:
    found = run("read", "a.txt", *asking(server), "--format", "jsonl")
    record = json.loads(found.stdout)
    VALIDATOR.validate(record)
    assert [(c["relation"], c["evidence"]) for c in record["claims"]] == [("AID", AID["evidence"]), ("COERCE", COERCE["evidence"])]
    assert {c["rule"] for c in record["claims"]} == {"llm:m"}
    assert record["notes"]["refused"] == "1"
    assert f"refused: a: the quotation does not stand in the text: {INVENTED['evidence']}" in found.stderr
    assert "1 refused: 1 evidence" in found.stderr
    assert "1 asked, 0 from the cache; 1000 tokens in, 200 out" in found.stderr
    again = run("read", "a.txt", *asking(server), "--format", "jsonl")
    assert json.loads(again.stdout)["claims"] == record["claims"]
    assert "0 asked, 1 from the cache" in again.stderr
    assert len(server.asked) == 1


def test_what_was_refused_goes_to_a_file(server: Server) -> None:
    found = run("read", "a.txt", *asking(server), "--refused", "refused.jsonl")
    assert "refused: a" not in found.stderr
    (record,) = [json.loads(line) for line in Path("refused.jsonl").read_text(encoding="utf-8").splitlines()]
    assert record == {
        "document": "a",
        "kind": "evidence",
        "says": "the quotation does not stand in the text",
        "given": INVENTED["evidence"],
        "whole": True,
    }
    assert "can't be written" in run("read", "a.txt", *asking(server), "--refused", "none/refused.jsonl", code=1).stderr


def test_a_document_of_which_all_was_refused_is_no_success() -> None:
    with serving(claims(INVENTED)) as server:
        found = run("read", "a.txt", *asking(server), code=1)
    assert "error: a: all that the model said of it was refused" in found.stderr


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--model", "m"], "--model is for a language model"),
        (["--budget", "1"], "--budget is for a language model"),
        (["--dry-run"], "--dry-run is for a language model"),
        (["--coder", "llm", "--endpoint", "http://127.0.0.1:1/v1"], "needs --model"),
        (["--coder", "llm", "--model", "m"], "needs --endpoint"),
        (["--coder", "both", "--model", "m", "--endpoint", "localhost"], "the endpoint is no address"),
        (["--coder", "llm", "--model", "m", "--endpoint", "http://anna:secret@127.0.0.1/v1"], "put the key into the environment"),
        (["--coder", "llm", "--model", "m", "--endpoint", "http://127.0.0.1:1/v1", "--budget", "1"], "a budget needs prices"),
        (["--coder", "llm", "--model", "m", "--endpoint", "http://127.0.0.1:1/v1", "--threshold", "0.5"], "--threshold is for"),
        (["--coder", "gpt"], "is not one of"),
    ],
    ids=str,
)
def test_options_that_do_not_go_together_are_told(options: list[str], says: str) -> None:
    assert says in run("read", "a.txt", *options, code=2).stderr


def test_a_dry_run_asks_nothing_and_tells_the_price(server: Server) -> None:
    found = run("read", "a.txt", *asking(server), "--dry-run", "--price-in", "2", "--price-out", "8")
    assert found.stdout.startswith("1 documents, 1 questions to be asked, 0 answers there already\nabout ")
    assert ", at most 0.0" in found.stdout
    assert server.asked == []
    run("read", "a.txt", *asking(server))
    told = run("read", "a.txt", "--coder", "llm", "--model", "m", "--dry-run").stdout
    assert told.startswith("1 documents, 0 questions to be asked, 1 answers there already")
    assert "could not" not in told
    run("read", "a.txt", "none.txt", *asking(server), "--dry-run", code=1)


def test_a_budget_ends_the_run_and_the_next_goes_on() -> None:
    names = articles(4)
    cost = ("--price-in", "1", "--price-out", "1", "--connections", "1")
    with serving(claims(AID)) as server:
        options = (*asking(server), *cost, "--format", "json")
        price = float(run("read", names[0], *options, "--dry-run").stdout.rsplit("at most ", 1)[1])
        found = run("read", *names, *options, "--budget", price + 0.0013, code=3)
        assert "the budget of" in found.stderr
        assert "run it again" in found.stderr
        done = len(server.asked)
        assert 0 < done < 4
        assert len(json.loads(found.stdout)) == done, "what was read is written whole"
        assert len(json.loads(run("read", *names, *options, "--budget", "1").stdout)) == 4
        assert len(server.asked) == 4, "no answer is paid twice"


def test_a_file_appears_only_when_it_is_whole() -> None:
    names = articles(3)
    with serving(claims(AID)) as server:
        run("read", *names, *asking(server), "--price-in", "1", "--price-out", "1", "--budget", "0.0001", "-o", "out.jsonl", code=3)
    assert not Path("out.jsonl").exists()


def test_one_document_without_a_usable_answer_does_not_stop_the_others() -> None:
    names = articles(3)

    def speak(ask: Ask) -> Reply:
        return words("I am sorry, I can't help with that.") if "رقم 1 " in json.dumps(ask.body, ensure_ascii=False) else claims(AID)

    with serving(speak) as server:
        found = run("read", *names, *asking(server), "--format", "jsonl", code=1)
    assert [json.loads(line)["id"] for line in found.stdout.splitlines()] == ["doc0", "doc2"]
    assert "error: doc1.txt: the model m answered twice" in found.stderr
    assert "1 of 3 could not be read" in found.stderr


def test_a_server_that_is_away_or_refuses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ahlaf.coding.llm.client._LONGEST_PAUSE", 0.01)
    found = run("read", "a.txt", "--coder", "llm", "--model", "m", "--endpoint", f"http://127.0.0.1:{free_port()}/v1", code=1)
    assert found.stderr.startswith("error: ")
    assert "127.0.0.1" in found.stderr
    with serving(status(404, "model 'm' not found")) as server:
        assert "m" in run("read", "a.txt", *asking(server), code=1).stderr


def test_without_the_extra_the_remedy_is_named(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openai", None)
    assert "pip install openai" in run("read", "a.txt", *asking(server), code=1).stderr
    assert server.asked == []


def test_both_say_who_found_what(server: Server) -> None:
    record = json.loads(run("read", "a.txt", *asking(server, "both"), "--format", "jsonl").stdout)
    VALIDATOR.validate(record)
    told = [(c["relation"], c["coders"], c["differs"]) for c in record["claims"]]
    assert told == [("AID", ["rules", "llm"], []), ("COERCE", ["rules", "llm"], ["relation"])]
    table = run("read", "a.txt", *asking(server, "both")).stdout
    assert "found by" in table
    assert "rules+llm, not relation" in table
    assert "found by" not in run("read", "a.txt").stdout
    rows = run("read", "a.txt", *asking(server, "both"), "--format", "csv").stdout.splitlines()
    assert '"rules llm","relation"' in rows[2]


def test_why_is_told_from_the_kept_answers_without_a_server(server: Server) -> None:
    run("read", "a.txt", *asking(server))
    count = len(server.asked)
    found = run("explain", "a.txt", "--claim", "1", "--coder", "llm", "--model", "m").stdout
    assert "llm:m, asked with the prompt " in found
    assert "the evidence stands so in the text: " + AID["evidence"] in found  # type: ignore[operator]
    assert "actors/states.tsv:" in found
    assert "no server asked: the same claim comes out" in found
    both = run("explain", "a.txt", "--claim", "2", "--coder", "both", "--model", "m").stdout
    assert "found by rules and llm, who differ in relation" in both
    assert "the rules read its relation as ASSAULT" in both
    assert len(server.asked) == count
    gone = run("explain", "a.txt", "--claim", "1", "--coder", "llm", "--model", "other", code=1).stderr
    assert "read it first: `ahlaf read --coder llm`" in gone
    assert "no claim 9" in run("explain", "a.txt", "--claim", "9", "--coder", "llm", "--model", "m", code=1).stderr
