"""Who says it in the news: towns before it, officers of a province behind it, nouns that only look like a speaker."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("نيروبي:أعلنت وزارة الخارجية الكينية أن كندا تدعم الحزب.", ["وزارة الخارجية الكينية"]),
        ("نيروبي: كندا تدعم الحزب.", ["نيروبي"]),
        ("نيروبي: لن تدعم كندا الحزب.", ["نيروبي"]),
        ("هاجم الحزب القرية، على ما أفاد متحدث باسم حاكم الولاية.", ["متحدث باسم"]),
        ("وأكد ضرورة أن تدعم كينيا الجيش.", []),
        ("وأكد حقيقة أن كندا تدعم الحزب.", []),
        ("وأكد سائق الشاحنة أن كندا تدعم الحزب.", ["سائق الشاحنة"]),
        ("ونقلت الوكالة عن العميد فرزاد إسماعيلي القول إن كندا تدعم الحزب.", ["فرزاد إسماعيلي", "الوكالة"]),
        ("ذكر الوزير الكوري هيون إين-تايك أن كندا تدعم كينيا.", ["هيون إين-تايك"]),
    ],
)
def test_who_says_it(text: str, voices: list[str], code: Code) -> None:
    (claim,) = [c for c in code(text).claims if c.source and c.target]
    assert [speaker.names[0] for speaker in claim.voice] == voices


def test_who_said_so_behind_a_colon_goes_on(code: Code) -> None:
    text = "من جهته، قال مدير المرصد: «أعدم الحزب عشرين رجلا بتهمة أنهم يقاتلون إلى جانب كندا». وأضاف أن الحزب يهاجم القرى."
    (claim,) = [c for c in code(text).claims if c.trigger.of(text) == "يهاجم"]
    assert [speaker.names[0] for speaker in claim.voice] == ["مدير المرصد"]
