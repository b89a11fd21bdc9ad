"""What stands in a relative clause, and is no end of what the sentence around it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("هددت إيران، التي تدعم الحوثيين في اليمن، بإغلاق المضيق.", {"الحوثيين", "اليمن"}),
        ("هددت إيران التي تدعم الحوثيين إسرائيل.", {"الحوثيين"}),
        ("ميليشيا تمولها إيران هاجمت القاعدة.", {"إيران"}),
        ("قصف الجيش السوري الذي تدعمه روسيا مدينة إدلب.", {"روسيا"}),
        ("رفضت تركيا السياسات التي تنتهجها إيران.", set()),  # who refuses these refuses Iran
        ("عذب الجنود المعتقلين في سجن تديره المخابرات.", set()),  # and who runs a place does what is done there
        ("هددت إيران إسرائيل.", set()),
        ("قتل ثلاثة في هجوم مسلح نفذه متطرف إسلامي.", set()),  # an adjective of the deed
    ],
)
def test_what_stands_in_a_clause_that_describes_somebody(text: str, within: set[str], prepare: Prepare) -> None:
    draft = prepare(text)
    assert {draft.text(draft.phrases[i].first, draft.phrases[i].last) for i in draft.within} == within


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("هددت إيران، التي تدعم الحوثيين، بإغلاق المضيق.", "THREATEN", {("إيران", "")}),
        # joined to whom it describes with a comma, or to another clause on him
        ("هاجمت كندا كينيا، والتي تدعم الحوثيين.", "AID", {("كينيا", "الحوثيين")}),
        ("زارت كندا كينيا التي تحارب الحزب، والتي تسلح الحركة.", "AID", {("كينيا", "الحركة")}),
        ("هددت إيران، التي تدعم الحوثيين، بإغلاق المضيق.", "AID", {("إيران", "الحوثيين")}),
        ("ميليشيا تمولها إيران هاجمت إدلب.", "ASSAULT", {("ميليشيا", "إدلب")}),
        ("ميليشيا تمولها إيران هاجمت إدلب.", "AID", {("إيران", "ميليشيا")}),
        ("هددت إيران التي تدعم الحوثيين إسرائيل.", "THREATEN", {("إيران", "إسرائيل")}),
        # by its gender a clause is on the deed, or on who did it
        ("أدانت أوغندا قصف كندا الذي تعرضت له كينيا", "ASSAULT", {("كندا", "كينيا")}),
        ("رفضت أوغندا دعم كندا التي تقصف كينيا", "ASSAULT", {("كندا", "كينيا")}),
        ("الجهة التي اغتالت رفيق الحريري هي حزب الله.", "ASSAULT", {("حزب الله", "رفيق الحريري")}),
    ],
)
def test_it_is_no_end_of_what_is_said_around_it(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("تحدثت فرنسا عن خطة تعارضها كندا.", "OPPOSE", set()),  # the plan, and nobody who speaks of it
        ("ألقى المتمردون السلاح بموجب اتفاق رعته قطر.", "LEAD", set()),
        ("رحبت كينيا بمشروع تموله كندا.", "AID", {("كندا", "")}),
        ("قتل جندي في هجوم شنه مسلحون.", "ASSAULT", {("مسلحون", "جندي")}),
        ("استقبلت مصر وفدا تقوده كندا.", "LEAD", {("كندا", "وفدا")}),  # somebody
    ],
)
def test_what_is_done_to_a_thing_is_done_to_nobody_before_it(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims
