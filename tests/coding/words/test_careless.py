"""Where a careless hand wrote ه for ة."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]
CARELESS = "الدوله العراقيه. "


@pytest.mark.parametrize(
    ("text", "word", "pronoun"),
    [
        ("في البلد جماعات مسلحه.", "مسلحه", ""),
        ("في البلد جماعات مسلحه ومتطرفه.", "ومتطرفه", ""),
        ("حكومة ضعيفه فاشله.", "فاشله", ""),
        ("الاسباب اسباب طائفيه.", "طائفيه", ""),
        ("دعوة الى محاربه الارهاب ومكافحه التطرف.", "ومكافحه", ""),
        # his, whatever else the text does
        ("سمع الوزير كلمة منافسه.", "منافسه", "ه"),
        ("دعا الوزير انصاره ومؤيديه.", "ومؤيديه", "ه"),
        ("التقى الوزير محاميه.", "محاميه", "ه"),
        ("جماعات دعمته كندا.", "دعمته", "ه"),
    ],
)
def test_what_the_neighbours_say(text: str, word: str, pronoun: str, prepare: Prepare) -> None:
    draft = prepare(CARELESS + text)
    assert next(w.pronoun for w in draft.words if w.bare == word) == pronoun


def test_a_careful_text_means_what_it_writes(prepare: Prepare) -> None:
    assert any(w.pronoun == "ه" for w in prepare("الدولة العراقية. في البلد جماعات مسلحه.").words)


def test_a_slip_of_the_pen_is_no_habit(prepare: Prepare) -> None:
    assert any(w.pronoun == "ه" for w in prepare("الدوله العراقية. في البلد جماعات مسلحه.").words)
