"""Texts and answers that are too long for a server: asked in pieces, and nothing told twice."""

from __future__ import annotations

from loopback import Ask, Make, Reply, claims, listed, serving, status, words
from speaking import AID, TEXT, stands

from ahlaf.model import Document


def many(count: int) -> str:
    """A text in which the same is said so many times, in sentences that differ."""
    return " ".join(f"في اليوم {n} {TEXT}" for n in range(count))


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
