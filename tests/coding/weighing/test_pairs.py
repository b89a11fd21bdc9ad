"""Which pairs of ends can't be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.coding.weighing.pairs import beside
from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Code = Callable[..., Reading]
Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("بدعم كندي وكيني", True),
        ("القصف الكندي والكيني", True),
        ("الدعم الكندي لكينيا", False),
        ("الخلاف بين كندا وكينيا", False),  # two names: the first stands for both
    ],
)
def test_joined_adjectives_of_origin_stand_on_one_side(text: str, alike: bool, prepare: Prepare) -> None:
    draft = prepare(text)
    indexes = [i for i, p in enumerate(draft.phrases) if p.actor is not None and p.actor.country in ("CAN", "KEN")]
    first, second = beside(draft, indexes)
    assert bool(first == second) is alike


@pytest.mark.parametrize("text", ["ثار الناس على طغيان كندي وكيني، وسقط النظام.", "بتمويل كندي وكيني، تعاظمت الأزمة."])
def test_who_acts_together_does_nothing_to_one_another(text: str, code: Code) -> None:
    pair = {"كندي", "كيني"}
    told = {c.relation for c in code(text).claims}
    assert not any({one, two} == pair for relation in told for one, two in ends(code(text), relation))
