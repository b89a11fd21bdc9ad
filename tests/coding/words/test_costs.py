"""How a word is cut, by what each way costs."""

from __future__ import annotations

import pytest

from ahlaf.coding.words.analysis import Analyser
from ahlaf.lexicon.load import load


@pytest.mark.parametrize(
    ("bare", "cut"),
    [
        ("وجهه", ("", "", "وجه", "ه")),
        ("والدول", ("و", "", "دول", "")),
        ("للجنة", ("", "ل", "لجنه", "")),
        ("سياسيه", ("", "", "سياسيه", "")),
        ("وأنه", ("و", "", "ان", "ه")),
        ("وأدى", ("و", "", "ادي", "")),
        ("ودعت", ("و", "", "دعت", "")),
        ("ولجان", ("و", "", "لجان", "")),
        ("سيتم", ("", "س", "يتم", "")),
        ("وكل", ("و", "", "كل", "")),
        ("فتحت", ("", "", "فتحت", "")),
        ("ولاية", ("", "", "ولايه", "")),
        ("لايساعد", ("", "", "يساعد", "")),
        ("بدأوا", ("", "", "بدووا", "")),
    ],
)
def test_how_a_word_is_cut(bare: str, cut: tuple[str, str, str, str]) -> None:
    word = Analyser(load()).word(bare)
    assert (word.conj, word.prep, word.stem, word.pronoun) == cut
