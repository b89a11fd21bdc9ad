"""Where the words of an expression may stand apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("وجهت كندا عددا من الاتهامات إلى كينيا.", "ACCUSE"),
        ("فرضت كندا حزمة من العقوبات على كينيا.", "SANCTION"),
        ("ألحقت كندا الكثير من الخسائر بكينيا.", "ASSAULT"),
        ("شنت كندا سلسلة من الغارات على كينيا.", "ASSAULT"),
        ("أوقعت كندا عشرات من القتلى في صفوف كينيا.", "ASSAULT"),
    ],
)
def test_what_there_is_so_much_of_is_one_expression_with_its_verb(text: str, relation: str, code: Code) -> None:
    reading = code(text)
    assert ends(reading, relation) == {("كندا", "كينيا")}
    assert len(reading.claims) == 1


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("الفصائل التي دعمت كندا والتي هاجمت كينيا.", {("الفصائل", "كينيا")}),
        ("الحزب الذي يدعم كندا والذي هاجم كينيا.", {("الحزب", "كينيا")}),
    ],
)
def test_joined_clauses_tell_of_one(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "ASSAULT") == claims
