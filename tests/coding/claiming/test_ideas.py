"""Who strikes at an idea fights it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("تسعى كندا للقضاء على الإرهاب.", "OPPOSE"),
        ("تسعى كندا للقضاء على الفكر المتطرف", "OPPOSE"),
        ("ضربت كندا الإرهاب.", "OPPOSE"),
        ("تريد كندا القضاء على الحزب.", "ASSAULT"),
        ("قصفت كندا الإرهابيين.", "ASSAULT"),
    ],
)
def test_an_idea_is_fought_and_not_killed(text: str, relation: str, code: Code) -> None:
    assert [c.relation for c in code(text).claims if c.source and c.target] == [relation]
