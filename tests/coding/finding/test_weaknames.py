"""Names that may be no names: last names that are words of the language too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seen import ids

from ahlaf.coding import pipeline
from ahlaf.coding.words.analysis import Analyser
from ahlaf.coding.words.draft import Draft
from ahlaf.model import Document

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "ident", "there"),
    [
        ("تدعم روسيا الأسد في سوريا.", "bashar-al-assad", True),
        ("تحمي المحمية الأسد والفيل.", "bashar-al-assad", False),  # nothing is said of Syria
        ("انقلب الحوثيون على هادي.", "abdrabbuh-mansur-hadi", True),
        ("قال رجل هادي الطبع في اليمن.", "abdrabbuh-mansur-hadi", False),
        ("صوت البرلمان اليمني لصالح الحكومة.", "ali-abdullah-saleh", False),
        ("عزل الجيش المصري مرسي.", "mohamed-morsi", True),
        ("وصلت السفينة إلى مرسي قريب في مصر.", "mohamed-morsi", False),
        ("البحرين خط أحمر، والمملكة تحارب إيران.", "SAU", True),
        ("ملك البحرين في المنامة. وقالت المملكة إنها تحارب إيران.", "BHR", True),
        # of several of one name who leads a party there, where somebody acts
        ("اتهم الصدر الحكومة العراقية بالفساد.", "muqtada-al-sadr", True),
        ("قال طبيب عراقي إن الصدر يؤلمه.", "muqtada-al-sadr", False),
        # of given names alone are many, and he is meant where what is his is spoken of
        ("قال محمد عبدالعزيز إن مصر تدعم السودان.", "mohamed-abdelaziz-polisario", False),
        ("قال محمد عبدالعزيز إن البوليساريو تدعم الجزائر.", "mohamed-abdelaziz-polisario", True),
        # who was killed is no more, and another of his name is not he
        ("دان لبنان اغتيال الحريري.", "rafic-hariri", True),
        ("دان لبنان قرار الحريري.", "rafic-hariri", False),
    ],
)
def test_a_ruler_is_called_so_where_his_state_is_spoken_of(text: str, ident: str, there: bool, prepare: Prepare) -> None:
    assert (ident in {p.actor.id for p in prepare(text).phrases if p.actor is not None}) is there


@pytest.mark.parametrize(
    ("text", "ident", "there"),
    [
        ("قتل الجنود قياديا في القاعدة.", "al-qaeda", True),
        ("قال السلطان أيبك إنه باق.", "apec", False),
        ("اعتقل الجنود تاجرا في «القاعدة» بالأمس.", "al-qaeda", True),  # in quotation marks a common word is a name
        ("اعتقل الجنود تاجرا في القاعدة بالأمس.", "al-qaeda", False),
        ("هاجم مقاتلو القاعدة المعسكر.", "al-qaeda", True),
        ("بقي المعسكر في يد القاعدة أو داعش.", "al-qaeda", True),  # its like stands beside it
        ("بقي المعسكر في يد داعش أو القاعدة.", "al-qaeda", True),
        ("بقي الطيار في القاعدة أو المطار.", "al-qaeda", False),
        ("بقي المعسكر في يد داعش، القاعدة، النظام.", "al-qaeda", True),
        ("بقي الطيار في المطار، القاعدة، الميناء.", "al-qaeda", False),
        ("بقي المعسكر في يد تنظيم إرهابي (القاعدة).", "al-qaeda", True),
        ("بقي الطيار في معسكر كبير (القاعدة).", "al-qaeda", False),
        ("تبنت القاعدة الهجوم. وبايع الأمير القاعدة.", "al-qaeda", True),
        ("قتل فرع القاعدة ثلاثة جنود.", "al-qaeda", True),
        # who belongs or is bound to it
        ("أرسلت العصابة شبانا تابعين للقاعدة.", "al-qaeda", True),
        ("اعتقلت الشرطة رجلا ينتمي إلى القاعدة.", "al-qaeda", True),
        ("قاتل الجيش خلايا مرتبطة بالقاعدة.", "al-qaeda", True),
        ("وصل الطيار إلى القاعدة.", "al-qaeda", False),
        ("قصفت إيران القاعدة العسكرية.", "al-qaeda", False),
        ("عادت الطائرات إلى القاعدة.", "al-qaeda", False),
        ("وضع المدير القاعدة أمام الجميع.", "al-qaeda", False),
        ("تصارع السنة والشيعة.", "sunnis", True),
        ("تحالف الأكراد والسنة.", "sunnis", True),
        ("يتهم السنة الحكومة.", "sunnis", True),
        ("بدأت السنة الدراسية.", "sunnis", False),
        ("مرت السنة بسلام.", "sunnis", False),
        # a party's name that is a good thing besides, where it says something
        ("أعلنت النهضة أن الحكومة في تونس ضعيفة.", "ennahda", True),
        ("تدعم الحكومة النهضة في تونس.", "ennahda", False),
    ],
)
def test_a_common_word_is_a_name_beside_its_people(text: str, ident: str, there: bool, prepare: Prepare) -> None:
    assert (ident in {p.actor.id for p in prepare(text).phrases if p.actor is not None}) is there


@pytest.mark.parametrize(
    ("text", "date", "ident"),
    [
        ("قال الوزير إن خادم الحرمين يدعم مصر.", None, "salman-of-saudi-arabia"),
        ("قال الوزير إن خادم الحرمين يدعم مصر.", "2010-05-01", "abdullah-of-saudi-arabia"),
        ("قال الوزير إن خادم الحرمين يدعم مصر.", "1995", "fahd-of-saudi-arabia"),
        ("زار الملك عبدالله بن عبدالعزيز مصر. وقال الوزير إن خادم الحرمين يدعم مصر.", None, "abdullah-of-saudi-arabia"),
    ],
)
def test_a_title_is_whom_the_document_names_or_who_has_it_on_its_day(text: str, date: str | None, ident: str, analyser: Analyser) -> None:
    draft = pipeline.prepare(Document(text, date=date), analyser)
    assert [p.actor.id for p in draft.phrases if p.actor is not None and draft.text(p.first, p.last) == "خادم الحرمين"] == [ident]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("يسعى هؤلاء «داعش، القاعدة، حماس» إلى الهدم.", ["al-qaeda"]),
        ("تطور شيء من القاعدة إلى ما يسمى داعش.", ["al-qaeda"]),
        ("زار الوفد القاعدة العسكرية، ثم عاد من القاعدة إلى داعش.", []),
        ("لكل قاعدة استثناء. وخرجت داعش عن القاعدة.", []),
        ("خرج الوزير عن القاعدة.", []),
    ],
)
def test_a_common_noun_is_a_group_beside_its_like(text: str, actors: list[str], prepare: Prepare) -> None:
    assert [i for i in ids(prepare(text), "القاعدة") if i == "al-qaeda"] == actors
