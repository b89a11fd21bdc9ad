from __future__ import annotations

import pytest

from ahlaf.sources import columns


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["id", "headline", "published_at", "body"], {"id": 0, "title": 1, "date": 2, "text": 3}),
        (["Article Text", "URL", "Source"], {"text": 0, "url": 1, "outlet": 2}),
        (["العنوان", "نص الخبر", "تاريخ النشر", "الرابط", "الصحيفة", "بقلم"],
         {"title": 0, "text": 1, "date": 2, "url": 3, "outlet": 4, "author": 5}),
        (["النصّ", "عنوان المقال", "اللغه"], {"text": 0, "title": 1, "language": 2}),
        (["\ufefftext", "x"], {"text": 0}),
        (["description", "notes"], {}),
    ],
)  # fmt: skip
def test_columns_are_told_by_how_they_are_called(names: list[str], found: dict[str, int]) -> None:
    assert columns.chosen(names, {}) == found


def test_of_two_columns_the_plainer_name_holds_the_text() -> None:
    assert columns.chosen(["content", "text"], {})["text"] == 1
    assert columns.chosen(["text", "content"], {})["text"] == 0


def test_what_the_user_says_counts_alone() -> None:
    assert columns.chosen(["title", "body", "Lead Text"], {"text": "lead_text"}) == {"text": 2}
    with pytest.raises(KeyError, match="abstract"):
        columns.chosen(["title", "body"], {"text": "abstract"})


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ("body", "is not like text=body"),
        ("text=", "is not like text=body"),
        ("headline=a,text=b", "'headline' is no field of a document"),
        ("text=a,text=b", "named twice"),
        ("title=a", "which column holds the text"),
        ("", "which column holds the text"),
    ],
)
def test_a_wrong_map_is_refused_with_its_remedy(told: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        columns.parse(told)
