"""Whose country "his country" is, whose office "his counterpart" holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding import wording
from ahlaf.coding.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("قال وزير الخارجية التركي إن بلاده ستدعم المعارضة.", "TUR"),
        ("رفض الرئيس عبد الفتاح السيسي زج بلاده في الحرب.", "EGY"),
        ("أكد الناطق باسم الجيش اللبناني أن وطنه لن يستسلم.", "LBN"),
        ("قال إن بلاده ستنسحب.", None),  # nobody is named
        ("دعم الرئيس الفرنسي المعارضة في البلاد.", None),  # no pronoun
    ],
)
def test_it_is_the_country_of_whom_the_pronoun_means(text: str, country: str | None, prepare: Prepare) -> None:
    draft = prepare(text)
    lands = [p for p in draft.phrases if draft.words[p.first].stem in ("بلاد", "وطن") and p.kind != "pronoun"]
    found = [p.actor.id for p in lands if p.actor is not None and not p.actor.id.startswith("text:")]
    assert found == ([country] if country else [])


def test_the_words_on_the_spot_stay(prepare: Prepare) -> None:
    draft = prepare("قال الرئيس الفرنسي إن بلاده تدعم القرار.")
    land = next(p for p in draft.phrases if draft.words[p.first].stem == "بلاد" and p.kind != "pronoun")
    assert (land.actor.name, wording.plain(draft, land)) == ("فرنسا", "بلاده")


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("بحث وزير الخارجية المصري مع نظيره التركي الأزمة.", "نظيره التركي", "TUR.وزير"),
        ("التقت وزيرة الدفاع الألمانية نظيرتها النمساوية.", "نظيرتها النمساوية", "AUT.وزيره"),
        ("استقبل الرئيس المصري نظيره الروسي فلاديمير بوتين.", "نظيره الروسي فلاديمير بوتين", "vladimir-putin"),
        ("التقى أوباما نظيره الصيني.", "نظيره الصيني", "CHN.نظير"),  # a name tells no office
        ("اتهم الوزير نظيره بالكذب.", "نظيره", "text:نظير"),
    ],
)
def test_a_counterpart_holds_the_same_office_in_his_state(text: str, words: str, actor: str, prepare: Prepare) -> None:
    draft = prepare(text)
    found = {draft.text(p.first, p.last).removeprefix("مع "): p.actor.id for p in draft.phrases if p.actor is not None}
    assert found[words] == actor
