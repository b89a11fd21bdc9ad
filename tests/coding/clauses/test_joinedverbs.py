"""Who does what several verbs say that "and" joins."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("تحارب كندا التنظيم الذي دعمته ومولته كينيا.", ["كندا", "كينيا", "كينيا"]),
        ("ميليشيات دربتها وسلحتها كندا هاجمت كينيا.", ["كندا", "كندا", "ميليشيات"]),
        ("زار الوزير كينيا، فدعمها وساندها الحزب.", ["الوزير", "الحزب", "الحزب"]),
        ("هاجم الحزب كندا، ودعمه ومولته كينيا.", ["الحزب", "الحزب", "كينيا"]),
    ],
)
def test_who_stands_behind_the_last_does_what_all_say(text: str, doers: list[str], prepare: Prepare) -> None:
    draft = prepare(text)
    told = (draft.phrases[draft.subject_of[at]] for at in sorted(draft.subject_of))
    assert [draft.text(phrase.first, phrase.last) for phrase in told] == doers
