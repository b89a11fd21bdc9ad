"""Who does not do what a participle tells of how another acts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("اختارت كندا الانحياز لليابان تاركة حلفاءها لمصيرهم.", "SANCTION"),
        ("اتجهت كندا إلى مصالحة اليابان تاركة حلفاءها التقليديين.", "EXCLUDE"),
    ],
)
def test_to_whom_something_leads_does_not_act_as_its_subject_does(text: str, relation: str, code: Code) -> None:
    assert {source for source, _ in ends(code(text), relation)} == {"كندا"}


def test_how_somebody_acts_is_told_of_his_own(code: Code) -> None:
    found = ends(code("اتجهت كندا إلى مصالحة اليابان تاركة حلفاءها التقليديين."), "ALLY")
    assert found == {("حلفاءها التقليديين", "كندا")}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("يقاتل الجيش الكندي ضد القبائل وضد جماعة نصرة الإسلام والمسلمين المرتبطة بكينيا.", "جماعة نصرة الإسلام والمسلمين"),
        ("تقاتل كندا ضد القبائل وضد حركة النور المرتبطة بكينيا.", "حركة النور"),
    ],
)
def test_a_participle_with_its_article_tells_of_who_stands_right_before_it(text: str, source: str, code: Code) -> None:
    assert ends(code(text), "ALLY") == {(source, "كينيا")}


@pytest.mark.parametrize(
    ("text", "relation", "pair"),
    [
        ("تعتمد كينيا على جماعات تسلحها الحكومة الكندية.", "AID", ("الحكومة الكندية", "جماعات")),
        ("زارت كندا دولة تعاديها اليابان.", "OPPOSE", ("اليابان", "دولة")),
        ("زارت كينيا جماعة تعترف بها اليابان.", "SUPPORT", ("اليابان", "جماعة")),
        ("وجد الرئيس الكيني نفسه أمام رئيس أوغندي يلومه على الحرب.", "ACCUSE", ("رئيس أوغندي", "الرئيس الكيني")),
    ],
)
def test_a_verb_tells_of_somebody_unknown_right_before_it(text: str, relation: str, pair: tuple[str, str], code: Code) -> None:
    assert ends(code(text), relation) == {pair}


def test_nothing_is_done_to_whom_the_same_preposition_leads_again(code: Code) -> None:
    found = ends(code("أشار الوزير الليبي إلى دعم تركيا وقطر وإلى ميليشيات مصراتة."), "AID")
    assert "ميليشيات مصراتة" not in {target for _, target in found}
