"""A real server that answers well and in every bad way: what is kept, what is refused, what is asked again."""

from __future__ import annotations

import gzip
import json
import logging
import threading
import time
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path
from typing import Any

import pytest
from loopback import Ask, Make, Reply, claims, completion, free_port, listed, raw, serving, status, words

from ahlaf.coding.coders import Coding, Failed
from ahlaf.coding.llm.answers import FILE
from ahlaf.errors import BudgetSpent, CoderError, CoderSettings, CoderStopped, NoAnswer, ServerRefuses
from ahlaf.model import Document

TEXT = "دعمت تركيا تنظيم داعش بالسلاح."
AID = {"evidence": "دعمت تركيا تنظيم داعش", "trigger": "دعمت", "relation": "AID", "source": ["تركيا"], "target": ["تنظيم داعش"]}
GOOD = claims(AID)


def then(*replies: Reply) -> Callable[[Ask], Reply]:
    """These answers, one after the other, the last for ever."""
    return lambda ask: replies[min(ask.number, len(replies) - 1)]


def stands(coding: Coding) -> None:
    """Every piece of every claim is the document's own words."""
    text = coding.reading.document.text
    for claim in coding.reading.claims:
        assert claim.trigger.of(text)
        assert claim.evidence.of(text)
        for end in (claim.source, claim.target, *claim.voice):
            assert end is None or all(name in text for name in end.names)


@pytest.mark.parametrize(
    ("bad", "asked"),
    [
        ((), 1),
        ((status(429),), 2),
        ((status(429), status(429), status(500), status(503)), 5),
        ((status(408), status(502)), 3),
        ((raw(b"<html>Bad gateway</html>"),), 2),
        ((raw(completion(listed(AID))[:100]),), 2),
        ((raw(completion(listed(AID)), cut=60),), 2),
        ((raw(b'{"choices": []}'),), 2),
        ((raw(b"null"),), 2),
        ((raw(b"[" * 200_000),), 2),
        ((raw(b'{"error": {"code": 502, "message": "upstream"}}'),), 2),
        ((words("The text says that Turkey supported Daesh."),), 2),
        ((words("{broken"),), 2),
        ((words(""),), 2),
    ],
    ids=[
        "well",
        "429",
        "429 and 500",
        "408 and 502",
        "a page",
        "half JSON",
        "half a line",
        "no choice",
        "null",
        "deep JSON",
        "error in a good answer",
        "English",
        "broken claims",
        "nothing",
    ],
)
def test_a_good_answer_is_had_in_the_end(bad: tuple[Reply, ...], asked: int, model: Make) -> None:
    with serving(then(*bad, GOOD)) as server:
        coding = model(server.url).code(Document(TEXT, id="d"))
    assert len(server.asked) == asked
    assert [c.relation for c in coding.reading.claims] == ["AID"]
    assert not coding.refused
    stands(coding)


@pytest.mark.parametrize(
    ("reply", "error", "says", "most"),
    [
        (status(500), NoAnswer, "after 6 attempts", 6),
        (status(429), NoAnswer, "429", 6),
        (raw(completion(listed(AID)), cut=60), NoAnswer, "line broke", 3),
        (raw(b"<html></html>"), NoAnswer, "no JSON", 3),
        (status(401, "Incorrect API key"), ServerRefuses, "AHLAF_LLM_KEY", 1),
        (status(403), ServerRefuses, "key", 1),
        (status(402), ServerRefuses, "paid", 1),
        (status(404, "model not found"), ServerRefuses, "test-model", 1),
        (status(429, code="insufficient_quota"), ServerRefuses, "paid", 1),
        (status(302, headers={"Location": "http://127.0.0.1:1/"}), ServerRefuses, "another address", 1),
        (status(400, "not allowed"), NoAnswer, "not allowed", 3),
        (status(418), NoAnswer, "418", 1),
        (status(400, "maximum context length"), NoAnswer, "context", 1),
        (words("I am sorry, as a model I can't."), NoAnswer, "answered twice", 2),
        (words("[]]]"), NoAnswer, "answered twice", 2),
    ],
)
def test_where_no_answer_can_be_had_it_is_said_why(reply: Reply, error: type[CoderError], says: str, most: int, model: Make) -> None:
    with serving(reply) as server, pytest.raises(error, match=says):
        model(server.url).code(Document(TEXT))
    assert len(server.asked) == most


