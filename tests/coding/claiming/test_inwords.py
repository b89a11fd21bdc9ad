"""Who can only speak attacks in words; who has arms strikes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("هاجم الرئيس الكيني رئيس الوزراء الكندي.", "ACCUSE"),
        ("هاجم النائب أحمد العلي الحكومة.", "ACCUSE"),
        ("هاجم وزير الخارجية الكيني كندا.", "ACCUSE"),
        ("هاجم حزب الأمة الكيني رئيس الوزراء.", "ACCUSE"),
        ("شن الرئيس الكيني هجوما على وزير الخارجية الكندي.", "ACCUSE"),
        ("هاجمت الصحيفة الوزير.", "ACCUSE"),
        ("هاجم الرئيس الكيني كندا.", "ASSAULT"),
        ("شن الجيش الكيني هجوما على كندا.", "ASSAULT"),
        ("هاجم مسلحون رئيس الوزراء.", "ASSAULT"),
        ("هاجم شاب شرطيا في نيروبي.", "ASSAULT"),
        ("هاجم الرئيس الكيني رئيس الوزراء الكندي بالصواريخ.", "ASSAULT"),
    ],
)
def test_what_one_attacks_with(text: str, relation: str, code: Code) -> None:
    told = [c.relation for c in code(text).claims if c.source is not None and c.target is not None]
    assert told == [relation]
