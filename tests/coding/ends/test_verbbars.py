"""Who is no end of what a finite verb tells: beside its pronoun, and beside who does it right behind it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "relation", "pair"),
    [
        ("الحزب تدعمه كندا وتعاديه كينيا.", "OPPOSE", ("كينيا", "الحزب")),
        ("كلما دعمت كندا الحزب هاجمته كينيا.", "ASSAULT", ("كينيا", "الحزب")),
        ("إذا دعمت كندا الحزب فستهاجمها كينيا.", "ASSAULT", ("كينيا", "كندا")),
        ("دعمت كندا الحزب فهاجمته كينيا.", "ASSAULT", ("كينيا", "الحزب")),
        ("في حين تدعم كندا الحزب، تحاربه كينيا.", "OPPOSE", ("كينيا", "الحزب")),
        ("الوزير الكيني الذي طردنا من داكار يدعم كندا.", "COERCE", ("الوزير الكيني", "طردنا")),
        ("وقعت كندا وكينيا اتفاقية هلسنكي.", "AGREE", ("كندا", "كينيا")),
        ("أدانت فنلندا إجراءات الجيش التي رفضتها كينيا.", "REJECT", ("كينيا", "الجيش")),
    ],
)
def test_who_stands_behind_a_verb_and_its_pronoun_does_it(text: str, relation: str, pair: tuple[str, str], code: Code) -> None:
    assert pair in ends(code(text), relation)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("اعترضت كندا على كينيا.", "REJECT"),
        ("تعترض كندا على انضمام كينيا إلى الحلف.", "REJECT"),
        ("اعترضت البحرية الكندية سفينة كينية.", "COERCE"),
    ],
)
def test_a_verb_means_what_its_preposition_says(text: str, relation: str, code: Code) -> None:
    assert relation in {claim.relation for claim in code(text).claims}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("ما من أحد يدعم الحزب غير كندا.", "asserted"),
        ("هل هناك من يدعم الحزب غير كندا؟", "questioned"),
        ("هل من أحد يدعم الحزب سوى كندا؟", "questioned"),
    ],
)
def test_one_does_what_nobody_else_does(text: str, modality: str, code: Code) -> None:
    (claim,) = code(text).claims
    assert claim.source is not None
    assert claim.target is not None
    assert (claim.source.actor.id, claim.target.names[0], claim.polarity, claim.modality) == ("CAN", "الحزب", "affirmed", modality)


@pytest.mark.parametrize("text", ["خسر الحزب دعم كندا.", "فقد الحزب دعم كندا.", "لم يخسر الحزب دعم كندا."])
def test_who_loses_help_gave_none(text: str, code: Code) -> None:
    assert ends(code(text), "AID") == {("كندا", "الحزب")}


@pytest.mark.parametrize(
    ("text", "relation", "pair"),
    [
        ("العلاقات الكندية الكينية متوترة.", "OPPOSE", ("الكندية", "الكينية")),
        ("تشهد العلاقات بين كندا وكينيا توترا.", "OPPOSE", ("كندا", "كينيا")),
        ("العلاقات الكندية الكينية في تحسن.", "ALLY", ("الكندية", "الكينية")),
        ("القرار في كينيا بيد كندا.", "COERCE", ("كندا", "كينيا")),
        ("طائرات كندية ألقت السلاح للحزب.", "AID", ("طائرات كندية", "الحزب")),
        ("باعت كندا حلفاءها.", "SANCTION", ("كندا", "حلفاءها")),
    ],
)
def test_what_words_together_say(text: str, relation: str, pair: tuple[str, str], code: Code) -> None:
    assert pair in ends(code(text), relation)


def test_who_is_helped_by_a_refusal_is_not_refused(code: Code) -> None:
    reading = code("استخدمت كندا الفيتو لحماية الحزب.")
    assert ends(reading, "REJECT") <= {("كندا", "")}
    assert ends(reading, "AID") == {("كندا", "الحزب")}


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("كينيا التي قصفت كندا مدنها ردت بالقصف.", "مدن كينيا"),
        ("الدولة التي دمرت كندا جيشها هي كينيا.", ""),
        ("الحزب الذي تدعم كندا قادته هاجم كينيا.", ""),
    ],
)
def test_a_clause_takes_up_whom_it_is_told_of_by_what_is_his(text: str, whose: str, code: Code) -> None:
    claim = next(c for c in code(text).claims if c.relation in ("ASSAULT", "AID"))
    assert claim.source is not None
    assert claim.target is not None
    assert claim.source.actor.id == "CAN"
    assert not whose or claim.target.actor.name == whose


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("القوات القادمة من كندا هاجمت الحزب.", ("القوات القادمة", "الحزب")),
        ("الجماعة الهاربة من كندا قصفت الحزب.", ("الجماعة", "الحزب")),
        ("كل الدول في التحالف هاجمت الحزب.", ("الدول", "الحزب")),
        ("انضم الحليف إلى عدو يهاجم كينيا.", ("عدو", "كينيا")),
        ("خطف الحزب طاقم السفينة الكندية.", ("الحزب", "طاقم السفينة الكندية")),
        ("خطف القراصنة بحارة كنديين.", ("القراصنة", "بحارة كنديين")),
    ],
)
def test_who_stands_between_behind_a_preposition_does_nothing(text: str, pair: tuple[str, str], code: Code) -> None:
    assert pair in ends(code(text), "ASSAULT")
    assert ("كندا", "الحزب") not in ends(code(text), "ASSAULT")
