"""Who can't do what a verb says, for its form says that another does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("إيران تدعم الحوثيين وأنتم تدعمون حماس.", {("إيران", "الحوثيين"), ("", "حماس")}),
        ("يا إيران، لماذا دعمتم الحوثيين؟", {("إيران", "الحوثيين")}),
        ("أنتم تدعمون الأسد ونحن ندعم الشعب السوري.", {("", "الأسد"), ("نحن", "الشعب السوري")}),
    ],
)
def test_what_only_you_or_we_can_do_nobody_else_does(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "AID") == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        (
            "أقال الرئيس التونسي رئيس الحكومة وعلق عمل البرلمان فاتهمته حركة النهضة بالانقلاب ودعت أنصارها إلى الاعتصام.",
            "REQUEST",
            {("حركة النهضة", "أنصارها")},
        ),
        ("لا يدعم الحوثيين إلا إيران.", "AID", {("إيران", "الحوثيين")}),
        # "they" are no council, and no forces that were "she"
        ("طالب المجلس الحوثيين بالانسحاب، لكنهم رفضوا.", "REJECT", {("الحوثيين", "المجلس")}),
        ("دعت الحكومة المتمردين إلى الحوار، إلا أنهم هاجموا الجيش.", "ASSAULT", {("المتمردين", "الجيش")}),
        # no state takes to the streets
        ("وخرجت كندا، التي هاجمتها كينيا، من البطولة", "PROTEST", set()),
        ("تظاهر الكنديون ضد الحكومة.", "PROTEST", {("الكنديون", "الحكومة")}),
        # of a body whose name's head isn't known to be masculine nothing is told by its verb
        ("الخوذ البيضاء انتقدت كندا.", "ACCUSE", {("الخوذ البيضاء", "كندا")}),
        ("أجناد القوقاز هاجمت كينيا.", "ASSAULT", {("أجناد القوقاز", "كينيا")}),
        ("أحرار الشام هاجمت كينيا.", "ASSAULT", {("أحرار الشام", "كينيا")}),
        ("العربي الجديد انتقدت كندا.", "ACCUSE", {("العربي الجديد", "كندا")}),
    ],
)
def test_who_does_not_agree_with_a_verb_does_not_do_it(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("زار الوزير كندا وصادر لجنة الإعمار.", "لجنة الإعمار"),
        ("اجتمعت كندا والهند. واتهمت المجلس بقتل الهنود.", "المجلس"),
    ],
)
def test_a_noun_of_another_gender_than_the_verb_before_it_does_nothing(text: str, noun: str, code: Code) -> None:
    claims = code(text).claims
    assert noun in {c.target.names[0] for c in claims if c.target}
    trigger = text.index(noun) - 1
    assert not [c for c in claims if c.source and c.source.names[0] == noun and c.trigger.end == trigger]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("منعهم من أن يكونوا جيوبا لكندا يعتدون على كينيا.", {("", "كينيا")}),
        ("عملاء لكندا يهاجمون كينيا", {("عملاء", "كينيا")}),
        ("الكنديون يهاجمون كينيا.", {("الكنديون", "كينيا")}),
        ("كندا والذين معها يهاجمون كينيا.", {("كندا", "كينيا")}),
    ],
)
def test_one_state_does_nothing_that_many_men_do(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "ASSAULT") == claims
