"""Who speaks in turn."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.voices import turns
from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("السيد أونيل (أيرلندا): نرحب بكم. هذا مهم.\nالسيدة بيكر (كندا): شكرا لكم.", ["نرحب بكم. هذا مهم.", "شكرا لكم."]),
        ("السيد أونيل (أيرلندا) (تكلم بالإنكليزية): نرحب بكم.", ["نرحب بكم."]),
        ("مقدمة.\nمحمود عباس: نرحب بكم.\nبنيامين نتنياهو: شكرا.\nمحمود عباس: عفوا.", ["نرحب بكم.", "شكرا.", "عفوا."]),
        ("محمود عباس: السلام بعيد\nقال الرئيس إن السلام بعيد.", []),  # a headline, of itself
        ("محمود عباس: نرحب بكم.\nبنيامين نتنياهو: شكرا.\nاجتمع الرئيسان أمس.", []),  # two headlines
        ("محمود عباس: نرحب.\nالصحيفة: هل تعود؟\nمحمود عباس: نعم.\nبنيامين نتنياهو: لا.\nاجتمعا.", ["نرحب.", "نعم.", "لا."]),
        ("قال أونيل (أيرلندا): نرحب بكم.", []),  # told by another
        ("أيرلندا: نرحب بكم.\nكندا: شكرا.", []),  # whom a state sends is not told
        ("السيد أونيل (47 عاما): نرحب بكم.", []),
        ("الرئيس (تكلم بالفرنسية): نرحب بكم. هذا مهم.", ["نرحب بكم. هذا مهم."]),
    ],
)
def test_turns(text: str, spoken: list[str], prepare: Prepare) -> None:
    draft = prepare(text)
    assert [draft.text(t.first, t.end - 1).strip() for t in turns.find(draft)] == spoken


def test_whoever_has_the_floor_says_all_of_it(code: Code) -> None:
    text = "السيد أونيل (أيرلندا): اجتمعنا أمس. كان الاجتماع طويلا. ثم هاجمت اليابان كندا. هذا خطير. وتدعم فرنسا كندا."
    claims = code(text).claims
    assert {c.relation for c in claims} >= {"ASSAULT"}
    assert {c.voice[0].names[0] if c.voice else "" for c in claims} == {"أونيل"}


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("تقول كندا إن كينيا تدعم الحزب، وترد كينيا بأن كندا صنعت الحركة.", "كينيا"),
        ("تقول كندا إن كينيا تدعم الحزب، وترد كينيا بأن كندا هي التي صنعت الحركة", "كينيا"),
        ("يقول المسؤولون في كندا إن كينيا جزء من المشكلة، وترد كينيا بأن كندا صنعت الحركة.", "كينيا"),
        ("يقول المسؤولون في كندا إن كينيا صنعت الحركة.", "المسؤولون"),  # where they are nobody speaks
        ("تقول كندا إن كينيا تدعم الحزب، وتؤكد أوغندا أن كينيا صنعت الحركة.", "أوغندا"),
        ("تقول كندا إن كينيا تدعم الحزب وإن أوغندا صنعت الحركة.", "كندا"),
    ],
)
def test_who_answers_says_what_follows(text: str, voice: str, code: Code) -> None:
    assert [c.voice[0].names[0] if c.voice else "" for c in code(text).claims if c.relation == "LEAD"] == [voice]


def test_who_answers_demands_nothing(code: Code) -> None:
    text = "تقول كندا إن كينيا تدعم الحزب، وترد كينيا بأن كندا صنعت الحركة."
    assert {c.relation for c in code(text).claims} == {"AID", "LEAD"}
