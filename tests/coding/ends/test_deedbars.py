"""Who has not done the deed that a noun is, and who is not struck by it."""

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
        ("النفوذ الكندي يخدم كينيا.", "COERCE", set()),
        ("النفوذ الكندي يخدم كينيا.", "ALLY", {("الكندي", "كينيا")}),
        ("العدوان الكندي يخدم أوغندا.", "ASSAULT", {("الكندي", "")}),
        ("دعم كندا لكينيا أغضب أوغندا.", "AID", {("كندا", "كينيا")}),
    ],
)
def test_whom_a_deed_serves_it_is_not_done_to(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
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
        ("خسر حفتر دعم موسكو.", "AID", {("موسكو", "حفتر")}),  # who loses it did not give it
        ("وعد بوتين الأسد بدعم الجيش السوري.", "AID", {("بوتين", "الجيش السوري")}),  # who promises does it himself
        ("أقنع بوتين الأسد بدعم الجيش السوري.", "AID", {("الأسد", "الجيش السوري")}),
    ],
)
def test_who_gets_and_who_is_promised_does_not_do_it(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "helped"),
    [
        ("اعتقل الجيش اللبناني عنصرا من داعش بمساعدة أمريكا.", {("أمريكا", "الجيش اللبناني")}),
        ("قتل حفتر مئات المدنيين بدعم من مصر.", {("مصر", "حفتر")}),
    ],
)
def test_whom_a_deed_strikes_is_not_helped_by_it(text: str, helped: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "AID") == helped


@pytest.mark.parametrize(
    ("text", "took"),
    [
        ("اعتقل الجيش مطلوبين من داعش.", {"الجيش"}),
        ("أفرجت السلطات عن معتقلين من حماس.", {""}),
        ("أفرج عن معتقلين من قبل داعش.", {"داعش"}),
    ],
)
def test_whose_the_captives_are_did_not_take_them(text: str, took: set[str], code: Code) -> None:
    assert {source for source, _ in ends(code(text), "COERCE")} == took


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
        ("قوبل الهجوم الروسي بإدانة من فرنسا.", "ASSAULT", set()),
        ("قوبل الهجوم الروسي بإدانة من فرنسا.", "ACCUSE", {("فرنسا", "الروسي")}),
        ("أثار اعتقال الصحفي غضب تركيا.", "COERCE", {("", "الصحفي")}),
        ("أثار دعم قطر للإخوان استياء السعودية.", "AID", {("قطر", "الإخوان")}),
    ],
)
def test_who_stands_behind_an_expression_has_no_part_in_a_deed_amid_it(
    text: str, relation: str, claims: set[tuple[str, str]], code: Code
) -> None:
    assert ends(code(text), relation) == claims


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
        ("لم تجد كينيا سوى اتهام أوغندا بالخيانة.", "ACCUSE", {("كينيا", "أوغندا")}),
        ("لا تملك كينيا إلا قصف المتمردين.", "ASSAULT", {("كينيا", "المتمردين")}),
    ],
)
def test_the_one_deed_left_to_somebody_is_his(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
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


@pytest.mark.parametrize(
    ("text", "relation", "no"),
    [
        ("أغضبت زيارة الوزير الياباني كندا.", "CONSULT", "كندا"),
        ("أحرج قصف إثيوبيا للصومال كينيا.", "ASSAULT", "كينيا"),
        ("أزعج التقارب التركي الروسي كندا.", "ALLY", "كندا"),
    ],
)
def test_whom_a_deed_moves_has_no_part_in_it(text: str, relation: str, no: str, code: Code) -> None:
    assert no not in {end for pair in ends(code(text), relation) for end in pair}
