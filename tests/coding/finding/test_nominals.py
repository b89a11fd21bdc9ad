"""What a noun without a name of its own is: somebody, a thing or a deed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


def kind(draft: Draft, word: str) -> str:
    """The kind of the phrase that a word begins."""
    return next(p.kind for p in draft.phrases if draft.words[p.first].bare == word)


@pytest.mark.parametrize("deeds", ["المجازر", "الجرائم", "الحروب", "الضغوط", "القيود", "الهجمات"])
def test_several_deeds_are_nobody(deeds: str, prepare: Prepare) -> None:
    assert kind(prepare(f"تحدث الوزير الكندي عن {deeds} في كينيا."), deeds) == "act"


@pytest.mark.parametrize("some", ["الجرحى", "المسلحين", "الحلفاء", "المتآمرين"])
def test_several_who_do_or_suffer_something_are_somebody(some: str, prepare: Prepare) -> None:
    assert kind(prepare(f"تحدث الوزير الكندي عن {some} في كينيا."), some) == "nominal"
