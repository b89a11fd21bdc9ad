"""How far a phrase reaches."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import actors, ends, words

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("حذر مسؤول مصري كبير الغرب من الحرب.", "مسؤول مصري كبير"),
        ("تستخدم الولايات المتحدة القاعدة منذ عام.", "الولايات المتحدة"),
        ("ضربت بلدان عربية وإسلامية الحركة.", "بلدان عربية وإسلامية"),
        ("تواجه معارضة سياسية أو إعلامية الحكومة.", "معارضة سياسية أو إعلامية"),
        ("وطالب النائب الحكومة بالرحيل.", "النائب"),
        ("انتقد الرئيس الحكومة.", "الرئيس"),
        ("أقال الرئيس الوزراء.", "الرئيس"),
        # nobody owns whom their ending shows to be nobody's
        ("اتهم مسؤولون كندا بالكذب.", "مسؤولون"),
        ("انتقد مسؤولون كنديون الحكومة.", "مسؤولون كنديون"),
        ("انتقد مسؤولو كندا الحكومة.", "مسؤولو كندا"),
        ("زار رئيس الحكومة بيروت.", "رئيس الحكومة"),
        ("جاء عدو الحزب الأول.", "الحزب"),  # the foe is the first
        ("جاء حليف الحزب الحاكم.", "الحزب الحاكم"),
        ("عرقلت كندا عملية السلام.", "عملية السلام"),  # what it is for is no end itself
        ("أفشلت كينيا خطة السلام الكندية.", "خطة السلام الكندية"),
        ("انتقد الحزب بيان وزارة الداخلية الأخير.", "وزارة الداخلية"),  # the last statement
        ("انتقد الحزب قصف الجيش الكيني الأخير.", "الجيش الكيني"),
        ("انتقد الحزب الوزير الأخير.", "الوزير الأخير"),
        ("هاجم المعسكر الآخر القرية.", "المعسكر الآخر"),
        ("دعت الأحزاب المعارضة الحكومة إلى الرحيل.", "الأحزاب المعارضة"),
        ("أزاح الجيش الرئيس.", "الجيش"),
        ("استهدف انتحاري حاجزا للشرطة.", "انتحاري"),  # an object's ending
        ("حرر الجيش الموصل من داعش.", "الجيش"),
        ("اقتحم المستوطنون الأقصى.", "المستوطنون"),
        ("دعا الأمين العام الأطراف إلى التهدئة.", "الأمين العام"),
        ("دعمت القوة المتعددة الأطراف لبنان.", "القوة المتعددة الأطراف"),
        ("انتقد أوباما الرئيس السوري بشار الأسد لشنه حربا.", "الرئيس السوري بشار الأسد"),
        # a state that is written like one of its men in the accusative
        ("انتقد مسؤول أمريكي كينيا.", "مسؤول أمريكي"),
        ("زار وفد كندي سوريا.", "وفد كندي"),
        ("اعتقلت الشرطة صحفيا سوريا.", "صحفيا سوريا"),
        # where or on what somebody stands is no part of his name
        ("انتقد النظام الكيني الواقع تحت النفوذ الكندي أوغندا.", "النظام الكيني"),
        ("تدعم الأحزاب القائمة على الطائفية كينيا.", "الأحزاب"),
        ("اعتقلت الشرطة القائم بالأعمال الكندي.", "القائم بالأعمال الكندي"),
        # general nouns of several words
        ("دعت الدول الأعضاء تركيا إلى الحوار.", "الدول الأعضاء"),
        ("دعت دول أعضاء في الحلف تركيا إلى الحوار.", "دول أعضاء"),
        ("الدولة عضو في الحلف.", "الدولة"),
        ("دعت منظمات حقوقية الحكومة إلى الحوار.", "منظمات حقوقية"),
    ],
)
def test_a_phrase_ends_before_what_is_somebody_else(text: str, name: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert name in [words(draft, p) for p in draft.phrases]


def test_several_words_may_tell_more_than_their_head(prepare: Prepare) -> None:
    (member,) = actors(prepare("اعتقلت الشرطة عضو البرلمان أمس."), "عضو البرلمان")
    assert (member.kind, member.sector) == ("person", "LEG")


def test_what_a_quotation_says_is_no_name(prepare: Prepare) -> None:
    draft = prepare("وصفته فصائل المعارضة «هو استخفاف بالناس» أمس.")
    assert "فصائل المعارضة" in [words(draft, p) for p in draft.phrases]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("الحزب دمية إيرانية.", False),
        ("كان الرئيس عميلا إسرائيليا.", False),
        ("يرى الكاتب أن الحركة صنيعة إسرائيلية.", False),
        ("اعتقل الأمن عميلا إسرائيليا.", True),
        ("قتل حليف أمريكي في حلب.", True),
    ],
)
def test_whose_tool_somebody_is_called_is_told_by_an_adjective(text: str, whole: bool, prepare: Prepare) -> None:
    draft = prepare(text)
    assert any(p.kind == "nisba" for p in draft.phrases) != whole


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("خطف مسلح مجهول الوزير.", "ASSAULT", {("مسلح مجهول", "الوزير")}),
        ("انتقد نائب معارض الحكومة.", "ACCUSE", {("نائب معارض", "الحكومة")}),
        ("اغتال متطرف كندي رئيس الوزراء.", "ASSAULT", {("متطرف كندي", "رئيس الوزراء")}),
        ("التقى نائب قائد الجيش الوزير.", "CONSULT", {("نائب قائد الجيش", "الوزير")}),
        ("خطف شاب مجهول الهوية.", "ASSAULT", {("", "شاب مجهول الهوية")}),
        ("زار وزير الخارجية القاهرة.", "CONSULT", {("وزير الخارجية", "القاهرة")}),
    ],
)
def test_somebody_behind_who_is_described_is_another(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("هاجم البرهان خصمه اللدود في كسلا.", "ASSAULT", {("البرهان", "خصمه اللدود")}),
        ("دعمت كندا حليفها الاستراتيجي.", "AID", {("كندا", "حليفها الاستراتيجي")}),
        ("انتقد النائب خصومه الألداء.", "ACCUSE", {("النائب", "خصومه الألداء")}),
        ("هاجم المسلحون بيته القديم.", "ASSAULT", {("المسلحون", "")}),
    ],
)
def test_what_kind_of_foe_somebody_is_is_nobody_more(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims
