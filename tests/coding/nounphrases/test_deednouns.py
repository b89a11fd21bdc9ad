"""Words that are a deed done to whom stands behind them, and so are nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "words", "somebody"),
    [
        ("أعلن الحزب أسر جنود أتراك.", "جنود أتراك", True),
        ("زار الوفد أسر الجنود.", "أسر الجنود", True),
        ("رفضت فنلندا مهاجمة كينيا", "مهاجمة كينيا", False),
        ("رفضت فنلندا مراسلة القناة", "مراسلة القناة", True),
    ],
)
def test_a_deed_is_nobody_and_whom_it_is_done_to_is(text: str, words: str, somebody: bool, prepare: Prepare) -> None:
    draft = prepare(text)
    assert any(draft.text(p.first, p.last) == words for p in draft.phrases) is somebody
