"""Coding and claims: whole readings come back, recoding takes the old one's place, filters find what they say."""

from __future__ import annotations

import pytest
from fakes import ONE, TWO, code, fill, read

from ahlaf import networks
from ahlaf.errors import WrongValue
from ahlaf.store import Coder, Document, Project, Wanted, prepare

ONE_TEXT = "تركيا دعمت العراق ثم روسيا هاجمت تركيا"
TWO_TEXT = "قالت الصحيفة إن روسيا حالفت الجيش ثم تركيا هاجمت الجيش"


@pytest.fixture
def coded(project: Project) -> Project:
    fill(project, ONE_TEXT, date="2015-07-01", outlet="الحياة")
    fill(project, TWO_TEXT, date="2016-03")
    assert code(project) == 2
    return project


def test_a_reading_comes_back_whole(coded: Project) -> None:
    for kept in coded.documents():
        assert coded.reading(kept.id) == read(coded.text(kept.id))


def test_claims_carry_their_words_and_their_coder(coded: Project) -> None:
    first = next(coded.claims())
    assert first.words == "تركيا دعمت العراق"
    assert (first.source.id, first.source.name, first.source.words) == ("turkey", "تركيا", "تركيا")  # type: ignore[union-attr]
    assert (first.coder, first.status, first.date, first.outlet) == (ONE, "new", "2015-07-01", "الحياة")


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted(), 4),
        (Wanted(source="turkey"), 2),
        (Wanted(source="تركيا"), 2),
        (Wanted(source="TUR"), 2),
        (Wanted(source="Turkey"), 2),
        (Wanted(source="nobody at all"), 0),
        (Wanted(target="جيش"), 2),
        (Wanted(source="russia", target="turkey"), 1),
        (Wanted(relation="ASSAULT"), 2),
        (Wanted(sign=1), 2),
        (Wanted(sign=-1, source="russia"), 1),
        (Wanted(voice="author"), 2),
        (Wanted(voice="الصحيفة"), 2),
        (Wanted(since="2016"), 2),
        (Wanted(until="2015"), 2),
        (Wanted(since="2015-07-01", until="2016-02"), 2),
        (Wanted(until="2016-03"), 4),
        (Wanted(text="تركيا"), 3),
        (Wanted(text="لتركيا الهجوم"), 0),
        (Wanted(text='"دعمت العراق"'), 1),
        (Wanted(text='"العراق دعمت"'), 0),
        (Wanted(text="تركيا -العراق"), 2),
        (Wanted(status="new"), 4),
        (Wanted(status="refused"), 0),
        (Wanted(standing=True), 4),
        (Wanted(modality="asserted", polarity="affirmed"), 4),
        (Wanted(document=1), 2),
        (Wanted(outlet="الحياه"), 2),
        (Wanted(source=("turkey", "روسيا")), 4),
        (Wanted(source=("turkey", "nobody at all")), 2),
        (Wanted(relation=("ASSAULT", "ALLY"), sign=(1, -1)), 3),
        (Wanted(voice=("author", "الصحيفة")), 4),
        (Wanted(status=("refused", "new"), polarity=("affirmed", "negated"), modality=("asserted", "alleged")), 4),
        (Wanted(document=(1, 2), source=("turkey",)), 2),
        (Wanted(source=(), relation=(), document=()), 4),
        (Wanted(least=0.0001), 4),
        (Wanted(least=1.0), 0),
        (Wanted(least=1.0, text="تركيا", limit=10), 0),
    ],
)
def test_filters(coded: Project, wanted: Wanted, count: int) -> None:
    assert coded.count(wanted) == count
    assert len(list(coded.claims(wanted))) == count


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"relation": "FOO"}, r"no relation 'FOO': there are AGREE, .*OPPOSE"),
        ({"relation": ("AID", "FOO")}, "no relation 'FOO'"),
        ({"relation": "aid"}, "no relation 'aid'"),
        ({"polarity": "denied"}, "no polarity 'denied': there are affirmed, negated"),
        ({"modality": "bar"}, "no modality 'bar': there are asserted, alleged"),
        ({"status": "open"}, "no status 'open': there are new, confirmed"),
        ({"since": "yesterday"}, "'yesterday' can't be read: write 2016, 2016-03 or 2016-03-14"),
        ({"until": "2016-13"}, "'2016-13' can't be read"),
        ({"until": "2016-3"}, "'2016-3' can't be read"),
        ({"since": "2016-03-14T08:00"}, "can't be read"),
        ({"since": ""}, "'' can't be read"),
    ],
)
def test_what_no_claim_can_match_is_refused(wrong: dict[str, str | tuple[str, ...]], says: str) -> None:
    with pytest.raises(WrongValue, match=says):
        Wanted(**wrong)  # type: ignore[arg-type]


def test_an_outlet_that_printed_nothing_here_is_told_with_those_that_did(coded: Project) -> None:
    with pytest.raises(WrongValue, match="no document here is from the outlet 'الوطن': there are الحياة"):
        coded.count(Wanted(outlet=("الحياة", "الوطن")))


def test_what_a_person_confirmed_passes_any_credence(coded: Project) -> None:
    first = next(coded.claims())
    coded.review(first.id, "confirm", "anna")
    assert [c.id for c in coded.claims(Wanted(least=1.0))] == [first.id]
    assert coded.count(Wanted(least=1.0)) == 1


def test_of_some_claims_by_number_only_they_and_their_documents_are_told(coded: Project) -> None:
    whole = list(coded.claims())
    only = {whole[0].id, whole[-1].id}
    assert {w.kept.id for w in coded.whole_claims(only=only)} == only
    readings = list(coded.readings(only=only))
    assert sum(len(r.claims) for r in readings) == 2
    assert all(r.claims for r in readings)
    assert list(coded.readings(only=frozenset())) == []


def test_what_was_refused_does_not_stand(coded: Project) -> None:
    first = next(coded.claims())
    coded.review(first.id, "refuse", "anna")
    assert coded.count(Wanted(standing=True)) == 3
    assert [c.id for c in coded.claims(Wanted(standing=True, text="تركيا", limit=10))] == [
        c.id for c in coded.claims(Wanted(text="تركيا")) if c.id != first.id
    ]


def test_pages_follow_one_another(coded: Project) -> None:
    whole = [c.id for c in coded.claims()]
    pages = [c.id for start in range(0, 4, 2) for c in coded.claims(Wanted(limit=2, offset=start))]
    assert pages == whole
    assert [c.id for c in coded.claims(Wanted(offset=3))] == whole[3:]


def test_nothing_waits_after_coding_until_the_rule_book_changes(coded: Project) -> None:
    assert coded.waiting(ONE) == 0
    assert coded.waiting(TWO) == 2
    assert coded.waiting(Coder("fake", "2", "book-1")) == 2
    assert code(coded, TWO) == 2
    assert coded.waiting(TWO) == 0
    assert sorted(c.relation for c in coded.claims()) == ["AID", "ASSAULT", "ASSAULT"]
    assert not list(coded.doctor())


def test_unchanged_claims_keep_their_numbers(coded: Project) -> None:
    before = {c.words: c.id for c in coded.claims() if c.relation == "ASSAULT"}
    code(coded, TWO)
    assert {c.words: c.id for c in coded.claims() if c.relation == "ASSAULT"} == before


def test_coding_the_same_twice_writes_once(coded: Project) -> None:
    text = coded.text(1)
    assert coded.code(ONE, [prepare(1, read(text))]) == 0
    assert coded.count() == 4


def test_a_document_without_claims_is_coded_too(project: Project) -> None:
    (number,) = fill(project, "لا شيء هنا")
    assert code(project) == 1
    assert project.waiting(ONE) == 0
    assert project.document(number).digest == "book-1"
    assert not list(project.doctor())


def test_a_document_is_not_read_before_it_is_coded(project: Project) -> None:
    (number,) = fill(project, ONE_TEXT)
    assert project.reading(number) is None
    assert isinstance(project.text(number), Document)


# -- all at once, for a network --------------------------------------------------------------------------


def test_ties_are_the_claims_as_they_stand(coded: Project) -> None:
    first = next(coded.claims())
    coded.review(first.id, "correct", "ليلى", changes={"relation": "SUPPORT"})
    told = {t.id: t for t in coded.ties()}
    for claim in coded.claims():
        tie = told.pop(claim.id)
        ends = tuple(None if p is None else p.id for p in (claim.source, claim.target, claim.voice))
        assert (tie.source, tie.target, tie.voice) == ends
        assert (tie.relation, tie.sign, tie.status, tie.credence) == (claim.relation, claim.sign, claim.status, claim.credence)
        assert (tie.words, tie.date, tie.told.outlet, tie.told.id) == (claim.words, claim.date, claim.outlet, claim.document)
    assert told == {}


def test_a_document_taken_out_has_no_ties(coded: Project) -> None:
    batch = next(d.id for d in coded.journal() if d.kind == "add")
    coded.undo("ليلى", batch)
    assert {t.told.id for t in coded.ties()} == {c.document for c in coded.claims()}


def test_a_large_project_is_gathered_by_a_process_of_its_own(coded: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    here = networks.table_of(coded)
    monkeypatch.setattr(networks, "APART", 0)
    state, table = networks.table_of(coded)
    assert state == here[0] == coded.state()
    assert [table[row] for row in range(len(table))] == [here[1][row] for row in range(len(here[1]))]
    assert len(table) == 4
