"""What those who bear arms do with them, and others without."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("تحاصر القوات الكندية مدينة نوري.", "ASSAULT"),
        ("يحاصر المتمردون المدينة منذ شهر.", "ASSAULT"),
        ("تحاصر كندا كينيا منذ عام.", "COERCE"),
        ("ساندت قوات كندا الجيش الكيني.", "AID"),
        ("ساندت كندا كينيا في مجلس الأمن.", "SUPPORT"),
        ("دافع مقاتلو الحزب عن القرية.", "AID"),
        ("دافع الوزير عن كينيا.", "SUPPORT"),
        ("احتجز المسلحون 40 جنديا كنديا.", "ASSAULT"),
        ("احتجز القراصنة بحارة كنديين.", "ASSAULT"),
        ("احتجزت الشرطة 40 متظاهرا.", "COERCE"),
        ("احتجزت قوات كندا 40 متظاهرا.", "COERCE"),
    ],
)
def test_who_does_it_tells_what_it_is(text: str, relation: str, code: Code) -> None:
    assert [c.relation for c in code(text).claims if c.source is not None and c.target is not None] == [relation]


@pytest.mark.parametrize(
    ("text", "attacked"),
    [
        ("دخل المسلحون القرية فجرا.", True),
        ("دخلت القوات الكندية كينيا", True),
        ("كان سكان كينيا يدخلون أوغندا دون تأشيرة.", False),
        ("قالت كندا إن المهاجرين يدخلون كينيا سرا", False),
    ],
)
def test_who_has_no_arms_enters_a_land_and_does_nothing_to_it(text: str, attacked: bool, code: Code) -> None:
    assert any(c.relation == "ASSAULT" for c in code(text).claims) is attacked
