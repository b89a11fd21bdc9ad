"""Who undergoes a deed has not done it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("تلقت القوات الكينية ضربات من كندا.", [("كندا", "القوات الكينية")]),
        ("عانت القوات الكينية من ضربات كندا.", [("كندا", "القوات الكينية")]),
        ("عانت القوات الكينية من ويلات الضربات الكندية.", [("كندا", "القوات الكينية")]),
        ("تلقت القوات الكينية ضربات موجعة من الطائرات الكندية.", [("الطائرات الكندية", "القوات الكينية")]),
        ("الضربات التي تلقتها القوات الكينية من كندا.", [("كندا", "القوات الكينية")]),
        ("القصف الذي كان يتلقاه الحزب من كندا.", [("كندا", "الحزب")]),
        ("شنت القوات الكينية ضربات على كندا.", [("القوات الكينية", "كندا")]),
    ],
)
def test_who_strikes(text: str, ends: list[tuple[str, str]], code: Code) -> None:
    strikes = [c for c in code(text).claims if c.relation == "ASSAULT"]
    assert [(c.source.actor.name if c.source else "", c.target.actor.name if c.target else "") for c in strikes] == ends


def test_who_meets_others_with_force_does_it(code: Code) -> None:
    claims = code("واجهت القوات الكينية الحزب بالقصف.").claims
    assert all(c.target is None or c.target.actor.name != "القوات الكينية" for c in claims)


@pytest.mark.parametrize(
    "text",
    [
        "عانت القوات الكينية من الهجمات التي تعرضت لها والتي أوقعت الكثير من الخسائر في صفوف كندا.",
        "عانت القوات الكينية من الهجمات التي أوقعت خسائر كبيرة في صفوف كندا.",
    ],
)
def test_who_undergoes_a_deed_does_not_do_what_the_deed_does(text: str, code: Code) -> None:
    (claim,) = [c for c in code(text).claims if c.target and c.target.actor.name == "كندا"]
    assert claim.source is None or claim.source.actor.name != "القوات الكينية"
    assert claim.relation == "ASSAULT"