def test_nobody_there(model: Make) -> None:
    with pytest.raises(ServerRefuses, match="is it running"):
        model(f"http://127.0.0.1:{free_port()}/v1", attempts=2).code(Document(TEXT))


def test_a_server_that_drips_is_given_up_in_time(model: Make) -> None:
    with serving(Reply(200, GOOD.body, drip=0.02)) as server:
        with pytest.raises(NoAnswer, match=r"takes longer than 0\.3 seconds"):
            model(server.url, timeout=0.3, attempts=1).code(Document(TEXT))
        assert len(server.asked) == 1


def test_a_packed_answer_is_not_unpacked(model: Make) -> None:
    packed = Reply(200, gzip.compress(GOOD.body), {"Content-Encoding": "gzip"})
    with serving(packed) as server, pytest.raises(NoAnswer, match="packed"):
        model(server.url).code(Document(TEXT))
    assert server.asked[0].headers["accept-encoding"] == "identity"


def test_a_server_that_says_nothing_is_given_up_in_time(model: Make) -> None:
    gone = threading.Event()
    with serving(Reply(200, GOOD.body, before=lambda: gone.wait(30))) as server:
        with pytest.raises(NoAnswer, match=r"takes longer than 0\.2 seconds"):
            model(server.url, timeout=0.2, attempts=2).code(Document(TEXT))
        gone.set()
    assert len(server.asked) == 2


def test_a_slow_server_is_waited_for(model: Make) -> None:
    with serving(Reply(200, GOOD.body, before=lambda: time.sleep(0.3))) as server:
        assert model(server.url).code(Document(TEXT)).reading.claims


def test_an_answer_without_end_is_not_swallowed(model: Make) -> None:
    with serving(raw(b'{"choices": "' + b"x" * 9_000_000)) as server, pytest.raises(NoAnswer, match="more than 8 MB"):
        model(server.url).code(Document(TEXT))


def test_after_five_failures_in_a_row_the_server_is_given_up(model: Make) -> None:
    documents = [Document(f"{TEXT} {n}", id=str(n)) for n in range(30)]
    with serving(status(500)) as server:
        done = model(server.url, attempts=1, connections=1).code_many(iter(documents))
        found: list[Any] = []
        with pytest.raises(ServerRefuses, match="one after the other"):
            found += done
    assert all(isinstance(f, Failed) for f in found)
    assert len(server.asked) < 10


def test_a_server_that_asks_to_be_left_alone_is_for_every_connection(model: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    real = threading.Event.wait

    def wait(self: threading.Event, timeout: float | None = None) -> bool:
        if timeout is not None and timeout > 5:
            pauses.append(timeout)
            timeout = 0.01
            monkeypatch.setattr(coder._server, "_not_before", 0.0)
        return real(self, timeout)

    coder = model("http://127.0.0.1:1/v1")
    with serving(then(status(429, headers={"Retry-After": "30"}), GOOD)) as server:
        coder = model(server.url)
        monkeypatch.setattr(threading.Event, "wait", wait)
        assert coder.code(Document(TEXT)).reading.claims
    assert pauses
    assert 25 < pauses[0] <= 30


@pytest.mark.parametrize(
    ("headers", "low", "high"),
    [
        ({}, 0, 0),
        ({"retry-after": "7"}, 7, 7),
        ({"retry-after": "1.5"}, 1.5, 1.5),
        ({"retry-after-ms": "2500"}, 2.5, 2.5),
        ({"retry-after": "99999999"}, 300, 300),
        ({"retry-after": "-5"}, 0, 0),
        ({"retry-after": "nan"}, 0, 0),
        ({"retry-after": "soon"}, 0, 0),
        ({"retry-after-ms": "nan"}, 0, 0),
        ({"retry-after": formatdate(time.time() + 7_000, usegmt=True)}, 300, 300),
        ({"retry-after": formatdate(0, usegmt=True)}, 0, 0),
    ],
)
def test_how_long_a_server_asks_to_be_left_alone(headers: dict[str, str], low: float, high: float) -> None:
    from ahlaf.coding.llm.client import _asked_for

    assert low <= _asked_for(headers) <= high


# -- dialects ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("refused", "modes"),
    [((), ["schema"]), (("schema",), ["schema", "tools"]), (("schema", "tools"), ["schema", "tools", "plain"])],
)
def test_a_server_is_asked_in_the_strictest_way_that_it_knows_and_that_is_remembered(
    refused: tuple[str, ...], modes: list[str], model: Make
) -> None:
    def speak(ask: Ask) -> Reply:
        return status(400, f"unsupported: {ask.mode}") if ask.mode in refused else GOOD

    with serving(speak) as server:
        coder = model(server.url)
        coder.code(Document(TEXT))
        assert coder.mode == modes[-1]
        coder.code(Document(TEXT + " ثم"))
    assert [a.mode for a in server.asked] == [*modes, modes[-1]]


def test_a_server_that_breaks_on_the_schema_is_asked_in_another_way(model: Make) -> None:
    with serving(lambda ask: status(500, "schema conversion failed") if ask.mode == "schema" else GOOD) as server:
        assert model(server.url).code(Document(TEXT)).reading.claims
    assert [a.mode for a in server.asked] == ["schema", "schema", "tools"]


@pytest.mark.parametrize(
    ("complaint", "without", "instead"),
    [
        ("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", "max_tokens", "max_completion_tokens"),
        ("'temperature' does not support 0 with this model", "temperature", ""),
    ],
)
def test_what_a_model_does_not_take_is_left_out(complaint: str, without: str, instead: str, model: Make) -> None:
    with serving(lambda ask: status(400, complaint) if without in ask.body else GOOD) as server:
        assert model(server.url).code(Document(TEXT)).reading.claims
    assert without not in server.asked[-1].body
    assert not instead or instead in server.asked[-1].body
    assert server.asked[-1].mode == "schema"


def test_one_text_that_a_server_refuses_changes_nothing_for_the_others(model: Make) -> None:
    def speak(ask: Ask) -> Reply:
        return status(400, "content policy") if "سر" in ask.text else GOOD

    with serving(speak) as server:
        coder = model(server.url, connections=1)
        found = list(coder.code_many([Document(TEXT), Document(TEXT + " سر"), Document(TEXT + " ثم")]))
        assert coder.mode == "schema"
    assert [type(f) for f in found] == [Coding, Failed, Coding]


def many(count: int) -> str:
    """A text in which the same is said so many times, in sentences that differ."""
    return " ".join(f"في اليوم {n} {TEXT}" for n in range(count))


# -- long ---------------------------------------------------------------------------------------------------


def test_an_answer_cut_for_its_length_is_asked_for_in_halves(model: Make) -> None:
    text = many(60)

    def speak(ask: Ask) -> Reply:
        found = [AID] * ask.text.count(TEXT)
        return claims(*found) if len(found) <= 18 else words(listed(*found)[:-30], finish="length")

    with serving(speak) as server:
        coding = model(server.url).code(Document(text))
    assert len(coding.reading.claims) == 60
    assert len({c.trigger for c in coding.reading.claims}) == 60
    assert coding.usage.calls == len(server.asked) == 7
    stands(coding)


def test_an_answer_cut_for_its_length_gives_what_was_whole_where_the_text_can_not_be_cut(model: Make) -> None:
    with serving(words(listed(AID, AID)[:-30], finish="length")) as server:
        coding = model(server.url).code(Document(TEXT))
    assert len(server.asked) == 1
    assert len(coding.reading.claims) == 1
    assert [(r.kind, r.whole) for r in coding.refused] == [("shape", False)]


def test_a_question_that_is_too_long_is_asked_in_halves(model: Make) -> None:
    text = many(40)

    def speak(ask: Ask) -> Reply:
        much = len(ask.text) > 700
        return (
            status(400, "maximum context length exceeded", code="context_length_exceeded")
            if much
            else claims(*[AID] * ask.text.count(TEXT))
        )

    with serving(speak) as server:
        coding = model(server.url).code(Document(text))
    assert len(coding.reading.claims) == 40


def test_pieces_overlap_and_nothing_is_told_twice(model: Make) -> None:
    text = many(60)
    with serving(lambda ask: claims(*[AID] * ask.text.count(TEXT))) as server:
        coding = model(server.url, piece=500, overlap=100).code(Document(text))
    assert len(server.asked) > 4
    assert sum(a.text.count(TEXT) for a in server.asked) > 60
    assert len(coding.reading.claims) == 60
    assert all("Names met so far" in a.body["messages"][1]["content"] for a in server.asked if not text.startswith(a.text))


# -- what goes along -----------------------------------------------------------------------------------------


def test_the_key_goes_to_the_server_and_nowhere_else(
    model: Make, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    secret = "sk-very-secret-key"  # noqa: S105 - of a test
    caplog.set_level(logging.DEBUG)
    with serving(then(GOOD, status(401, f"Incorrect API key provided: {secret}"))) as server:
        coder = model(server.url)
        monkeypatch.setenv("AHLAF_LLM_KEY", secret)
        coding = coder.code(Document(TEXT))
        with pytest.raises(ServerRefuses) as error:
            coder.code(Document(TEXT + " ثم"))
        coder.close()
    assert server.asked[0].headers["authorization"] == f"Bearer {secret}"
    assert secret not in str(error.value)
    assert secret not in repr(coding) + repr(coder.settings)
    assert secret not in caplog.text
    assert all(secret.encode() not in f.read_bytes() for f in tmp_path.rglob("*") if f.is_file())


def test_without_the_extra_it_is_said_what_to_install(model: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "openai", None)
    with pytest.raises(CoderSettings, match=r"pip install openai"):
        model("http://127.0.0.1:1/v1").code(Document(TEXT))


def test_a_context_that_holds_no_more_than_the_prompt_is_refused(model: Make) -> None:
    with pytest.raises(CoderSettings, match="no room"):
        model("http://127.0.0.1:1/v1", context=5000)


# -- many ----------------------------------------------------------------------------------------------------


def test_many_come_in_their_order_over_so_many_connections_and_no_more(model: Make) -> None:
    def speak(ask: Ask) -> Reply:
        return Reply(200, GOOD.body, before=lambda: time.sleep(0.05 if ask.number % 3 else 0.15))

    documents = [Document(f"{TEXT} {n}", id=str(n)) for n in range(40)]
    with serving(speak) as server:
        found = list(model(server.url, connections=5).code_many(iter(documents)))
    assert [f.reading.document.id for f in found if isinstance(f, Coding)] == [d.id for d in documents]
    assert server.most_at_once == 5


def test_no_more_than_a_few_documents_are_taken_ahead(model: Make) -> None:
    taken = 0

    def documents() -> Any:
        nonlocal taken
        for n in range(1000):
            taken += 1
            yield Document(f"{TEXT} {n}", id=str(n))

    with serving(GOOD) as server:
        coding = model(server.url, connections=2).code_many(documents())
        for _ in range(5):
            next(coding)
        assert taken <= 5 + 3 * 2
        coding.close()  # type: ignore[attr-defined]
    assert len(server.asked) <= taken


def test_the_same_text_twice_at_once_is_paid_once(model: Make) -> None:
    with serving(Reply(200, GOOD.body, before=lambda: time.sleep(0.1))) as server:
        found = list(model(server.url, connections=8).code_many(Document(TEXT, id=str(n)) for n in range(8)))
    assert len(server.asked) == 1
    assert sum(f.usage.calls for f in found if isinstance(f, Coding)) == 1
    assert all(f.reading.claims for f in found if isinstance(f, Coding))


def test_one_document_that_fails_does_not_stop_the_others(model: Make) -> None:
    def speak(ask: Ask) -> Reply:
        return words("No.") if "سوء" in ask.text else GOOD

    texts = [TEXT, TEXT + " سوء", TEXT + " خير"]
    with serving(speak) as server:
        found = list(model(server.url).code_many(Document(t) for t in texts))
    assert [type(f) for f in found] == [Coding, Failed, Coding]
    failed = found[1]
    assert isinstance(failed, Failed)
    assert "answered twice" in str(failed.error)
    assert "«No.»" in str(failed.error)


# -- kept -----------------------------------------------------------------------------------------------------


def test_what_was_answered_once_is_not_asked_again_by_whomever(model: Make) -> None:
    with serving(GOOD) as server:
        first = model(server.url).code(Document(TEXT))
        second = model(server.url).code(Document(TEXT))
        offline = model("http://127.0.0.1:1/v1", offline=True).code(Document(TEXT))
        assert len(server.asked) == 1
        assert first.reading.claims == second.reading.claims == offline.reading.claims
        assert (second.usage.calls, second.usage.cached, second.usage.price) == (0, 1, 0.0)
        model(server.url, model="another").code(Document(TEXT))
        assert len(server.asked) == 2
        with pytest.raises(NoAnswer, match="nothing is asked"):
            model("http://127.0.0.1:1/v1", offline=True).code(Document(TEXT + " ثم"))


def test_a_useless_answer_was_paid_too_and_is_asked_anew_only_where_one_wants_to(model: Make) -> None:
    with serving(then(words("No."), words("No."), GOOD)) as server:
        for _ in range(3):
            with pytest.raises(NoAnswer, match="twice"):
                model(server.url).code(Document(TEXT))
        assert len(server.asked) == 2
        assert model(server.url, ask_again=True).code(Document(TEXT)).reading.claims
        assert len(server.asked) == 3
        assert model(server.url).code(Document(TEXT)).reading.claims
        assert len(server.asked) == 3


def test_each_question_has_a_name_by_which_a_server_can_tell_that_it_was_paid(model: Make) -> None:
    with serving(then(status(500), GOOD)) as server:
        model(server.url).code(Document(TEXT))
    one, two = (a.headers["idempotency-key"] for a in server.asked)
    assert one == two
    assert len(one) == 64


# -- money ------------------------------------------------------------------------------------------------------


def test_a_budget_is_never_passed_and_what_was_done_is_given(model: Make) -> None:
    prices = {"price_in": 1000.0, "price_out": 1000.0}  # each answer costs 1.2
    documents = [Document(f"{TEXT} {n}", id=str(n)) for n in range(40)]
    with serving(GOOD) as server:
        coder = model(server.url, budget=40.0, connections=6, **prices)
        found: list[Any] = []
        with pytest.raises(BudgetSpent, match="larger --budget"):
            found += coder.code_many(documents)
        assert 0 < coder.spent <= 40.0
        assert coder.spent == pytest.approx(1.2 * len(server.asked))
        assert len(found) >= len(server.asked) - 18
        before = len(server.asked)
        rest = list(model(server.url, budget=200.0, connections=6, **prices).code_many(documents))
    assert all(isinstance(f, Coding) for f in rest)
    assert len(server.asked) == 40 > before


def test_what_may_have_been_paid_counts_as_paid(model: Make) -> None:
    prices = {"price_in": 1000.0, "price_out": 1000.0, "budget": 1000.0}
    with serving(then(status(500), GOOD)) as server:
        refused = model(server.url, **prices)
        refused.code(Document(TEXT))
    with serving(then(raw(completion(listed(AID)), cut=60), GOOD)) as server:
        broken = model(server.url, **prices)
        broken.code(Document(TEXT + " ثم"))
    assert refused.spent == pytest.approx(1.2)
    assert broken.spent > 5
    with serving(words(listed(AID), usage=None)) as server:
        untold = model(server.url, **prices)
        coding = untold.code(Document(TEXT + " أخيرا"))
    assert coding.usage.price == untold.spent > 5


def test_a_server_that_lies_about_tokens_is_not_believed(model: Make) -> None:
    for usage in ((-5, -5), ("many", None), (True, 1.5), (10**30, 0)):
        told = json.loads(completion(listed(AID)))
        told["usage"] = {"prompt_tokens": usage[0], "completion_tokens": usage[1]}
        with serving(raw(json.dumps(told).encode())) as server:
            coding = model(server.url, price_in=1.0).code(Document(f"{TEXT} {usage}"))
        assert 0 < coding.usage.tokens_in < 10**6


def test_an_estimate_asks_nothing_and_is_near(model: Make, tmp_path: Path) -> None:
    documents = [Document(f"{TEXT} {n}") for n in range(3)]
    with serving(GOOD) as server:
        coder = model(server.url, price_in=1.0, price_out=2.0)
        before = [coder.estimate(d) for d in documents]
        assert not server.asked
        assert all(e.questions == 1 and e.tokens_in > 1000 and 0 < e.price < e.most for e in before)
        coder.code(documents[0])
        assert coder.estimate(documents[0]).cached == 1
        assert coder.estimate(documents[0]).questions == 0
        learned = coder.estimate(documents[1])
        assert abs(learned.tokens_in - 1000) <= 10
    assert sum(before, type(learned)()).documents == 3
    assert (tmp_path / "answers" / FILE).exists()


def test_a_document_without_words_is_read_and_costs_nothing(model: Make) -> None:
    with serving(GOOD) as server:
        for text in ("", "\n\n", "…!"):
            coding = model(server.url).code(Document(text))
            assert (coding.reading.claims, coding.usage.calls) == ((), 0)
    assert not server.asked


def test_errors_have_their_places_in_the_tree() -> None:
    for error in (BudgetSpent, ServerRefuses, CoderSettings):
        assert issubclass(error, CoderStopped)
    assert issubclass(NoAnswer, CoderError)
    assert not issubclass(NoAnswer, CoderStopped)
