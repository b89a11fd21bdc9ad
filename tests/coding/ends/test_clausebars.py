"""Who has no part in what a verb tells, for what stands in its clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("لم يهاجم حزب الله سوى إسرائيل.", "ASSAULT", {("حزب الله", "إسرائيل")}),
        ("لا يحاصر غزة سوى إسرائيل.", "COERCE", {("إسرائيل", "غزة")}),  # its subject stands behind "but"
    ],
)
def test_what_is_left_of_a_denial_has_its_part(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


def test_who_refuses_a_text_has_not_said_it(code: Code) -> None:
    assert ("الصين", "روسيا") not in ends(code("صوتت الصين ضد مشروع قرار يدين روسيا."), "ACCUSE")
    refused = code("رفضت روسيا قرارا يدعم أوكرانيا.")
    assert ("روسيا", "أوكرانيا") not in ends(refused, "AID") | ends(refused, "REJECT")
    assert ends(code("أصدر البرلمان العراقي قرارا يدين تركيا."), "ACCUSE") == {("البرلمان العراقي", "تركيا")}


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("رفضت كينيا المبادرة واتهمت الصومال بعرقلتها.", "ACCUSE", {("كينيا", "الصومال")}),
        ("نددت كندا بالقرار وهاجمت كينيا.", "ASSAULT", {("كندا", "كينيا")}),
        ("الحكومة التي رفضت القرار تدعم كينيا.", "AID", {("الحكومة", "كينيا")}),  # the main verb tells of no text
        ("وصل الوزير الياباني. انتقدت كندا تقريرا أمميا يتهم كينيا.", "ACCUSE", {("كندا", ""), ("", "كينيا")}),  # nor who came before
        ("رفضت كندا قرار المحكمة الذي أدان كينيا.", "ACCUSE", {("المحكمة", "كينيا")}),  # who is no judge of it has said it
    ],
)
def test_who_refuses_a_text_does_all_else(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("حذر السيسي من أن مصر لن تسكت على إثيوبيا.", "مصر"),
        ("حذر غوتيريش من أن إسرائيل قد تهاجم لبنان.", "إسرائيل"),
    ],
)
def test_of_whom_somebody_warns_is_not_warned(text: str, warned: str, code: Code) -> None:
    found = code(text)
    assert warned not in {target for _, target in ends(found, "THREATEN") | ends(found, "OPPOSE")}


def test_who_is_to_arm_others_is_warned(code: Code) -> None:
    found = code("حذرت كينيا من أن كندا تسلح الصومال.")
    assert ("كينيا", "كندا") in ends(found, "THREATEN")
    assert ends(found, "AID") == {("كندا", "الصومال")}


def test_whom_those_strike_of_whom_somebody_warns_is_not_warned(code: Code) -> None:
    found = code("وصل الوزير الكيني. حذرت كندا من أن اليابان ستهاجم ليبيا.")
    assert {target for _, target in ends(found, "THREATEN") | ends(found, "OPPOSE")} <= {""}


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("ترامب أكثر عداء لإيران من أوباما.", "OPPOSE", {("ترامب", "إيران")}),
        ("وقفت تركيا متفرجة على ذبح الأكراد.", "ASSAULT", {("", "الأكراد")}),
        ("تظاهر الأردنيون منددين بقصف غزة.", "ASSAULT", {("", "غزة")}),
    ],
)
def test_who_is_outdone_or_looks_on_does_nothing(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


def test_whose_man_is_struck_is_not_struck(code: Code) -> None:
    found = code("قتلت إسرائيل عميلا لإيران.")
    assert ends(found, "ASSAULT") == {("إسرائيل", "عميلا")}
    assert ends(found, "ALLY") == {("عميلا", "إيران")}


def test_what_is_lifted_is_no_more(code: Code) -> None:
    found = code("رفعت واشنطن العقوبات عن سوريا.")
    assert ends(found, "CONCEDE") == {("واشنطن", "سوريا")}
    assert ends(found, "SANCTION") == set()


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("ليس حزب الله حركة لبنانية، بل أداة لإيران.", "ALLY", {("حزب الله", "إيران")}),
    ],
)
def test_what_somebody_is_not_is_nobody(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


def test_what_somebody_is_called_twice_is_his(code: Code) -> None:
    found = code("يبقى نبيه بري حليفا لحزب الله وخصما لجعجع.")
    assert ends(found, "ALLY") == {("نبيه بري", "حزب الله")}
    assert ends(found, "OPPOSE") == {("نبيه بري", "جعجع")}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("قصف لبنان. من يدعم داعش؟", {("", "داعش")}),
        ("قصف لبنان. لكن من يدعم داعش؟", {("", "داعش")}),
        ("قصف لبنان. ومن سلح الحوثيين غير إيران؟", {("إيران", "الحوثيين")}),
    ],
)
def test_who_asks_who_names_nobody(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "AID") == claims


def test_who_is_accused_does_not_say_so(code: Code) -> None:
    found = code("الذين يتهمون قطر بدعم الإرهاب كثيرون.")
    assert [v.names[0] for c in found.claims if c.relation == "AID" for v in c.voice if v.names[0] == "قطر"] == []


@pytest.mark.parametrize(
    ("text", "whom", "favoured"),
    [
        ("صمتت أوروبا عن مذبحة غزة.", "غزة", False),
        ("تقف أمريكا خلف الانقلاب على محمد مرسي.", "محمد مرسي", False),
    ],
)
def test_whom_a_deed_strikes_has_no_favour_of_it(text: str, whom: str, favoured: bool, code: Code) -> None:
    assert (whom in {target for _, target in ends(code(text), "SUPPORT")}) is favoured


def test_of_whom_a_relative_clause_tells_does_it(code: Code) -> None:
    found = code("اندلعت مواجهات بين الجيش والقوات التي تدعم كينيا.")
    assert ("القوات", "كينيا") in ends(found, "AID")


@pytest.mark.parametrize(
    ("text", "relation", "not_he"),
    [
        ("لا خير في أمة تترك غزة وحدها أمام إسرائيل.", "SANCTION", "إسرائيل"),
        ("الحرب بين السعودية وإيران تهدد الخليج.", "THREATEN", "السعودية"),
    ],
)
def test_whom_a_preposition_leads_to_does_nothing(text: str, relation: str, not_he: str, code: Code) -> None:
    assert not_he not in {source for source, _ in ends(code(text), relation)}


def test_who_breaks_a_cease_fire_does_not_hold_it(code: Code) -> None:
    found = code("خرق الحوثيون وقف إطلاق النار مع السعودية.")
    assert ends(found, "ASSAULT") == {("الحوثيون", "السعودية")}
    assert ends(found, "RETREAT") == set()
    assert ends(code("خرقت كينيا وقف المساعدات مع الصومال."), "ASSAULT") == set()


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("سكت العالم عن مجازر كينيا بحق الصوماليين.", "ASSAULT", {("كينيا", "الصوماليين")}),
        ("استثمرت تركيا في خلاف كندا مع كينيا.", "OPPOSE", {("كندا", "كينيا")}),
        ("انطلق سباق نحو القمة بين كندا وكينيا.", "OPPOSE", set()),
        ("بدأ سباق على النفوذ بين كندا وكينيا.", "OPPOSE", {("كندا", "كينيا")}),
    ],
)
def test_an_expression_hides_no_deed(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("صمد وقف إطلاق النار الكندي الياباني.", set()),
        ("طالبت كينيا بوقف إطلاق النار على الأطفال.", {"الأطفال"}),
        ("أدانت كينيا إطلاق النار الكندي على الأطفال.", {"الأطفال"}),
    ],
)
def test_nobody_opens_the_fire_of_a_cease_fire(text: str, struck: set[str], code: Code) -> None:
    assert {target for _, target in ends(code(text), "ASSAULT")} == struck


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("قصف الجيش الأوغندي القرية أمس والحكومة الكينية نددت بالقصف.", {("الجيش الأوغندي", "القرية")}),
        ("قصف الجيش الأوغندي كينيا أمس والصومال اليوم.", {("الجيش الأوغندي", "كينيا"), ("الجيش الأوغندي", "الصومال")}),
    ],
)
def test_to_whom_opens_the_next_clause_nothing_is_done_in_this(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "ASSAULT") == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("قصفت كندا القرية والمدينة في حالة ذهول.", {("كندا", "القرية")}),
        ("قصفت كندا القرية والمدينة.", {("كندا", "القرية"), ("كندا", "المدينة")}),
    ],
)
def test_who_begins_a_clause_without_a_verb_suffers_nothing(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "ASSAULT") == claims


@pytest.mark.parametrize(
    ("text", "relation", "found"),
    [
        # what a clause tells of somebody he does, whom he was told of with
        ("التقى ماكرون ترامب، الذي أشاد بدعم كندا لأوكرانيا.", "SUPPORT", {("ترامب", "كندا")}),
        ("التقى وزير الخارجية المصري نظيره التركي، الذي أشاد بالدور القطري.", "SUPPORT", {("نظيره التركي", "القطري")}),
        ("هاجم الجيش الجماعة التي تدعمها كندا.", "AID", {("كندا", "الجماعة")}),
        # who is named with the rest of a kind does what they do
        ("كانت كندا ثالثة الدول التي اعترفت بكينيا.", "SUPPORT", {("كندا", "كينيا")}),
    ],
)
def test_who_is_described_does_what_the_clause_tells(text: str, relation: str, found: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == found


@pytest.mark.parametrize(
    ("text", "relation", "found"),
    [
        ("دول الخليج، باستثناء قطر وعمان، دعمت الحكومة الكينية.", "AID", {("دول الخليج", "الحكومة الكينية")}),
        ("هاجمت كندا جميع الفصائل باستثناء حزب الله.", "ASSAULT", {("كندا", "الفصائل")}),
    ],
)
def test_who_is_left_out_has_no_part(text: str, relation: str, found: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("الوزير القادم من بيروت انتقد ماكرون.", {("الوزير القادم", "ماكرون")}),
        ("الوزير القادم من بيروت انتقده ماكرون.", {("ماكرون", "الوزير القادم")}),
    ],
)
def test_who_opens_a_clause_does_what_its_verb_says(text: str, found: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "ACCUSE") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("هاجم ماكرون حليفا لكينيا.", {("حليفا", "كينيا")}),
        ("طردت كندا ممثلا لحركة حماس.", {("ممثلا", "حركة حماس")}),
        ("كانت كندا حليفا لكينيا.", {("كندا", "كينيا")}),
        ("ظلت كندا حليفا لكينيا.", {("كندا", "كينيا")}),
    ],
)
def test_who_does_something_to_somebodys_man_is_none_himself(text: str, found: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "ALLY") == found


@pytest.mark.parametrize(
    ("text", "relation", "pairs"),
    [
        ("تدعم مصر والإمارات التي تمول كينيا حفتر.", "AID", {("مصر", "حفتر"), ("الإمارات", "حفتر"), ("الإمارات", "كينيا")}),
        ("تدعم فنلندا كندا والدول التي تهاجم الحزب.", "ASSAULT", {("الدول", "الحزب")}),  # a name needs no telling which it is
        ("هاجم الحزب كندا والميليشيات التي تدعمها كينيا", "AID", {("كينيا", "الميليشيات")}),
        ("هاجم الحزب الدول والفصائل التي تدعمها كينيا.", "AID", {("كينيا", "الدول"), ("كينيا", "الفصائل")}),
        ("المحور يضم مصر وإريتريا والصومال التي تعادي إثيوبيا.", "OPPOSE", {("الصومال", "إثيوبيا")}),
        ("انتقدت فرنسا الأحزاب والمنظمات التي تعادي كينيا.", "OPPOSE", {("الأحزاب", "كينيا"), ("المنظمات", "كينيا")}),
    ],
)
def test_the_last_of_several_states_alone_is_told_of(text: str, relation: str, pairs: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == pairs


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("أين دعم كندا وأين نتائجه؟", "AID", {("كندا", "نتائجه")}),
        ("أين مساعدات كندا لكينيا؟", "AID", {("كندا", "كينيا")}),
        ("يريد الوزير دعم كندا.", "AID", {("الوزير", "كندا")}),
    ],
)
def test_of_whose_deed_a_question_asks_where_it_is(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


def test_an_alliance_with_somebody_is_entered_and_nobody(code: Code) -> None:
    assert ends(code("قررت كينيا الشراكة مع كندا والتحالف معها."), "ALLY") == {("كينيا", "كندا")}
    assert ends(code("على كينيا التوجه نحو قوى دولية والتحالف معها."), "ALLY") == {("كينيا", "قوى دولية")}


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("كندا في خندق الحزب وكينيا في خندق الحركة.", "ALLY", {("كندا", "الحزب"), ("كينيا", "الحركة")}),
        ("كندا في محور وكينيا في محور آخر", "ALLY", set()),  # each in one of its own
        ("كندا وكينيا في محور واحد.", "ALLY", {("كندا", "كينيا")}),
        ("تبقى كينيا، وهي أكبر دول المنطقة، خارج التحالف.", "SUPPORT", set()),  # "the greatest" admires nobody
        ("بقيت كينيا خارج التحالفين مع أنها حاربت الحزب.", "EXCLUDE", {("التحالفين", "كينيا")}),
        ("بقيت كينيا خارج التحالفين مع أنها حاربت الحزب", "EXCLUDE", {("التحالفين", "كينيا")}),
    ],
)
def test_who_is_on_whose_side(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("يرفض الحزب الحرب بين كندا وكينيا.", "REJECT", {("الحزب", "")}),
        ("يرفض الحزب الحرب على كينيا.", "REJECT", {("الحزب", "")}),
        ("يدين المجلس الاشتباكات بين كندا وكينيا.", "ACCUSE", {("المجلس", "كندا"), ("المجلس", "كينيا")}),  # and so the fighters
        ("فرق بين الحزب والفصائل التي تدربها كندا", "AID", {("كندا", "الفصائل")}),  # the pronoun takes them up
        ("ترفض أوغندا التحالف بين كندا وكينيا", "ALLY", {("كندا", "كينيا")}),
        ("دخلت كندا الحرب من أجل كينيا.", "ASSAULT", {("كندا", "")}),
        ("هناك تحالفان ضد الحركة.", "ALLY", set()),
        ("أعلنت كندا قيام تحالف ضد الحركة", "ALLY", set()),  # against whom it is, it is no friend of
        ("أعلنت كندا قيام تحالف ضد الحركة", "LEAD", {("كندا", "تحالف")}),
        ("التحالف الذي أعلنته كندا يضم كينيا.", "LEAD", {("كندا", "التحالف")}),
        ("لم تدع كينيا إلى التحالف.", "EXCLUDE", {("التحالف", "كينيا")}),
    ],
)
def test_between_whom_and_for_whose_sake(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims
