"""Words that lead to what follows, and so are nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "judge"),
    [
        ("رفضت اليابان القرار القاضي بتشكيل لجنة.", False),
        ("أيدت اليابان قرار الحكومة القاضي بوقف القتال.", False),
        ("رحبت اليابان بالقرار 2231 القاضي بوقف القتال.", False),
        ("أيدت اليابان الخطة القاضية بنشر قوات.", False),
        ("رفضت اليابان قرار القاضي بسجن الوزير.", True),
        ("قال القاضي بثقة إنه بريء.", True),
        ("رحبت اليابان بقرار مجلس الأمن القاضي بوقف القتال.", False),
        ("اتهم المحامي القاضي بدعم الحكومة.", True),
    ],
)
def test_what_a_decision_rules_is_no_judge(text: str, judge: bool, prepare: Prepare) -> None:
    draft = prepare(text)
    assert any(draft.text(p.first, p.last).startswith("القاضي") for p in draft.phrases if not p.pointing) is judge
