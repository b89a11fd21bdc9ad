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
