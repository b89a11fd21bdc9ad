"""Whole exchanges with each kind of server, from `cases/llm/*.json`: how it is asked, what it answers, what comes out.

The answers are in the shapes that the servers document; the words in them are ours. `asked` says how the question must
have been put: the mode, fields that must be there, how many messages.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from loopback import Ask, Make, Reply, serving

from ahlaf.model import Document

CASES = sorted((Path(__file__).parents[2] / "cases" / "llm").glob("*.json"))


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_an_exchange(path: Path, model: Make) -> None:
    case: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    exchanges = case["exchanges"]

    def speak(ask: Ask) -> Reply:
        one = exchanges[ask.number]
        return Reply(one["status"], json.dumps(one["answer"], ensure_ascii=False).encode(), one.get("headers", {}))

    with serving(speak) as server:
        coding = model(server.url).code(Document(case["text"]))
    assert len(server.asked) == len(exchanges)
    for ask, one in zip(server.asked, exchanges, strict=True):
        assert ask.mode == one["asked"]["mode"]
        assert set(one["asked"]["has"]) <= set(ask.body)
        assert len(ask.body["messages"]) == one["asked"].get("messages", 2)
        assert ask.body["model"] == "test-model"
    found = [[c.source.actor.id if c.source else "", c.relation, c.target.actor.id if c.target else ""] for c in coding.reading.claims]
    assert found == case["claims"]
    assert not coding.refused
    assert [coding.usage.tokens_in, coding.usage.tokens_out] == case["usage"]


def test_every_way_of_asking_has_its_case() -> None:
    last = {json.loads(p.read_text(encoding="utf-8"))["exchanges"][-1]["asked"]["mode"] for p in CASES}
    assert last == {"schema", "tools", "plain"}
