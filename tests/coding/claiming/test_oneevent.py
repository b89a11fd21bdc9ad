"""One event that is told by twice is one claim."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


def strikes(text: str, reading: Reading) -> list[tuple[str, str, str]]:
    """The words, the doer and the victim of every attack."""
    found = [c for c in reading.claims if c.relation == "ASSAULT"]
    return [(c.trigger.of(text), c.source.names[0] if c.source else "", c.target.names[0] if c.target else "") for c in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("مقتل خمسة جنود كينيين في قصف كندي.", [("مقتل", "كندي", "جنود كينيين")]),
        ("أصيب ثلاثة متظاهرين كينيين برصاص الشرطة الكندية.", [("أصيب", "الشرطة الكندية", "متظاهرين كينيين")]),
        ("أصيب حارس في هجوم شنه مسلحون على موقع.", [("أصيب", "مسلحون", "حارس")]),
        ("قتل أربعة جنود كنديين جراء تفجير سيارة.", [("قتل", "", "جنود كنديين")]),
        ("خلف الهجوم الكندي 12 قتيلا.", [("الهجوم", "الكندي", "قتيلا")]),
        # two events
        ("قتلت كندا جنديا كينيا في قصف أوغندي.", [("قتلت", "كندا", "جنديا كينيا"), ("قصف", "أوغندي", "جنديا كينيا")]),
        ("قتل جنديان في قصف نفذته كندا على كينيا.", [("قتل", "كندا", "جنديان"), ("قصف", "كندا", "كينيا")]),
    ],
)
def test_strikes(text: str, told: list[tuple[str, str, str]], code: Code) -> None:
    assert strikes(text, code(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("أسفر القصف الكندي عن مقتل ثلاثة مدنيين.", [("مقتل", "الكندي", "مدنيين")]),
        ("تسبب هجوم الحركة على القاعدة في مقتل جنديين.", [("هجوم", "الحركة", "القاعدة"), ("مقتل", "الحركة", "جنديين")]),
        (
            "شنت طائرات كندية غارات على مواقع الحركة، ما أسفر عن مقتل مدنيين.",
            [("غارات", "طائرات كندية", "الحركة"), ("مقتل", "طائرات كندية", "مدنيين")],
        ),
        (
            "أسفرت الغارات التي شنتها كندا على البلدة عن مقتل مدنيين.",
            [("الغارات", "كندا", "البلدة"), ("مقتل", "كندا", "مدنيين")],
        ),
        # nobody alone did what is between two
        ("أسفرت اشتباكات بين كندا وكينيا عن مقتل جنديين.", [("اشتباكات", "كندا", "كينيا"), ("مقتل", "", "جنديين")]),
        ("أدى انفجار لغم إلى مقتل جنديين.", [("مقتل", "", "جنديين")]),
    ],
)
def test_who_does_a_deed_does_what_it_brings_about(text: str, told: list[tuple[str, str, str]], code: Code) -> None:
    assert strikes(text, code(text)) == told
