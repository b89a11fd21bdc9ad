"""Whom pronouns, "the two sides" and "the said" point back to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import phrase, words

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "pronoun", "actor"),
    [
        ("عادت تركيا إلى المنطقة. وقال الوزير إن داعش يحاربها.", "يحاربها", "TUR"),
        ("دعا أردوغان إلى ذلك، ودعمته روسيا.", "ودعمته", "recep-tayyip-erdogan"),
        ("زارت الوزيرة باريس. حشدت إثيوبيا جيشها.", "جيشها", "ETH"),  # "جيّشها" is written so too
        ("كانت كينيا والسودان في الحلف ثم انسحبا منه.", "منه", "text:حلف"),
        ("تقول الشركة إن البناء كان يخالف قوانين المدينة، ويقول خصومها إنها تكذب.", "خصومها", "text:شركه"),  # who speaks against whom
        ("اختار الرئيس السير وحده حتى وقع الناس ضحايا لممارساته", "لممارساته", "text:رييس"),  # no deed has done a deed
        ("عرضت كندا الاتفاق ورفضه الحزب.", "ورفضه", "text:اتفاق"),
        ("تستعد كندا للحرب مع كينيا التي تدعمها فنلندا", "تدعمها", "KEN"),  # the relative clause takes up whom it describes
        ("هاجم الحزب كندا، وندد الرئيس بالعملية التي اعتبرها تجاوزا.", "اعتبرها", "text:عمليه"),
        ("قاتلت كندا الحركة التي دعمتها", "دعمتها", "CAN"),  # she may have done it herself
    ],
)
def test_pronouns_point_back(text: str, pronoun: str, actor: str, prepare: Prepare) -> None:
    draft = prepare(text)
    found = next(p for p in draft.phrases if p.kind == "pronoun" and words(draft, p) == pronoun)
    assert found.actor is not None
    assert found.actor.id == actor


def test_a_pronoun_may_point_to_what_stands_right_before_it(prepare: Prepare) -> None:
    draft = prepare("إيران تدعم حزب الله وتزوده بالسلاح.")
    found = next(p for p in draft.phrases if p.kind == "pronoun")
    assert found.actor is not None
    assert found.actor.id == "hezbollah"


def test_the_organisation_is_the_one_spoken_of(prepare: Prepare) -> None:
    draft = prepare("دخل تنظيم داعش المدينة. ثم انسحب التنظيم منها.")
    actor = phrase(draft, "التنظيم").actor
    assert actor is not None
    assert actor.id == "daesh"


def test_the_two_countries_are_the_last_two(prepare: Prepare) -> None:
    draft = prepare("زارت فرنسا مصر، ووقع البلدان اتفاقا.")
    points = phrase(draft, "البلدان").points
    assert {draft.phrases[i].actor.id for i in points} == {"FRA", "EGY"}  # type: ignore[union-attr]


def test_the_two_sides_are_no_place(prepare: Prepare) -> None:
    draft = prepare("اجتمعت فرنسا مع مصر في بغداد، ووقع الطرفان اتفاقا.")
    assert {draft.phrases[i].actor.id for i in phrase(draft, "الطرفان").points} == {"FRA", "EGY"}  # type: ignore[union-attr]


def test_a_state_and_its_people_are_one_of_the_two_sides(prepare: Prepare) -> None:
    draft = prepare("هرول الغرب إلى طهران قبل التثبت من نوايا الإيرانيين، والشراكة بين الطرفين غامضة.")
    assert {draft.phrases[i].actor.country for i in phrase(draft, "الطرفين").points} == {"IGO", "IRN"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("زار الرئيس الروسي تركيا، ووقع البلدان اتفاقا.", {"RUS", "TUR"}),
        ("تقاتلت الهند وباكستان. وحثت أمريكا البلدين على الصبر.", {"IND", "PAK"}),  # who urges them is none of them
        ("بحث وزيرا الخارجية السعودي والإيراني في بكين العلاقات بين البلدين.", {"SAU", "IRN"}),
    ],
)
def test_the_two_countries_may_be_named_by_those_who_speak_for_them(text: str, who: set[str], prepare: Prepare) -> None:
    draft = prepare(text)
    points = next(p for p in draft.phrases if draft.text(p.first, p.last).startswith("البلد")).points
    assert {draft.phrases[i].actor.country for i in points} == who  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("قصفت أمريكا وبريطانيا اليمن. وتتهم الدولتان إيران.", "الدولتان", {"USA", "GBR"}),
        ("تحالفت السعودية ومصر والإمارات. وتحارب هذه الدول الحوثيين.", "الدول", {"SAU", "EGY", "ARE"}),
        ("زارت مصر تركيا. وتدعم هذه الدول ليبيا.", "الدول", set()),
    ],
)
def test_who_was_named_together_is_meant_together(text: str, words: str, who: set[str], prepare: Prepare) -> None:
    draft = prepare(text)
    assert {draft.whose(i) for i in phrase(draft, words).points} == who


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("تشكل التحالف الإسلامي وعقد هذا المؤتمر برعاية السعودية.", "المؤتمر", "islamic-military-coalition"),
        ("تأسس حلف الناتو. هذا التكتل يهدد روسيا.", "التكتل", "nato"),
        ("تشكل التحالف الإسلامي. انضمت قطر إلى التحالف المذكور.", "التحالف المذكور", "islamic-military-coalition"),
        ("أكد الجانب التركي ذلك.", "الجانب التركي", "TUR"),
    ],
)
def test_the_said_and_this_point_back(text: str, name: str, actor: str, prepare: Prepare) -> None:
    found = phrase(prepare(text), name).actor
    assert found is not None
    assert found.id == actor


def test_a_pronoun_knows_whom_it_may_mean(prepare: Prepare) -> None:
    draft = prepare("هاجم حلف الناتو تنظيم داعش، وانضم إليه متطوعون.")
    (pronoun,) = [p for p in draft.phrases if p.kind == "pronoun"]
    assert {draft.whose(i) for i in pronoun.antecedents} >= {"daesh", "nato"}
