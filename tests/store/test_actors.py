"""Decisions on actors: they reach claims, recoding respects them, they can be undone."""

from __future__ import annotations

from collections import Counter

import fakes
import pytest
from fakes import TWO, code, fill

from ahlaf.lexicon.load import load
from ahlaf.model import Actor
from ahlaf.store import NoSuch, Project, ProjectError, Wanted, naming

FIRST = "الحزب دعمت العراق ثم حزب هاجمت تركيا"
SECOND = "القائد هاجمت الحزب"


@pytest.fixture
def coded(project: Project) -> Project:
    fill(project, FIRST, SECOND)
    code(project)
    return project


def sources(project: Project) -> dict[str, str]:
    return {c.words: c.source.id for c in project.claims() if c.source}


def healthy(project: Project) -> bool:
    return not [f for f in project.doctor() if f.kind == "fault"]


def test_a_merge_reaches_claims_old_and_new(coded: Project) -> None:
    coded.decide("merge", "text:حزب", "anna", {"into": "text:الحزب"}, "the same")
    assert coded.count(Wanted(source="text:الحزب")) == 2
    assert coded.count(Wanted(source="text:حزب")) == 2, "who was merged is led to where he belongs"
    assert "text:حزب" not in [a.id for a in coded.actors()]
    assert "text:حزب" in [a.id for a in coded.actors(merged=True) if a.into == "text:الحزب"]
    fill(coded, "حزب هاجمت روسيا")
    code(coded)
    assert coded.count(Wanted(source="text:الحزب")) == 3
    code(coded, TWO)
    assert coded.count(Wanted(source="text:الحزب")) == 3
    assert healthy(coded)


def test_undoing_a_merge_parts_them_again(coded: Project) -> None:
    before = sources(coded)
    coded.decide("merge", "text:حزب", "anna", {"into": "text:الحزب"})
    assert sources(coded) != before
    code(coded, TWO)
    coded.undo("anna")
    assert sources(coded) == before
    assert healthy(coded)


def test_merges_lead_on(coded: Project) -> None:
    coded.decide("merge", "text:حزب", "anna", {"into": "text:الحزب"})
    coded.decide("merge", "text:الحزب", "anna", {"into": "iraq"})
    assert coded.count(Wanted(source="iraq")) == 2
    with pytest.raises(ProjectError, match="one already"):
        coded.decide("merge", "iraq", "anna", {"into": "text:حزب"})
    with pytest.raises(ProjectError, match="already"):
        coded.decide("merge", "text:حزب", "anna", {"into": "turkey"})
    coded.undo("anna")
    assert coded.count(Wanted(source="text:الحزب")) == 2
    assert healthy(coded)


def test_a_split_by_documents(coded: Project) -> None:
    coded.decide("split", "text:الحزب", "anna", {"documents": [2], "into": "الحزب الآخر"})
    ends = {(c.source.id, c.target.id) for c in coded.claims() if c.source and c.target}
    assert ("text:القائد", "text:الحزب الآخر") in ends
    assert ("text:الحزب", "iraq") in ends
    assert healthy(coded)
    code(coded, TWO)
    assert coded.count(Wanted(target="text:الحزب الآخر")) == 1
    coded.undo("anna")
    assert coded.count(Wanted(target="text:الحزب")) == 1
    assert healthy(coded)


@pytest.mark.parametrize("by", [{"documents": [2]}, {"names": ["الحزب"], "documents": [2]}])
def test_who_was_merged_into_somebody_is_split_as_he_is(project: Project, by: dict[str, object]) -> None:
    fill(project, "الحزب دعمت العراق", "الحزب دعمت روسيا", "تركيا دعمت روسيا")
    code(project)
    project.decide("merge", "text:الحزب", "anna", {"into": "turkey"})
    project.decide("split", "turkey", "anna", {**by, "into": "text:الحزب الآخر"})
    sources = [c.source.id for c in project.claims() if c.source]
    assert sources == ["turkey", "text:الحزب الآخر", "turkey"]
    assert not list(project.doctor())
    code(project, TWO)
    assert [c.source.id for c in project.claims() if c.source] == sources
    project.undo("anna")
    assert {c.source.id for c in project.claims() if c.source} == {"turkey"}
    assert not list(project.doctor())


def test_a_split_by_the_words_on_the_spot(coded: Project) -> None:
    coded.decide("merge", "text:حزب", "anna", {"into": "text:الحزب"})
    coded.decide("split", "text:الحزب", "anna", {"names": ["الحِزب"], "into": "turkey"})
    assert coded.count(Wanted(source="turkey")) == 1
    assert healthy(coded)


def test_a_new_name_and_a_new_code(coded: Project) -> None:
    coded.decide("rename", "text:الحزب", "anna", {"name": "حزب البناء"})
    coded.decide("code", "text:الحزب", "anna", {"country": "IRQ", "sector": "PTY"})
    (found,) = [a for a in coded.actors() if a.id == "text:الحزب"]
    assert (found.name, found.country, found.sector) == ("حزب البناء", "IRQ", "PTY")
    assert coded.count(Wanted(source="حزب البناء")) == 1
    assert coded.count(Wanted(source="IRQ")) == 1
    code(coded, TWO)
    assert [a.name for a in coded.actors() if a.id == "text:الحزب"] == ["حزب البناء"]
    coded.undo("anna")
    coded.undo("anna")
    assert [(a.name, a.country) for a in coded.actors() if a.id == "text:الحزب"] == [("الحزب", "")]
    with pytest.raises(ProjectError, match="colour"):
        coded.decide("code", "text:الحزب", "anna", {"colour": "red"})


