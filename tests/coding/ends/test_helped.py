"""Who is helped in a deed does it himself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    "text",
    [
        "ساعدت كندا كينيا في حربها على الحزب.",
        "دعم كندا لكينيا في حربها ضد الحزب كبير.",
        "قدمت كندا الدعم لكينيا في حربها ضد الحزب.",
        "كندا لا تساعد كينيا في حربها وتصديها للحزب.",
    ],
)
def test_who_is_helped_does_it(text: str, code: Code) -> None:
    against = [c for c in code(text).claims if c.relation in ("ASSAULT", "OPPOSE") and c.source and c.target]
    assert ("كينيا", "الحزب") in [(c.source.actor.name, c.target.actor.name) for c in against if c.source and c.target]
    assert all(c.target.actor.name != "كينيا" for c in against if c.target)


def test_who_fights_a_war_of_his_own_is_helped_by_nobody(code: Code) -> None:
    claims = code("عادت كينيا منتصرة في حربها على الحزب.").claims
    assert [(c.source.actor.name, c.relation) for c in claims if c.source and c.target] == [("كينيا", "ASSAULT")]


def test_a_question_from_where_names_nobody(code: Code) -> None:
    claims = code("التحالف يحارب الحزب، فمن أين يستمد الحزب قوته وسلاحه؟").claims
    assert [c.source for c in claims if c.relation == "AID"] == [None]
