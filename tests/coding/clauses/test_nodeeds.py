"""Words that look like a deed: a province, an answer, a fear, an accident; and the deed that an expression of asking ends in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("تقع المدينة في مقاطعة أونتاريو.", "مقاطعة", False),
        ("وتعد مقاطعة أونتاريو غنية، وتشتهر المقاطعة بالنفط.", "المقاطعة", False),
        ("شن الحزب هجوما في مقاطعة بوبونارو.", "مقاطعة", False),
        ("قررت كندا مقاطعة كينيا.", "مقاطعة", True),
        ("شاركت كندا في مقاطعة الحزب.", "مقاطعة", True),
        ("قررت كندا مقاطعة نيروبي.", "مقاطعة", True),
        ("ردت كندا على اتهامات كينيا.", "ردت", False),
        ("يرد الجيش الكيني على رسالة كندا.", "يرد", False),
        ("رد النائب على الوزير.", "رد", True),
        ("تخشى كندا أن تشن كينيا هجوما على أوغندا.", "تخشى", False),
        ("تخشى كندا من أن تشن كينيا هجوما على أوغندا.", "تخشى", False),
        ("تخشى كندا كينيا.", "تخشى", True),
        # what is aimed at
        ("تستهدف الحملة إسعاد سكان كينيا.", "تستهدف", False),
        ("تستهدف كندا تعزيز استقرار كينيا", "تستهدف", False),
        ("تستهدف كندا سكان كينيا.", "تستهدف", True),
        ("تستهدف كندا تنظيم الفجر", "تستهدف", True),
        ("استهدفت كندا تجمع الحزب.", "استهدفت", True),
        # what an office or a mission is called after
        ("رحبت كندا بعمل بعثة الأمم المتحدة لدعم كينيا", "لدعم", False),
        ("رحبت كندا بعمل بعثة الأمم المتحدة لتقديم المساعدة إلى العراق.", "المساعدة", False),
        ("وصلت قوات الجيش الكندي لدعم كينيا.", "لدعم", True),
        ("أنشأت كندا لجنة لدعم كينيا", "لدعم", True),
        ("أرسلت الأمم المتحدة جنودا لدعم كينيا.", "لدعم", True),
    ],
)
def test_what_tells_no_deed(text: str, word: str, found: bool, prepare: Prepare) -> None:
    draft = prepare(text)
    assert any(draft.words[t.first].bare == word for t in draft.triggers) == found


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("لقي سبعة عمال حتفهم في انفجار غاز بمنجم.", False),
        ("لقي 37 شخصا على الأقل مصرعهم وأصيب العشرات في حادث تصادم بين حافلة وشاحنة.", False),
        ("لقي ستة أشخاص حتفهم إثر تصادم قطارين. وقال مصدر إن الحادث أسفر عن مقتل ستة أشخاص وإصابة عشرات الركاب.", False),
        ("مقتل عشرة أشخاص في انهيار مبنى.", False),
        ("مقتل عشرة أشخاص في غرق قارب.", False),
        ("مقتل عشرة أشخاص في انفجار سيارة.", True),
        ("هاجم الحزب القرية، وأسفر الحادث عن مقتل ستة أشخاص.", True),
        ("قتل الجيش الكيني عشرة مسلحين في غرق قارب لهم.", True),
    ],
)
def test_accidents_are_nobodys(text: str, struck: bool, code: Code) -> None:
    assert any(c.relation == "ASSAULT" for c in code(text).claims) == struck


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("دعت كندا السلطات الكينية إلى الإفراج عن الناشط.", ("السلطات الكينية", "RETREAT", "الناشط", "normative")),
        ("دعا الوزير كينيا إلى محاسبة الحزب.", ("كينيا", "ACCUSE", "الحزب", "normative")),
        ("دعت كندا كينيا إلى رفع العقوبات عن أوغندا.", ("كينيا", "CONCEDE", "أوغندا", "normative")),
        ("دعت كندا كينيا إلى وقف القصف على القرية.", ("كينيا", "ASSAULT", "القرية", "asserted")),
    ],
)
def test_what_somebody_is_called_upon_to_do(text: str, deed: tuple[str, ...], code: Code) -> None:
    told = [(c.source.names[0], c.relation, c.target.names[0], c.modality) for c in code(text).claims if c.source and c.target]
    assert deed in told
    assert "REQUEST" in [relation for _, relation, _, _ in told]


@pytest.mark.parametrize("text", ["أصبحت كندا العدو القادم لكينيا.", "أصبحت كندا العدو القادم لكينيا"])
def test_the_next_one_comes_to_nobody(text: str, code: Code) -> None:
    assert {c.relation for c in code(text).claims} == {"OPPOSE"}
