"""Many documents over several connections: in their order, each paid once, none in the way of the others."""

from __future__ import annotations

import time
from typing import Any

from loopback import Ask, Make, Reply, serving, words
from speaking import GOOD, TEXT

from ahlaf.coding.coders import Coding, Failed
from ahlaf.model import Document


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
