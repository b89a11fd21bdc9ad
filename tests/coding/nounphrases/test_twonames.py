"""Two bodies of one noun, each by its name: "حزبي الفجر والنهار"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("دعمت كندا حزبي الفجر والنهار.", ["حزب الفجر", "حزب النهار"]),
        ("هاجم حزبا الفجر والنهار كندا.", ["حزب الفجر", "حزب النهار"]),
        ("انضم إليه حزبا السلام الوطني والوفاق الجديد.", ["حزب السلام الوطني", "حزب الوفاق الجديد"]),
        ("حاربت كندا تنظيمي النهار والفجر.", ["تنظيم النهار", "تنظيم الفجر"]),
        ("تضم الجبهة حركتي الفجر والنهار وحزب السلام.", ["حركة الفجر", "حركة النهار", "حزب السلام"]),
        ("زار حزبي الفجر، والنهار طويل.", ["حزبي الفجر"]),
        ("شكل سالم حزبا والنصر قريب.", ["حزبا"]),
    ],
)
def test_each_is_called_as_where_it_stands_alone(text: str, bodies: list[str], prepare: Prepare) -> None:
    kinds = {"party", "armed-group", "organisation"}
    assert [p.actor.name for p in prepare(text).phrases if p.actor is not None and p.actor.kind in kinds] == bodies


def test_both_do_what_their_verb_tells(code: Code) -> None:
    claims = code("هاجم حزبا الفجر والنهار كندا.").claims
    assert {c.source.actor.name for c in claims if c.source is not None} == {"حزب الفجر", "حزب النهار"}
    assert {c.number for c in claims} == {None}


def test_one_of_them_is_known_where_he_stands_alone(code: Code) -> None:
    text = "تدعم كندا حركتي الفجر والنهار. وهاجمت حركة النهار كينيا."
    ((attacker, helped),) = [
        (c.source.actor.id, {d.target.actor.id for d in code(text).claims if d.relation == "AID" and d.target is not None})
        for c in code(text).claims
        if c.relation == "ASSAULT" and c.source is not None
    ]
    assert attacker in helped
