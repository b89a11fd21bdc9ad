"""Readings as they stand: the coder's, with every decision worked in."""

from __future__ import annotations

from fakes import code, fill, read

from ahlaf.store import Project, Wanted

TEXT = "تركيا دعمت العراق ثم روسيا هاجمت تركيا ثم روسيا حالفت الجيش"


def test_without_decisions_it_is_the_coders_own(project: Project) -> None:
    fill(project, TEXT, "قالت الصحيفة إن تركيا دعمت العراق")
    code(project)
    for found in project.readings():
        assert found == read(found.document)


def test_every_decision_is_worked_in(project: Project) -> None:
    fill(project, TEXT)
    code(project)
    support, assault, ally = project.claims()
    project.review(support.id, "correct", "anna", changes={"relation": "AID", "target": "حزب جديد", "polarity": "negated"})
    project.review(assault.id, "refuse", "anna")
    project.decide("merge", "text:الجيش", "anna", {"into": "iraq"})
    project.decide("rename", "russia", "anna", {"name": "موسكو"})
    (found,) = project.readings()
    first, second = found.claims
    assert (first.relation, first.polarity, first.target and first.target.actor.id) == ("AID", "negated", "text:حزب جديد")
    assert first.target is not None
    assert first.target.names == ("حزب جديد",)
    assert first.reasons == read(found.document).claims[0].reasons
    assert second.source is not None
    assert second.target is not None
    assert (second.source.actor.name, second.target.actor.id, second.target.names) == ("موسكو", "iraq", ("الجيش",))
    assert {a.id for a in found.actors} == {"turkey", "iraq", "russia", "text:حزب جديد"}
    assert ally.id == 3
    for _ in range(4):
        project.undo("anna")
    (back,) = project.readings()
    assert back == read(found.document)


def test_what_somebody_corrected_is_no_news_any_more(project: Project) -> None:
    """The coder said of its own claim that the event is reported: not of one that is denied, planned or another event."""
    fill(project, TEXT)
    code(project)
    support, assault, _ = project.claims()
    project.review(support.id, "correct", "anna", changes={"polarity": "negated"})
    project.review(assault.id, "correct", "anna", changes={"target": "حزب جديد"})
    (found,) = project.readings()
    assert [c.reported for c in found.claims] == [c.reported for c in project.claims()] == [False, True, False]
    assert [c.id for c in project.claims(Wanted(reported=True))] == [assault.id]
    assert project.count(Wanted(reported=False)) == 2
    project.undo("anna")
    project.undo("anna")
    assert [c.id for c in project.claims(Wanted(reported=True))] == [support.id, assault.id]
    assert not list(project.doctor())


def test_near_copies_once(project: Project) -> None:
    long = " ".join(f"كلمة{n}" for n in range(60))
    fill(project, long + " تركيا دعمت العراق", long + " تركيا دعمت العراق اليوم", "بلا شيء")
    code(project)
    assert [r.document.id for r in project.readings()] == ["1", "2", "3"]
    assert [r.document.id for r in project.readings(once=True)] == ["1", "3"]


def test_whole_claims_are_those_that_are_wanted_with_all_their_coder_said(project: Project) -> None:
    fill(project, TEXT, outlet="الحياة", date="2016-05-01")
    fill(project, "العراق دعمت روسيا", outlet="الوطن", date="2015-01-02")
    code(project)
    older, support, assault, ally = project.claims()
    project.review(assault.id, "refuse", "anna")
    project.review(support.id, "correct", "anna", changes={"target": "حزب جديد"})
    number, said = project.say(support.document, {"relation": "OPPOSE", "source": "russia", "evidence": "روسيا حالفت الجيش"}, "anna")
    found = list(project.whole_claims())
    assert [w.kept.id for w in found] == [older.id, support.id, assault.id, ally.id, said]
    assert [w.document.outlet for w in found] == ["الوطن", *["الحياة"] * 4]
    assert [w.kept.status for w in found] == ["new", "corrected", "refused", "new", "confirmed"]
    assert [w.claim.relation for w in found] == ["SUPPORT", "SUPPORT", "ASSAULT", "ALLY", "OPPOSE"]
    assert found[1].claim.target is not None
    assert found[1].claim.target.actor.id == "text:حزب جديد"
    assert [w.kept.id for w in project.whole_claims(Wanted(standing=True, relation="ASSAULT"))] == []
    assert [w.kept.id for w in project.whole_claims(Wanted(source="russia", limit=1))] == [assault.id]
    project.undo("anna", number)
    assert said not in [w.kept.id for w in project.whole_claims()]
