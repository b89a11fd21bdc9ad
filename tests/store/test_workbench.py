"""The documents as a list, an actor's page, places of ends, settings: what a page in the browser asks."""

from __future__ import annotations

import pytest
from fakes import code, fill

from ahlaf.model import Document
from ahlaf.store import Arrival, NoSuch, Project, Shelf
from ahlaf.store.errors import ProjectError

TEXTS = {
    "النهار": ("تركيا دعمت العراق ثم روسيا هاجمت تركيا", "2016-03-14"),
    "الأخبار": ("روسيا حالفت مصر", "2015"),
    "": ("لا شيء في هذا الخبر", ""),
}


@pytest.fixture
def shelf(project: Project) -> Project:
    batch = project.begin("anna")
    project.add(
        batch,
        [
            Arrival(Document(text, f"d{n}", title=f"عنوان {n}", outlet=outlet or None, date=date or None), f"{n}.txt")
            for n, (outlet, (text, date)) in enumerate(TEXTS.items(), 1)
        ],
    )
    code(project)
    fill(project, "خبر لم يقرأ بعد")
    return project


def names(project: Project, **wanted: object) -> list[int]:
    page = project.shelf(Shelf(**wanted))  # type: ignore[arg-type]
    assert page.total >= len(page.items)
    return [i.document.id for i in page.items]


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({"sort": "-date"}, [1, 2, 4, 3]),
        ({"sort": "date"}, [2, 1, 3, 4]),
        ({}, [4, 3, 2, 1]),
        ({"sort": "added"}, [1, 2, 3, 4]),
        ({"sort": "-claims"}, [1, 2, 4, 3]),
        ({"sort": "-outlet", "state": "coded"}, [1, 2, 3]),
        ({"sort": "-tension", "shares": {2: 0.5, 3: 0.1}}, [2, 3, 1, 4]),
        ({"sort": "tension", "shares": {2: 0.5, 3: 0.1}, "limit": 2}, [3, 2]),
        ({"outlet": "النهار"}, [1]),
        ({"since": "2016"}, [1]),
        ({"until": "2015"}, [2]),
        ({"state": "waiting"}, [4]),
        ({"state": "coded", "sort": "added"}, [1, 2, 3]),
        ({"state": "unreviewed"}, [2, 1]),
        ({"search": "لروسيا"}, [2, 1]),
        ({"search": '"هاجمت تركيا"'}, [1]),
        ({"search": '"تركيا هاجمت"'}, []),
        ({"search": "روسيا -مصر"}, [1]),
        ({"search": "زرافة"}, []),
        ({"search": "...", "limit": 5}, []),
        ({"search": "النهار"}, [1]),
        ({"search": '"النهار"', "sort": "added"}, [1]),
        ({"limit": 1, "offset": 1}, [3]),
    ],
)
def test_documents_are_narrowed_and_sorted(shelf: Project, wanted: dict[str, object], numbers: list[int]) -> None:
    assert names(shelf, **wanted) == numbers


def test_a_page_says_how_long_the_list_is(shelf: Project) -> None:
    assert shelf.shelf(Shelf(limit=1)).total == 4
    assert shelf.shelf(Shelf(search='"هاجمت تركيا"', limit=1)).total == 1


def test_each_document_says_how_far_it_is_reviewed(shelf: Project) -> None:
    shelf.review(1, "confirm", "anna")
    first = next(i for i in shelf.shelf(Shelf()).items if i.document.id == 1)
    assert (first.state, first.claims, first.reviewed) == ("coded", 2, 1)
    shelf.review(2, "refuse", "anna")
    assert names(shelf, state="reviewed") == [1]
    assert names(shelf, state="unreviewed") == [2]


def test_a_search_lights_its_words(shelf: Project) -> None:
    (item,) = shelf.shelf(Shelf(search="حالفت")).items
    assert [s.of(item.text) for p in item.passages for s in p.lit] == ["حالفت"]


