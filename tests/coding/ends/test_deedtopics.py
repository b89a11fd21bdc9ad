"""What came of a deed is not done by whom the deed was done to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("العقوبات على كندا أطالت عمر النظام الكيني.", "AID", set()),
        ("العقوبات على كندا أضرت بأوغندا.", "OPPOSE", set()),
        ("الحرب على كندا أضرت بأوغندا.", "OPPOSE", set()),
        ("زارت اليابان كينيا. والعقوبات على كندا أضرت بأوغندا.", "OPPOSE", set()),
        ("الوجود الياباني في كندا يهدد كينيا.", "THREATEN", {("الياباني", "كينيا")}),
        # whose deed it is
        ("سياسة كندا أضرت بأوغندا.", "OPPOSE", {("كندا", "أوغندا")}),
        ("الأسلحة من كندا أنقذت كينيا.", "AID", {("كندا", "كينيا")}),
        ("ما فعلته كندا في أوغندا أضر بكينيا.", "OPPOSE", {("كندا", "كينيا")}),
        # somebody else does it
        ("بعد الحرب على كندا هددت اليابان أوغندا.", "THREATEN", {("اليابان", "أوغندا")}),
    ],
)
def test_what_came_of_a_deed_is_not_done_by_whom_it_struck(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert {(one, two) for one, two in ends(code(text), relation) if one and two} == claims
