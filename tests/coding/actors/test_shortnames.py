"""Who is called by the first words of his name, though another has these for his own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ids

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("رفض الحزب الديمقراطي الكردستاني القرار. وانتقد الحزب الديمقراطي كينيا.", "الحزب الديمقراطي", "kurdistan-democratic-party"),
        ("انتقد الحزب الديمقراطي كينيا.", "الحزب الديمقراطي", "text:حزب ديمقراطي"),
        (
            "انتقد الحزب الديمقراطي الأمريكي الحزب الديمقراطي الكردستاني. ودعم الحزب الديمقراطي كينيا.",
            "الحزب الديمقراطي",
            "democratic-party-united-states",  # who has the name is told of as well
        ),
    ],
)
def test_the_one_who_was_named_in_full(text: str, words: str, who: str, prepare: Prepare) -> None:
    assert ids(prepare(text), words) == [who]
