"""Two readings side by side: which claims are the same, what comes of them, and what they differ on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from ahlaf.coding.both import Both, differing, join, matched, same
from ahlaf.coding.coders import Coding, Failed, Refused, Usage
from ahlaf.errors import NoAnswer
from ahlaf.model import Actor, Claim, Document, End, Reading, Reason, Span

TEXT = "دعمت تركيا قطر بالسلاح عام 2016 ثم التقت روسيا بالعراق"
TURKEY, QATAR, RUSSIA, IRAQ = (Actor(i, n) for i, n in (("TUR", "تركيا"), ("QAT", "قطر"), ("RUS", "روسيا"), ("IRQ", "العراق")))


def claim(source: Actor | None = TURKEY, target: Actor | None = QATAR, words: str = "دعمت تركيا قطر", **more: Any) -> Claim:
    at = TEXT.index(words)
    span = Span(at, at + len(words))

    def end(actor: Actor | None) -> End | None:
        return None if actor is None else End(actor, (actor.name,), span)

    plain: dict[str, Any] = {
        "relation": "AID", "sign": 1, "polarity": "affirmed", "modality": "asserted", "voice": (),
        "trigger": Span(at, at + 4), "evidence": span, "rule": "r", "credence": 0.6,
    }  # fmt: skip
    return Claim(end(source), end(target), **(plain | more))


RULES = claim(reasons=(Reason("row", "verbs.tsv:1", "دعم"), Reason("row", "states.tsv:1", "تركيا")), time="2016", mode="military")
MODEL = claim(words="دعمت تركيا قطر بالسلاح", rule="llm:m", credence=0.9, reasons=(Reason("row", "states.tsv:1", "تركيا"),))
VOICE = (End(IRAQ, ("العراق",), Span(0, 1)),)
MET = {"words": "التقت روسيا بالعراق", "relation": "CONSULT"}


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (RULES, MODEL, True),
        (RULES, replace(MODEL, relation="SUPPORT"), True),
        (RULES, replace(MODEL, polarity="negated"), True),
        (RULES, replace(MODEL, sign=-1), False),
        (RULES, claim(words="بالسلاح"), False),
        (RULES, claim(source=RUSSIA), False),
        (RULES, claim(source=None), False),
        (claim(source=None), claim(source=None), True),
        (claim(source=QATAR, target=TURKEY), RULES, False),
        (claim(RUSSIA, IRAQ, **MET), claim(IRAQ, RUSSIA, **MET), True),
        (claim(RUSSIA, IRAQ, **MET), claim(IRAQ, RUSSIA, **{**MET, "relation": "AID"}), False),
    ],
)
def test_when_two_claims_are_the_same(one: Claim, other: Claim, is_same: bool) -> None:
    assert same(one, other) is same(other, one) is is_same


def reading(*claims: Claim) -> Reading:
    return Reading(Document(TEXT, "d"), (), (), (TURKEY, QATAR), claims, "book", {"model": "m"})


def test_what_both_found_alike_comes_out_once_and_surer() -> None:
    (found,) = join(reading(RULES), reading(MODEL)).claims
    assert (found.coders, found.differs, found.rule) == (("rules", "llm"), (), "llm:m")
    assert found.credence == pytest.approx(1 - 0.4 * 0.1)
    assert (found.time, found.mode, found.evidence) == ("2016", "military", MODEL.evidence)
    assert [r.ref for r in found.reasons] == ["states.tsv:1", "verbs.tsv:1"], "a row is cited once"


@pytest.mark.parametrize(
    ("changes", "differs", "read"),
    [
        ({"relation": "SUPPORT"}, ("relation",), "AID"),
        ({"polarity": "negated"}, ("polarity",), "affirmed"),
        ({"modality": "alleged"}, ("modality",), "asserted"),
        ({"voice": VOICE}, ("voice",), "author"),
    ],
)
def test_what_they_read_otherwise_is_named_and_no_surer(changes: dict[str, Any], differs: tuple[str, ...], read: str) -> None:
    (found,) = join(reading(RULES), reading(replace(MODEL, **changes))).claims
    assert (found.coders, found.differs, found.credence) == (("rules", "llm"), differs, 0.6)
    assert all(getattr(found, k) == v for k, v in changes.items()), "the model's word stands"
    (told,) = [r for r in found.reasons if r.ref == f"rules:{differs[0]}"]
    assert (told.kind, told.says) == ("rule", read)
    assert found.mode == ("" if "relation" in changes else "military"), "a mode is of its relation"


@pytest.mark.parametrize(
    ("changes", "reported"),
    [
        ({}, True),
        ({"voice": VOICE}, True),
        ({"relation": "SUPPORT"}, False),
        ({"polarity": "negated"}, False),
        ({"modality": "intended"}, False),
    ],
)
def test_what_the_rules_call_news_holds_where_the_model_reads_the_event_alike(changes: dict[str, Any], reported: bool) -> None:
    (found,) = join(reading(replace(RULES, reported=True)), reading(replace(MODEL, **changes))).claims
    assert found.reported is reported


def test_what_one_found_alone_says_so() -> None:
    alone = claim(RUSSIA, IRAQ, **MET)
    found = join(reading(RULES, alone), reading(MODEL)).claims
    assert [(c.coders, c.differs) for c in found] == [(("rules", "llm"), ()), (("rules",), ("claim",))]
    found = join(reading(), reading(MODEL)).claims
    assert [(c.coders, c.differs, c.credence) for c in found] == [(("llm",), ("claim",), 0.9)]


def test_each_is_matched_once_the_likest_first() -> None:
    support = replace(MODEL, relation="SUPPORT")
    assert matched((RULES,), (support, MODEL)) == [(0, 1)]
    assert sorted(matched((RULES, replace(RULES, relation="SUPPORT")), (support, MODEL))) == [(0, 1), (1, 0)]
    assert differing(RULES, MODEL) == ()


class Fake:
    """Gives a reading, or fails on an empty text."""

    version, digest = "1", "d"

    def __init__(self, name: str, *claims: Claim) -> None:
        self.name = name
        self.claims = claims

    def code(self, document: Document) -> Coding:
        if not document.text:
            raise NoAnswer("nothing")
        return Coding(replace(reading(*self.claims), document=document), self.name, "1", "d", (Refused("shape", "no claim"),), Usage(1))

    def code_many(self, documents: Iterable[Document]) -> Iterator[Coding | Failed]:
        for document in documents:
            try:
                yield self.code(document)
            except NoAnswer as error:
                yield Failed(document, error)


def test_both_is_a_coder_of_its_own() -> None:
    both = Both(Fake("rules", RULES), Fake("llm", MODEL))
    coding = both.code(Document(TEXT))
    assert (coding.name, coding.version, coding.digest) == ("both", "1", both.digest)
    assert (coding.reading.digest, coding.reading.notes["coder"]) == (both.digest, "both")
    assert (len(coding.refused), coding.usage.calls) == (1, 1)
    assert both.digest != Both(Fake("rules", RULES), type("Other", (Fake,), {"digest": "e"})("llm")).digest
    good, bad, last = both.code_many([Document(TEXT, "1"), Document("", "2"), Document(TEXT, "3")])
    assert isinstance(bad, Failed)
    assert [one.reading.document.id for one in (good, last) if isinstance(one, Coding)] == ["1", "3"]
