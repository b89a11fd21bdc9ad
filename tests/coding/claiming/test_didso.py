"""Who did as another had done."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("طردت كندا السفير الإيراني، وكذلك فعلت اليابان.", "SANCTION", {("كندا", "السفير الإيراني"), ("اليابان", "السفير الإيراني")}),
        ("أدانت كندا كينيا. وفعلت اليابان الشيء نفسه.", "ACCUSE", {("كندا", "كينيا"), ("اليابان", "كينيا")}),
        ("سحبت كندا قواتها من كينيا، وحذت اليابان حذوها.", "RETREAT", {("كندا", "كينيا"), ("اليابان", "كينيا")}),
        ("زار الوفد الكندي كينيا، وحذا حذوه الوفد الياباني.", "CONSULT", {("الوفد الكندي", "كينيا"), ("الوفد الياباني", "كينيا")}),
        ("قامت كندا بقصف كينيا، وقامت اليابان بالأمر نفسه.", "ASSAULT", {("كندا", "كينيا"), ("اليابان", "كينيا")}),
        # a deed of its own, nobody else who does it, and nothing that was done
        ("قصفت كندا كينيا، كما قامت اليابان بتدريب الجيش.", "ASSAULT", {("كندا", "كينيا")}),
        ("قصفت كندا كينيا كما فعلت في السابق.", "ASSAULT", {("كندا", "كينيا")}),
        ("قصفت كندا كينيا، وحذت اليابان حذو أوغندا.", "ASSAULT", {("كندا", "كينيا")}),
        ("لم تدعم كندا كينيا. وكذلك فعلت اليابان.", "AID", {("كندا", "كينيا")}),
    ],
)
def test_who_did_so_too(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


def test_it_is_told_with_its_own_words(code: Code) -> None:
    text = "طردت كندا السفير الإيراني، وكذلك فعلت اليابان."
    told = next(c for c in code(text).claims if c.source and c.source.names[0] == "اليابان")
    assert text[told.trigger.start : told.trigger.end] == "فعلت"
    assert text[told.evidence.start : told.evidence.end] == "السفير الإيراني، وكذلك فعلت اليابان"
