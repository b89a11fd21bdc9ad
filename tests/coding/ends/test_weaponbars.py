"""What a deed is done with, and what stands where it is done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


def pairs(reading: Reading) -> set[tuple[str, str]]:
    """The two ends of every claim."""
    return {(c.source.actor.name if c.source else "", c.target.actor.name if c.target else "") for c in reading.claims}


@pytest.mark.parametrize("text", ["يقاتل الحزب بأسلحة كندية.", "حارب الحزب بسلاح كندي.", "قتلت الحركة جنديا كينيا بأسلحة خفيفة كندية."])
def test_whose_weapons_somebody_fights_with_is_not_his_foe(text: str, code: Code) -> None:
    assert all(target != "كندا" for _, target in pairs(code(text)))


@pytest.mark.parametrize(
    ("text", "helped"),
    [
        ("قتل جندي كيني بسلاح كندي.", ""),
        ("قتلت الحركة جنديا كينيا بسلاح كندي.", "الحركة"),
        ("يقاتل الحزب بسلاح كندي.", "الحزب"),
    ],
)
def test_whom_weapons_strike_is_not_helped_by_them(text: str, helped: str, code: Code) -> None:
    assert [c.target.actor.name if c.target else "" for c in code(text).claims if c.relation == "AID"] == [helped]


@pytest.mark.parametrize(
    "text",
    [
        "دمرت القوات الكندية دبابة في بلدة كينية.",
        "دمرت القوات الكندية جسرا في بلدة كينية.",
        "هاجم مسلحون حافلة في بلدة كينية.",
        "استهدفت القوات الكندية سيارة مدنية في بلدة كينية.",
    ],
)
def test_where_a_vehicle_stood_is_not_struck(text: str, code: Code) -> None:
    assert all(target != "بلدة كينية" for _, target in pairs(code(text)))


def test_where_positions_are_struck_the_town_is(code: Code) -> None:
    assert ("القوات الكندية", "بلدة كينية") in pairs(code("قصفت القوات الكندية مواقع في بلدة كينية."))
