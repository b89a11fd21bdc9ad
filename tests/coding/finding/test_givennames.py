"""Names that a text gives to a body are the body's, there and further on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("شكلت كندا تحالفا أسمته «درع الشمال». وهاجم درع الشمال كينيا.", "درع الشمال", ["تحالفا", "درع الشمال", "درع الشمال"]),
        ("شكلت كندا تحالفا جديدا يحمل اسم «درع الشمال».", "درع الشمال", ["تحالفا جديدا", "درع الشمال"]),
        ("هاجم التحالف الذي أطلقت عليه كندا اسم «درع الشمال» القرى.", "درع الشمال", ["التحالف", "درع الشمال"]),
        ("أسست كندا حركة سمتها «الراية». ورفع الجنود الراية.", "الراية", ["حركة", "الراية"]),
        ("شكلت كندا تحالفا يحمل «درع الشمال».", "درع الشمال", []),  # it bears a shield
        ("شكلت كندا تحالفا سمي «من يحاربنا نحاربه».", "من يحاربنا نحاربه", []),
    ],
)
def test_a_name_that_is_given(text: str, name: str, mentions: list[str], prepare: Prepare) -> None:
    draft = prepare(text)
    called = [p for p in draft.phrases if p.kind in ("nominal", "name") and p.actor is not None and p.actor.name == name]
    assert [draft.text(p.first, p.last) for p in called] == mentions
