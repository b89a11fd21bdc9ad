"""Before whom somebody complains is not accused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("رفعت كينيا شكوى ضد كندا لدى مجلس الأمن.", {"كندا"}),
        ("تقدمت كينيا بشكوى إلى الأمم المتحدة.", {""}),
        ("قدمت كينيا شكوى إلى مجلس الأمن ضد كندا.", {"كندا"}),
        ("رفعت المنظمة دعوى على الحكومة أمام المحكمة.", {"الحكومة"}),
    ],
)
def test_who_is_accused(text: str, accused: set[str], code: Code) -> None:
    told = {c.target.actor.name if c.target else "" for c in code(text).claims if c.relation == "ACCUSE"}
    assert told == accused
