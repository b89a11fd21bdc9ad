"""Who of those at a claim's two ends stands with whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


def test_who_helps_somebody_helps_no_other_helper(code: Code) -> None:
    found = ends(code("رسالة إلى المنظمات الكينية ومن يمولها ومن يساعدها."), "AID")
    assert found == {("من يمولها", "المنظمات الكينية"), ("من يساعدها", "المنظمات الكينية")}


@pytest.mark.parametrize(
    ("text", "relation", "found"),
    [
        # what several do to one another
        ("هددت كل من الهند وباكستان الأخرى.", "THREATEN", {("الهند", "باكستان")}),
        ("دعمت قطر وتركيا بعضهما بعضا.", "AID", {("قطر", "تركيا")}),
        ("هاجم الجيش والحزب بعضهما.", "ASSAULT", {("الجيش", "الحزب")}),
        ("يتهم كل من الجيش والحزب الآخر بالخيانة.", "ACCUSE", {("الجيش", "الحزب")}),
        ("هددت الهند وباكستان كندا.", "THREATEN", {("الهند", "كندا"), ("باكستان", "كندا")}),
        ("هددت الهند وباكستان الدول الأخرى.", "THREATEN", {("الهند", "الدول الأخرى"), ("باكستان", "الدول الأخرى")}),
    ],
)
def test_each_other(text: str, relation: str, found: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == found


@pytest.mark.parametrize(
    ("text", "relation", "found"),
    [
        ("زار مصر وليد جنبلاط، وسمير جعجع الذي يدعم كينيا.", "AID", {("سمير جعجع", "كينيا")}),
        ("يضم الحزب وليد جنبلاط، وسمير جعجع الذي تموله كينيا.", "AID", {("كينيا", "سمير جعجع")}),
        ("تدعم أنقرة حزب تقدم بزعامة محمد الحلبوسي، وحركة النجباء التي تعادي كينيا.", "OPPOSE", {("حركة النجباء", "كينيا")}),
        ("جبران باسيل خصم سمير جعجع وحليف حزب الله.", "OPPOSE", {("جبران باسيل", "سمير جعجع")}),
        ("جبران باسيل خصم سمير جعجع وحليف حزب الله.", "ALLY", {("جبران باسيل", "حزب الله")}),
        ("أما جبران باسيل، حليف حزب الله وخصم القوات اللبنانية، فانتقد كندا.", "OPPOSE", {("جبران باسيل", "القوات اللبنانية")}),
        ("تحارب روسيا داعش والنصرة التي تدعمها كينيا.", "AID", {("كينيا", "داعش"), ("كينيا", "النصرة")}),
    ],
)
def test_of_several_a_clause_may_tell_of_one(text: str, relation: str, found: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == found


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("وقعت كندا وكينيا هدنة، لكن اتهم كل طرف الآخر بالخيانة.", "ACCUSE"),
        ("وقعت كندا وكينيا هدنة. واتهم كل طرف الطرف الآخر بالخيانة.", "ACCUSE"),
        ("وقعت كندا وكينيا هدنة، واتهم كل منهما الآخر بالخيانة.", "ACCUSE"),
        ("وقعت كندا وكينيا هدنة. ثم هاجم كل طرف مواقع الطرف الآخر.", "ASSAULT"),
        ("اتهمت كندا وكينيا بعضهما البعض بالخيانة.", "ACCUSE"),
        ("وقعت كندا وكينيا هدنة، واتهمت كل من كندا وكينيا الأخرى بالخيانة.", "ACCUSE"),
    ],
)
def test_what_each_side_does_to_the_other_ties_both(text: str, relation: str, code: Code) -> None:
    assert ends(code(text), relation) == {("كندا", "كينيا")}


@pytest.mark.parametrize(
    ("text", "relation", "pairs"),
    [
        ("الموقف منقسم بين مؤيد للحزب ومعارض له.", "SUPPORT", {("مؤيد", "الحزب")}),
        ("الموقف منقسم بين مؤيد للحزب ومعارض له.", "OPPOSE", {("معارض", "الحزب")}),
        ("كندا لا تحارب الحزب، أو بالأحرى تدعمه.", "AID", {("كندا", "الحزب")}),
    ],
)
def test_who_is_joined_by_and_is_told_of_apart(text: str, relation: str, pairs: set[tuple[str, str]], code: Code) -> None:
    found = [c for c in code(text).claims if c.relation == relation]
    assert ends(code(text), relation) == pairs
    assert {c.modality for c in found} == {"asserted"}


def test_a_participle_joined_to_another_describes_nobody_between(code: Code) -> None:
    assert ends(code("كندا صديقة للحزب ومعارضة لكينيا."), "OPPOSE") == {("كندا", "كينيا")}
    split = code("انقسم الساسة بين مؤيد للقوة الدولية ورافض لها.").claims
    assert {c.source.actor.name for c in split if c.source} == {"الساسة"}
