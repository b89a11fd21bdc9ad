"""Dates: what each wording is read as, from `cases/dates.jsonl`, and that nothing ever raises."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ahlaf.coding import pipeline
from ahlaf.coding.times import dates
from ahlaf.coding.times.calendars import iso
from ahlaf.coding.words.analysis import Analyser
from ahlaf.coding.words.draft import Draft
from ahlaf.lexicon.load import load
from ahlaf.model import Document

CASES: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parents[2] / "cases" / "dates.jsonl").read_text(encoding="utf-8").splitlines()
]
PIECES = (
    "في من إلى حتى بين و / - ( ) ، . 14 3 2016 ١٥ 1436 هـ م 0 00 99999999999999999999 2,5 14/3 31/2/2016 عام العام عامي سنة يوم شهر "
    "رمضان شعبان ذو القعدة الحجة آذار مارس نيسان/أبريل كانون الثاني تشرين الأول الخامس والعشرين الخميس الماضي المقبل الجاري أمس اليوم "
    "الأسبوع الشهر قبل منذ ثلاثة أيام شهرين مئة ألف التسعينيات القرن هذا نفسه غدا أول الليلة"
).split()


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(load())


def found(analyser: Analyser, text: str, written: str | None) -> list[dates.Dated]:
    return dates.find(Draft(Document(text, date=written), analyser))


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['text']} ({c['written']})")
def test_what_a_wording_is_read_as(analyser: Analyser, case: dict[str, Any]) -> None:
    draft = pipeline.prepare(Document(case["text"], date=case["written"]), analyser)
    assert [d.time for d in dates.find(draft)] == case["times"], case["why"]


def test_a_span_holds_the_very_words(analyser: Analyser) -> None:
    text = "هاجم التنظيمُ المدينةَ في ١٤ آذارَ/مارس ٢٠١٦، وعام 2017."
    assert [d.span.of(text) for d in found(analyser, text, None)] == ["١٤ آذارَ/مارس ٢٠١٦", "عام 2017"]


@pytest.mark.parametrize("mark", ["\u064e", "\u0640", "\u200d"])
def test_marks_tatweel_and_joiners_change_no_date(analyser: Analyser, mark: str) -> None:
    assert [d.time for d in found(analyser, f"هاجم في 14 آذا{mark}ر 2016 وأم{mark}س.", "2016-03-17")] == ["2016-03-14", "2016-03-16"]


def test_no_date_reaches_over_a_line_break(analyser: Analyser) -> None:
    assert found(analyser, "وصل الوفد في 14\nمارس هو الشهر الثالث في السنة كلها.", None) == []


@pytest.mark.parametrize(
    ("text", "prep"), [("في عام 2014", "في"), ("بعد عام 2014", "بعد"), ("حتى مطلع عام 2014", "حتي"), ("بتاريخ 1/1/2014", "ب")]
)
def test_what_governs_a_date(analyser: Analyser, text: str, prep: str) -> None:
    assert [d.prep for d in found(analyser, f"هاجم {text}.", None)] == [prep]


def test_a_year_that_only_says_which_noun_is_meant(analyser: Analyser) -> None:
    assert [d.annexed for d in found(analyser, "بعد انتخابات 2018 سقطت الحكومة عام 2019.", None)] == [True, False]


def test_dates_outside_the_hijri_tables_are_none() -> None:
    assert iso("hijri", 1200, 1, 1) is iso("hijri", 1600) is iso("gregorian", 0) is iso("gregorian", 99999) is None


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from([None, "0001-01-01", "2016-02-29", "9999-12-31", "2016", "x"]))
def test_nothing_raises_and_every_time_is_iso(analyser: Analyser, pieces: list[str], written: str | None) -> None:
    text = " ".join(pieces)
    for hit in found(analyser, text, written):
        assert 0 <= hit.first <= hit.last
        assert hit.span.of(text)
        for part in hit.time.split("/"):
            assert [len(p) for p in part.split("-")] in ([4], [4, 2], [4, 2, 2])


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_at_all(analyser: Analyser, text: str) -> None:
    found(analyser, text, "2016-03-17")
