"""Adjectives of origin in a row: who meet, and who does one deed together."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        (
            "الاجتماع الروسي التركي الإيراني في أستانة أقر خطة جديدة.",
            "CONSULT",
            {("الروسي", "التركي"), ("الروسي", "الإيراني"), ("التركي", "الإيراني")},
        ),
        (
            "التعاون الروسي - الإيراني - السوري مستمر.",
            "COOPERATE",
            {("الروسي", "الإيراني"), ("الروسي", "السوري"), ("الإيراني", "السوري")},
        ),
        ("الاجتماع الروسي التركي في أستانة أقر خطة جديدة.", "CONSULT", {("الروسي", "التركي")}),
    ],
)
def test_parties_in_a_row_all_meet(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


def test_a_deed_of_several_is_done_by_all_and_not_between_them(code: Code) -> None:
    reading = code("القصف الأمريكي البريطاني الفرنسي على دمشق قتل مدنيين.")
    assert {(c.source.actor.id if c.source else "", c.target.actor.id if c.target else "") for c in reading.claims} >= {
        ("USA", "SYR"),
        ("GBR", "SYR"),
        ("FRA", "SYR"),
    }
    assert not any(c.source and c.target and c.target.actor.id in ("USA", "GBR", "FRA") for c in reading.claims)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("قتل القصف الحكومي في كينيا أطفالا.", "KEN.حكومه"),
        ("صد الأهالي هجوما حكوميا على القرية.", "text:حكومه"),
        ("دان الأهالي القصف الفصائلي على القرية.", "text:فصايل"),
        ("قتل الأطفال في الهجوم الميليشياوي على القرية.", "text:ميليشيات"),
        ("دان الأهالي الهجوم الليلي على القرية.", ""),
        ("دان الأهالي هجوم المنظمة غير الحكومية على القرية.", "text:منظمه غير حكوميه"),
    ],
)
def test_an_adjective_tells_what_kind_of_power_does_a_deed(text: str, source: str, code: Code) -> None:
    assert {c.source.actor.id if c.source else "" for c in code(text).claims if c.relation == "ASSAULT"} == {source}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("التقارب الإيراني الغربي مهم.", {("IRN", "west")}),
        ("الصراع الروسي الغربي على أوكرانيا طويل.", {("RUS", "west")}),
        ("المواجهة الأطلسية الروسية قريبة.", {("nato", "RUS")}),
        ("الاتفاق النووي الإيراني الغربي ضعيف.", {("IRN", "west")}),
        ("المباحثات الروسية الغربية متعثرة.", {("RUS", "west")}),
        ("الضغوط الروسية والغربية على ليبيا شديدة.", {("west", "LBY")}),
        ("دعمت اليابان الدول العربية والغربية.", {("JPN", "west")}),
        ("قصف الجيش الساحل السوري والغربي.", set()),
        ("قصف الجيش الساحل السوري الغربي.", set()),
        ("هاجم الجيش الضفة الغربية.", set()),
    ],
)
def test_a_bloc_beside_a_state_is_a_party(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    pairs = {(c.source.actor.id, c.target.actor.id) for c in code(text).claims if c.source and c.target}
    assert {pair for pair in pairs if not {"west", "nato"}.isdisjoint(pair)} == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("زادت الضغوط الغربية على اليابان.", {("west", "JPN")}),
        ("استمر الدعم الغربي لليابان.", {("west", "JPN")}),
        ("زادت الضغوط الدولية على اليابان.", {("international-community", "JPN")}),
        ("أيدت كندا الاتفاقية الدولية.", set()),  # an agreement among nations, and with no one community
        ("قصف المقاتل الغربي اليابان.", set()),
        ("رفضت كندا المطالب اليابانية.", {("CAN", "JPN")}),  # and no man who demands
        ("اندلع الصراع السني الشيعي في اليابان.", {("sunnis", "shiites")}),
        ("هاجمت كندا المواقع الحوثية.", {("CAN", "houthis")}),
    ],
)
def test_an_adjective_behind_a_deed_may_mean_a_bloc_or_a_community(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    pairs = {(c.source.actor.id, c.target.actor.id) for c in code(text).claims if c.source and c.target}
    assert {pair for pair in pairs if "text:" not in str(pair)} == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("تقدم الجيش الكيني بدعم ياباني كندي.", "AID", {("JPN", "KEN.جيش"), ("CAN", "KEN.جيش")}),
        ("انتهت الأزمة برعاية يابانية كندية.", "LEAD", {("JPN", ""), ("CAN", "")}),
        ("بوساطة يابانية كندية بين كينيا والصومال انتهت الأزمة.", "CONSULT", {(a, b) for a in ("JPN", "CAN") for b in ("KEN", "SOM")}),
        ("رحبت كينيا بالتقارب الياباني الكندي.", "SUPPORT", {("KEN", "JPN"), ("KEN", "CAN")}),
        ("رحبت كينيا بالتقارب الياباني الكندي.", "ALLY", {("JPN", "CAN")}),
        ("أدانت كينيا الهجوم الياباني الكندي على الصومال.", "ACCUSE", {("KEN", "JPN"), ("KEN", "CAN")}),
    ],
)
def test_two_in_a_row_do_it_together_or_have_it_done_to_both(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    found = [c for c in code(text).claims if c.relation == relation]
    pairs = {(c.source.actor.id if c.source else "", c.target.actor.id if c.target else "") for c in found}
    assert {pair for pair in pairs if "" not in pair} == {pair for pair in claims if "" not in pair}
    assert {source for source, _ in pairs} >= {source for source, _ in claims}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("رفض الطرف الغربي العرض.", "west"),
        ("تشاور الوفد مع الجانب الغربي.", "west"),
        ("احترق الجانب الغربي من السوق.", "text:جانب غربي"),
        ("احترقت البيوت في الجانب الغربي.", "text:جانب غربي"),
    ],
)
def test_the_side_of_a_bloc_is_the_bloc(text: str, actor: str, prepare: Prepare) -> None:
    draft = prepare(text)
    (side,) = [p for p in draft.phrases if "الغربي" in draft.text(p.first, p.last)]
    assert side.actor is not None
    assert side.actor.id == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("هجوم حوثي على السعودية.", "houthis"),
        ("أدانت مصر الهجوم الحوثي على الإمارات.", "houthis"),
        ("استهدفت الغارات الحوثية مدينة مأرب.", "houthis"),
        ("أحبط الجيش هجوما داعشيا على كركوك.", "daesh"),
        ("القصف الإخواني على الجيش المصري مستمر.", "muslim-brotherhood"),
    ],
)
def test_a_group_has_an_adjective_too(text: str, actor: str, code: Code) -> None:
    assert {c.source.actor.id for c in code(text).claims if c.relation == "ASSAULT" and c.source is not None} == {actor}


def test_an_adjective_may_be_of_each_country(prepare: Prepare) -> None:
    assert not any(p.actor and p.actor.id == "QAT" for p in prepare("خلال الزيارات القطرية التقت اللجنة الخبراء.").phrases)
    assert any(p.actor and p.actor.id == "QAT" for p in prepare("غادر الوزير قطر. وأثنى على الزيارة القطرية إلى كابول.").phrases[1:])


@pytest.mark.parametrize(
    "text", ["عقدت مفاوضات فلسطينية – إسرائيلية.", "عقدت مفاوضات فلسطينية - إسرائيلية", "عقدت مفاوضات فلسطينية إسرائيلية."]
)
def test_a_dash_joins_two_without_article_too(text: str, code: Code) -> None:
    assert ends(code(text), "CONSULT") == {("فلسطينية", "إسرائيلية")}
