"""Claims held to the words: what is kept stands in the text, what is not is refused with its reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from loopback import listed

from ahlaf.coding import pipeline
from ahlaf.coding.coders import KINDS, Refused
from ahlaf.coding.llm import prompt, schema
from ahlaf.coding.llm.ground import CREDENCE, Grounder
from ahlaf.coding.words.analysis import Analyser
from ahlaf.coding.words.draft import Draft
from ahlaf.model import Claim, Document, Span

Prepare = Callable[[str], Draft]

CASES = Path(__file__).parents[2] / "cases" / "claims.jsonl"
TEXT = (
    "قال وزير الخارجية القطري إن تركيا دعمت تنظيم داعش بالسلاح عام 2014 في الرقة لإسقاط النظام السوري. "
    "ولم يدعمه العراق. ثم عادت تركيا ودعمت تنظيم داعش مرة ثانية. وقتل 12 جنديا."
)
AID = {
    "evidence": "تركيا دعمت تنظيم داعش بالسلاح",
    "trigger": "دعمت",
    "relation": "AID",
    "source": ["تركيا"],
    "target": ["تنظيم داعش"],
    "voice": ["وزير الخارجية القطري"],
}


def grounded(draft: Draft, *found: dict[str, Any]) -> tuple[list[Claim], list[Refused]]:
    offered = schema.parse(listed(*found)).offered
    assert len(offered) == len(found)
    return Grounder(draft, "test-model", "abc").claims(offered, Span(0, len(draft.document.text)))


def test_a_good_claim_points_at_its_words_and_says_how_each_was_found(prepare: Prepare) -> None:
    more = {"time": "عام 2014", "place": "الرقة", "number": None, "purpose": "لإسقاط النظام السوري", "confidence": 0.8}
    (claim,), refused = grounded(prepare(TEXT), AID | more)
    assert not refused
    assert claim.evidence.of(TEXT) == AID["evidence"]
    assert claim.trigger.of(TEXT) == "دعمت"
    assert claim.source is not None
    assert claim.target is not None
    assert (claim.source.actor.id, claim.target.actor.id) == ("TUR", "daesh")
    assert claim.target.names == ("تنظيم داعش",)
    assert [end.names[0] for end in claim.voice] == ["وزير الخارجية القطري"]
    assert (claim.time, claim.place.id if claim.place else "", claim.purpose.of(TEXT) if claim.purpose else "") == (
        "2014",
        "raqqa",
        "لإسقاط النظام السوري",
    )
    assert (claim.rule, claim.credence, claim.sign) == ("llm:test-model", 0.8, 1)
    told = [(r.kind, r.ref) for r in claim.reasons]
    assert told[0] == ("rule", "prompt:abc")
    assert {("words", role) for role in ("evidence", "trigger", "source", "target", "voice")} <= set(told)
    assert told[-1] == ("score", "confidence")


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"evidence": "تركيا سلحت تنظيم داعش"}, "evidence"),
        ({"evidence": "Turkey supported the organisation"}, "evidence"),
        ({"trigger": "سلحت"}, "trigger"),
        ({"trigger": "supported"}, "trigger"),
        ({"source": ["إسرائيل"]}, "source"),
        ({"source": ["Turkey"]}, "source"),
        ({"target": ["حزب الله"]}, "target"),
        ({"voice": ["الناطق باسم الجيش"]}, "voice"),
        ({"source": [], "target": []}, "ends"),
        ({"target": ["تركيا"]}, "ends"),
    ],
    ids=str,
)
def test_what_is_not_in_the_text_is_refused_with_its_reason(change: dict[str, Any], kind: str, prepare: Prepare) -> None:
    kept, refused = grounded(prepare(TEXT), AID | change)
    assert not kept
    assert [r.kind for r in refused] == [kind]
    assert refused[0].whole
    assert refused[0].says
    assert kind in KINDS


@pytest.mark.parametrize(
    ("change", "field"),
    [({"time": "عام 1999"}, "time"), ({"place": "باريس"}, "place"), ({"number": "مئة"}, "number"), ({"purpose": "لنصرته"}, "purpose")],
)
def test_a_detail_that_is_not_there_goes_and_the_claim_stays(change: dict[str, Any], field: str, prepare: Prepare) -> None:
    (claim,), refused = grounded(prepare(TEXT), AID | change)
    assert getattr(claim, field) is None
    assert [(r.kind, r.whole) for r in refused] == [("detail", False)]
    assert field in refused[0].says


def test_a_name_that_is_not_there_goes_where_another_is(prepare: Prepare) -> None:
    (claim,), refused = grounded(prepare(TEXT), AID | {"target": ["الدولة الإسلامية في العراق", "داعش"]})
    assert claim.target is not None
    assert claim.target.names == ("داعش",)
    assert claim.target.actor.id == "daesh"
    assert [(r.kind, r.whole) for r in refused] == [("detail", False)]


def test_a_pronoun_takes_the_name_that_the_answer_gives_it(prepare: Prepare) -> None:
    negated = {"evidence": "ولم يدعمه العراق", "trigger": "يدعمه", "relation": "AID", "polarity": "negated"}
    (claim,), _ = grounded(prepare(TEXT), negated | {"source": ["العراق"], "target": ["تنظيم داعش", "يدعمه"]})
    assert claim.target is not None
    assert claim.target.actor.id == "daesh"
    assert claim.target.span.of(TEXT) == "يدعمه"
    assert claim.target.names[0] == "تنظيم داعش"
    assert claim.polarity == "negated"


def test_the_same_claim_twice_is_one_and_at_another_place_another(prepare: Prepare) -> None:
    short = AID | {"evidence": "دعمت تنظيم داعش", "voice": []}
    kept, refused = grounded(prepare(TEXT), short, short, short)
    assert [c.trigger.start for c in kept] == [TEXT.index("دعمت"), TEXT.rindex("دعمت")]
    assert [r.kind for r in refused] == ["duplicate"]


def test_the_two_ends_of_a_mutual_relation_are_not_told_twice(prepare: Prepare) -> None:
    text = "وقعت بغداد وأنقرة اتفاقا."
    one = {"evidence": text[:-1], "trigger": "وقعت", "relation": "AGREE", "source": ["بغداد"], "target": ["أنقرة"]}
    kept, refused = grounded(prepare(text), one, one | {"source": ["أنقرة"], "target": ["بغداد"]})
    assert (len(kept), [r.kind for r in refused]) == (1, ["duplicate"])


def test_an_end_that_the_answer_tells_apart_is_not_lost_in_the_other(prepare: Prepare) -> None:
    text = "عاقبت المحكمة من يسعى إلى إسقاط البرلمان التونسي."
    one = {"evidence": "من يسعى إلى إسقاط البرلمان التونسي", "trigger": "إسقاط", "relation": "OPPOSE"}
    (claim,), refused = grounded(prepare(text), one | {"source": ["من يسعى إلى إسقاط البرلمان التونسي"], "target": ["البرلمان التونسي"]})
    assert not refused
    assert claim.source is not None
    assert claim.target is not None
    assert claim.source.actor.id != claim.target.actor.id


def test_a_trigger_just_outside_draws_the_evidence_out_to_it(prepare: Prepare) -> None:
    (claim,), _ = grounded(prepare(TEXT), AID | {"evidence": "دعمت تنظيم داعش", "trigger": "بالسلاح", "voice": []})
    assert claim.evidence.of(TEXT) == "دعمت تنظيم داعش بالسلاح"


def test_without_a_confidence_the_usual_credence_is_taken(prepare: Prepare) -> None:
    (claim,), _ = grounded(prepare(TEXT), AID | {"confidence": None})
    assert claim.credence == CREDENCE


def test_numbers_are_read_in_both_spellings(prepare: Prepare) -> None:
    killed = {"evidence": "قتل 12 جنديا", "trigger": "قتل", "relation": "ASSAULT", "target": ["جنديا"], "number": "12"}
    (claim,), refused = grounded(prepare(TEXT), killed)
    assert (claim.number, claim.source, refused) == ("12", None, [])


# -- the same actors as the rule book's ---------------------------------------------------------------------


@pytest.mark.parametrize("record", [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()], ids=lambda r: r["about"])
def test_the_same_words_give_the_same_actor_as_the_rules(record: dict[str, Any], analyser: Analyser) -> None:
    draft = pipeline.prepare(Document(record["text"]), analyser)
    reading = pipeline.reading(draft, ())
    text = record["text"]
    sure = {m.text: m for m in reading.mentions if m.kind in ("name", "nominal")}
    offered = [
        {"evidence": text.strip(), "trigger": text.split()[0], "relation": "AID", "source": [words]}
        for words in sure
        if sum(m.text == words for m in reading.mentions) == 1 and text.count(words) == 1
    ]
    kept, refused = grounded(draft, *offered)
    assert not [r for r in refused if r.kind != "duplicate"]
    for claim in kept:
        assert claim.source is not None
        assert claim.source.actor == sure[claim.source.names[0]].actor


def test_the_prompts_own_examples_pass_the_checks_they_teach(analyser: Analyser) -> None:
    for text, claims in prompt.examples():
        draft = pipeline.prepare(Document(text, date="2016-03-14"), analyser)
        kept, refused = grounded(draft, *claims)
        assert not refused
        assert len(kept) == len(claims)
