"""Who did a deed and who underwent it, as the clause that tells of it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


def ends(reading: Reading, relation: str) -> list[tuple[str, str]]:
    """The two ends of every claim of a relation."""
    found = [c for c in reading.claims if c.relation == relation]
    return [(c.source.actor.name if c.source else "", c.target.actor.name if c.target else "") for c in found]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("نددت أوغندا بالمجازر التي ارتكبتها كندا بحق المدنيين.", [("كندا", "المدنيين")]),
        ("نددت أوغندا بالجرائم التي ارتكبتها القوات الكندية ضد المدنيين.", [("القوات الكندية", "المدنيين")]),
        ("نجا الرئيس الكيني من محاولة اغتيال دبرتها كندا.", [("كندا", "الرئيس الكيني")]),
        ("قتل جنديان في قصف عنيف نفذته كندا على كينيا.", [("كندا", "جنديان"), ("كندا", "كينيا")]),
        ("ترد كينيا على القصف الذي تعرضت له من كندا.", [("كندا", "كينيا")]),
        ("أدانت أوغندا القصف الذي تعرضت له كينيا من كندا.", [("كندا", "كينيا")]),
        ("ردت كينيا على القصف الذي تعرضت له البلدة من جانب كندا.", [("كندا", "البلدة")]),
        ("أدانت أوغندا القصف الذي تعرضت له كينيا.", [("", "كينيا")]),
    ],
)
def test_who_struck_whom(text: str, whose: list[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "ASSAULT") == whose


def test_who_condemns_what_somebody_did_blames_him(code: Code) -> None:
    assert ends(code("نددت أوغندا بالمجازر التي ارتكبتها كندا بحق المدنيين."), "ACCUSE") == [("أوغندا", "كندا")]


@pytest.mark.parametrize(
    ("text", "relation", "whose"),
    [
        ("أدانت أوغندا العقوبات التي فرضتها كندا على كينيا.", "SANCTION", [("كندا", "كينيا")]),
        ("أشاد الوزير بالمساعدات التي قدمتها كندا لكينيا.", "AID", [("كندا", "كينيا")]),
        ("رحبت أوغندا بالمحادثات التي أجرتها كندا مع كينيا.", "CONSULT", [("كندا", "كينيا")]),
        ("المحادثات التي أجرتها أوغندا بين كندا وكينيا فشلت.", "CONSULT", [("كندا", "كينيا")]),
    ],
)
def test_other_deeds(text: str, relation: str, whose: list[tuple[str, str]], code: Code) -> None:
    found = ends(code(text), relation)
    assert [pair for pair in found if pair in whose] == whose
