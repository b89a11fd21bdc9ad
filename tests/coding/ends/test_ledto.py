"""To whom a preposition leads, who so does nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("تسعى الدول إلى إعادة دمج كينيا في المجتمع الدولي.", {("كينيا", "المجتمع الدولي")}),
        ("دعت كندا إلى دمج الفصيل في الجيش.", {("الفصيل", "الجيش")}),
        ("اندمج الفصيل في الجيش.", {("الفصيل", "الجيش")}),
    ],
)
def test_who_is_brought_into_a_body_is_its_member(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "MEMBER") == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("الميليشيات لديها مال وسلاح ودعم من دولة إقليمية.", {("دولة إقليمية", "الميليشيات")}),
        ("للحركة خزان بشري ودعم من طرف إقليمي.", {("طرف إقليمي", "الحركة")}),
        ("للحركة خزان بشري ودعم من طرف كندا.", {("كندا", "الحركة")}),
    ],
)
def test_from_whom_help_comes_he_gives_it(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "AID") == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("انتقدت كندا ماكرون والجماعات التي هاجمت كينيا.", {("الجماعات", "كينيا")}),  # of him as well "الذين" would be said
        ("انتقدت كندا الحركة والجماعات التي هاجمت كينيا.", {("الحركة", "كينيا"), ("الجماعات", "كينيا")}),
    ],
)
def test_a_relative_of_things_tells_of_no_man_before_them(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "ASSAULT") == claims


@pytest.mark.parametrize(
    ("text", "held"),
    [("صارت كينيا رهينة بيد كندا.", ("كندا", "كينيا")), ("باتت كينيا رهينة لدى الحركة.", ("الحركة", "كينيا"))],
)
def test_at_whose_mercy_somebody_is_does_it(text: str, held: tuple[str, str], code: Code) -> None:
    assert ends(code(text), "COERCE") == {held}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("تزايد اعتماد كندا على كينيا", {("كينيا", "كندا")}),
        ("ينتقد الوزير الاعتماد على النفط.", set()),
        ("ينتقد الوزير اعتماد الحزب على كندا.", {("كندا", "الحزب")}),
        ("اختار الحزب الاعتماد على كندا وكينيا.", {("كندا", "الحزب"), ("كينيا", "الحزب")}),
    ],
)
def test_on_whom_somebody_leans_holds_him_up(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "AID") == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("استقبلت كينيا المتهمة بدعم الحركة وزير خارجية فنلندا", {("كينيا", "الحركة")}),
        ("تقود كندا المتهمة بتمويل الحزب والحركة تحالفا لمحاربة كينيا.", {("كندا", "الحزب"), ("كندا", "الحركة")}),
        ("استقبلت كينيا المتهمة بالكذب وزير خارجية فنلندا.", set()),
    ],
)
def test_whom_the_accused_helped_ends_his_phrase(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "AID") == claims
