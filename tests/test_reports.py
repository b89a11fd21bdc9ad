"""Reports of a project: what they refuse."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document as WordFile

sys.path.insert(0, str(Path(__file__).parent / "store"))
from fakes import code, fill

from ahlaf import reports
from ahlaf.errors import NetworkError, WrongValue
from ahlaf.exchange.report import docx, page
from ahlaf.network.change import periods
from ahlaf.store import Project, Wanted


def test_an_outlet_that_printed_nothing_here_is_no_empty_report(tmp_path: Path) -> None:
    with Project.create(tmp_path / "study.ahlaf") as project:
        fill(project, "تركيا دعمت العراق ثم روسيا هاجمت العراق", outlet="صحيفة الوطن")
        code(project)
        assert reports.gather(project, reports.Order(Wanted(outlet="صحيفه الوطن"))).counts.claims == 2
        with pytest.raises(WrongValue, match="no document here is from the outlet 'الوطنn': there are صحيفة الوطن"):
            reports.gather(project, reports.Order(Wanted(outlet="الوطنn")))


def test_a_report_of_some_claims_holds_these_and_turns_no_camps(tmp_path: Path) -> None:
    with Project.create(tmp_path / "study.ahlaf") as project:
        fill(project, "روسيا دعمت مصر", "روسيا دعمت لبنان", "روسيا دعمت ليبيا")
        fill(project, "تركيا دعمت العراق ثم تركيا دعمت قطر ثم تركيا هاجمت روسيا", outlet="النهار")
        code(project)
        for outlet, claims in ((None, 6), ("النهار", 3)):
            found = reports.gather(project, reports.Order(Wanted(outlet=outlet)))
            assert sum(len(g.quotes) for g in found.groups) == claims
            assert "روسيا" in found.camps[0]


@pytest.mark.parametrize(
    ("dates", "periods"),
    [
        (("2014-01-10", "2014-01-20"), {"2014-01-10": 1, "2014-01-20": 2}),
        (("2014-01-10", "2014-03-20"), {"2014-01": 1, "2014-03": 2}),
        (("2014-01", "2014-03-20"), {"2014-01": 1, "2014-03": 2}),
        (("2004-01-10", "2014-03"), {"2004": 1, "2014": 2}),
        (("2013", "2014-03-20"), {"2013": 1, "2014": 2}),
        (("1437-06-05", "2014-03-20"), {"1437": 1, "2014": 2}),
        (("2014-01-05", "9999-12-31"), {"2014": 1, "9999": 2}),
        (("2014-01-05", "9999"), {"2014": 1, "9999": 2}),
        (("2014-03-20", "2014-03-20"), None),
        (("2014", "2014-03-20"), None),
        (("", "2014-03-20"), None),
        (("", ""), None),
    ],
)
def test_what_was_claimed_when_is_told_where_documents_have_two_dates(
    tmp_path: Path, dates: tuple[str, str], periods: dict[str, int] | None
) -> None:
    with Project.create(tmp_path / "study.ahlaf") as project:
        for date, text in zip(dates, ("روسيا دعمت تركيا", "روسيا هاجمت تركيا ثم قطر دعمت مصر"), strict=True):
            fill(project, text, **({"date": date} if date else {}))
        code(project)
        for language in ("ar", "en"):
            report = reports.gather(project, reports.Order(language=language))
            told, made = report.time, page(report)
            if periods is None:
                assert told is None
                assert 'id="time"' not in made
                assert "#time" not in made
                continue
            assert told is not None
            assert {p.start: p.claims for p in told.periods} == periods
            (turned,) = told.turned
            assert (turned.was, turned.now, turned.before, turned.start) == (1, -1, *periods)
            assert [q.words for q in (turned.said_before, turned.said_after) if q] == ["روسيا دعمت تركيا", "روسيا هاجمت تركيا"]
            assert (told.undated, told.elsewhere, told.all_turned) == (0, 0, 1)
            assert made.count('href="#time"') == 1
            assert turned.start in made[made.index('id="time"') :]
            assert "2014" in " ".join(p.text for p in WordFile(io.BytesIO(docx(replace(report, picture=b"")))).paragraphs)


@pytest.mark.parametrize(
    ("wrong", "undated", "elsewhere"), [("1437-06-05", 0, 1), ("1816-03-20", 0, 1), ("2099", 1, 0), ("2014", 1, 0), ("9999-12-31", 0, 1)]
)
def test_one_document_that_is_dated_wrongly_takes_no_time_from_the_others(
    tmp_path: Path, wrong: str, undated: int, elsewhere: int
) -> None:
    with Project.create(tmp_path / "study.ahlaf") as project:
        fill(project, "مصر هاجمت قطر", date=wrong)
        for day in range(10, 31):
            fill(project, f"خبر {day} : روسيا دعمت تركيا", date=f"2014-03-{day}")
        code(project)
        told = reports.gather(project, reports.Order(language="en")).time
    assert told is not None
    assert {p.start: p.claims for p in told.periods} == {f"2014-03-{day}": 1 for day in range(10, 31)}
    assert (told.undated, told.elsewhere) == (undated, elsewhere)


def test_a_report_whose_claims_make_no_windows_is_made_without_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NetworkError("that makes more windows than can be gone through")

    monkeypatch.setattr(periods, "change", refuse)
    with Project.create(tmp_path / "study.ahlaf") as project:
        fill(project, "روسيا دعمت تركيا", date="2014-01-05")
        fill(project, "روسيا هاجمت تركيا", date="2015-01-05")
        code(project)
        assert reports.gather(project, reports.Order()).time is None


def test_one_far_date_beside_one_day_is_told_by_years(tmp_path: Path) -> None:
    with Project.create(tmp_path / "study.ahlaf") as project:
        fill(project, "مصر هاجمت قطر", date="9999-12-31")
        for count in range(25):
            fill(project, f"خبر {count} : روسيا دعمت تركيا", date="2014-01-05")
        code(project)
        told = reports.gather(project, reports.Order(language="en")).time
    assert told is not None
    assert {p.start: p.claims for p in told.periods} == {"2014": 25, "9999": 1}


def test_who_adds_a_claim_has_decided_on_it(tmp_path: Path) -> None:
    """A report of what persons added alone said that nobody had decided, and that all was as the program found it."""
    with Project.create(tmp_path / "study.ahlaf") as project:
        fill(project, "تركيا والعراق")
        _, number = project.say(1, {"source_span": "0:5", "target_span": "7:13", "relation": "ALLY"}, "anna")
        found = reports.gather(project, reports.Order())
        assert found.counts.coders == (("anna", (("confirm", 1),)),)
        assert found.groups[0].quotes[0].reviewers == (("anna", "confirm"),)
        project.review(number, "refuse", "anna")
        assert reports.gather(project, reports.Order()).counts.coders == (("anna", (("refuse", 1),)),)
