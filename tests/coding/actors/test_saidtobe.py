"""Of whom a general noun only says what he is, and whom the text means by it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("الحزب حركة ضعيفة تدعمها كندا.", "AID", {("كندا", "الحزب")}),
        ("كان الحزب حركة ضعيفة تدعمها كندا.", "AID", {("كندا", "الحزب")}),
        ("قالت اليابان إن الحزب جماعة إرهابية تهدد كينيا.", "THREATEN", {("الحزب", "كينيا")}),
        ("كينيا بلد يعاديه الكنديون.", "OPPOSE", {("الكنديون", "كينيا")}),
        ("ظلت كينيا بلدا تستهدفه كندا.", "ASSAULT", {("كندا", "كينيا")}),
        ("كندا هي الدولة التي تدعم الحزب.", "AID", {("كندا", "الحزب")}),
        ("كندا دولة راعية للحزب وتدعمه.", "AID", {("كندا", "الحزب")}),
        ("هاجمت كندا كينيا. والحوثيون جماعة تمولها أوغندا.", "AID", {("أوغندا", "الحوثيون")}),
        ("ليست كندا دولة تدعم الحزب.", "AID", {("كندا", "الحزب")}),
        # a pronoun leads to what he is
        ("الحزب قوي، فقد أثبت أنه تنظيم عابر للقارات. وقصف التنظيم كينيا.", "ASSAULT", {("الحزب", "كينيا")}),
        ("زارت كندا كينيا، وهي دولة تدعم الحزب.", "AID", {("كينيا", "الحزب")}),
        # others than he
        ("زارت كندا دولة تعاديها اليابان.", "OPPOSE", {("اليابان", "دولة")}),
        ("دعت كندا واليابان دولة تدعم الحزب.", "AID", {("دولة", "الحزب")}),
        ("كندا تدعم جماعة تهاجم كينيا.", "ASSAULT", {("جماعة", "كينيا")}),
        ("قالت كندا إن حزبا يهاجم كينيا.", "ASSAULT", {("حزبا", "كينيا")}),
        ("كل ما هو ميليشيا تدعمه كندا.", "AID", {("كندا", "ميليشيا")}),
    ],
)
def test_what_somebody_is_said_to_be_is_he_himself(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims
