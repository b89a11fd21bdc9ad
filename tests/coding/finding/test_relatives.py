"""Somebody's relative, who is another than he."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("قتلت كندا شقيق الرئيس الكيني.", {("كندا", "شقيق الرئيس الكيني")}),
        ("قتلت كندا والد سالم العلي.", {("كندا", "والد سالم العلي")}),
        ("قتل صهر الرئيس الكيني جنديا.", {("صهر الرئيس الكيني", "جنديا")}),
        ("قتلت كندا الرئيس الكيني.", {("كندا", "الرئيس الكيني")}),
    ],
)
def test_a_relative_is_another_than_whose_he_is(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "ASSAULT") == claims
