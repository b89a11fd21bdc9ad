"""Documents: the same once, near copies together, what can't be kept set aside."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from fakes import code, fill

from ahlaf.errors import EncodingError, InputError
from ahlaf.store import Arrival, Document, NoSuch, Project, Wanted

STORY = (
    "قال مسؤول في وزارة الدفاع يوم الاثنين ان القوات الحكومية دخلت المدينة بعد معارك استمرت ثلاثة ايام "
    "وان عددا من المسلحين انسحبوا نحو الجبال المجاورة بينما واصلت الطائرات قصف مواقعهم في الريف الشرقي "
    "واضاف ان السكان بدأوا بالعودة الى منازلهم وان الحكومة سترسل مساعدات عاجلة في الايام المقبلة"
)


def test_the_same_article_twice_is_one_document(project: Project) -> None:
    batch = project.begin("anna")
    first = Arrival(Document(STORY, "a", outlet="Paper A"), "a.txt", "aa")
    second = Arrival(Document(STORY.replace(" ", "\n", 1) + "\u200f ", "b", outlet="Paper B"), "b.html", "bb")
    added = project.add(batch, [first, second])
    assert [a.new for a in added] == [True, False]
    assert added[0].document == added[1].document
    again = project.add(project.begin("omar"), [first])
    assert not again[0].new
    seen = project.sightings(added[0].document)
    assert [(s["origin"], s["raw_sha256"], s["outlet"]) for s in seen] == [("a.txt", "aa", "Paper A"), ("b.html", "bb", "Paper B")]
    assert len(list(project.documents())) == 1


def test_a_text_is_kept_to_the_letter(project: Project) -> None:
    raw = "  دَعَمَت\u200f تركيا ـــ \U0001f54a\n\nالعراق، ١٢٣ \u202eabc\t"
    (number,) = fill(project, raw, title="عنوان", date="2016-03", url="https://example.org/1")
    assert project.text(number) == Document(raw, str(number), "عنوان", None, None, "2016-03", "https://example.org/1", None)


def test_near_copies_are_one_family_and_count_once(project: Project) -> None:
    tail = " تركيا دعمت العراق"
    longer = STORY + " وختم المسؤول حديثه" + tail
    other = "نشرت الصحيفة مقالا عن الزراعة في الوادي وعن مواسم القمح والشعير التي تأخرت هذا العام بسبب قلة الامطار" + tail
    numbers = fill(project, STORY + tail, longer, other)
    families = [project.document(n).family for n in numbers]
    assert families == [numbers[0], numbers[0], numbers[2]]
    code(project)
    assert project.count(Wanted()) == 3
    assert project.count(Wanted(once=True)) == 2
    assert [c.document for c in project.claims(Wanted(once=True, target="iraq"))] == [numbers[0], numbers[2]]
    assert len(project.search("تركيا")) == 3
    assert len(project.search("تركيا", once=True)) == 2


def test_short_texts_are_no_copies(project: Project) -> None:
    numbers = fill(project, "تركيا دعمت العراق", "تركيا دعمت العراق اليوم")
    assert [project.document(n).family for n in numbers] == numbers


@pytest.mark.parametrize("field", [f.name for f in fields(Document)])
@pytest.mark.parametrize("value", ["نص \ud83d مكسور", "نص \x00 مكسور"])
def test_what_no_database_can_keep_is_refused_in_any_field(project: Project, field: str, value: str) -> None:
    with pytest.raises(EncodingError, match=field):
        project.add(project.begin("anna"), [Arrival(replace(Document("نص سليم"), **{field: value}), "x.txt")])
    assert list(project.documents()) == []


def test_refused_inputs_are_set_aside_once_with_their_reason(project: Project) -> None:
    error = InputError("bad.txt", "is no text", "convert it")
    project.refuse("add", [error, error])
    project.refuse("add", [error])
    (aside,) = project.set_aside()
    assert (aside.stage, aside.origin, aside.what, aside.remedy, aside.kind) == ("add", "bad.txt", "is no text", "convert it", "InputError")


def added(project: Project, who: str) -> int:
    """The number of what somebody added last."""
    return next(d.id for d in project.journal(last=20) if d.kind == "add" and d.who == who)


def test_adding_can_be_undone_and_done_again(project: Project) -> None:
    fill(project, "تركيا دعمت العراق", who="omar")
    (gone,) = fill(project, "روسيا هاجمت تركيا وحدها")
    code(project)
    with pytest.raises(NoSuch):
        project.undo("anna")  # without its number no addition goes
    made = project.undo("anna", added(project, "anna"))
    assert made.decision.kind == "add"
    assert len(list(project.documents())) == 1
    assert project.count() == 1
    assert project.search("روسيا") == []
    assert not [f for f in project.doctor() if f.kind == "fault"]
    undoing = project.journal(last=1)[0]
    project.undo("anna", undoing.id)
    assert project.count() == 2
    project.undo("anna", added(project, "anna"))
    assert fill(project, "روسيا هاجمت تركيا وحدها") == [gone]
    assert project.count() == 2
    assert not list(project.doctor())


def test_the_first_of_a_family_may_go(project: Project) -> None:
    fill(project, STORY, who="omar")
    (second,) = fill(project, STORY + " وختم")
    project.undo("omar", added(project, "omar"))
    assert [h.document.id for h in project.search("المدينة", once=True)] == [second]


def test_a_document_that_is_not_there(project: Project) -> None:
    with pytest.raises(NoSuch, match="no document 7"):
        project.document(7)
