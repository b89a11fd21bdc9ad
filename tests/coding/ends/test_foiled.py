"""Who foils a deed has not done it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("أعلنت كينيا إحباط هجوم على السفارة الكندية.", ""),
        ("أحبطت قوات الأمن الكينية محاولة اقتحام محكمة وسط نيروبي.", ""),
        ("أفشلت كندا هجوما كينيا على السفارة.", "كينيا"),
        ("أحبط الجيش هجوم كينيا على كندا.", "كينيا"),
        ("شنت كينيا هجوما على السفارة الكندية.", "كينيا"),
    ],
)
def test_who_attacks(text: str, source: str, code: Code) -> None:
    attacks = [c for c in code(text).claims if c.relation == "ASSAULT"]
    assert [c.source.actor.name if c.source else "" for c in attacks] == [source]
