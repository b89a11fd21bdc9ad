"""Who is said to be somebody's friend or foe where no deed is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("الحوثيون عملاء كينيا.", {("الحوثيون", "كينيا")}),
        ("الحوثيون هم عملاء كينيا.", {("الحوثيون", "كينيا")}),
        ("هاجم الحوثيون كندا، وهم عملاء كينيا.", {("الحوثيون", "كينيا")}),
        ("كان الحوثيون أتباع كينيا.", {("الحوثيون", "كينيا")}),
        ("قال إن الحوثيين عملاء كينيا.", {("الحوثيين", "كينيا")}),
        ("ليس الحوثيون إلا بيادق كينيا.", {("الحوثيون", "كينيا")}),
        ("الحوثيون، عملاء كينيا، يهاجمون كندا.", {("الحوثيون", "كينيا")}),
        ("الحوثيون وهم وكلاء كينيا يهاجمون كندا.", {("الحوثيون", "كينيا")}),
        # others than he
        ("قتل الحوثيون أتباع كينيا.", {("أتباع كينيا", "كينيا")}),
        ("هاجمت كندا الحوثيين، عملاء كينيا، وحماس.", {("عملاء كينيا", "كينيا")}),
        ("كندا وحلفاء كينيا هم أعداء أوغندا.", {("حلفاء كينيا", "كينيا")}),
    ],
)
def test_who_is_said_to_be_somebodys_friend_is_it_himself(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "ALLY") == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("كندا مع الحوثيين", "SUPPORT", {("كندا", "الحوثيين")}),
        ("كندا مع الحوثيين.", "SUPPORT", {("كندا", "الحوثيين")}),
        ("كندا مع الحوثيين، وكينيا معهم، واليابان ضدهم.", "SUPPORT", {("كندا", "الحوثيين"), ("كينيا", "الحوثيين")}),
        ("أما كندا فمع الحوثيين.", "SUPPORT", {("كندا", "الحوثيين")}),
        ("يقول الوزير إن كل الدول مع كندا.", "SUPPORT", {("الدول", "كندا")}),
        ("الشعب كله مع الحوثيين.", "SUPPORT", {("الشعب", "الحوثيين")}),
        ("ليس الشعب مع الحوثيين.", "SUPPORT", {("الشعب", "الحوثيين")}),
        ("كل الفصائل أدوات لكندا.", "ALLY", {("الفصائل", "كندا")}),
        ("هل الشعب مع الحوثيين؟", "SUPPORT", {("الشعب", "الحوثيين")}),
        ("كندا في حلف الناتو وكينيا خارجه.", "MEMBER", {("كندا", "حلف الناتو")}),
        ("كندا في حلف الناتو وكينيا خارجه.", "EXCLUDE", {("حلف الناتو", "كينيا")}),
        ("كندا في حلف الناتو وكينيا ليست فيه.", "MEMBER", {("كندا", "حلف الناتو")}),
        ("هدف التحالف العربي هو كينيا.", "OPPOSE", {("التحالف العربي", "كينيا")}),
        ("الدول في حلف الناتو تحارب الحوثيين.", "MEMBER", set()),
        # who is with somebody in a deed of both, or somewhere
        ("كندا مع كينيا تراقبان الوضع.", "SUPPORT", set()),
        ("التقى الوزير كندا، والسفير مع النرويج.", "SUPPORT", set()),
        ("الطبيب مع المريض.", "SUPPORT", set()),
    ],
)
def test_with_whom_somebody_is(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("كندا مع الحوثيين.", False),
        ("كندا ليست مع الحوثيين.", True),
        ("لا كندا مع الحوثيين ولا كينيا معهم.", True),
        ("أما كندا فلا هي مع الحوثيين ولا مع خصومهم.", True),
    ],
)
def test_that_somebody_is_with_another_may_be_denied(text: str, denied: bool, code: Code) -> None:
    told = [c for c in code(text).claims if c.relation == "SUPPORT"]
    assert told
    assert all((c.polarity == "negated") == denied for c in told)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("لا نصدق ما تقوله كندا وأتباعها في كينيا.", {("أتباعها", "كندا")}),
        ("هاجم الحزب وأتباعه القرية.", {("أتباعه", "الحزب")}),
        ("حركت كندا ميليشياتها في كينيا.", set()),
    ],
)
def test_somebodys_own_men_are_his_and_nobody_else(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "ALLY") == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("انشغل العرب بإقناع أنفسهم بأن كندا قوية.", set()),
        ("أقنع الوزير نفسه بأن كندا قوية.", set()),
        ("أقنع الوزير نفسه كندا بالحوار.", {("الوزير", "كندا")}),
    ],
)
def test_what_somebody_does_to_himself_he_does_to_nobody_else(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "REQUEST") == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("كينيا ضحية كندا.", "ASSAULT", {("كندا", "كينيا")}),
        ("كينيا ضحية لكندا.", "ASSAULT", {("كندا", "كينيا")}),
        ("لبنان رهينة الحزب.", "COERCE", {("الحزب", "لبنان")}),
        ("أصحاب المصالح يحاربون كندا.", "OPPOSE", {("أصحاب المصالح", "كندا")}),
        ("تصطدم طموحات كندا بمصالح كينيا.", "AGREE", set()),
    ],
)
def test_victims_hostages_owners(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims
