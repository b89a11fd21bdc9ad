"""How far a phrase reaches."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import actors, words

from ahlaf.coding.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("حذر مسؤول مصري كبير الغرب من الحرب.", "مسؤول مصري كبير"),
        ("تستخدم الولايات المتحدة القاعدة منذ عام.", "الولايات المتحدة"),
        ("وطالب النائب الحكومة بالرحيل.", "النائب"),
        ("أزاح الجيش الرئيس.", "الجيش"),
        ("حرر الجيش الموصل من داعش.", "الجيش"),
        ("اقتحم المستوطنون الأقصى.", "المستوطنون"),
        ("دعا الأمين العام الأطراف إلى التهدئة.", "الأمين العام"),
        ("دعمت القوة المتعددة الأطراف لبنان.", "القوة المتعددة الأطراف"),
        ("انتقد أوباما الرئيس السوري بشار الأسد لشنه حربا.", "الرئيس السوري بشار الأسد"),
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
