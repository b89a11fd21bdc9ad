"""Which of the signs by which a word is told for a verb speaks first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.nounphrases import verbhood
from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "word", "sign", "verb"),
    [
        ("رحب الوزير بالحزب الذي دعم كينيا.", "دعم", "behind_a_particle", True),
        ("تبادل الطرفان التهم في دعم كينيا.", "دعم", "behind_a_particle", False),
        ("تعهدت كندا لكينيا بعدم دعم الحزب", "دعم", "behind_a_particle", False),
        ("وأوضح أن كندا تدعم كينيا.", "وأوضح", "says_that", True),
        ("قال بيان للحزب إن كندا تدعم كينيا.", "قال", "says_that", True),
        ("وطالب باستقالة الحكومة.", "وطالب", "asks_for_it", True),
        ("هاجم مئات المحتجين السفارة.", "هاجم", "done_by_so_many", True),
        ("هاجم الجيش القرية.", "هاجم", "done_by_them", True),
    ],
)
def test_which_sign_speaks(text: str, word: str, sign: str, verb: bool, prepare: Prepare) -> None:
    draft = prepare(text)
    at = next(i for i, w in enumerate(draft.words) if w.bare == word)
    spot = verbhood.Spot(draft, at)
    speaks = next(one for one in verbhood.SIGNS if one(spot) is not None)
    assert (speaks.__name__, speaks(spot)) == (sign, verb)
