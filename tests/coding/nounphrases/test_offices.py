"""What is written like a body and is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends, words

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "organs"),
    [
        ("هاجم الحزب مسيرة الأعلام الكندية.", []),
        ("هاجم الحزب الإعلام الكندي.", ["الإعلام الكندي"]),
        ("هاجم الحزب الاعلام الكندي.", ["الاعلام الكندي"]),
    ],
)
def test_flags_are_no_media(text: str, organs: list[str], prepare: Prepare) -> None:
    draft = prepare(text)
    assert [words(draft, phrase) for phrase in draft.phrases if phrase.kind == "organ"] == organs


@pytest.mark.parametrize(
    ("text", "relation", "pair"),
    [
        ("رفع المتظاهرون الأعلام الكندية.", "SUPPORT", ("المتظاهرون", "الكندية")),
        ("شاركت كندا في مؤتمر السلام في باريس.", "MEMBER", ("كندا", "مؤتمر السلام")),
    ],
)
def test_what_is_told_of_flags_and_conferences(text: str, relation: str, pair: tuple[str, str], code: Code) -> None:
    assert ends(code(text), relation) == {pair}
