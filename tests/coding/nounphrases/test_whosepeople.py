"""People told of by whose friends or foes they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends, phrase, words

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("أتباع كينيا في الصومال يسيطرون على البلاد.", "ALLY", {("أتباع كينيا", "كينيا")}),
        ("هاجم أنصار الحزب الوزير.", "ALLY", {("أنصار الحزب", "الحزب")}),
        ("هاجم أنصار الحزب الحاكم الوزير.", "ALLY", {("أنصار الحزب الحاكم", "الحزب الحاكم")}),
        ("اندلعت اشتباكات بين أنصار الحزب الحاكم وبدو كينيا.", "ASSAULT", {("أنصار الحزب الحاكم", "بدو كينيا")}),
        ("هاجمت كندا أنصار النظام. وقال النظام إنه سيرد.", "ALLY", {("أنصار النظام", "النظام")}),
        ("أعطت كندا المال لموالي الحكومة الكينية، وهاجمت الحكومة أوغندا.", "ASSAULT", {("الحكومة", "أوغندا")}),
        ("احتج معارضو أردوغان في الشوارع.", "OPPOSE", {("معارضو أردوغان", "أردوغان")}),
        ("داعمو الإرهاب اجتمعوا أمس.", "AID", {("داعمو الإرهاب", "الإرهاب")}),
        ("حلفاء كينيا وأوغندا يقصفون الخرطوم.", "ALLY", {("حلفاء كينيا", "كينيا"), ("حلفاء كينيا", "أوغندا")}),
        ("حلفاء كينيا وأوغندا يقصفون الخرطوم.", "ASSAULT", {("حلفاء كينيا", "الخرطوم")}),
        ("لجأ أعداء كينيا والأمة العربية إلى قصف أوغندا.", "ASSAULT", {("أعداء كينيا", "أوغندا")}),
        ("لجأ أعداء كينيا والأمة العربية إلى قصف أوغندا.", "OPPOSE", {("أعداء كينيا", "كينيا"), ("أعداء كينيا", "الأمة العربية")}),
        ('هاجم أتباع "حماس" كندا.', "ALLY", {('أتباع "حماس"', "حماس")}),
        ("مقاتلو الحزب هاجموا كسلا.", "OPPOSE", set()),  # they are his
        ("قال الحلفاء إنهم سينسحبون.", "ALLY", set()),
        ("اعترض محامي الأسرة على القرار.", "SUPPORT", set()),
        ("تفقد الوزير بيوت الخصوم.", "OPPOSE", set()),  # houses are no foes
    ],
)
def test_whose_they_are_is_told_within_their_phrase(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


def test_what_stands_within_a_phrase_is_a_mention_in_its_place(code: Code) -> None:
    found = [m.actor.name for m in code("أتباع كينيا في الصومال يسيطرون على البلاد.").mentions]
    assert found[:3] == ["أتباع كينيا", "كينيا", "الصومال"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("حذر أنصار النظام من الفوضى. النظام قصف كسلا.", "النظام"),
        ("اجتمع خصوم الحكومة أمس. الحكومة قصفت كسلا.", "الحكومة"),
    ],
)
def test_whose_friends_they_are_is_another(text: str, who: str, code: Code) -> None:
    assert ends(code(text), "ASSAULT") == {(who, "كسلا")}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("قال حلفاء روسيا إنهم سينسحبون.", "حلفاء روسيا"),
        ("دعا رؤساء سوريا ولبنان إلى الحوار.", "رؤساء سوريا"),
        ("أشرفت الحكومة السعودية على المؤتمر.", "الحكومة السعودية"),
        ("اعتقلت الشرطة صحفيا روسيا أمس.", "صحفيا روسيا"),
    ],
)
def test_a_state_written_like_one_of_its_men_owns_what_stands_before_it(text: str, whole: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert words(draft, phrase(draft, whole)) == whole


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("عدو العرب الحقيقي هو إيران.", "OPPOSE", {("إيران", "العرب")}),
        ("حلفاء كينيا في الصومال هم قادة أوغندا.", "ALLY", {("قادة أوغندا", "كينيا")}),
        ("عدو النجاح هو الكسل.", "OPPOSE", set()),
        ("بوتين حليف الأسد.", "ALLY", {("بوتين", "الأسد")}),
        ("اتهمت كندا عدو العرب بالكذب.", "OPPOSE", set()),
    ],
)
def test_who_somebody_is_told_to_be_has_his_friends_and_foes(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert {(one, two) for one, two in ends(code(text), relation) if one and two} == claims
