"""Who judges a text has not said what it says, and judges not whom it tells of."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("صوتت كندا لصالح قرار يدين كينيا.", "SUPPORT", {("كندا", "")}),
        ("أيدت كندا قرارا يدين كينيا.", "SUPPORT", {("كندا", "")}),
        ("استخدمت كندا حق النقض ضد قرار يدين كينيا.", "REJECT", {("كندا", "")}),
        ("استخدمت كندا حق النقض ضد قرار يدين كينيا.", "ACCUSE", {("", "كينيا")}),
        ("صوتت كندا ضد قرار يدين كينيا.", "REJECT", {("كندا", "")}),
    ],
)
def test_ends(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims
