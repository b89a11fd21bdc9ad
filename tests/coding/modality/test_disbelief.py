"""What nobody is to believe, and what somebody never was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("لم تكن كينيا حليفة لأوغندا.", "negated"),
        ("لم تكن كينيا في أي يوم حليفة لأوغندا.", "negated"),
        ("لم تعد كينيا يوما حليفة لأوغندا.", "negated"),
        ("لم تكن كينيا إلا حليفة لأوغندا.", "affirmed"),
        ("لم تكن كينيا مجرد حليفة لأوغندا.", "affirmed"),
        ("كانت كينيا حليفة لأوغندا.", "affirmed"),
    ],
)
def test_what_somebody_was_not(text: str, polarity: str, code: Code) -> None:
    assert {c.polarity for c in code(text).claims if c.relation == "ALLY"} == {polarity}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("لم تكن كندا هي التي قصفت كينيا.", "negated"),
        ("لم يكن الحزب هو الذي قصف كينيا.", "negated"),
        ("ليست كندا هي من قصف كينيا.", "negated"),
        ("كانت كندا هي التي قصفت كينيا.", "affirmed"),
        ("أو لم تكن كندا هي من قصف كينيا؟", "affirmed"),
        ("لم تكن كندا وحدها هي التي قصفت كينيا.", "affirmed"),
        ("ليست الدولة التي قصفت كينيا صديقة لها.", "affirmed"),  # that she did it is no news
    ],
)
def test_who_did_it_is_another(text: str, polarity: str, code: Code) -> None:
    assert {c.polarity for c in code(text).claims if c.relation == "ASSAULT"} == {polarity}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("نفت كندا أنباء ذكرت أن جيشها قصف كينيا.", "negated"),
        ("نفى الجيش الكندي ما تردد عن قصف قرى في كينيا.", "negated"),
        ("نفت كندا صحة تقارير ادعت أنها ستهاجم كينيا.", "negated"),
        ("لم تنف كندا أنباء ذكرت أن جيشها قصف كينيا.", "affirmed"),
        ("نقلت كندا أنباء ذكرت أن جيشها قصف كينيا.", "affirmed"),
        ("نفت كندا هذه الأنباء، وذكرت أن جيشها قصف كينيا.", "affirmed"),
        ("رد الوزير الكندي على اتهامات نظيره الياباني قائلا إن جيش بلاده قصف كينيا.", "affirmed"),
    ],
)
def test_what_reports_tell_that_somebody_denies(text: str, polarity: str, code: Code) -> None:
    assert {c.polarity for c in code(text).claims if c.relation == "ASSAULT"} == {polarity}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("ليس الحزب هو الذي قام بقصف كينيا.", "negated"),
        ("كندا طيبة، وليست هي من تسبب بقصف كينيا.", "negated"),
        ("ليس الحزب وحده من قام بقصف كينيا.", "affirmed"),
        ("الحزب هو الذي قام بقصف كينيا.", "affirmed"),
    ],
)
def test_who_did_it_not(text: str, polarity: str, code: Code) -> None:
    assert {c.polarity for c in code(text).claims if c.relation == "ASSAULT"} == {polarity}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("لا أظن أن كينيا ستهاجم أوغندا.", "negated"),
        ("لا يعتقد أحد أن كينيا ستهاجم أوغندا.", "negated"),
        ("لا يعتقد الوزير أن كينيا ستهاجم أوغندا.", "affirmed"),  # which he says
        ("واهم من يظن أن كينيا ستهاجم أوغندا.", "negated"),
        ("من يظن أن كينيا ستهاجم أوغندا فهو واهم.", "negated"),
        ("من السذاجة أن نعتقد أن كينيا ستهاجم أوغندا.", "negated"),
        ("من الخطأ الاعتقاد بأن كينيا ستهاجم أوغندا.", "negated"),
        ("نعتقد أن كينيا ستهاجم أوغندا.", "affirmed"),
    ],
)
def test_what_nobody_is_to_believe(text: str, polarity: str, code: Code) -> None:
    assert {c.polarity for c in code(text).claims if c.relation == "ASSAULT"} == {polarity}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("ليست هناك دولة تدعم الإرهاب مثل كينيا.", ("affirmed", "كينيا", "الإرهاب")),
        ("ليست هناك دولة تدعم كينيا.", ("negated", "دولة", "كينيا")),
    ],
)
def test_who_does_it_as_nobody_else_does(text: str, claim: tuple[str, str, str], code: Code) -> None:
    found = [(c.polarity, c.source, c.target) for c in code(text).claims if c.relation == "AID"]
    assert [(p, s.names[0], t.names[0]) for p, s, t in found if s is not None and t is not None] == [claim]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("نفت كندا صحة الأنباء عن دعمها الحزب.", ["كندا"]),
        ("لا صحة للأنباء عن دعم كندا للحزب.", []),
    ],
)
def test_who_denies_what_is_told_vouches_for_it(text: str, voice: list[str], code: Code) -> None:
    (claim,) = [c for c in code(text).claims if c.relation == "AID"]
    assert (claim.polarity, claim.modality, [one.names[0] for one in claim.voice]) == ("negated", "asserted", voice)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("الدعم الكندي ليس لكينيا بل لأوغندا.", {("كينيا", "negated"), ("أوغندا", "affirmed")}),
        ("لا تقدم كندا السلاح إلى كينيا بل إلى أوغندا.", {("كينيا", "negated"), ("أوغندا", "affirmed")}),
        ("دعم كندا ليس لكينيا وحدها.", {("كينيا", "affirmed")}),
        ("دعم كندا لكينيا ليس سرا.", {("كينيا", "affirmed")}),
    ],
)
def test_to_whom_it_is_not_done(text: str, found: set[tuple[str, str]], code: Code) -> None:
    assert {(c.target.names[0], c.polarity) for c in code(text).claims if c.relation == "AID" and c.target} == found