def test_an_alias_names_actors_that_only_texts_know(coded: Project) -> None:
    coded.decide("alias", "turkey", "anna", {"name": "أنقره"})
    assert coded.count(Wanted(source="turkey")) == 0
    fill(coded, "أنقرة هاجمت روسيا وحدها")
    code(coded)
    assert coded.count(Wanted(source="turkey")) == 1
    assert healthy(coded)
    coded.undo("anna", coded.journal(last=2)[1].id)
    assert coded.count(Wanted(source="text:أنقرة")) == 1
    assert healthy(coded)


def test_reviewed_claims_are_led_too(coded: Project) -> None:
    (claim,) = coded.claims(Wanted(source="text:القائد"))
    coded.review(claim.id, "correct", "anna", changes={"source": "text:حزب"})
    coded.decide("merge", "text:حزب", "omar", {"into": "text:الحزب"})
    assert coded.claim(claim.id).source.id == "text:الحزب"  # type: ignore[union-attr]
    coded.undo("omar")
    assert coded.claim(claim.id).source.id == "text:حزب"  # type: ignore[union-attr]


def test_candidates_come_with_reasons_and_can_be_kept_apart(coded: Project) -> None:
    found = coded.candidates()
    assert [(c.actor.id, c.into.id, c.reasons) for c in found] == [("text:حزب", "text:الحزب", ("the same words", "both in 1 article"))]
    coded.decide("apart", "text:حزب", "anna", {"other": "text:الحزب"})
    assert coded.candidates() == []
    coded.undo("anna")
    assert len(coded.candidates()) == 1


def test_names_that_hold_others_and_names_a_letter_apart(project: Project) -> None:
    fill(project, "نتنياهو هاجمت تركيا", "نتانياهو هاجمت تركيا")
    code(project)
    assert [c.reasons for c in project.candidates()] == [("one letter differs",)]


def test_whoever_is_not_known_or_not_clear(coded: Project) -> None:
    with pytest.raises(NoSuch, match="no actor is called"):
        coded.decide("rename", "المريخ", "anna", {"name": "x"})
    with pytest.raises(NoSuch, match="may be any of"):
        coded.decide("rename", "حزب", "anna", {"name": "x"})


# -- names as people type them ---------------------------------------------------------------------------

GROUPS = ("تركيا دعمت تنظيم داعش", "روسيا هاجمت الحوثيين", "الوزير هاجمت القوات", "العراق حالفت تنظيم داعش")


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("تنظيم الدولة الإسلامية", 2),  # its own name
        ("تنظيم داعش", 2),  # as the texts call it
        ("تَنْظيم داعــش", 2),
        ("داعش", 2),  # the same without what it is
        ("الحوثيين", 1),
        ("الحوثيون", 1),  # in another case
        ("التنظيم المسلح", 0),
        ("القاعدة", 0),
        ("قوات", 1),  # part of a name
    ],
)
def test_a_name_as_people_type_it_finds_its_actor(project: Project, typed: str, count: int) -> None:
    fill(project, *GROUPS)
    code(project)
    assert project.count(Wanted(target=typed)) == count
    assert len(list(project.claims(Wanted(target=typed)))) == count


def test_an_alias_finds_its_actor_until_it_is_undone(project: Project) -> None:
    fill(project, *GROUPS)
    code(project)
    assert project.count(Wanted(target="أبناء العم")) == 0
    project.decide("alias", "داعش", "anna", {"name": "أبناء العمّ"})
    assert project.count(Wanted(target="ابناء العم")) == 2
    project.undo("anna")
    assert project.count(Wanted(target="أبناء العم")) == 0


@pytest.mark.parametrize(("times", "meant"), [(12, ["الإسلامية"]), (3, ["الإسلامية", "text:القاعدة"])])
def test_one_slip_in_many_makes_no_name_ambiguous(project: Project, times: int, meant: list[str]) -> None:
    fill(project, *(f"تركيا دعمت تنظيم داعش ثم شيء {n}" for n in range(times)))
    code(project)
    project.decide("split", "الإسلامية", "anna", {"documents": [1], "into": "text:القاعدة"})
    assert project.other_names()["تنظيم داعش"] == meant


def test_persons_go_by_their_last_names_and_groups_by_those_that_people_type(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    people = {
        "تركيا": Actor("bashar-al-assad", "بشار الأسد", "Bashar al-Assad", "person"),
        "روسيا": Actor("hafez-al-assad", "حافظ الأسد", "Hafez al-Assad", "person"),
        "العراق": Actor("daesh", "تنظيم الدولة الإسلامية", "Islamic State", "armed-group"),
    }
    monkeypatch.setattr(fakes, "actor", people.__getitem__)
    fill(project, *(f"تركيا هاجمت العراق ثم شيء {n}" for n in range(12)), "روسيا دعمت العراق")
    code(project)
    for name in ("Assad", "al-Assad", "الأسد"):
        assert project.count(Wanted(source=name)) == 12, "the one of whom the texts speak, where that is clear"
    for name in ("ISIS", "isil", "Daesh", "IS", "داعش", "الدواعش"):
        assert project.count(Wanted(target=name)) == 13


def test_every_name_that_people_type_is_of_an_actor_of_the_rule_book_and_of_one_alone() -> None:
    assert set(naming.typed()) <= set(load().actors)
    assert max(Counter(name for names in naming.typed().values() for name in names).values()) == 1


def test_a_split_makes_the_actor_that_it_names(project: Project) -> None:
    fill(project, *GROUPS)
    code(project)
    project.decide("split", "روسيا", "anna", {"documents": [2], "into": "الحوثيون"})
    assert project.count(Wanted(source="text:الحوثيون")) == 1, "nobody is split off into whom the texts call so"
