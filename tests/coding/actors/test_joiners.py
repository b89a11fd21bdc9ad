"""Which of those who join a phrase to one before it joins it, which is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "two", "joiner"),
    [
        ("هاجمت كندا كينيا وأوغندا.", "وأوغندا", "side_by_side"),
        ("هددت كندا كينيا، أوغندا والصومال.", "أوغندا", "side_by_side"),
        ("هددت كندا كينيا، أوغندا والصومال.", "والصومال", "side_by_side"),
        ("المعارك بين كندا وكينيا مستمرة.", "وكينيا", "second_of_two"),
        ("المعارك بين الجيش بقيادة ماكرون وداعش مستمرة.", "وداعش", "second_of_two"),
        ("المعارك بين كندا وكينيا وأوغندا مستمرة.", "وأوغندا", "side_by_side"),
        ("انتقدت كندا القصف الأمريكي البريطاني.", "البريطاني", "two_origins"),
        ("تدعم كندا الحوثيين في أوغندا وحماس في كينيا.", "وحماس", "over_what_is_between"),
        ("دعمت كندا حماس والحشد الشعبي العراقي والحوثيين.", "والحوثيين", "over_what_is_between"),
        ("دعمت كندا حماس والحشد الشعبي العراقي والحوثيين", "والحوثيين", "over_what_is_between"),
        ("هدد ماكرون وعدد من وزرائه كينيا.", "وزرائه", "some_of_them"),
        ("رفضت كندا وكينيا، ومعهما أوغندا، القرار.", "أوغندا", "and_with_him"),
        ("هاجمت كندا كينيا. هددت أوغندا الصومال.", "أوغندا", ""),
    ],
)
def test_who_joined_a_phrase_is_kept(text: str, two: str, joiner: str, prepare: Prepare) -> None:
    draft = prepare(text)
    index = next(i for i, phrase in enumerate(draft.phrases) if draft.words[phrase.first].bare == two)
    assert draft.joined_by.get(index, "") == joiner
