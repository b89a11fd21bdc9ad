"""Views forgive how a text was typed, and every stretch of them is a stretch of the raw text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.model import Span
from ahlaf.text.views import View, fold, fold_each, strip_marks

LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيٱپچگڤکی"
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0670\u06d6\u0615"
INVISIBLE = "\u0640\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2069\ufe0f\ufeff"
COMPOSED = "ﻋﺮﺍﻕﻻﷲﷴﮐﯾﺍﻟ"
OTHERS = ' \n،؛؟.«»"()0٣۴aZé😀🏳👨🏽١٫٥'
TEXTS = st.text(st.sampled_from(LETTERS + MARKS + INVISIBLE + COMPOSED + OTHERS), max_size=60)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@pytest.mark.parametrize(
    ("raw", "bare"),
    [
        ("دَعَّمَ", "دعم"),
        ("دعـــم", "دعم"),
        ("مجلس\u200cالأمن", "مجلسالأمن"),
        ("\ufeff\u202bالعراق\u202c", "العراق"),
        ("ﺍﻟﻌﺮﺍﻕ", "العراق"),
        ("ﻻ ﷲ", "لا الله"),
        ("تركيا 🇹🇷 2016", "تركيا 🇹🇷 2016"),
        ("", ""),
        ("ـــ", ""),
    ],
)
def test_bare_view(raw: str, bare: str) -> None:
    assert View.of(raw).bare == bare
    assert strip_marks(raw) == bare


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("أميركا", "اميركا"),
        ("إيران", "ايران"),
        ("آل سعود", "ال سعود"),
        ("مستشفى", "مستشفي"),
        ("القاعدة", "القاعده"),
        ("مسؤول", "مسوول"),
        ("هيئة", "هييه"),
        ("کردستان", "كردستان"),
        ("NATO", "nato"),
        ("مُسْتَقِلّ", "مستقل"),
    ],
)
def test_spellings_that_fold_alike(one: str, two: str) -> None:
    assert fold(one) == fold(two)


@pytest.mark.parametrize(("one", "two"), [("سوريا", "سورية"), ("علي", "عمر"), ("حماس", "حماه"), ("دعم", "دعما"), ("قطر", "فطر")])
def test_words_that_stay_apart(one: str, two: str) -> None:
    assert fold(one) != fold(two)


def test_a_stretch_takes_the_marks_of_its_last_letter_along() -> None:
    view = View.of("وَصَلَ زَيْدٌ.")
    assert view.bare == "وصل زيد."
    assert view.raw_span(4, 7).of(view.raw) == "زَيْدٌ"
    assert view.raw_span(4, 4) == Span(7, 7)


def test_a_text_without_anything_special_is_its_own_view() -> None:
    view = View.of("قال الوزير ذلك")
    assert view.starts is None
    assert view.bare is view.raw


@given(TEXTS | ANYTHING)
def test_offsets_map_back(raw: str) -> None:
    view = View.of(raw)
    assert view.raw is raw
    assert len(view.folded) == len(view.bare)
    before = Span(0, 0)
    for at, letter in enumerate(view.bare):
        span = view.raw_span(at, at + 1)
        assert 0 <= span.start < span.end <= len(raw)
        assert before.start <= span.start
        assert letter in View.of(span.of(raw)).bare
        before = span


@given(TEXTS, st.data())
def test_any_stretch_of_a_view_is_found_in_its_raw_stretch(raw: str, data: st.DataObject) -> None:
    view = View.of(raw)
    start = data.draw(st.integers(0, len(view.bare)))
    end = data.draw(st.integers(start, len(view.bare)))
    assert view.bare[start:end] in View.of(view.raw_span(start, end).of(raw)).bare


@given(TEXTS)
def test_folding_twice_changes_nothing_more(raw: str) -> None:
    assert fold(fold(raw)) == fold(raw)
    assert strip_marks(strip_marks(raw)) == strip_marks(raw)


@given(TEXTS)
def test_lexicon_rows_and_texts_are_folded_alike(raw: str) -> None:
    assert View.of(raw).folded == fold(raw)


@given(st.lists(TEXTS.filter(lambda text: "\n" not in text)))
def test_many_are_folded_as_each_is(raws: list[str]) -> None:
    assert fold_each(raws) == [fold(raw) for raw in raws]


def test_isolated_marks_are_dropped_from_rows_as_from_texts() -> None:
    isolated = "بﹰ"
    assert strip_marks(isolated) == View.of(isolated).bare == "ب"


@given(st.text(st.sampled_from(LETTERS + " "), min_size=1, max_size=30), st.data())
def test_what_is_dropped_changes_neither_view(text: str, data: st.DataObject) -> None:
    dirty = "".join(letter + data.draw(st.text(st.sampled_from(MARKS + INVISIBLE), max_size=2)) for letter in text)
    assert View.of(dirty).bare == text
    assert View.of(dirty).folded == View.of(text).folded


@pytest.mark.parametrize(
    ("raw", "bare"),
    [
        ("زار #187;البيت#171; أمس", 'زار "البيت" أمس'),
        ("زار &#171;البيت&raquo;", 'زار "البيت"'),
        ("زار&nbsp;البيت &quot;الأبيض&quot;", 'زار البيت "الأبيض"'),
        ("الوسم #187 والرقم #12; باقيان", "الوسم #187 والرقم #12; باقيان"),
    ],
)
def test_what_is_left_of_character_references_is_what_they_stand_for(raw: str, bare: str) -> None:
    view = View.of(raw)
    assert view.bare == bare
    assert view.raw_span(0, len(bare)).of(raw) == raw
    at = bare.find('"')
    if at >= 0:
        assert view.raw_span(at, at + 1).of(raw) in ("#187;", "&#171;", "&quot;")
