"""What a text says of itself: dates, authors, titles, languages, told only where they are certain."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import OTHER, TEXT, documents, errors, loaded

from ahlaf.errors import NotArabic
from ahlaf.model import Document
from ahlaf.sources import about, dating, language

EXAMPLES = Path(__file__).parents[2] / "examples"

# -- dates -----------------------------------------------------------------------------------------------

LINES = {
    # the months of Egypt and the Gulf, the Levant and Iraq, the Maghreb
    "12 مارس 2015": "2015-03-12",
    "12 آذار 2015": "2015-03-12",
    "5 جانفي 2012": "2012-01-05",
    "20 فيفري 2011": "2011-02-20",
    "14 جويلية 1999": "1999-07-14",
    "20 غشت 1953": "1953-08-20",
    "6 نونبر 1975": "1975-11-06",
    "1 أوت 2021": "2021-08-01",
    "28 دجنبر 2020": "2020-12-28",
    "12 دجمبر 2015": "2015-12-12",
    "12 شتمبر 2015": "2015-09-12",
    "12 أغشت 2015": "2015-08-12",
    "7 شهر ناصر 1995": "1995-07-07",
    "7 من شهر الفاتح 1995": "1995-09-07",
    "3 كانون الثاني 2020": "2020-01-03",
    "31 كانون الأول 2019": "2019-12-31",
    "7 تشرين الأوّل 2023": "2023-10-07",
    "4 تشرين الثاني 1995": "1995-11-04",
    "١٤ شباط ٢٠٠٥": "2005-02-14",
    # with what stands around it
    "الخميس 12 آذار 2015": "2015-03-12",
    "الخميس، 12 آذار/مارس 2015": "2015-03-12",
    "الخميس 12 مارس (آذار) 2015 م": "2015-03-12",
    "نشر في: 12 آذار 2015 - 14:30": "2015-03-12",
    "تاريخ النشر: الخميس 12/3/2015": "2015",
    "بتاريخ 25 يناير 2011 الساعة 10:15 صباحاً": "2011-01-25",
    "12 من مارس من عام 2015": "2015-03-12",
    "يوم الثلاثاء 25 يناير 2011، 21:05 بتوقيت غرينتش": "2011-01-25",
    "2015-03-12": "2015-03-12",
    "2015/3/12 08:00": "2015-03-12",
    "25/1/2011": "2011-01-25",
    "25.1.2011": "2011-01-25",
    "٢٥/١/٢٠١١": "2011-01-25",
    "5/5/2015": "2015-05-05",
    "5/1/2015": "2015",
    "الاثنين 5/1/2015": "2015-01-05",
    "آذار 2015": "2015-03",
    # Hijri, alone and beside the other
    "21 رمضان 1436هـ": "2015-07-08",
    "٢١ رمضان ١٤٣٦هـ": "2015-07-08",
    "الخميس 21 رمضان 1436 هـ": "2015-07-09",
    "1 محرم 1440": "2018-09-11",
    "1 شهر محرم 1440": "2018-09-11",
    "1 ذوالحجة 1440": "2019-08-02",
    "21 رمضان المبارك 1436هـ": "2015-07-08",
    "15 ذو القعدة 1441 هـ الموافق 6 يوليو 2020 م": "2020-07-06",
    "الأربعاء 21 رمضان 1436 - 8 تموز 2015": "2015-07-08",
    "21/9/1436هـ": "2015-07-08",
    # no date, or none that is certain
    "الجمعة 12 آذار 2015": None,
    "12 آذار/أبريل 2015": None,
    "30 شباط 2015": None,
    "21 رمضان 1436هـ - 12 آذار 2015": None,
    "12 آذار 2015هـ": None,
    "12 آذار 2015 و13 آذار 2015": None,
    "12 آذار 2015، 13 آذار 2015": None,
    "12 آذار 3015": None,
    "12 آذار": None,
    "قوى 14 آذار 2005": None,
    "قال في 12 آذار 2015 إنه لن يعود": None,
    "بيان 12/3/2015": None,
    "آخر تحديث: 12 آذار 2015": None,
    "رمضان 1436": None,
    "ناصر 1967": None,
    "الربيع 2011": None,
    "1/2/1436هـ": None,
    "2015": None,
    "14:30": None,
    "الخميس": None,
    "": None,
}


@pytest.mark.parametrize("line", LINES)
def test_a_line_gives_a_date_only_where_it_is_nothing_else_and_agrees_with_itself(line: str) -> None:
    assert dating.of_line(line) == LINES[line]


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("2015-03-12", "2015-03-12"),
        ("2015-03-12T23:59:00+03:00", "2015-03-12"),
        ("2015-03-12 08:00:00", "2015-03-12"),
        ("2015", "2015"),
        ("2015-03", "2015-03"),
        ("2015-13", None),
        ("0300", None),
        ("March 12, 2015", "2015-03-12"),
        ("12 mars 2015", "2015-03-12"),
        ("Thu, 12 Mar 2015 08:00:00 GMT", "2015-03-12"),
        ("الخميس 12 آذار 2015", "2015-03-12"),
        ("yesterday", None),
        ("March 2015", None),
        ("soon 2015", None),
        ("x" * 10_000, None),
    ],
)
def test_a_field_gives_a_date_where_it_holds_a_whole_one(value: str, wanted: str | None) -> None:
    assert dating.of_field(value) == wanted


MONTHS = ("يناير", "شباط", "مارس", "نيسان", "ماي", "حزيران", "جويلية", "آب", "سبتمبر", "تشرين الأول", "نونبر", "ديسمبر")
DAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")


@given(day=st.dates(date(1900, 1, 1), date(2024, 12, 31)), off=st.integers(0, 6))
def test_the_weekday_must_be_that_of_the_day(day: date, off: int) -> None:
    line = f"{DAYS[(day.weekday() + off) % 7]} {day.day} {MONTHS[day.month - 1]} {day.year}"
    assert dating.of_line(line) == (None if off else day.isoformat())


@given(day=st.dates(date(1950, 1, 1), date(2024, 12, 31)))
def test_a_hijri_date_and_its_weekday_find_the_day(day: date) -> None:
    from hijridate import Gregorian

    hijri = Gregorian.fromdate(day).to_hijri()
    line = f"{hijri.day} {HIJRI[hijri.month - 1]} {hijri.year}هـ"
    assert dating.of_line(line) == day.isoformat()
    tomorrow = day + timedelta(days=1)
    assert dating.of_line(f"{DAYS[tomorrow.weekday()]} {line}") == tomorrow.isoformat(), "the moon was seen a day later"


HIJRI = (
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذي الحجة",
)  # fmt: skip


@given(st.text(alphabet="0123456789/-.: الخميسآذرمضن١٢هـ", max_size=60))
def test_no_line_breaks_it(line: str) -> None:
    found = dating.of_line(line)
    assert found is None or len(found) in (4, 7, 10)


# -- authors and titles ---------------------------------------------------------------------------------

HEADS = {
    "بقلم: كريم الساعدي": "كريم الساعدي",
    "بقلم كريم حسن الساعدي": "كريم حسن الساعدي",
    "بقلم/ د. كريم الساعدي": "كريم الساعدي",
    "* بقلم: كريم الساعدي": "كريم الساعدي",
    "كتب – كريم الساعدي": "كريم الساعدي",
    "كتبت: منى عبد الفتاح شكري": "منى عبد الفتاح شكري",
    "بقلم: كريم الساعدي - كاتب عراقي": "كريم الساعدي",
    "بقلم: كريم الساعدي ومنى شكري": "كريم الساعدي ومنى شكري",
    "عبد الباري عطوان، كاتب فلسطيني": "عبد الباري عطوان",
    "عبد الباري عطوان\nكاتب فلسطيني": "عبد الباري عطوان",
    "كريم الساعدي (باحث في الشؤون الإيرانية)": "كريم الساعدي",
    # nobody, or nobody for certain
    "عبد الباري عطوان": None,
    "عبد الناصر والقومية": None,
    "كتب الوزير رسالة إلى نظيره": None,
    "كتب: لن نتراجع عن موقفنا": None,
    "بقلم رصاص كتب الطفل على الجدار": None,
    "بقلم: المحرر": None,
    "بقلم: admin": None,
    "الكاتب الذي لا ينام": None,
    "حوار مع الوزير\nكاتب هذه السطور": None,
}


@pytest.mark.parametrize("head", HEADS)
def test_an_author_is_named_only_where_a_line_says_so(head: str) -> None:
    found = about.complete(Document(f"حرب أم سلام في الشمال\n{head}\n\n{TEXT}\n{OTHER}"))
    assert found.author == HEADS[head]


def test_a_byline_at_the_end_counts_and_one_in_the_midst_does_not() -> None:
    prose = [f"{TEXT} {OTHER}"] * 12
    assert about.complete(Document("\n".join([*prose, "بقلم: كريم الساعدي"]))).author == "كريم الساعدي"
    assert about.complete(Document("\n".join([*prose, "بقلم: كريم الساعدي", *prose]))).author is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"حرب أم سلام؟\n\n{TEXT}", "حرب أم سلام؟"),
        (f"{TEXT}\n{OTHER}", None),
        (f"بقلم: كريم الساعدي\n{TEXT}", None),
        (f"12 آذار 2015\n{TEXT}", None),
        (f"قال الوزير ذلك.\n{TEXT}", None),
        ("حرب أم سلام", None),
        ("قصيدة\nبيت أول\nبيت ثان", None),
    ],
)
def test_a_title_is_a_short_first_line_above_a_text(text: str, title: str | None) -> None:
    assert about.complete(Document(text)).title == title


def test_what_is_known_from_elsewhere_is_kept_and_the_text_is_never_altered() -> None:
    text = f"حرب أم سلام\nبقلم: كريم الساعدي\n12 آذار 2015\n{TEXT}\u200f ـــ \r\n"
    known = Document(text, "7", "عنوان آخر", "منى شكري", "الغد", "2016-01-02", "http://www.paper.example/1")
    found = about.complete(known)
    assert found == Document(text, "7", "عنوان آخر", "منى شكري", "الغد", "2016-01-02", "http://www.paper.example/1", "ar")


def test_the_outlet_is_the_addresss_domain_where_nothing_better_is_known() -> None:
    assert about.complete(Document(TEXT, url="https://www.paper.example:8080/a")).outlet == "paper.example"
    assert about.complete(Document(TEXT, url="https://[")).outlet is None


def test_a_title_that_turns_the_page_round_is_made_tame() -> None:
    assert about.complete(Document(TEXT, title="حرب\u202e أم\n\u0007سلام\u2066")).title == "حرب أم سلام"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda p: p.stem)
def test_the_examples_say_who_wrote_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    found = about.complete(Document(text))
    assert found.title == lines[0]
    assert found.author == (lines[1].partition(":")[2].strip().removeprefix("د. ") if lines[1].startswith("بقلم") else None)
    assert (found.date, found.language) == (None, "ar")


# -- languages -----------------------------------------------------------------------------------------

FOREIGN = {
    "fa": "وزیر امور خارجه ایران در دیدار با همتای سوری خود گفت که تهران از دولت و مردم سوریه در برابر تروریسم حمایت می‌کند و ادامه می‌دهد",
    "ur": "پاکستان کے وزیر اعظم نے کہا ہے کہ حکومت دہشت گردی کے خلاف جنگ جاری رکھے گی اور پڑوسی ملکوں کے ساتھ امن چاہتی ہے",
    "ps": "د افغانستان حکومت وايي چې طالبان باید سوله وکړي او جګړه بنده کړي ځکه چې خلک له جګړې ستړي شوي دي",
    "ckb": "سەرۆکی هەرێمی کوردستان لەگەڵ شاندێکی باڵای ئەمریکا کۆبووەوە و باسی دوایین پێشهاتەکانی ناوچەکەیان کرد",
    "ug": "شىنجاڭ ئۇيغۇر ئاپتونوم رايونلۇق خەلق ھۆكۈمىتى بۈگۈن يېڭى قارار ئېلان قىلدى ۋە بۇ ھەقتە يىغىن ئاچتى",
}


@pytest.mark.parametrize("code", FOREIGN)
def test_other_languages_of_the_same_letters_are_set_aside_by_name(tmp_path: Path, code: str) -> None:
    assert language.of(FOREIGN[code]) == code
    (error,) = errors(loaded(tmp_path / "a.txt", (FOREIGN[code] + "\n").encode() * 3))
    assert isinstance(error, NotArabic)
    assert f"is {language.NAMES[code]}, not Arabic" in str(error)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda p: p.stem)
def test_arabic_is_never_taken_for_another_language(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        assert language.of(line) == "ar"
        words = line.split()
        assert {language.of(" ".join(words[at : at + 9])) for at in range(0, len(words), 9)} <= {"ar"}


@pytest.mark.parametrize("text", ["", "123", "دعم", "پارلمان", "قالت طهران (جمهوری اسلامی ایران) إنها تدعم الاتفاق مع الدول"])
def test_what_stays_open_is_taken_for_arabic(text: str) -> None:
    assert language.of(text) == "ar"


def test_a_text_brings_its_byline_through_the_door(tmp_path: Path) -> None:
    text = f"حرب أم سلام في الشمال\nبقلم: كريم الساعدي\nالخميس 12 آذار 2015\n{TEXT} {OTHER}"
    (found,) = documents(loaded(tmp_path / "a.txt", text.encode()))
    assert (found.title, found.author, found.date, found.language) == ("حرب أم سلام في الشمال", "كريم الساعدي", "2015-03-12", "ar")
    assert found.text == text
