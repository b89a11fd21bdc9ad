"""A language model as a user meets it on the command line: what is sent, shown, refused, kept, paid, and how it ends.

A real server on loopback answers, well and badly; nothing else is asked.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

sys.path.insert(0, str(Path(__file__).parent / "coding" / "llm"))
from loopback import Ask, Reply, Server, annotated, claims, free_port, serving, status, words

from ahlaf.cli import main
from ahlaf.exchange import schema
from ahlaf.store import Project

ROOT = Path(__file__).parents[1]
SECRET = "sk-this-must-never-be-seen-0123456789"  # noqa: S105 - no key of anybody's
TEXT = "دعمت تركيا تنظيم داعش بالسلاح، وقصفت روسيا حلب."
AID = {"source": ["تركيا"], "target": ["تنظيم داعش"], "relation": "AID", "trigger": "دعمت", "evidence": "دعمت تركيا تنظيم داعش بالسلاح"}
COERCE = {"source": ["روسيا"], "target": ["حلب"], "relation": "COERCE", "trigger": "قصفت", "evidence": "وقصفت روسيا حلب"}
INVENTED = {"source": ["روسيا"], "target": ["قطر"], "relation": "OPPOSE", "trigger": "تعادي", "evidence": "تعادي روسيا دولة قطر"}
VALIDATOR = jsonschema.Draft202012Validator(schema.load())


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own, with a cache of one's own and no keys about."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("AHLAF_CODER", "anna")
    for name in ("AHLAF_LLM_KEY", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def server() -> Iterator[Server]:
    """One that reads the article well, but for a quotation that it invents and a relation that it misjudges."""
    with serving(claims(AID, INVENTED, COERCE)) as found:
        yield found


def run(*words: object, code: int = 0, keys: str | None = None) -> Result:
    found = CliRunner().invoke(main, [str(w) for w in words], input=keys)
    assert found.exit_code == code, found.output + found.stderr + repr(found.exception)
    return found


def asking(server: Server, coder: str = "llm") -> tuple[str, ...]:
    return ("--coder", coder, "--model", "m", "--endpoint", server.url)


def articles(count: int) -> list[str]:
    names = [f"doc{n}.txt" for n in range(count)]
    for n, name in enumerate(names):
        Path(name).write_text(f"{TEXT} وهذا هو المقال رقم {n} من المقالات.", encoding="utf-8")
    return names


# -- read ------------------------------------------------------------------------------------------------


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


# -- both ------------------------------------------------------------------------------------------------


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


# -- the key ---------------------------------------------------------------------------------------------


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


# -- projects --------------------------------------------------------------------------------------------


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


# -- why -------------------------------------------------------------------------------------------------


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


# -- bench -----------------------------------------------------------------------------------------------


def test_a_model_that_answers_as_annotators_do_scores_as_they_do() -> None:
    path = ROOT / "examples" / "gold.jsonl"
    gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    with serving(annotated(gold)) as server:
        found = run("bench", "quality", path, *asking(server), "--json", "--refused", "refused.jsonl")
    figures = {f["key"]: f["value"] for f in map(json.loads, found.stdout.splitlines())}
    assert figures["gold.signed_edge"] >= 0.99
    assert figures["gold.typed_edge"] >= 0.99


def test_one_table_for_every_coder(server: Server) -> None:
    line = {"id": "a", "text": TEXT, "claims": [{**AID, "sign": 1, "polarity": "affirmed", "modality": "asserted", "voice": "author"}]}
    Path("gold.jsonl").write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")
    rules = run("bench", "quality", "gold.jsonl").stdout.splitlines()
    model = run("bench", "quality", "gold.jsonl", *asking(server)).stdout.splitlines()
    assert rules[0].split() == ["on", "figure", "measured"]
    assert [row[:54] for row in rules] == [row[:54] for row in model]
    markdown = run("bench", "quality", "gold.jsonl", "--markdown").stdout
    assert markdown.startswith("| on | figure | measured |\n|---|---|---|\n| `gold` | signed-edge")
    assert run("bench", "quality", "gold.jsonl", *asking(server), "--dry-run").stdout.startswith("1 documents, 0 questions")


def test_a_gold_file_that_is_none_and_a_document_that_fails_are_told() -> None:
    Path("gold.jsonl").write_text('{"id": "a"}\n', encoding="utf-8")
    assert "gold.jsonl:1: is no gold line" in run("bench", "quality", "gold.jsonl", code=1).stderr
    line = {"id": "a", "text": TEXT, "claims": []}
    Path("gold.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    with serving(words("no JSON")) as server:
        found = run("bench", "quality", "gold.jsonl", *asking(server), code=1)
    assert "1 of 1 could not be coded" in found.stderr




# -- the page of the docs --------------------------------------------------------------------------------


def test_the_guide(tmp_path: Path) -> None:
    """Every command of docs/llm.md that is Ahlaf's runs, in its order, with a server here in the place of the page's."""
    page = (ROOT / "docs" / "llm.md").read_text(encoding="utf-8")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    blocks = re.findall(r"```console\n(.*?)```", page, re.DOTALL)
    commands = [line.removeprefix("$ ahlaf ") for block in blocks for line in block.splitlines() if line.startswith("$ ahlaf ")]
    assert len(commands) >= 10
    gold = [json.loads(line) for line in (ROOT / "examples" / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    with serving(annotated(gold)) as server:
        for command in commands:
            run(*(server.url if word.startswith("http://localhost") else word for word in shlex.split(command)))
    assert server.asked


def test_every_option_of_a_model_is_told_in_the_guide() -> None:
    page = (ROOT / "docs" / "llm.md").read_text(encoding="utf-8")
    options = [option for p in main.commands["bench"].commands["quality"].params for option in p.opts if option.startswith("--")]  # type: ignore[attr-defined]
    assert [o for o in options if o not in page and o not in ("--lexicon", "--threshold")] == []
