"""Who has not done the deed that a noun is, and who is not struck by it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("خسر حفتر دعم موسكو.", "AID", {("موسكو", "حفتر")}),  # who loses it did not give it
        ("وعد بوتين الأسد بدعم الجيش السوري.", "AID", {("بوتين", "الجيش السوري")}),  # who promises does it himself
        ("أقنع بوتين الأسد بدعم الجيش السوري.", "AID", {("الأسد", "الجيش السوري")}),
        ("تعهدت كندا لكينيا بعدم دعم الحزب", "AID", {("كندا", "الحزب")}),
        ("تعهدت كندا لكينيا بتقديم الدعم للحزب.", "AID", {("كندا", "الحزب")}),
        # nor is it done to him, where it is to another
        ("وعدت كندا كينيا بقصف الحزب", "OPPOSE", {("كندا", "الحزب")}),
        ("هددت كندا كينيا بالقصف.", "ASSAULT", {("كندا", "كينيا")}),
        # to whom it was done that others cease from does nothing
        ("كفوا عن دعم كندا.", "AID", {("", "كندا")}),
        ("يجب أن تتوقفوا عن تمويل كندا", "AID", {("", "كندا")}),
        ("كفوا عن إدانة دعم كندا لكينيا.", "AID", {("كندا", "كينيا")}),
        # where the accused is does nothing
        ("اتهم الوزير الحركة في كندا بدعم المسلحين", "AID", {("الحركة", "المسلحين")}),
        ("اتهم الوزير الحركة في كندا بتقديم الدعم للمسلحين.", "AID", {("الحركة", "المسلحين")}),
    ],
)
def test_who_gets_and_who_is_promised_does_not_do_it(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "helped"),
    [
        ("اعتقل الجيش اللبناني عنصرا من داعش بمساعدة أمريكا.", {("أمريكا", "الجيش اللبناني")}),
        ("قتل حفتر مئات المدنيين بدعم من مصر.", {("مصر", "حفتر")}),
    ],
)
def test_whom_a_deed_strikes_is_not_helped_by_it(text: str, helped: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "AID") == helped


@pytest.mark.parametrize(
    ("text", "took"),
    [
        ("اعتقل الجيش مطلوبين من داعش.", {"الجيش"}),
        ("أفرجت السلطات عن معتقلين من حماس.", {""}),
        ("أفرج عن معتقلين من قبل داعش.", {"داعش"}),
    ],
)
def test_whose_the_captives_are_did_not_take_them(text: str, took: set[str], code: Code) -> None:
    assert {source for source, _ in ends(code(text), "COERCE")} == took


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("قوبل الهجوم الروسي بإدانة من فرنسا.", "ASSAULT", set()),
        ("قوبل الهجوم الروسي بإدانة من فرنسا.", "ACCUSE", {("فرنسا", "الروسي")}),
        ("أثار اعتقال الصحفي غضب تركيا.", "COERCE", {("", "الصحفي")}),
        ("أثار دعم قطر للإخوان استياء السعودية.", "AID", {("قطر", "الإخوان")}),
    ],
)
def test_who_stands_behind_an_expression_has_no_part_in_a_deed_amid_it(
    text: str, relation: str, claims: set[tuple[str, str]], code: Code
) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("لم تجد كينيا سوى اتهام أوغندا بالخيانة.", "ACCUSE", {("كينيا", "أوغندا")}),
        ("لا تملك كينيا إلا قصف المتمردين.", "ASSAULT", {("كينيا", "المتمردين")}),
    ],
)
def test_the_one_deed_left_to_somebody_is_his(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "no"),
    [
        ("أغضبت زيارة الوزير الياباني كندا.", "CONSULT", "كندا"),
        ("أحرج قصف إثيوبيا للصومال كينيا.", "ASSAULT", "كينيا"),
        ("أزعج التقارب التركي الروسي كندا.", "ALLY", "كندا"),
    ],
)
def test_whom_a_deed_moves_has_no_part_in_it(text: str, relation: str, no: str, code: Code) -> None:
    assert no not in {end for pair in ends(code(text), relation) for end in pair}


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("النفوذ الكندي يخدم كينيا.", "COERCE", set()),
        ("النفوذ الكندي يخدم كينيا.", "ALLY", {("الكندي", "كينيا")}),
        ("العدوان الكندي يخدم أوغندا.", "ASSAULT", {("الكندي", "")}),
        ("دعم كندا لكينيا أغضب أوغندا.", "AID", {("كندا", "كينيا")}),
    ],
)
def test_whom_a_deed_serves_it_is_not_done_to(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    "text",
    ["هدد الانقلاب علاقات كندا بكينيا.", "دفع الهجوم كندا إلى الانسحاب.", "أضعفت الحرب كندا."],
)
def test_upon_whom_a_deed_acts_has_not_done_it(text: str, code: Code) -> None:
    strikes = [c for c in code(text).claims if c.relation == "ASSAULT"]
    assert all(c.source is None or c.source.actor.name != "كندا" for c in strikes)
