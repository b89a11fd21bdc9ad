"""Who protests in words, and who in the street."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("احتجت كندا على قصف كينيا للقرية.", "ACCUSE"),
        ("احتج السفير الكندي لدى كينيا على اعتقال الصحفي.", "ACCUSE"),
        ("احتجت وزارة الخارجية الكندية لدى كينيا على قصف القرية.", "ACCUSE"),
        ("قدمت كندا احتجاجا رسميا إلى كينيا.", "ACCUSE"),
        ("احتجت بعثة الأمم المتحدة لدى الحكومة الكينية على قصف القرية.", "ACCUSE"),
        ("احتج الطلاب على قرار الحكومة الكينية.", "PROTEST"),
        ("يحتج أهالي القرية على الحكومة.", "PROTEST"),
        ("احتج النواب على الحكومة.", "PROTEST"),
        ("تدرس الحكومة الكينية إقامة تجمع احتجاجي ضد كندا.", "PROTEST"),
        ("استقال الوزير الكيني احتجاجا على قصف القرية.", "PROTEST"),
    ],
)
def test_who_protests_how(text: str, relation: str, code: Code) -> None:
    assert [c.relation for c in code(text).claims if "حتج" in c.trigger.of(text)] == [relation]
