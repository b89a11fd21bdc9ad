"""Claims that a person adds: beside the machine's, kept through recoding, reviewed and undone like everything else."""

from __future__ import annotations

import pytest
from fakes import ONE, TWO, code, fill

from ahlaf.model import Document
from ahlaf.store import Arrival, NoSuch, Project, Wanted
from ahlaf.store.errors import ProjectError

TEXT = "تركيا دعمت العراق ثم كتبت الجريدة أن لروسيا يداً في دعم مصر"


def span(words: str, text: str = TEXT) -> str:
    start = text.index(words)
    return f"{start}:{start + len(words)}"


SAID = {"source_span": span("روسيا"), "target_span": span("مصر"), "relation": "AID"}


@pytest.fixture
def coded(project: Project) -> Project:
    fill(project, TEXT, outlet="النهار", date="2016-03-14")
    code(project)
    return project


def test_a_claim_is_added_with_its_words(coded: Project) -> None:
    decision, number = coded.say(1, SAID, "anna", "the machine missed it")
    found = coded.claim(number)
    assert (found.added, found.status, found.rule, found.credence) == (decision, "confirmed", "person", 1.0)
    assert found.words == "روسيا يداً في دعم مصر"
    assert found.source is not None
    assert found.source.words == "روسيا"
    assert (found.outlet, found.date, found.relation, found.sign) == ("النهار", "2016-03-14", "AID", 1)
    placed = coded.placed_claim(number)
    assert [s.of(TEXT) for s in (placed.source, placed.target) if s] == ["روسيا", "مصر"]
    assert [c.id for c in coded.claims(Wanted(text="يدا"))] == [number]
    assert not list(coded.doctor())


def test_the_end_is_whom_the_coder_found_there(coded: Project) -> None:
    _, number = coded.say(1, {"source_span": span("تركيا"), "target_span": span("مصر"), "relation": "AID"}, "anna")
    source = coded.claim(number).source
    assert source is not None
    assert source.id == "turkey"


def test_the_end_is_a_known_actor_whatever_clitics_stand_before_it(coded: Project) -> None:
    fill(coded, "روسيا هاجمت تركيا")
    code(coded)
    _, number = coded.say(1, {"source_span": span("لروسيا"), "relation": "AID"}, "anna")
    found = coded.claim(number)
    assert found.source is not None
    assert (found.source.id, found.target) == ("russia", None)


def test_an_end_that_nobody_knows_is_new(coded: Project) -> None:
    _, number = coded.say(1, {"target_span": span("الجريدة"), "relation": "OPPOSE"}, "anna")
    target = coded.claim(number).target
    assert target is not None
    assert target.id == "text:الجريدة"


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"relation": "AID"}, "at least one end"),
        ({"source_span": span("روسيا")}, "says a relation"),
        ({"source_span": "0:100000", "relation": "AID"}, "is not in the document"),
        ({"source_span": "5:5", "relation": "AID"}, "is not in the document"),
        ({"source_span": span("روسيا"), "relation": "LOVES"}, "no relation LOVES"),
        ({"source": "روسيا", "relation": "AID"}, "points at its words"),
    ],
)
def test_what_is_no_claim_is_refused(coded: Project, said: dict[str, str], message: str) -> None:
    before = coded.journal()
    with pytest.raises(ProjectError, match=message):
        coded.say(1, said, "anna")
    assert coded.journal() == before


def test_only_documents_that_are_there_have_claims(coded: Project) -> None:
    with pytest.raises(NoSuch, match="no document 7"):
        coded.say(7, SAID, "anna")


def test_recoding_leaves_it_alone_with_its_reviews(coded: Project) -> None:
    _, number = coded.say(1, SAID, "anna")
    coded.review(number, "confirm", "basim")
    before = coded.claim(number)
    code(coded, TWO)
    assert coded.claim(number) == before
    code(coded, ONE)
    assert coded.claim(number) == before
    assert [r.who for r in coded.reviews(number)] == ["basim"]
    assert not coded.reviews(orphans=True)
    assert not list(coded.doctor())


