"""A real server that answers well and in every bad way: what is kept, what is refused, what is asked again."""

from __future__ import annotations

import gzip
import logging
import sys
import threading
import time
from email.utils import formatdate
from pathlib import Path
from typing import Any

import pytest
from loopback import Make, Reply, completion, free_port, listed, raw, serving, status, words
from speaking import AID, GOOD, TEXT, stands, then

from ahlaf.coding.coders import Failed
from ahlaf.errors import BudgetSpent, CoderError, CoderSettings, CoderStopped, NoAnswer, ServerRefuses
from ahlaf.model import Document


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

    monkeypatch.setitem(sys.modules, "openai", None)
    with pytest.raises(CoderSettings, match=r"pip install openai"):
        model("http://127.0.0.1:1/v1").code(Document(TEXT))


def test_a_context_that_holds_no_more_than_the_prompt_is_refused(model: Make) -> None:
    with pytest.raises(CoderSettings, match="no room"):
        model("http://127.0.0.1:1/v1", context=5000)


def test_errors_have_their_places_in_the_tree() -> None:
    for error in (BudgetSpent, ServerRefuses, CoderSettings):
        assert issubclass(error, CoderStopped)
    assert issubclass(NoAnswer, CoderError)
    assert not issubclass(NoAnswer, CoderStopped)
