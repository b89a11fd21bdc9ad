"""Who is called accused, and of what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


def told(reading: Reading, relation: str) -> list[tuple[str, str, str]]:
    """The two ends of every claim of a relation, and how it is meant."""
    found = [c for c in reading.claims if c.relation == relation]
    return [(c.source.actor.name if c.source else "", c.target.actor.name if c.target else "", c.modality) for c in found]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("يضم التحالف دولا متهمة بدعم الحزب.", ("دولا متهمة", "الحزب", "alleged")),
        ("كندا المتهمة بدعم الحزب", ("كندا", "الحزب", "alleged")),
        ("كندا متهمة من كينيا بدعم الحزب.", ("كندا", "الحزب", "alleged")),
        ("قالت أوغندا إن كندا متهمة بدعم الحزب.", ("كندا", "الحزب", "alleged")),
        ("كانت كندا متهمة بدعم الحزب.", ("كندا", "الحزب", "alleged")),
    ],
)
def test_whoever_is_accused_is_said_to_do_it(text: str, deed: tuple[str, str, str], code: Code) -> None:
    assert told(code(text), "AID") == [deed]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("يشارك في التحالف دول متهمة بدعم الحزب.", [("", "دول متهمة")]),
        ("كندا المتهمة بدعم الحزب تنفي ذلك.", [("", "كندا")]),
        ("تدعم كندا، المتهمة بقصف كينيا، الحزب.", [("", "كندا")]),
        ("كندا متهمة من كينيا بدعم الحزب", [("كينيا", "كندا")]),
    ],
)
def test_nobody_accuses_who_is_not_said_to(text: str, whose: list[tuple[str, str]], code: Code) -> None:
    assert [pair[:2] for pair in told(code(text), "ACCUSE")] == whose


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("اعتقلت كندا متهمة بقتل الوزير.", "متهمة"),  # an object, and no adjective of hers
        ("المتهمون بقتل الوزير من أعضاء الحزب.", "المتهمون"),
        ("تدعم كندا، المتهمة بقصف كينيا، الحزب", "كندا"),
    ],
)
def test_the_accused_may_be_somebody(text: str, who: str, code: Code) -> None:
    assert [(source, modality) for source, _, modality in told(code(text), "ASSAULT")] == [(who, "alleged")]