def test_undone_it_is_gone_and_undone_again_it_is_back(coded: Project) -> None:
    decision, number = coded.say(1, SAID, "anna")
    coded.undo("anna", decision)
    assert number not in [c.id for c in coded.claims()]
    assert not list(coded.doctor())
    undoing = coded.journal(last=1)[0].id
    coded.undo("anna", undoing)
    assert coded.claim(number).status == "confirmed"
    assert number in [c.id for c in coded.claims()]
    assert not list(coded.doctor())


def test_undoing_an_addition_hides_it_and_only_what_stood_comes_back(project: Project) -> None:
    fill(project, TEXT)
    code(project)
    kept, _ = project.say(1, SAID, "anna")
    gone, _ = project.say(1, {**SAID, "relation": "ALLY"}, "anna")
    project.undo("anna", gone)
    project.undo("anna", 1)
    assert not list(project.claims())
    assert not list(project.doctor())
    project.undo("anna", project.journal(last=1)[0].id)
    assert [c.added for c in project.claims() if c.added] == [kept]
    assert not list(project.doctor())


def test_who_added_it_and_who_refuses_it_are_in_dispute(coded: Project) -> None:
    _, number = coded.say(1, SAID, "anna")
    coded.review(number, "refuse", "basim")
    assert coded.claim(number).status == "disputed"
    coded.review(number, "refuse", "anna")
    assert coded.claim(number).status == "refused"
    assert not list(coded.doctor())


def test_it_can_be_corrected(coded: Project) -> None:
    _, number = coded.say(1, SAID, "anna")
    coded.review(number, "correct", "anna", changes={"relation": "OPPOSE", "target_span": span("الجريدة")})
    found = coded.claim(number)
    assert found.target is not None
    assert (found.status, found.relation, found.sign, found.target.words) == ("corrected", "OPPOSE", -1, "الجريدة")
    placed = coded.placed_claim(number)
    assert placed.target is not None
    assert placed.target.of(TEXT) == "الجريدة"


def test_it_follows_a_merge(coded: Project) -> None:
    _, number = coded.say(1, {"source_span": span("الجريدة"), "target_span": span("مصر"), "relation": "AID"}, "anna")
    merge = coded.decide("merge", "text:الجريدة", "anna", {"into": "turkey"})
    source = coded.claim(number).source
    assert source is not None
    assert source.id == "turkey"
    coded.undo("anna", merge)
    source = coded.claim(number).source
    assert source is not None
    assert source.id == "text:الجريدة"
    assert not list(coded.doctor())


def test_readings_have_it(coded: Project) -> None:
    coded.say(1, SAID, "anna")
    (reading,) = coded.readings()
    machine, own = reading.claims
    assert own.rule == "person"
    assert own.source is not None
    assert own.source.span.of(TEXT) == "روسيا"
    assert machine.rule == "fake.verb"


def test_a_document_that_waits_can_have_one(project: Project) -> None:
    fill(project, TEXT)
    _, number = project.say(1, SAID, "anna")
    assert [c.id for c in project.claims()] == [number]
    assert [len(r.claims) for r in project.readings()] == [1]
    assert not list(project.doctor())
    code(project)
    assert number in [c.id for c in project.claims()]
    assert [len(r.claims) for r in project.readings()] == [2]
    assert not list(project.doctor())


def test_it_waits_for_others_but_not_for_its_author(coded: Project) -> None:
    _, number = coded.say(1, SAID, "anna")
    assert number not in [c.id for c in coded.queue("anna")]
    assert number in [c.id for c in coded.queue("basim")]


def test_agreement_knows_that_the_machine_said_nothing(coded: Project) -> None:
    coded.say(1, SAID, "anna")
    found = coded.agreement("relation", machine=True)
    assert found.claims == 1
    assert found.coders == ("anna", "machine")
    assert found.pairs[0][3] == 0.0


def test_the_state_tells_every_change(project: Project) -> None:
    seen = [project.state()]

    def changed() -> bool:
        seen.append(project.state())
        return seen[-1] > seen[-2]

    before = project.begin("anna")
    assert changed()
    project.add(before, [Arrival(Document(TEXT), "a.txt")])
    assert changed()
    code(project)
    assert changed()
    code(project, TWO)
    assert changed()
    project.review(next(project.claims()).id, "confirm", "anna")
    assert changed()
    project.undo("anna")
    assert changed()
    project.repair()
    assert changed()
    project.counts()
    assert not changed()
