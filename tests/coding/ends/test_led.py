"""What is led by whom "under the lead of" leads to, and who only mediates."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("شاركت كينيا في مؤتمر دولي للمناخ برعاية أوغندا.", "كينيا"),
        ("وصلت سفن من كينيا ضمن حملة بحرية بقيادة أوغندا.", "كينيا"),
        ("اتفقت كندا وكينيا على الهدنة برعاية قطر.", "كينيا"),
    ],
)
def test_a_state_is_led_by_no_other(text: str, wrong: str, code: Code) -> None:
    assert wrong not in {target for _, target in ends(code(text), "LEAD")}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("انفردت كندا بقيادة الحلف.", {("كندا", "الحلف")}),
        ("تحتفظ كندا برئاسة الحلف.", {("كندا", "الحلف")}),
        ("طالبت كندا بقيادة الحلف.", set()),
        ("تقدم الحلف بقيادة كندا.", {("كندا", "الحلف")}),
    ],
)
def test_who_keeps_the_lead_is_not_led(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "LEAD") == claims


def test_whom_an_alliance_is_against_is_not_led(code: Code) -> None:
    led = ends(code("تشارك كينيا في التحالف الدولي ضد داعش بقيادة الولايات المتحدة."), "LEAD")
    assert led == {("الولايات المتحدة", "التحالف الدولي")}


def test_under_whose_auspices_others_agree_he_mediates(code: Code) -> None:
    found = ends(code("وقعت كندا وكينيا اتفاقا لوقف الحرب التجارية في مدينة نيويورك يوم الثلاثاء الماضي برعاية قطر."), "CONSULT")
    assert ("قطر", "كندا") in found
    assert ("قطر", "كينيا") in found


def test_a_state_is_led_by_its_ruler(code: Code) -> None:
    assert ends(code("تقدمت السعودية في المؤشر بقيادة ولي العهد محمد بن سلمان."), "LEAD") == {("ولي العهد محمد بن سلمان", "السعودية")}


def test_captives_are_led_by_nobody(code: Code) -> None:
    assert ends(code("تبادل الحوثيون والحكومة الأسرى برعاية الصليب الأحمر."), "LEAD") == set()


@pytest.mark.parametrize(
    ("text", "led"),
    [
        ("انقلب الجيش على الحكومة برئاسة حمدوك.", ("حمدوك", "الحكومة")),  # the head of what stands right before him
        ("شن المسلحون هجوما على القوات بقيادة حفتر.", ("حفتر", "القوات")),
        ("انضمت كينيا إلى التحالف ضد الحوثيين بقيادة السعودية.", ("السعودية", "التحالف")),  # a state leads the alliance
        ("شكلت كندا تحالفا ضد أوغندا بقيادة كينيا.", ("كينيا", "تحالفا")),
    ],
)
def test_who_stands_behind_against_is_led_where_he_has_a_head(text: str, led: tuple[str, str], code: Code) -> None:
    found = ends(code(text), "LEAD")
    assert {pair for pair in found if pair[0] == led[0]} == {led}
