"""Who does something to what is another's: "تمول فنلندا عملياته"."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("تقود كندا الحلف وتمول فنلندا عملياته.", "AID", {("فنلندا", "الحلف")}),
        ("تقود كندا الحلف وتؤيد فنلندا قراراته.", "SUPPORT", {("فنلندا", "الحلف")}),
        ("هاجمت كندا الحزب ودعمت كينيا وفنلندا مقاتليه.", "AID", {("كينيا", "الحزب"), ("فنلندا", "الحزب")}),
        ("أسست كندا الحلف وتتولى كينيا أمانته العامة.", "LEAD", {("كندا", "الحلف"), ("كينيا", "الحلف")}),
        ("أسست كندا الحلف وتولت كينيا قيادته.", "LEAD", {("كندا", "الحلف"), ("كينيا", "الحلف")}),
        ("هاجمت كندا الحزب ودعمت كينيا.", "AID", {("كندا", "كينيا")}),  # nothing stands behind her
    ],
)
def test_whoever_stands_before_it_does_it(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims
