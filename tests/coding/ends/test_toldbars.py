"""Who only speaks of the deed that a noun is, and has no part in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("دانت بريطانيا طرد العائلات الفلسطينية من القدس.", "COERCE", {("", "العائلات الفلسطينية")}),
        ("أعلن سالم العلي مقتل ثلاثة.", "ASSAULT", set()),
        ("أعلنت كندا تعرضها لهجوم.", "ASSAULT", {("", "كندا")}),
        ("أعلنت كندا قصف كينيا.", "ASSAULT", {("كندا", "كينيا")}),
        ("برر نتنياهو قصف غزة.", "ASSAULT", {("", "غزة")}),
        ("أيد ترامب حصار قطر.", "COERCE", {("", "قطر")}),
        ("أدان أردوغان شن غارات على غزة.", "ASSAULT", {("", "غزة")}),
        ("هللت الصحف الكندية لقصف كينيا.", "ASSAULT", {("", "كينيا")}),
        ("صمتت كندا عن قصف كينيا.", "ASSAULT", {("", "كينيا")}),
        ("تغض كندا الطرف عن قصف كينيا.", "ASSAULT", {("", "كينيا")}),
        ("تغض كندا الطرف عمن يهاجمون أوغندا.", "MEMBER", set()),  # a glance is no party to anything
        ("حذر الوزير الكندي من أنه سيتم إغلاق الجمعيات الكينية.", "THREATEN", {("الوزير الكندي", "")}),
        ("صارت كندا رهينة لكينيا.", "COERCE", set()),  # no hostage has her
        ("أعلنت إسرائيل شن غارات على غزة.", "ASSAULT", {("إسرائيل", "غزة")}),
        ("واصلت إسرائيل قصف غزة.", "ASSAULT", {("إسرائيل", "غزة")}),  # who goes on with it does it
        ("الرئيس الذي اتهمه البرلمان بدعم الإرهاب رفض الاستقالة.", "AID", {("الرئيس", "الإرهاب")}),
    ],
)
def test_who_judges_a_deed_has_not_done_it(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("السعودية ضد التدخل في شؤون لبنان.", "COERCE", {("", "لبنان")}),
        ("كانت الكويت بالضد من غزو العراق.", "ASSAULT", {("", "العراق")}),
        ("كانت الكويت بالضد من غزو العراق.", "OPPOSE", set()),  # nor is she against whom it is done to
        ("وقفت الجزائر ضد تدخل فرنسا في ليبيا.", "COERCE", {("فرنسا", "ليبيا")}),  # she is who does it
    ],
)
def test_who_is_against_a_deed_does_not_do_it(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("تخشى إسرائيل من توقيع اتفاق مع طهران.", "AGREE", {("", "طهران")}),
        ("تخاف تركيا من دعم الأكراد.", "AID", {("", "الأكراد")}),
    ],
)
def test_who_fears_a_deed_is_no_end_of_it(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("قطعت كندا علاقاتها مع المغرب متهمة إياه بالتآمر مع الهند.", "ACCUSE", {("كندا", "المغرب")}),
        ("قطعت كندا علاقاتها مع المغرب متهمة إياه بالتآمر مع الهند.", "COOPERATE", {("المغرب", "الهند")}),
        ("اعتقلت الشرطة الصحفي متهمة إياه بالتجسس لصالح كندا.", "ALLY", {("الصحفي", "كندا")}),
    ],
)
def test_whom_a_pronoun_of_its_own_means_is_accused(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    "text", ["رد حزب الله على إسرائيل بقصف حيفا.", "ردت حماس على اليابان بمهاجمة ليبيا.", "انتقم حزب الله من اليابان بقصف ليبيا."]
)
def test_who_is_answered_with_a_deed_has_not_done_it(text: str, code: Code) -> None:
    done = [c for c in code(text).claims if c.trigger.of(text).startswith(("بقصف", "بمهاجمة"))]
    assert done
    assert all(c.source is None or c.source.names[0] in ("حزب الله", "حماس") for c in done)
    assert {c.polarity for c in done} == {"affirmed"}


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("توعد الحرس الثوري بالرد على اغتيال القائد.", "ASSAULT", {("", "القائد")}),
        ("تدرس كندا الرد على قصف الجليل.", "ASSAULT", {("", "الجليل")}),
        ("تدرس كندا قصف الجليل.", "ASSAULT", {("كندا", "الجليل")}),
        # whom somebody avenges he does nothing to
        ("تعهدت طهران بالثأر لسليماني.", "THREATEN", {("طهران", "")}),
        ("تعهدت طهران بالانتقام من كندا.", "THREATEN", {("طهران", "كندا")}),
        # who gets aid has it from whose it is
        ("تسلم الجيش اللبناني مساعدات قطرية.", "AID", {("قطرية", "الجيش اللبناني")}),
    ],
)
def test_who_answers_a_deed_or_avenges_somebody(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("بحث الوزير استهداف الحوثيين للسفن مع السفير الفرنسي.", "ASSAULT", {("الحوثيين", "السفن")}),
        ("ناقشت اللجنة تهريب الأسلحة إلى المتمردين مع رئيس تشاد.", "CONSULT", {("اللجنة", "رئيس تشاد")}),
        ("بحث الوزير تعزيز التعاون مع كندا.", "COOPERATE", {("الوزير", "كندا")}),  # what two do together
    ],
)
def test_with_whom_one_talks_of_a_deed_has_no_part_in_it(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims
