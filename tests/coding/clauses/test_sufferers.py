"""Participles written like those who act, of who suffers it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("أوغندا محاصرة من كينيا.", "COERCE", {("كينيا", "أوغندا")}),
        ("السودان مهدد من إثيوبيا.", "THREATEN", {("إثيوبيا", "السودان")}),
        ("الأكراد مستهدفون من الميليشيات.", "ASSAULT", {("الميليشيات", "الأكراد")}),
        ("الحزب مسير من طهران.", "LEAD", {("طهران", "الحزب")}),
        ("كندا مقاطعة من اليابان.", "SANCTION", {("اليابان", "كندا")}),
    ],
)
def test_from_whom_it_comes_does_it(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize("text", ["قال مصادر من الحكومة إن الحرب قريبة.", "حذر معارض من كندا الحكومة."])
def test_a_noun_is_nobody_who_suffers(text: str, code: Code) -> None:
    assert not {c.relation for c in code(text).claims} & {"COERCE", "OPPOSE"}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("كينيا استبعدت من المحادثات.", {("", "كينيا")}),
        ("طردت كينيا من الحلف.", {("الحلف", "كينيا")}),
        ("كينيا فصلت من الاتحاد الأفريقي.", {("الاتحاد الأفريقي", "كينيا")}),
        ("كينيا استبعدت كندا من المحادثات.", {("كينيا", "كندا")}),
        ("كينيا والسودان اللذان استبعدا من الحلف غاضبان.", {("الحلف", "كينيا"), ("الحلف", "السودان")}),
        ("استبعدت كينيا من الحلف.", {("الحلف", "كينيا")}),
        ("استبعدت كندا كينيا من الحلف.", {("كندا", "كينيا")}),
        ("أوغندا والصومال لم تشاركا في التحالف، بل استبعدتا منه.", {("التحالف", "أوغندا"), ("التحالف", "الصومال")}),
    ],
)
def test_who_is_left_out_stands_before_his_verb(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "EXCLUDE") == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("أسس الحلف عام ٢٠١٢ لمحاربة كينيا.", set()),
        ("الحزب الذي أسس عام ١٩٩٠ يدعم كندا.", set()),
        ("أسس الحلف على يد كندا عام ٢٠١٢.", {("كندا", "الحلف")}),
        ("أسس الحزب حركة مسلحة في أوغندا.", {("الحزب", "حركة مسلحة")}),
    ],
)
def test_a_body_that_was_founded_founds_nobody(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert {(one, two) for one, two in ends(code(text), "LEAD") if one and two} == claims
