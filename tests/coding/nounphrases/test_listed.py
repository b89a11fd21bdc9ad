"""Which named actors are the examples of a general word before them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("يضم التحالف ٣٤ دولة من بينها كينيا.", {("دولة", "affirmed"), ("كينيا", "affirmed")}),
        ("يضم التحالف ٣٤ دولة ليس من بينها كينيا.", {("دولة", "affirmed"), ("كينيا", "negated")}),
        ("يضم التحالف ٣٤ دولة، ليس بينها كينيا.", {("دولة", "affirmed"), ("كينيا", "negated")}),
        ("تتزعم كندا تحالفا لمحاربة الحزب ليس فيه كينيا.", {("كينيا", "negated")}),
    ],
)
def test_who_is_not_among_them_is_no_member(text: str, members: set[tuple[str, str]], code: Code) -> None:
    found = {(c.source.names[0], c.polarity) for c in code(text).claims if c.relation == "MEMBER" and c.source is not None}
    assert found == members


@pytest.mark.parametrize(
    ("text", "helped"),
    [
        ("تدعم كندا أحزابا طائفية، كحزب الله وحركة حماس.", {"حزب الله", "حركة حماس"}),
        ("تدعم كندا أحزابا طائفية، كحزب الله وحركة حماس", {"حزب الله", "حركة حماس"}),
        ("تدعم كندا الحركة، كحزب الله.", {"الحركة"}),
    ],
)
def test_a_comma_may_stand_before_names_of_examples(text: str, helped: set[str], code: Code) -> None:
    found = {c.target.names[0] for c in code(text).claims if c.relation == "AID" and c.target is not None}
    assert found == helped


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("تحالفت كندا مع دول قوية في القارة كتركيا وفرنسا.", {"تركيا", "فرنسا"}),
        ("تحالفت كندا مع دول قوية في القارة كتركيا وفرنسا", {"تركيا", "فرنسا"}),
        ("دعمت كندا دولا بارزة في الإقليم.", {"دولا بارزة"}),  # and not where they lie
    ],
)
def test_examples_may_stand_behind_where_they_lie(text: str, others: set[str], code: Code) -> None:
    assert {c.target.names[0] for c in code(text).claims if c.target is not None} == others
