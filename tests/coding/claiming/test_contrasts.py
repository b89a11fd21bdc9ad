"""What a text sets one against another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]
Told = tuple[str, str, str]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("لا تدعم كندا حزب الفجر بل حزب الشمس.", {("كندا", "حزب الفجر", "negated"), ("كندا", "حزب الشمس", "affirmed")}),
        ("لا تدعم كندا حزب الفجر، وإنما حزب الشمس.", {("كندا", "حزب الفجر", "negated"), ("كندا", "حزب الشمس", "affirmed")}),
        ("تدعم كندا حزب الفجر لا حزب الشمس.", {("كندا", "حزب الفجر", "affirmed"), ("كندا", "حزب الشمس", "negated")}),
        ("تدعم كندا حزب الفجر، وليس حزب الشمس.", {("كندا", "حزب الفجر", "affirmed"), ("كندا", "حزب الشمس", "negated")}),
        ("لا تدعم كندا حزب الفجر فحسب، بل حزب الشمس أيضا.", {("كندا", "حزب الفجر", "affirmed"), ("كندا", "حزب الشمس", "affirmed")}),
        ("ليست كندا من يدعم حزب الفجر بل اليابان.", {("كندا", "حزب الفجر", "negated"), ("اليابان", "حزب الفجر", "affirmed")}),
        ("كندا، وليس اليابان، هي من يدعم حزب الفجر.", {("كندا", "حزب الفجر", "affirmed")}),
        ("كندا لا اليابان هي من يدعم حزب الفجر.", {("كندا", "حزب الفجر", "affirmed")}),
        # a clause of its own, and nobody before
        ("لا تدعم كندا حزب الفجر، بل اليابان تدعمه.", {("كندا", "حزب الفجر", "negated"), ("اليابان", "حزب الفجر", "affirmed")}),
        ("تدعم كندا حزب الفجر. بل حزب الشمس.", {("كندا", "حزب الفجر", "affirmed")}),
    ],
)
def test_who_is_set_against_another(text: str, claims: set[Told], code: Code) -> None:
    found = [c for c in code(text).claims if c.relation == "AID" and c.source and c.target]
    assert {(c.source.names[0], c.target.names[0], c.polarity) for c in found if c.source and c.target} == claims


def test_it_is_shown_with_the_words_of_both(code: Code) -> None:
    text = "قيل الكثير. لا تدعم كندا حزب الفجر بل حزب الشمس. وانتهى."
    told = next(c for c in code(text).claims if c.target and c.target.names[0] == "حزب الشمس")
    assert text[told.evidence.start : told.evidence.end] == "تدعم كندا حزب الفجر بل حزب الشمس"
    assert told.reasons[-1].ref == "instead"
