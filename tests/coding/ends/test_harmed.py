"""Who is harmed by what somebody judges, and is no end of his stance."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation", "harmed", "there"),
    [
        ("رفض عباس تهجير الفلسطينيين من غزة.", "REJECT", "الفلسطينيين", False),
        ("رفضت تركيا تقسيم سوريا.", "REJECT", "سوريا", False),
        ("دافع بوش عن غزو العراق.", "SUPPORT", "العراق", False),
        ("رفضت الحكومة طلب المعارضة.", "REJECT", "المعارضة", True),  # a request is no harm
        ("ليس العراق حريصا على مهاجمة إيران.", "SUPPORT", "إيران", False),
        ("دعمت فرنسا جهود عزل قطر.", "AID", "قطر", False),
        ("تدعم إيران هجوم الحوثيين.", "AID", "الحوثيين", True),  # they do it
        ("أيدت كندا الحرب على الحوثيين.", "SUPPORT", "الحوثيين", False),
        ("أيدت كندا الحرب على الحوثيين.", "OPPOSE", "الحوثيين", True),
        ("رحبت كندا بالعقوبات على كينيا.", "SUPPORT", "كينيا", False),
        ("عارضت كندا العقوبات على كينيا.", "OPPOSE", "كينيا", False),
        ("باركت كندا الغارات الكينية على الحوثيين.", "SUPPORT", "الكينية", True),
    ],
)
def test_a_stance_on_harm_is_none_on_whom_it_is_done_to(text: str, relation: str, harmed: str, there: bool, code: Code) -> None:
    assert (harmed in {target for _, target in ends(code(text), relation)}) is there


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("أدانت مصر تفجيرات باريس.", {""}),
        ("نددت تركيا بقصف غزة.", {""}),
        ("أدانت مصر هجوم داعش.", {"داعش"}),
        ("دانت واشنطن هجوم طهران على السفارة.", {"طهران"}),
    ],
)
def test_a_town_is_not_accused_of_what_was_done_to_it(text: str, accused: set[str], code: Code) -> None:
    assert {target for _, target in ends(code(text), "ACCUSE")} == accused


@pytest.mark.parametrize(
    ("text", "rejected"),
    [
        ("تدعم كندا اليابان وترفض قصفها.", ""),
        ("تدعم كندا الشعب الياباني وترفض تهجيره من القرى.", ""),
    ],
)
def test_whoever_is_to_be_spared_is_not_refused(text: str, rejected: str, code: Code) -> None:
    assert {target for _, target in ends(code(text), "REJECT")} <= {rejected}
