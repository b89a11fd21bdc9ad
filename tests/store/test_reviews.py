"""Reviews: what counts, how they follow their claims through a recoding, how they are undone."""

from __future__ import annotations

import pytest
from fakes import ONE, TWO, code, fill

from ahlaf.model import Span
from ahlaf.store import KeptClaim, NoSuch, Project, ProjectError, Wanted

TEXT = "تركيا دعمت العراق ثم روسيا هاجمت تركيا ثم روسيا حالفت الجيش"


@pytest.fixture
def coded(project: Project) -> Project:
    fill(project, TEXT)
    code(project)
    return project


def one(project: Project, relation: str) -> KeptClaim:
    (found,) = project.claims(Wanted(relation=relation))
    return found


def healthy(project: Project) -> bool:
    return not [f for f in project.doctor() if f.kind == "fault"]


def test_confirm_and_refuse(coded: Project) -> None:
    claim = one(coded, "SUPPORT")
    coded.review(claim.id, "confirm", "anna", "seen")
    assert coded.claim(claim.id).status == "confirmed"
    coded.review(claim.id, "refuse", "anna")
    assert coded.claim(claim.id).status == "refused"
    assert [(r.verdict, r.who, r.note) for r in coded.reviews(claim.id)] == [("confirm", "anna", "seen"), ("refuse", "anna", "")]
    assert healthy(coded)


def test_correct_any_field(coded: Project) -> None:
    claim = one(coded, "SUPPORT")
    changes = {
        "relation": "aid",
        "polarity": "negated",
        "modality": "alleged",
        "source": "روسيا",
        "target": "حزب جديد",
        "voice": "الصحيفة",
        "mode": "arms",
        "time": "2015",
        "place": "دمشق",
        "number": "100",
        "evidence": "تركيا دعمت",
        "trigger": "6:10",
    }
    coded.review(claim.id, "correct", "anna", changes=changes)
    now = coded.claim(claim.id)
    assert (now.relation, now.sign, now.polarity, now.modality, now.status) == ("AID", 1, "negated", "alleged", "corrected")
    assert now.source is not None
    assert now.target is not None
    assert now.voice is not None
    assert (now.source.id, now.target.id, now.voice.id) == ("russia", "text:حزب جديد", "text:الصحيفة")
    assert (now.mode, now.time, now.place, now.number_said, now.words) == ("arms", "2015", "text:دمشق", "100", "تركيا دعمت")
    assert coded.count(Wanted(text="دعمت العراق")) == 0
    assert coded.count(Wanted(target="حزب جديد")) == 1
    reading = coded.reading(now.document)
    assert reading is not None
    assert reading.claims[0].relation == "SUPPORT"
    assert healthy(coded)
    coded.undo("anna")
    assert coded.claim(claim.id) == claim
    assert healthy(coded)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"relation": "LOVE"}, "no relation"),
        ({"polarity": "maybe"}, "no polarity"),
        ({"colour": "red"}, "no colour"),
        ({"evidence": "not there"}, "not in the document"),
        ({"evidence": "5:9999"}, "not in the document"),
        ({"target": "؟"}, "a name has letters"),
        ({"target_span": "5:6"}, "a name has letters"),
    ],
)
def test_corrections_that_mean_nothing(coded: Project, changes: dict[str, str], says: str) -> None:
    with pytest.raises(ProjectError, match=says):
        coded.review(1, "correct", "anna", changes=changes)
    assert coded.reviews() == []


def test_a_correction_needs_changes_and_a_claim(coded: Project) -> None:
    with pytest.raises(ProjectError):
        coded.review(1, "correct", "anna")
    with pytest.raises(ProjectError):
        coded.review(1, "confirm", "anna", changes={"relation": "AID"})
    with pytest.raises(NoSuch):
        coded.review(99, "confirm", "anna")


def test_an_end_can_be_taken_away(coded: Project) -> None:
    claim = one(coded, "SUPPORT")
    coded.review(claim.id, "correct", "anna", changes={"target": ""})
    assert coded.claim(claim.id).target is None


def test_coders_who_differ_leave_a_claim_disputed(coded: Project) -> None:
    claim = one(coded, "SUPPORT")
    coded.review(claim.id, "unsure", "anna")
    assert coded.claim(claim.id).status == "unsure"
    coded.review(claim.id, "confirm", "anna")
    coded.review(claim.id, "correct", "omar", changes={"relation": "AID"})
    now = coded.claim(claim.id)
    assert (now.status, now.relation) == ("disputed", "SUPPORT")
    coded.undo("omar")
    assert coded.claim(claim.id).status == "confirmed"


Done = tuple[str, str, dict[str, str]]
"""Who decides, how, and what is changed."""
STOOD: list[tuple[list[Done], tuple[str, str, str]]] = [
    ([("omar", "correct", {"relation": "AID"}), ("anna", "confirm", {})], ("corrected", "AID", "iraq")),
    ([("omar", "correct", {"relation": "AID"}), ("omar", "correct", {"target": "روسيا"})], ("corrected", "AID", "russia")),
    ([("omar", "correct", {"target": "روسيا"}), ("omar", "correct", {"target": "تركيا"})], ("corrected", "SUPPORT", "turkey")),
    ([("omar", "correct", {"relation": "AID"}), ("omar", "correct", {"relation": "SUPPORT"})], ("corrected", "SUPPORT", "iraq")),
    ([("omar", "correct", {"relation": "AID"}), ("anna", "correct", {"target": "روسيا"})], ("corrected", "AID", "russia")),
    ([("omar", "correct", {"relation": "AID"}), ("anna", "correct", {"relation": "ALLY"})], ("disputed", "SUPPORT", "iraq")),
    ([("omar", "correct", {"time": "2015"}), ("anna", "correct", {"target": "روسيا"}), ("omar", "correct", {"relation": "AID"})],
     ("corrected", "AID", "russia")),
    ([("omar", "correct", {"relation": "AID"}), ("anna", "correct", {"target": "روسيا"}), ("omar", "correct", {"target": "تركيا"})],
     ("disputed", "SUPPORT", "iraq")),
    ([("omar", "correct", {"relation": "AID"}), ("anna", "correct", {"target": "روسيا"}), ("omar", "correct", {"relation": "ALLY"})],
     ("corrected", "ALLY", "russia")),
    ([("omar", "correct", {"relation": "AID"}), ("anna", "correct", {"target": "روسيا"}), ("omar", "correct", {"relation": "ALLY"}),
      ("anna", "correct", {"time": "2015"}), ("omar", "correct", {"relation": "SUPPORT"})], ("corrected", "SUPPORT", "russia")),
    ([("omar", "correct", {"relation": "AID"}), ("anna", "correct", {"target": "روسيا"}), ("omar", "correct", {"time": "2015"}),
      ("anna", "correct", {"target": "تركيا"})], ("corrected", "AID", "turkey")),
    ([("omar", "correct", {"relation": "AID"}), ("anna", "confirm", {}), ("omar", "correct", {"relation": "ALLY"})],
     ("disputed", "SUPPORT", "iraq")),
    ([("omar", "correct", {"relation": "AID"}), ("anna", "correct", {"target": "روسيا"}), ("anna", "correct", {"relation": "ALLY"})],
     ("disputed", "SUPPORT", "iraq")),
    ([("omar", "confirm", {}), ("anna", "correct", {"target": "روسيا"})], ("disputed", "SUPPORT", "iraq")),
    ([("omar", "correct", {"relation": "AID"}), ("anna", "refuse", {})], ("disputed", "SUPPORT", "iraq")),
    ([("omar", "correct", {"relation": "AID"}), ("anna", "unsure", {})], ("corrected", "AID", "iraq")),
    ([("omar", "confirm", {}), ("anna", "correct", {"relation": "AID"}), ("anna", "confirm", {})], ("confirmed", "SUPPORT", "iraq")),
]


@pytest.mark.parametrize(("done", "stands"), STOOD)
def test_a_decision_is_on_the_claim_as_it_stood(coded: Project, done: list[Done], stands: tuple[str, str, str]) -> None:
    claim = one(coded, "SUPPORT")
    for who, verdict, changes in done:
        coded.review(claim.id, verdict, who, changes=changes)  # type: ignore[arg-type]
    now = coded.claim(claim.id)
    assert now.target is not None
    assert (now.status, now.relation, now.target.id) == stands
    assert healthy(coded)


def test_both_corrections_stand_and_each_can_be_undone(coded: Project) -> None:
    claim = one(coded, "SUPPORT")
    first = coded.review(claim.id, "correct", "omar", changes={"relation": "AID"})
    coded.undo("omar", first)
    coded.review(claim.id, "correct", "anna", changes={"target_span": "6:10"})
    coded.undo("omar", coded.journal(last=2)[1].id)
    now = coded.placed_claim(claim.id)
    assert (now.claim.status, now.claim.relation, now.target) == ("corrected", "AID", Span(6, 10)), "neither saw the other's"
    coded.undo("omar", first)
    now = coded.placed_claim(claim.id)
    assert (now.claim.status, now.claim.relation, now.target) == ("corrected", "SUPPORT", Span(6, 10))
    assert healthy(coded)


def test_what_another_changed_again_falls_back_to_his_own_word(coded: Project) -> None:
    """Anna saw omar's second word; once he takes it back, what she saw is not laid over what he says."""
    claim = one(coded, "SUPPORT")
    coded.review(claim.id, "correct", "omar", changes={"relation": "AID"})
    coded.review(claim.id, "correct", "omar", changes={"relation": "ALLY"})
    coded.review(claim.id, "correct", "anna", changes={"target": "روسيا"})
    coded.undo("omar")
    now = coded.claim(claim.id)
    assert now.target is not None
    assert (now.status, now.relation, now.target.id) == ("corrected", "AID", "russia")
    assert healthy(coded)


def test_who_confirms_a_correction_is_of_one_mind_with_it(coded: Project) -> None:
    claim = one(coded, "SUPPORT")
    coded.review(claim.id, "correct", "omar", changes={"target_span": "6:10"})
    coded.review(claim.id, "confirm", "anna")
    pytest.importorskip("nltk")
    assert [pair[3] for pair in coded.agreement("target").pairs] == [1.0]
    assert [pair[3] for pair in coded.agreement("verdict").pairs] == [1.0]
    coded.undo("omar")
    now = coded.claim(claim.id)
    assert (now.status, coded.placed_claim(claim.id).target) == ("corrected", Span(6, 10)), "anna has confirmed the correction"
    assert healthy(coded)


def test_who_confirms_after_a_recoding_confirms_what_stands(coded: Project) -> None:
    coded.review(one(coded, "SUPPORT").id, "confirm", "anna")
    code(coded, TWO)
    pinned = one(coded, "SUPPORT")
    coded.review(pinned.id, "confirm", "omar")
    now = coded.claim(pinned.id)
    assert (now.status, now.relation) == ("confirmed", "SUPPORT"), "the new book says aid, which nobody saw"
    code(coded, ONE)
    assert one(coded, "SUPPORT").status == "confirmed"
    assert healthy(coded)


def test_undoing_an_undoing_brings_a_review_back(coded: Project) -> None:
    claim = one(coded, "ASSAULT")
    coded.review(claim.id, "refuse", "anna")
    coded.undo("anna")
    assert coded.claim(claim.id).status == "new"
    undoing = coded.journal(last=1)[0]
    coded.undo("omar", undoing.id)
    assert coded.claim(claim.id).status == "refused"
    coded.undo("omar", coded.journal(last=1)[0].id)
    assert coded.claim(claim.id).status == "new"
    assert healthy(coded)


def test_what_is_undone_two_times_comes_back_with_the_last_of_them(coded: Project) -> None:
    claim = one(coded, "ASSAULT")
    made = coded.review(claim.id, "refuse", "anna")
    first = coded.undo("anna", made).number
    back = coded.undo("anna", first).number
    second = coded.undo("anna", made).number
    coded.undo("anna", back)
    assert coded.claim(claim.id).status == "new"
    coded.undo("anna", second)
    assert coded.claim(claim.id).status == "new", "the first undoing counts again"
    assert healthy(coded)
    coded.undo("anna", first)
    assert coded.claim(claim.id).status == "refused"
    assert healthy(coded)


def test_nothing_is_undone_twice(coded: Project) -> None:
    made = coded.review(1, "confirm", "anna")
    coded.undo("anna", made)
    with pytest.raises(ProjectError, match="undone already"):
        coded.undo("anna", made)
    with pytest.raises(NoSuch, match="nothing"):
        coded.undo("nobody")
    with pytest.raises(NoSuch, match="no decision 99"):
        coded.undo("anna", 99)


def test_reviews_follow_their_words_through_a_recoding(coded: Project) -> None:
    assault, ally, support = one(coded, "ASSAULT"), one(coded, "ALLY"), one(coded, "SUPPORT")
    coded.review(assault.id, "refuse", "anna")
    coded.review(ally.id, "confirm", "anna")
    coded.review(support.id, "confirm", "anna")
    code(coded, TWO)
    now = {c.words: c for c in coded.claims()}
    assert now[assault.words].status == "refused"
    pinned = now[support.words]
    assert (pinned.status, pinned.relation) == ("confirmed", "SUPPORT"), "the person confirmed support; the new book says aid"
    (orphan,) = coded.reviews(orphans=True)
    assert (orphan.verdict, orphan.seen["evidence"]) == ("confirm", ally.words)
    assert healthy(coded)
    assert [f.check for f in coded.doctor()] == ["orphans"]
    code(coded, ONE)
    assert coded.reviews(orphans=True) == []
    assert one(coded, "ALLY").status == "confirmed"
    assert not list(coded.doctor())


def test_a_refusal_does_not_fall_on_another_reading_of_the_same_words(coded: Project) -> None:
    support = one(coded, "SUPPORT")
    coded.review(support.id, "refuse", "anna")
    code(coded, TWO)
    assert one(coded, "AID").status == "new"
    assert len(coded.reviews(orphans=True)) == 1
    code(coded, ONE)
    assert one(coded, "SUPPORT").status == "refused"


def test_an_undone_review_stays_undone_through_a_recoding(coded: Project) -> None:
    assault = one(coded, "ASSAULT")
    coded.review(assault.id, "refuse", "anna")
    coded.undo("anna")
    code(coded, TWO)
    assert one(coded, "ASSAULT").status == "new"


def test_the_queue_is_a_coders_own(coded: Project) -> None:
    by_doubt = coded.queue("anna")
    assert [abs(c.credence - 0.5) for c in by_doubt] == sorted(abs(c.credence - 0.5) for c in by_doubt)
    coded.review(by_doubt[0].id, "confirm", "anna")
    assert [c.id for c in coded.queue("anna")] == [c.id for c in by_doubt[1:]]
    assert len(coded.queue("omar")) == 3
    assert len(coded.queue("omar", skip=[by_doubt[0].id])) == 2
    coded.undo("anna")
    assert len(coded.queue("anna")) == 3


def test_the_weightiest_tie_binds_busy_actors_and_rests_on_little(project: Project) -> None:
    fill(project, "تركيا دعمت العراق", "تركيا دعمت العراق اليوم", "روسيا دعمت تركيا", "مالي دعمت توغو")
    code(project)
    first, *_, last = project.queue("anna", "weight")
    assert first.words == "روسيا دعمت تركيا"
    assert last.words == "مالي دعمت توغو"
