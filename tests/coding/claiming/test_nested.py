"""What a phrase that names people by whose they are says of somebody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("كينيا أحد أعضاء التحالف، تدعم الحزب.", {("كينيا", "التحالف")}),
        ("كينيا هي إحدى دول الحلف.", {("كينيا", "الحلف")}),
        ("كينيا هي إحدى دول الحلف", {("كينيا", "الحلف")}),
        ("زار كندا أحد أعضاء الحزب.", {("أعضاء الحزب", "")}),  # she is none of it
    ],
)
def test_one_of_those_of_a_body_is_its_member(text: str, members: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "MEMBER") == members
