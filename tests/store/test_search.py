"""Search forgives what people leave out or glue on, and lights the very words."""

from __future__ import annotations

import pytest
from fakes import code, fill

from ahlaf.store import Project
from ahlaf.store.folding import words

TEXT = "وَقالت الدولــة إنّ العراق سيدعم حكومتهم في ٢٠١٥، ثم زار الوزير بيروت. وبالعراقِ قوات"


@pytest.fixture
def kept(project: Project) -> Project:
    fill(project, TEXT, date="2015-01-01")
    fill(project, "كتاب عن الزراعة في وادي النيل والمجلس الأعلى للآثار", date="2016-01-01")
    fill(project, "مجلس الأمن يدين، والأمن في المجلس", date="2014")
    return project


@pytest.mark.parametrize(
    ("query", "lit"),
    [
        ("عراق", ["العراق", "وبالعراقِ"]),
        ("العراق", ["العراق", "وبالعراقِ"]),
        ("والعراق", ["العراق", "وبالعراقِ"]),
        ("دولة", ["الدولــة"]),
        ("الدوله", ["الدولــة"]),
        ("دَوْلَة", ["الدولــة"]),
        ("حكومة", ["حكومتهم"]),
        ("وزير", ["الوزير"]),
        ("يدعم", ["سيدعم"]),
        ("2015", ["٢٠١٥"]),
        ("ان", ["إنّ"]),
        ("قال", []),
        ("قالت بيروت", ["وَقالت", "بيروت"]),
        ("قالت القاهرة", []),
        ('"الوزير بيروت"', ["الوزير بيروت"]),
        ('"بيروت الوزير"', []),
        ("العراق -بيروت", []),
        ("-بيروت", []),
        ("", []),
        ('" OR * NEAR( \'', []),
        ("&|!:*()'\"", []),
    ],
)
def test_what_is_found(kept: Project, query: str, lit: list[str]) -> None:
    found = [h for h in kept.search(query) if h.document.date == "2015-01-01"]
    assert [s.of(TEXT) for h in found for p in h.passages for s in p.lit] == lit
    assert [h.found for h in found] == ([len(lit)] if lit else [])


def test_words_in_a_row_are_in_a_row(kept: Project) -> None:
    assert [h.document.date for h in kept.search('"مجلس الأمن"')] == ["2014"]
    assert [h.document.date for h in kept.search("مجلس الأمن")] == ["2014"]
    assert [h.document.date for h in kept.search("مجلس")] == ["2016-01-01", "2014"], "the newest first"
    assert [h.document.date for h in kept.search('مجلس -"مجلس الأمن"')] == ["2016-01-01"]


def test_pages(kept: Project) -> None:
    assert [h.document.date for h in kept.search("في", limit=2)] == ["2016-01-01", "2015-01-01"]
    assert [h.document.date for h in kept.search("في", limit=2, offset=2)] == ["2014"]
    assert [h.document.date for h in kept.search('"في المجلس"', offset=1)] == []


def test_passages_are_pieces_of_the_text(project: Project) -> None:
    long = "كلام " * 400 + "دمشق " + "كلام " * 400 + "دمشق"
    fill(project, long)
    (hit,) = project.search("دمشق")
    assert [p.span.of(long).strip().split()[-1] for p in hit.passages] == ["كلام", "دمشق"]
    assert all(len(p.span.of(long)) < 300 for p in hit.passages)
    assert hit.found == 2


def test_marks_and_letters_never_change_what_is_indexed() -> None:
    assert words("الأُمَّةُ الإسلاميّـــةُ") == words("الامه الاسلاميه")


def test_many_and_few_are_found_in_the_same_order(kept: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from ahlaf.store import Wanted, claims, search

    fill(kept, *(f"خبر {n} . تركيا دعمت العراق . روسيا هاجمت تركيا" for n in range(30)), date="2015-06")
    code(kept)

    def found() -> tuple[list[int], list[int]]:
        hits = kept.search("تركيا", limit=7, offset=3)
        return [h.document.id for h in hits], [c.id for c in kept.claims(Wanted(text="لتركيا", limit=9, offset=4))]

    few = found()
    monkeypatch.setattr(search, "FEW", 2)
    monkeypatch.setattr(claims, "FEW", 2)
    many = found()
    assert many == few
    assert (len(few[0]), len(few[1])) == (7, 9)
    assert [c.id for c in kept.claims(Wanted(text="لتركيا"))][4:13] == few[1]
