"""Nobody protests against whom he marches for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("تظاهر المئات تأييدا للحكومة الكينية.", {("المئات", "")}),
        ("خرج المئات في مظاهرات مؤيدة لوليام روتو.", {("المئات", "")}),
        ("خرج الآلاف في مسيرة تضامنا مع فلسطين.", {("الآلاف", "")}),
        ("تظاهر الآلاف ضد الحكومة الكينية.", {("الآلاف", "الحكومة الكينية")}),
    ],
)
def test_a_march_for_somebody_is_none_against_him(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "PROTEST") == claims
