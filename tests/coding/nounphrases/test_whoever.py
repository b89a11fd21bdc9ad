"""People named by what they do: من with a finite verb behind it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.coding.nounphrases import whoever, wording
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


def found(draft: Draft) -> list[Phrase]:
    return [p for p in draft.phrases if p.kind == whoever.KIND]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("انقلبت على من أوجدوها.", ["من أوجدوها"]),
        ("إن من هاجم القرية هو من أحرق المزارع.", ["من هاجم القرية", "من أحرق المزارع"]),
        ("من أسس التحالف هو من أنشأ الحزب.", ["من أسس التحالف", "من أنشأ الحزب"]),  # no foundations
        ("من أسس هذا التحالف هو من أنشأ الحزب.", ["من أسس هذا التحالف", "من أنشأ الحزب"]),
        ("من أسس الحزب السليمة ننطلق.", []),
        ("حاكموا كل من دعم تركيا.", ["من دعم تركيا"]),
        ("الذنب على من يحرض الجنود لا على الأهالي.", ["من يحرض الجنود"]),
        ("خرج من دعم تركيا.", []),  # "from": nothing shows a verb
        ("خرجوا من المدينة.", []),
        ("خرج الوزير من موسكو ثم من بكين.", []),  # no women who wept
        ("من يدعم داعش؟", []),  # a question has a hole there
        ("لكن من يدعم داعش؟", []),
        ("عوقب الذين هاجموا القرية.", ["الذين هاجموا القرية"]),
        ("على أولئك الذين يدعمون تركيا أن يتوقفوا.", ["الذين يدعمون تركيا"]),
        ("حاكموا كل الذين دعموا تركيا.", ["الذين دعموا تركيا"]),
        ("اعتقلت الشرطة عددا ممن هاجموا القرية.", ["ممن هاجموا القرية"]),
        ("أفرج القاضي عمن هاجموا القرية.", ["عمن هاجموا القرية"]),
        ("الذي يدعم الإرهاب يندم.", ["الذي يدعم الإرهاب"]),
        ("لا يستطيع الذي يدعم تركيا أن يحكم.", ["الذي يدعم تركيا"]),
        ("من الذي يدعم تركيا؟", []),
        ("هو الوزير الذي يدعم تركيا.", []),
        ("عوقب المسلحون الذين هاجموا القرية.", []),  # of a noun
        ("عوقب المسلحون، الذين هاجموا القرية.", []),
    ],
)
def test_they_are_named_by_their_clause(text: str, names: list[str], prepare: Prepare) -> None:
    draft = prepare(text)
    assert [wording.plain(draft, p) for p in found(draft)] == names


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("إن من هاجم القرية هو من أحرق المزارع وهو من يحرض عليها.", "text:من هاجم قريه"),
        ("إن قطر هي من يمول الجماعة.", "QAT"),
        ("ليست قطر من يمول الجماعة.", "QAT"),
        ("إن قطر من تدعم الجماعة.", "QAT"),
        ("قال الكاتب إن تركيا هي من تمول الجماعة.", "TUR"),
        ("تركيا هي نفسها من تمول الجماعة.", "TUR"),
        ("إن من هاجم القرية هو نفسه من أحرق المزارع.", "text:من هاجم قريه"),
        ("كندا التي تحارب الحركة هي من سلحها.", "CAN"),  # and not whom her clause ends with
    ],
)
def test_hu_man_is_whoever_stands_before_it(text: str, actor: str, prepare: Prepare) -> None:
    draft = prepare(text)
    assert {p.actor.id for p in found(draft) if p.actor is not None} == {actor}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("الذي يدعم داعش هو أردوغان.", {("أردوغان", "داعش")}),
        ("إن من يدعم داعش هو تركيا.", {("تركيا", "داعش")}),
        ("الذين دعموا داعش هم الأتراك.", {("الأتراك", "داعش")}),
        ("الدولة التي تدعم داعش هي تركيا.", {("تركيا", "داعش")}),
        ("الدول التي تدعم داعش هي تركيا وقطر.", {("تركيا", "داعش"), ("قطر", "داعش")}),
        ("الذين يدعمون داعش هم قطر وتركيا.", {("تركيا", "داعش"), ("قطر", "داعش")}),
        ("الذي يدعمه أردوغان هو حزب الله.", {("أردوغان", "حزب الله")}),
        ("من يدعم داعش هو الخاسر.", {("من يدعم داعش", "داعش")}),  # what he is like, not who he is
    ],
)
def test_who_did_it_may_be_told_behind_a_pronoun(text: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), "AID") == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("تعاقب أمريكا حماس ومن يساعدها.", "AID", {("من يساعدها", "حماس")}),
        ("حارب الجيش العراقي المسلحين ومن يؤويهم.", "AID", {("من يؤويهم", "المسلحين")}),
        ("تدعم أمريكا الأكراد ومن يحالفهم.", "ALLY", {("من يحالفهم", "الأكراد")}),
    ],
)
def test_who_is_named_beside_others_does_it_to_them(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        ("اعتقلت تركيا مئات ممن يدعمون غولن.", "COERCE", {("تركيا", "ممن يدعمون غولن")}),
        ("اعتقلت تركيا مئات ممن يدعمون غولن.", "AID", {("ممن يدعمون غولن", "غولن")}),
        (
            "قتل الجيش المصري عددا ممن هاجموا قوات الأمن.",
            "ASSAULT",
            {("الجيش المصري", "ممن هاجموا قوات الأمن"), ("ممن هاجموا قوات الأمن", "قوات الأمن")},
        ),
    ],
)
def test_of_those_who_are_people_too(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


def test_a_claim_names_them(code: Code) -> None:
    reading = code("انقلبت داعش على من أنشأها.")
    assert any(c.target is not None and "من أنشأها" in c.target.names for c in reading.claims)
    (mention,) = [m for m in reading.mentions if m.kind == "relative"]
    assert mention.span.of(reading.document.text) == mention.text == "من أنشأها"


def test_who_right_before_a_verb_does_it(code: Code) -> None:
    assert ends(code("فالجميع يعرف من يمول المتمردين."), "AID") == {("من يمول المتمردين", "المتمردين")}


@pytest.mark.parametrize("text", ["لمصلحة من يعمل هذا التحالف؟", "لصالح من تقصف كندا القرى؟", "لحساب من يقاتل الحزب؟"])
def test_in_whose_interest_asks_and_names_nobody(text: str, prepare: Prepare) -> None:
    assert not [phrase for phrase in prepare(text).phrases if phrase.kind == "whoever"]
