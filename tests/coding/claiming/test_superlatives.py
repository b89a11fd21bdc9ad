"""Who is called somebody's closest friend or worst foe."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("روسيا أقرب حلفاء الأسد.", "ALLY", {("روسيا", "الأسد")}),
        ("تعتبر كندا من أهم حلفاء كينيا.", "ALLY", {("كندا", "كينيا")}),
        ("ظلت كندا ألد أعداء كينيا.", "OPPOSE", {("كندا", "كينيا")}),
        ("وكان عبد الناصر ألد خصوم كندا.", "OPPOSE", {("عبد الناصر", "كندا")}),
        ("إيران أكبر داعمي الأسد.", "AID", {("إيران", "الأسد")}),
        ("انتقد ماكرون، أقرب حلفاء كندا، روسيا.", "ALLY", {("ماكرون", "كندا")}),
        ("نتنياهو الذي يعد أكبر أعداء كينيا زار أوغندا.", "OPPOSE", {("نتنياهو", "كينيا")}),
        ("قال الوزير إن كندا أقرب حلفاء كينيا.", "ALLY", {("كندا", "كينيا")}),
        # to whom something is done, or who does it, nobody is said to be
        ("هاجمت كندا أكبر أعداء كينيا.", "OPPOSE", {("أعداء كينيا", "كينيا")}),
        ("زار ماكرون أقرب حلفاء فرنسا.", "ALLY", {("حلفاء فرنسا", "فرنسا")}),
        ("دعمت أقرب حلفاء كينيا الانقلاب.", "ALLY", {("حلفاء كينيا", "كينيا")}),
        # and who is held to be so prepares nothing
        ("يعد نتنياهو أكبر أعداء كينيا.", "AID", set()),
        ("يعد نتنياهو أكبر أعداء كينيا.", "OPPOSE", {("نتنياهو", "كينيا")}),
    ],
)
def test_he_is_it_himself(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims
