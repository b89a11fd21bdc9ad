"""Time, place, number and purpose of an event, read off whole sentences."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ahlaf.coding import pipeline
from ahlaf.coding.claiming import details
from ahlaf.coding.claiming.details import Details
from ahlaf.coding.times import dates, numbers
from ahlaf.coding.words.analysis import Analyser
from ahlaf.lexicon.load import load
from ahlaf.model import Document
from ahlaf.text.views import fold


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(load())


def read(analyser: Analyser, text: str, trigger: str, *ends: str, written: str = "2016-03-17") -> Details:
    """The details of the trigger that these words are, its ends being the phrases that these words begin."""
    draft = pipeline.prepare(Document(text, date=written), analyser)
    first = next(at for at, token in enumerate(draft.toks) if token.text == trigger)
    indexes = [next(i for i, p in enumerate(draft.phrases) if draft.text(p.first, p.last).startswith(end)) if end else -1 for end in ends]
    source, target = (*indexes, -1, -1)[:2]
    return details.of(draft, first, first, (source, target), dates.find(draft))


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        ("قصف التحالف مواقع داعش أمس.", "قصف", "2016-03-16"),
        ("في عام 2014، شنت الطائرات الأمريكية غارات على التنظيم.", "غارات", "2014"),
        ("أعلنت السعودية عام 2015 دعمها للحكومة اليمنية.", "دعمها", "2015"),
        ("بعد غزو العراق عام 2003 دعمت إيران الميليشيات.", "غزو", "2003"),
        ("بعد غزو العراق عام 2003 دعمت إيران الميليشيات.", "دعمت", None),
        ("دعمت إيران الميليشيات بعد عام 2003.", "دعمت", None),
        ("دعمت إيران الميليشيات التي هاجمت السفارة عام 2011.", "دعمت", None),
        ("دعمت إيران الميليشيات؛ وفي عام 2011 هاجمت السفارة.", "دعمت", None),
        ("تدعم إيران الميليشيات بين عامي 2014 و2016.", "تدعم", "2014/2016"),
        ("تدعم إيران الميليشيات.", "تدعم", None),
    ],
)
def test_when(analyser: Analyser, text: str, trigger: str, time: str | None) -> None:
    got = read(analyser, text, trigger)
    assert got.time == time


@pytest.mark.parametrize(
    ("text", "trigger", "end", "place"),
    [
        ("قصف التحالف مواقع داعش في مدينة الرقة.", "قصف", "داعش", "الرقة"),
        ("مقتل 12 شخصا في هجوم لداعش بحلب.", "هجوم", "لداعش", "حلب"),
        ("هاجم داعش الجيش العراقي قرب الموصل.", "هاجم", "داعش", "الموصل"),
        ("هاجم داعش الجيش في ريف حلب الشمالي.", "هاجم", "داعش", "حلب"),
        ("قتل الجيش مسلحين في اليمن.", "قتل", "الجيش", "اليمن"),
        ("هاجم داعش الموصل.", "هاجم", "داعش", None),
        ("قتل الجيش مسلحين في اليمن، ودعمت تركيا العراق.", "ودعمت", "تركيا", None),
        ("دعت تركيا العراق إلى ضبط النفس.", "دعت", "تركيا", None),
        ("هاجم داعش الجيش الذي تمركز في حلب.", "هاجم", "داعش", None),
        ("قتل داعش جنودا في تفجير نفذه في الموصل.", "قتل", "داعش", "الموصل"),
        ("هاجم داعش الجيش في بغداد.", "هاجم", "داعش", "بغداد"),
        ("هاجم سفير السعودية في لبنان وليد البخاري إيران.", "هاجم", "إيران", None),
    ],
)
def test_where(analyser: Analyser, text: str, trigger: str, end: str, place: str | None) -> None:
    got = read(analyser, text, trigger, end).place
    assert place in got.name if got is not None and place else got is place


def test_an_end_is_no_place(analyser: Analyser) -> None:
    text = "تدخلت روسيا في سوريا."
    assert read(analyser, text, "تدخلت", "روسيا", "سوريا").place is None
    assert read(analyser, text, "تدخلت", "روسيا").place is not None


@pytest.mark.parametrize(
    ("text", "trigger", "ends", "number"),
    [
        ("تشكل التحالف بمشاركة ٣٤ دولة.", "بمشاركة", ("دولة", ""), "34"),
        ("أعلنت ال(٦٠) دولة دعم العراق.", "دعم", ("دولة", "العراق"), "60"),
        ("اعتقلت إسرائيل ثلاثة جنود لبنانيين.", "اعتقلت", ("إسرائيل", "جنود"), "3"),
        ("أسفر الهجوم عن مقتل 12 شخصا.", "مقتل", ("", ""), "12"),
        ("أسفر الهجوم عن مقتل ما لا يقل عن 12 شخصا.", "مقتل", ("", ""), "12"),
        ("اعتقلت الشرطة خمسة وعشرين ناشطا.", "اعتقلت", ("الشرطة", "ناشطا"), "25"),
        ("هاجمت الدول الخمس إيران.", "هاجمت", ("الدول", "إيران"), "5"),
        ("تدعم الدول الـ34 العراق.", "تدعم", ("الدول", "العراق"), "34"),
        ("قتل الجيش 14 من مسلحي داعش.", "قتل", ("الجيش", "مسلحي داعش"), "14"),
        ("قتل المسلحون جنديين لبنانيين.", "قتل", ("المسلحون", "جنديين لبنانيين"), "2"),
        ("قتل الجيش مسلحين في القرية.", "قتل", ("الجيش", "مسلحين"), None),
        ("أسفر القصف عن مقتل عشرات المدنيين.", "مقتل", ("", "المدنيين"), None),
        ("أسفر القصف عن مقتل آلاف المدنيين.", "مقتل", ("", "المدنيين"), None),
        ("بدأ هجوم 12 مارس 2015.", "هجوم", ("", ""), None),
        ("استمر قصف 12 يوما.", "قصف", ("", ""), None),
        ("تدعم تركيا العراق.", "تدعم", ("تركيا", "العراق"), None),
        ("أدى القصف إلى إصابة 30 سوريا بينهم 12 مدنيا.", "إصابة", ("", "مدنيا"), "12"),
        ("أدى القصف إلى إصابة 30 سوريا بينهم نساء.", "إصابة", ("", "نساء"), None),
        ("اعتقلت الشرطة 10 متظاهرين وأصابت 20.", "وأصابت", ("الشرطة", "متظاهرين"), "20"),
        ("هاجم الجيش مقاتلي حركة طالبان.", "هاجم", ("الجيش", "مقاتلي حركة طالبان"), None),
        ("التقى الملك سفيري مصر وفرنسا.", "التقى", ("الملك", "سفيري مصر"), "2"),
        ("قتل الجيش جنديين.", "قتل", ("الجيش", "جنديين"), "2"),
        ("قتل الجيش مدنيين.", "قتل", ("الجيش", "مدنيين"), None),
    ],
)
def test_how_many(analyser: Analyser, text: str, trigger: str, ends: tuple[str, str], number: str | None) -> None:
    assert read(analyser, text, trigger, *ends).number == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ثلاثة آلاف", 3000),
        ("مئة وخمسة وعشرون", 125),
        ("مائتان", 200),
        ("ثلاث مئة", 300),
        ("خمسة عشر ألفا", 15000),
        ("مليون ومئتا ألف", 1200000),
        ("١٢ ألف", 12000),
        ("1,200", 1200),
        ("2.5 مليون", 2500000),
        ("نصف مليون", 500000),
        ("ربع مليون", 250000),
        ("نصف السكان", None),
        ("خمسة و عشرين", 25),
        ("عشرات", None),
        ("عشرات الآلاف", None),
        ("2.5", None),
        ("9" * 5000, None),
    ],
)
def test_numbers(analyser: Analyser, text: str, number: int | None) -> None:
    words = fold(text).split()
    got = numbers.read(words, 0, len(words), numbers.numerals(analyser.lexicon))
    assert (got[0] if got else None) == number


@pytest.mark.parametrize(
    ("text", "trigger", "purpose"),
    [
        ("تشكل التحالف بمشاركة دول كثيرة لمحاربة تنظيم داعش.", "بمشاركة", "لمحاربة تنظيم داعش"),
        ("دعمت تركيا المعارضة من أجل إسقاط النظام السوري.", "دعمت", "من أجل إسقاط النظام السوري"),
        ("هاجمت إسرائيل إيران بهدف إضعاف نظامها.", "هاجمت", "بهدف إضعاف نظامها"),
        ("التقى الوزيران بغية إنهاء الحرب.", "التقى", "بغية إنهاء الحرب"),
        ("دعمت تركيا المعارضة للخروج من الأزمة.", "دعمت", "للخروج من الأزمة"),
        ("دعمت تركيا المعارضة وفقا لتصريح الوزير.", "دعمت", None),
        ("دعمت تركيا المعارضة.", "دعمت", None),
        ("دعمت ليبيا الحركة الشعبية لتحرير السودان.", "دعمت", None),
        ("هاجمت إسرائيل الوزير الذي جاء لإنهاء الحرب.", "هاجمت", None),
        ("أرسلت مصر قوات إلى ليبيا لمحاربة جيش الكرامة.", "أرسلت", "لمحاربة جيش الكرامة"),
        ("دعمت قطر الحكومة لإعادة إعمار الجنوب.", "دعمت", "لإعادة إعمار الجنوب"),
        ("هاجمت حماس في رفضها لاتفاق أوسلو السلطة.", "هاجمت", None),
    ],
)
def test_what_for(analyser: Analyser, text: str, trigger: str, purpose: str | None) -> None:
    got = read(analyser, text, trigger).purpose
    assert (got.of(text) if got else None) == purpose


PIECES = (
    "دعمت تركيا داعش في الرقة عام 2014 لإسقاط النظام . ، ؛ ( ) ال 34 ٦٠ دولة ثلاثة جنود من أجل بهدف محاربة إن الذي و بحلب مدينة قرب "
    "أمس مقتل 12 شخصا أكثر لا يقل عن الدول الخمس للخروج منها به كي الوزير"
).split()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=16), st.data())
def test_nothing_raises(analyser: Analyser, pieces: list[str], data: st.DataObject) -> None:
    draft = pipeline.prepare(Document(" ".join(pieces), date="2016-03-17"), analyser)
    dated = dates.find(draft)
    ends = st.integers(-1, len(draft.phrases) - 1)
    for at in range(len(draft.toks)):
        got = details.of(draft, at, at, (data.draw(ends), data.draw(ends)), dated)
        assert got.number is None or got.number.isdecimal()
