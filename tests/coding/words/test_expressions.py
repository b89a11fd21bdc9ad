"""Where the words of an expression may stand apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("وجهت كندا عددا من الاتهامات إلى كينيا.", "ACCUSE"),
        ("فرضت كندا حزمة من العقوبات على كينيا.", "SANCTION"),
        ("ألحقت كندا الكثير من الخسائر بكينيا.", "ASSAULT"),
        ("شنت كندا سلسلة من الغارات على كينيا.", "ASSAULT"),
        ("أوقعت كندا عشرات من القتلى في صفوف كينيا.", "ASSAULT"),
    ],
)
def test_what_there_is_so_much_of_is_one_expression_with_its_verb(text: str, relation: str, code: Code) -> None:
    reading = code(text)
    assert ends(reading, relation) == {("كندا", "كينيا")}
    assert len(reading.claims) == 1


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("الفصائل التي دعمت كندا والتي هاجمت كينيا.", {("الفصائل", "كينيا")}),
        ("الحزب الذي يدعم كندا والذي هاجم كينيا.", {("الحزب", "كينيا")}),
    ],
)
def test_joined_clauses_tell_of_one(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "ASSAULT") == claims


@pytest.mark.parametrize(
    ("text", "relation", "source", "target"),
    [
        ("فتحت كينيا ذراعيها لكندا.", "AID", "كينيا", "كندا"),
        ("ذللت كندا العقبات لكينيا.", "AID", "كندا", "كينيا"),
        ("ذللت كندا العقبات أمام كينيا.", "AID", "كندا", "كينيا"),
        ("رهن الحزب قراره لكندا.", "ALLY", "الحزب", "كندا"),
        ("ألقت كندا أسلحة للحزب.", "AID", "كندا", "الحزب"),
    ],
)
def test_the_letter_an_expression_may_end_with_stands_on_the_word_behind(
    text: str, relation: str, source: str, target: str, code: Code
) -> None:
    assert ends(code(text), relation) == {(source, target)}


@pytest.mark.parametrize(
    ("text", "relation", "source", "target"),
    [
        ("جاهرت كندا بعدائها لكينيا.", "OPPOSE", "كندا", "كينيا"),
        ("استشاطت كندا غضبا من كينيا.", "ACCUSE", "كندا", "كينيا"),
        ("جعلت كندا من كينيا حقل تجارب.", "COERCE", "كندا", "كينيا"),
        ("وضعت كندا كينيا أمام خيارين أحلاهما مر.", "COERCE", "كندا", "كينيا"),
        ("تقتات كندا على أزمات كينيا.", "OPPOSE", "كندا", "كينيا"),
        ("رمت كندا الحزب بكل نقيصة.", "ACCUSE", "كندا", "الحزب"),
        ("تدين كينيا بالفضل لكندا.", "ALLY", "كينيا", "كندا"),
        ("قابلت كينيا إحسان كندا بالإساءة.", "OPPOSE", "كينيا", "كندا"),
        ("راهنت كندا على سقوط كينيا.", "OPPOSE", "كندا", "كينيا"),
        ("تدلس كندا على الكينيين.", "OPPOSE", "كندا", "الكينيين"),
        ("تضن كندا على كينيا بالسلاح.", "REJECT", "كندا", "كينيا"),
    ],
)
def test_figures_of_the_columns(text: str, relation: str, source: str, target: str, code: Code) -> None:
    assert (source, target) in ends(code(text), relation)


@pytest.mark.parametrize(
    ("text", "relation", "source", "target"),
    [
        ("تسلم رئيس كندا أوراق اعتماد سفير كينيا", "CONSULT", "رئيس كندا", "سفير كينيا"),
        ("سلمت كندا مطلوبا إلى كينيا.", "COOPERATE", "كندا", "كينيا"),
        ("شرعنت كندا انقلاب الحركة.", "SUPPORT", "كندا", "الحركة"),
        ("أطلقت كندا يد الحزب.", "SUPPORT", "كندا", "الحزب"),
        ("ائتلف الحزب مع الحركة.", "ALLY", "الحزب", "الحركة"),
        ("استغنت كندا عن خدمات الحزب", "EXCLUDE", "كندا", "الحزب"),
        ("تبنت كندا مطالب الحزب.", "SUPPORT", "كندا", "الحزب"),
        ("انهار التحالف بين الحزب والحركة", "OPPOSE", "الحزب", "الحركة"),
        ("تراجعت كندا عن الاتفاق مع كينيا.", "REJECT", "كندا", "كينيا"),
        ("تتلقى الحركة تعليماتها من كندا.", "ALLY", "الحركة", "كندا"),
        ("شطبت كندا ديون كينيا.", "AID", "كندا", "كينيا"),
        ("سحبت كندا دعمها للحزب", "SANCTION", "كندا", "الحزب"),
        ("قطعت كندا شريان الحياة عن الحزب.", "SANCTION", "كندا", "الحزب"),
        ("تخوض الحركة حربا بالوكالة عن كندا.", "ALLY", "الحركة", "كندا"),
        ("سلم الحزب سلاحه للجيش", "RETREAT", "الحزب", "الجيش"),
        ("بددت كندا مخاوف كينيا.", "SUPPORT", "كندا", "كينيا"),
        ("الحركة تقتات على دعم كندا.", "AID", "كندا", "الحركة"),
        ("تتراشق كندا وكينيا بالاتهامات", "ACCUSE", "كندا", "كينيا"),
        ("كينيا رأس الحربة في الحرب على الحزب", "OPPOSE", "كينيا", "الحزب"),
        ("هددت كندا بقطع المساعدات عن كينيا.", "THREATEN", "كندا", "كينيا"),
        ("يحظى الحزب برعاية كندا", "AID", "كندا", "الحزب"),
        ("ألبت كندا الرأي العام على كينيا.", "OPPOSE", "كندا", "كينيا"),
        ("خسر الحزب مقاعده لصالح الحركة", "OPPOSE", "الحركة", "الحزب"),
    ],
)
def test_what_newspapers_say_in_several_words(text: str, relation: str, source: str, target: str, code: Code) -> None:
    reading = code(text)
    assert ends(reading, relation) == {(source, target)}
    assert len(reading.claims) == 1


@pytest.mark.parametrize("text", ["أطلقت الشركة خطا بحريا.", "تصدرت كندا التصنيف العالمي للدول.", "كانت دعوة كندا شبه رسمية."])
def test_what_has_no_relation_where_it_stands_together(text: str, code: Code) -> None:
    assert ends(code(text), "RETREAT") == ends(code(text), "ACCUSE") == set()
