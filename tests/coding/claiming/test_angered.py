"""Whom somebody is angry with over a deed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("مقتل الجنرال الإيراني على يد كندا أثار غضب طهران.", {("طهران", "كندا")}),
        ("قال الوزير إن دعم كندا لأوغندا أثار استياء كينيا.", {("كينيا", "كندا")}),
        ("اعتراف كندا بأرض الصومال أغضب مقديشو.", {("كندا", "مقديشو")}),
        # the deed only tells when
        ("بعد قصف كندا نيروبي أغضب ماكرون واشنطن.", {("ماكرون", "واشنطن")}),
    ],
)
def test_it_is_who_did_the_deed(text: str, found: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "OPPOSE") == found
