"""What is made of answers, in whatever shape they come."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from loopback import FULL, listed

from ahlaf.coding.coders import KINDS
from ahlaf.coding.llm import schema

GOOD = FULL | {"evidence": "دعمت تركيا داعش", "trigger": "دعمت", "relation": "AID", "source": ["تركيا"], "target": ["داعش"]}
WHOLE = listed(GOOD)


@pytest.mark.parametrize(
    ("content", "claims"),
    [
        (WHOLE, 1),
        (f"```json\n{WHOLE}\n```", 1),
        (f"<think>Turkey, hm.</think>\n{WHOLE}", 1),
        (f"Here are the claims:\n\n{WHOLE}\n\nTell me if you need more!", 1),
        (json.dumps([GOOD]), 1),
        ('{"claims": []}', 0),
        (listed(GOOD, GOOD, GOOD)[:-40], 2),
        (listed(GOOD) + " and more {", 1),
    ],
    ids=["plain", "fenced", "thought", "prose around", "list alone", "none", "broke off", "more behind"],
)
def test_answers_give_their_claims(content: str, claims: int) -> None:
    assert len(schema.parse(content).offered) == claims


def test_an_answer_that_broke_off_says_so() -> None:
    found = schema.parse(listed(GOOD, GOOD)[:-60])
    assert [(r.kind, r.whole) for r in found.refused] == [("shape", False)]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "I am sorry, I can't do that.",
        "Turkey supported Daesh according to the author.",
        '{"claims": "none"}',
        '{"answer": 42}',
        '"claims"',
        '{"claims": [{"evidence": "دعمت',
        "[" * 100_000,
        "9" * 100_000,
        "null",
    ],
    ids=["empty", "refusal", "English", "string", "other object", "a word", "cut at once", "deep", "long number", "null"],
)
def test_what_holds_no_claims_is_unusable(content: str) -> None:
    with pytest.raises(schema.Unusable, match=r"claims|JSON|empty"):
        schema.parse(content)


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"relation": "LOVES"}, "relation"),
        ({"relation": 7}, "shape"),
        ({"polarity": "maybe"}, "polarity"),
        ({"polarity": None}, "polarity"),
        ({"modality": "true"}, "modality"),
        ({"modality": ["asserted"]}, "modality"),
        ({"evidence": ""}, "shape"),
        ({"evidence": ["دعمت"]}, "shape"),
        ({"trigger": None}, "shape"),
        ({"source": {"name": "تركيا"}}, "shape"),
        ({"target": [1]}, "shape"),
        ({"voice": 3}, "shape"),
        ({"evidence": "ا" * 5000}, "shape"),
    ],
    ids=str,
)
def test_a_claim_with_a_field_that_does_not_exist_is_refused_with_its_reason(change: dict[str, Any], kind: str) -> None:
    found = schema.parse(json.dumps({"claims": [GOOD | change, GOOD]}))
    assert len(found.offered) == 1
    assert [r.kind for r in found.refused] == [kind]
    assert kind in KINDS
    assert found.refused[0].says


@pytest.mark.parametrize("item", [None, 3, "a claim", ["claim"], [[]]], ids=str)
def test_what_is_no_claim_at_all_is_refused(item: object) -> None:
    found = schema.parse(json.dumps({"claims": [item, GOOD]}))
    assert [r.kind for r in found.refused] == ["shape"]


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        ({"source": "تركيا"}, "source", ("تركيا",)),
        ({"source": None}, "source", ()),
        ({"target": ["داعش", " ", "داعش"]}, "target", ("داعش",)),
        ({"voice": "author"}, "voice", ()),
        ({"voice": ["الكاتب"]}, "voice", ()),
        ({"relation": " aid "}, "relation", "AID"),
        ({"polarity": "Negated"}, "polarity", "negated"),
        ({"confidence": 0.5}, "confidence", 0.5),
        ({"confidence": 7}, "confidence", None),
        ({"confidence": True}, "confidence", None),
        ({"confidence": float("nan")}, "confidence", None),
        ({"confidence": 10**400}, "confidence", None),
        ({"confidence": "high"}, "confidence", None),
        ({"time": 2014}, "time", ""),
    ],
    ids=str,
)
def test_small_differences_of_shape_are_forgiven(change: dict[str, Any], field: str, value: object) -> None:
    (one,) = schema.parse(json.dumps({"claims": [GOOD | change]})).offered
    assert getattr(one, field) == value


def test_usual_values_stand_in_for_fields_left_out() -> None:
    bare = {k: GOOD[k] for k in ("evidence", "trigger", "relation", "source")}
    (one,) = schema.parse(json.dumps({"claims": [bare]})).offered
    assert (one.target, one.polarity, one.modality, one.voice) == ((), "affirmed", "asserted", ())


def test_more_claims_than_an_article_can_hold_are_not_looked_at() -> None:
    found = schema.parse(listed(*[GOOD] * (schema.MOST + 5)))
    assert len(found.offered) == schema.MOST
    assert "the first" in found.refused[0].says


def test_halves_of_characters_do_not_come_through() -> None:
    found = schema.parse('{"claims": [{"evidence": "\\ud800", "trigger": "x", "relation": "\\udfff"}]}')
    f"{found.refused[0].says}{found.refused[0].given}".encode()


def test_the_published_schema_takes_a_full_claim_and_no_other() -> None:
    jsonschema.Draft202012Validator.check_schema(schema.answer())
    jsonschema.validate({"claims": [GOOD]}, schema.answer())
    for wrong in ({"relation": "LOVES"}, {"source": "تركيا"}, {"more": 1}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({"claims": [GOOD | wrong]}, schema.answer())


def test_every_property_is_required_as_strict_servers_ask() -> None:
    claim = schema.answer()["properties"]["claims"]["items"]
    assert claim["required"] == list(claim["properties"])
    assert claim["additionalProperties"] is False