def test_a_shelf_that_is_not_there_is_named(shelf: Project) -> None:
    with pytest.raises(ProjectError, match="added, date"):
        shelf.shelf(Shelf(sort="id; DROP TABLE document"))
    with pytest.raises(ProjectError, match="waiting, coded"):
        shelf.shelf(Shelf(state="lost"))


def test_ends_stand_where_the_coder_found_them(shelf: Project) -> None:
    text = TEXTS["النهار"][0]
    for placed in shelf.placed(1):
        assert placed.source is not None
        assert placed.target is not None
        assert placed.claim.source is not None
        assert placed.source.of(text) == placed.claim.source.words
        assert placed.reasons
    assert [p.claim.relation for p in shelf.placed(1)] == ["SUPPORT", "ASSAULT"]


def test_a_corrected_end_stands_where_its_words_are(shelf: Project) -> None:
    text = TEXTS["النهار"][0]
    shelf.review(1, "correct", "anna", changes={"target": "تركيا", "evidence": f"0:{len(text)}"})
    placed = shelf.placed_claim(1)
    assert placed.target is not None
    assert placed.target.of(text) == "تركيا"
    shelf.review(1, "correct", "anna", changes={"target_span": f"{text.rindex('تركيا')}:{len(text)}"})
    placed = shelf.placed_claim(1)
    assert placed.claim.target is not None
    assert (placed.claim.target.id, placed.target and placed.target.start) == ("turkey", text.rindex("تركيا"))


def test_claims_come_in_the_order_that_was_asked(shelf: Project) -> None:
    assert [c.id for c in shelf.some_claims([3, 99, 1])] == [3, 1]
    assert [p.claim.id for p in shelf.placed_claims(shelf.some_claims([3, 1]))] == [3, 1]


def test_an_actor_has_a_page(shelf: Project) -> None:
    shelf.decide("merge", "text:مصر", "anna", {"into": "iraq"})
    page = shelf.profile("iraq")
    assert page.actor.name == "العراق"
    assert [m.id for m in page.merged] == ["text:مصر"]
    assert dict(page.names) == {"العراق": 1, "مصر": 1}
    assert sorted((t.about, t.plus, t.minus) for t in page.by) == [("russia", 1, 0), ("turkey", 1, 0)]
    assert [(t.about, t.plus) for t in page.timeline] == [("2015", 1), ("2016", 1)]
    assert shelf.profile("text:مصر").actor.id == "iraq"
    with pytest.raises(NoSuch):
        shelf.profile("nobody")
    turkey = shelf.profile("turkey")
    assert [(t.about, t.plus, t.minus) for t in turkey.said_of] == [(None, 0, 1)]
    assert [(t.about, t.plus, t.minus) for t in turkey.towards] == [("iraq", 1, 0)]


def test_everyone_is_counted(shelf: Project) -> None:
    found = {a.id: (t.plus, t.minus) for a, t in shelf.everyone()}
    assert found["turkey"] == (1, 1)
    assert found["russia"] == (1, 1)
    assert set(shelf.who({"turkey", "nobody"})) == {"turkey"}


def test_settings_are_a_persons_own(shelf: Project) -> None:
    shelf.set_settings("anna", {"language": "ar"})
    shelf.set_settings("anna", {"language": "en"})
    assert shelf.settings("anna") == {"language": "en"}
    assert shelf.settings("basim") == {}


def test_a_claim_of_an_actor_on_itself_is_one_claim_in_its_timeline(project: Project) -> None:
    """Merged actors may be both ends of a claim."""
    fill(project, "تركيا دعمت العراق", "العراق هاجمت روسيا", date="2015-03")
    code(project)
    project.decide("merge", "turkey", "anna", {"into": "iraq"})
    found = project.profile("iraq", "month").timeline
    assert [(t.about, t.plus, t.minus) for t in found] == [("2015-03", 1, 1)]
