"""Whose somebody is, and no end of what he does or suffers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("هدد القائد العام للقوات الكندية بقصف كينيا.", ("القائد العام", "THREATEN", "كينيا")),
        ("هاجم الرئيس السابق لحزب الفجر كندا.", ("الرئيس السابق لحزب الفجر", "ASSAULT", "كندا")),
        ("التقى المستشار الأمني للحركة الرئيس الكيني.", ("المستشار الأمني", "CONSULT", "الرئيس الكيني")),
        ("هاجم الحليف الأكبر لكندا كينيا.", ("الحليف الأكبر", "ASSAULT", "كينيا")),
        ("انحاز الرئيس السابق لكندا.", ("الرئيس السابق", "ALLY", "كندا")),
    ],
)
def test_whose_office_somebody_holds_is_no_end_of_what_he_does(text: str, claim: tuple[str, str, str], code: Code) -> None:
    told = [(c.source.actor.name, c.relation, c.target.actor.name) for c in code(text).claims if c.source and c.target]
    assert [one for one in told if one[1] == claim[1]] == [claim]


@pytest.mark.parametrize(
    ("text", "office", "country"),
    [
        ("ندد الرئيس السابق للبرلمان الكيني بكندا.", "الرئيس السابق", "KEN"),
        ("هدد القائد العام للقوات الكندية بقصف كينيا.", "القائد العام", "CAN"),
    ],
)
def test_an_office_is_of_the_country_whose_organ_it_serves(text: str, office: str, country: str, code: Code) -> None:
    (source,) = {c.source.actor for c in code(text).claims if c.source and c.source.actor.name.startswith(office)}
    assert source.country == country


@pytest.mark.parametrize(
    "text",
    [
        "عملاء حكومة كندا لدول الخليج اعتادوا إثارة المشاكل.",
        "تخلت كندا عن حلفاء الأمس واندفعت إلى التعاون مع عدو الأمس.",
        "تخلت كندا عن حلفاء الأمس واندفعت إلى التعاون مع عدو الأمس",
    ],
)
def test_whose_men_some_are_told_to_be_they_are_nobody_elses(text: str, code: Code) -> None:
    assert not [c for c in code(text).claims if c.relation in ("ALLY", "OPPOSE") and c.source and c.target]


def test_a_member_is_one_of_whose_body_it_is(code: Code) -> None:
    claims = [(c.source.actor.name, c.target.actor.name) for c in code("القتيل عضو المكتب السياسي للحركة.").claims if c.source and c.target]
    assert all(target == "الحركة" for _, target in claims)
