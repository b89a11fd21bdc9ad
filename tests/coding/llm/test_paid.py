"""What was paid is kept and not paid again, and a budget is never passed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from loopback import Make, completion, listed, raw, serving, status, words
from speaking import AID, GOOD, TEXT, then

from ahlaf.coding.coders import Coding
from ahlaf.coding.llm.answers import FILE
from ahlaf.errors import BudgetSpent, NoAnswer
from ahlaf.model import Document


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
