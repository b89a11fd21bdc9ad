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


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        # by whom only is told who speaks says nothing, and a nameless speaker is called with him
        ("قال مصدر في الحكومة الكندية إن كينيا تدعم الحزب.", ["مصدر في الحكومة الكندية"]),
        ("وصرحت مصادر من وزارة الدفاع الكندية بأن كينيا تدعم الحزب", ["مصادر من وزارة الدفاع الكندية"]),
        ("وذكر مصدر بوزارة الداخلية الكندية أن كينيا تدعم الحزب.", ["مصدر بوزارة الداخلية الكندية"]),
        ("قال مسؤول أمني في الحركة إن كينيا تدعم الحزب.", ["مسؤول أمني في الحركة"]),
        ("قالت مصادر قريبة من الحركة إن كينيا تدعم الحزب.", ["مصادر قريبة من الحركة"]),
        ("كتب مثقفون كنديون عن الحركة أن كينيا تدعم الحزب.", ["مثقفون كنديون"]),
        ("قال وزير الخارجية الكندي إن كينيا تدعم الحزب.", ["وزير الخارجية الكندي"]),
        ("قال المصدر في نيروبي إن كندا تدعم الحزب.", ["المصدر"]),
        # who writes from a town says nothing
        ("الرباط - سامي حمادي:احتجت كندا على كينيا.", []),
        ("سامي حمادي: احتجت كندا على كينيا.", ["سامي حمادي"]),
    ],
)
def test_a_nameless_speaker_and_who_writes_from_a_town(text: str, voices: list[str], code: Code) -> None:
    (claim,) = [c for c in code(text).claims if c.relation in ("AID", "ACCUSE", "PROTEST")]
    assert [speaker.names[0] for speaker in claim.voice] == voices


@pytest.mark.parametrize(
    ("between", "voice"),
    [
        ("ودعا كريم ناصر إلى الحوار. وقال", "كريم ناصر"),
        ("وأدان كريم ناصر الهجوم على كينيا. وأضاف", "كريم ناصر"),
        ("ووصل كريم ناصر إلى كينيا. وأضاف", "سامي فهد"),
        ("وأدانت فنلندا الهجوم على كينيا. وأضاف", "سامي فهد"),
    ],
)
def test_who_has_said_something_since_goes_on(between: str, voice: str, code: Code) -> None:
    text = f"قال سامي فهد إن كندا قصفت الحزب. {between} أن كينيا تدعم أوغندا"
    (claim,) = [c for c in code(text).claims if c.relation == "AID"]
    assert [speaker.names[0] for speaker in claim.voice] == [voice]
