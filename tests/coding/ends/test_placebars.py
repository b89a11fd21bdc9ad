"""Who has no part in what a word tells by where he stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("أبعدته كندا إبان انطلاق الثورة.", "COERCE", {("كندا", "")}),
        ("هاجمت كندا القرية بعد سقوط كينيا.", "ASSAULT", {("كندا", "القرية"), ("", "كينيا")}),
        ("هاجمت كندا القرية بعد سقوط كينيا", "ASSAULT", {("كندا", "القرية"), ("", "كينيا")}),
        ("دعت كندا عقب اجتماع الحزب كينيا إلى الحوار.", "REQUEST", {("كندا", "كينيا")}),
        ("احتلت كندا بعد ساعات القرية.", "ASSAULT", {("كندا", "القرية")}),  # a span of time is nobody's
        ("هاجمت كندا بعد يوم من الهدنة كينيا.", "ASSAULT", {("كندا", "كينيا")}),
    ],
)
def test_of_whom_only_is_told_when_has_no_part_in_it(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims
