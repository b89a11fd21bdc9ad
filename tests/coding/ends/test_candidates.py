"""Who may be an end of a trigger at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation", "nobody"),
    [
        ("وقع اختيار الحزب على سالم العلي خلفا لهادي سعيد.", "AID", "هادي سعيد"),
        ("تولى سالم العلي الوزارة خلفا لهادي سعيد.", "AID", "هادي سعيد"),
        ("عين الرئيس سالم العلي خلفا للوزير المقال.", "SUPPORT", "الوزير المقال"),
    ],
)
def test_nobody_acts_upon_who_had_the_office_before(text: str, relation: str, nobody: str, code: Code) -> None:
    assert nobody not in {target for _, target in ends(code(text), relation)}


def test_what_two_left_behind_is_left_to_somebody(code: Code) -> None:
    assert ends(code("غادرت فرنسا وكندا البلاد وخلفتا للمتمردين سلاحهما."), "AID") == {("فرنسا", "المتمردين"), ("كندا", "المتمردين")}
