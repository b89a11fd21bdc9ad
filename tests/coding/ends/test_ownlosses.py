"""Who has not done what befell his own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    "text",
    ["قطعت كندا علاقاتها مع كينيا بعد اقتحام سفارتها.", "انتقدت كندا كينيا بعد قصف قواتها.", "استدعت كندا السفير الكيني إثر قصف قواتها."],
)
def test_nobody_has_struck_his_own_where_that_is_the_occasion_of_what_he_does(text: str, code: Code) -> None:
    found = ends(code(text), "ASSAULT") | ends(code(text), "COERCE")
    assert "كندا" not in {source for source, _ in found}


def test_whoever_goes_on_killing_his_own_does_so(code: Code) -> None:
    assert {source for source, _ in ends(code("واصل بشار الأسد قتل شعبه."), "ASSAULT")} == {"بشار الأسد"}


def test_a_deed_whose_doer_its_pronoun_tells_is_his(code: Code) -> None:
    assert ends(code("انتقدت كندا روسيا بعد غزوها جارتها."), "ASSAULT") == {("روسيا", "جارتها")}


@pytest.mark.parametrize("text", ["سقطت صواريخ على القاعدة الكندية في أربيل.", "انتقد الحزب الهجوم على القواعد الكندية."])
def test_a_blow_is_none_of_whose_it_strikes(text: str, code: Code) -> None:
    assert "الكندية" not in {source for source, _ in ends(code(text), "ASSAULT")}
