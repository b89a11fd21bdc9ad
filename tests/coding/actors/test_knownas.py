"""Who is told by what he is and then by his name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("قصف التنظيم الإرهابي المعروف باسم داعش كندا.", {("داعش", "كندا")}),
        ('قصفت الجماعة المعروفة باسم "طالبان" كندا. ثم هاجمت كينيا.', {("طالبان", "كندا"), ("طالبان", "كينيا")}),
        ("هاجمت كندا الحركة المسماة حماس.", {("كندا", "حماس")}),
        ("هاجمت كندا الحركة التي تعرف باسم حماس.", {("كندا", "حماس")}),
        ("هاجم التنظيم (القاعدة) كندا.", {("القاعدة", "كندا")}),  # a name alone in brackets
        ("هاجمت الشرطة (الحكومة) كندا.", {("الشرطة", "كندا")}),
        ("هاجمت كندا التنظيم المعروف بالعنف.", {("كندا", "التنظيم")}),  # for what it is known
    ],
)
def test_the_two_are_one(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "ASSAULT") == claims
