"""How actors that only the text knows are called where letters are stretched, joined or shaped."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("هاجم الحـــزب الأخضـر كينيا.", {"الحزب الأخضر", "كينيا"}),
        ("هاجم ﺍﻟﺤﺰﺏ ﺍﻷﺧﻀﺮ كينيا.", {"الحزب الأخضر", "كينيا"}),
        ("هاجم \u202bالحزب\u200d الأخضر\u202c كينيا.", {"الحزب الأخضر", "كينيا"}),
        ("هاجم الحزب الأخضر كـينيا.", {"الحزب الأخضر", "كينيا"}),
        ("هاجم الحِزبُ الأخضر كينيا.", {"الحِزبُ الأخضر", "كينيا"}),  # marks are the writer's own
        ("دعمت الشـرطة الكينية الحزب الأخضـر.", {"الشرطة الكينية", "الحزب الأخضر"}),
    ],
)
def test_names_are_spelled_plainly(text: str, names: set[str], prepare: Prepare) -> None:
    assert {p.actor.name for p in prepare(text).phrases if p.actor is not None and p.kind != "thing"} == names


def test_who_is_told_of_twice_is_one_and_quoted_as_he_stands(prepare: Prepare) -> None:
    draft = prepare("هاجم الحـــزب الأخضر كينيا، ثم دعم الحـــزب الأخضر أوغندا.")
    party = {p.actor for p in draft.phrases if p.actor is not None and p.actor.kind == "party"}
    assert [a.name for a in party] == ["الحزب الأخضر"]
    assert [draft.text(p.first, p.last) for p in draft.phrases if p.actor in party] == ["الحـــزب الأخضر"] * 2
