"""Who the two sides are that do one thing more."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ends

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("وقعت كينيا والصومال اتفاقا. وناقش الطرفان الأزمة بين تشاد والنيجر. واتفق الجانبان على ذلك.", {"KEN", "SOM"}),
        ("وقعت كينيا والصومال اتفاقا. وبحث الطرفان الوضع في تشاد والنيجر. وندد البلدان بالهجوم.", {"KEN", "SOM"}),
        ("وقعت كينيا والصومال اتفاقا، وقال الطرفان إن الهدنة تصمد. ودارت معارك بين تشاد والنيجر. واتفق الجانبان.", {"TCD", "NER"}),
        ("وقعت كينيا والصومال اتفاقا، وقال الطرفان إن الهدنة تصمد. وهاجمت تشاد النيجر. ثم اتفق الجانبان.", {"TCD", "NER"}),
        ("التقت كينيا الصومال. وبحث اللقاء الوضع في تشاد والنيجر. واتفق البلدان.", {"KEN", "SOM"}),
    ],
)
def test_what_the_two_sides_do_next(text: str, who: set[str], prepare: Prepare) -> None:
    draft = prepare(text)
    two = [p for p in draft.phrases if p.number == "d" and len(p.points) == 2][-1]
    assert {actor.id for i in two.points if (actor := draft.phrases[i].actor) is not None} == who


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        (
            "وصل وزير الدفاع الياباني إلى نيروبي والتقى نظيره الكيني. وقال إن البلدين سيتعاونان.",
            "COOPERATE",
            {("الياباني", "نيروبي")},
        ),
        ("زار أردوغان بغداد. وتعهدت الحكومتان بمحاربة الإرهاب.", "OPPOSE", {("أردوغان", "الإرهاب"), ("بغداد", "الإرهاب")}),
        ("هاجمت الحركة الجيش. ودعت كندا الجانبين إلى الحوار.", "REQUEST", {("كندا", "الحركة"), ("كندا", "الجيش")}),
        ("التقى أردوغان ماكرون. واعتقلت كندا المسؤولين عن الهجوم.", "COERCE", {("كندا", "المسؤولين")}),
        # "the countries", and no two of them
        ("زار أردوغان بغداد. وتدعم اليابان البلدان الفقيرة.", "AID", {("اليابان", "البلدان الفقيرة")}),
    ],
)
def test_the_two_of_the_sentence_before_are_meant(text: str, relation: str, claims: set[tuple[str, str]], code: Code) -> None:
    assert ends(code(text), relation) == claims


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("تحدثت مصادر المقاومة عن مقتل عدد من مسلحي الحركة وجنود الجيش خلال اشتباكات بين الطرفين.", ("مسلحي الحركة", "جنود الجيش")),
        ("ذكر مصدر أمني أن جنودا كنديين ومسلحين قتلوا في اشتباكات بين الجانبين.", ("جنودا كنديين", "مسلحين")),
    ],
)
def test_who_fights_was_joined_and_is_no_source(text: str, both: tuple[str, str], code: Code) -> None:
    told = [c for c in code(text).claims if c.trigger.of(text) == "اشتباكات" and c.source and c.target]
    assert [(c.source.names[0], c.target.names[0]) for c in told if c.source and c.target] == [both]
