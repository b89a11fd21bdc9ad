"""Documents: the same once, near copies together, what can't be kept set aside."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from fakes import ONE, TWO, code, fill, read

from ahlaf.errors import EncodingError, InputError
from ahlaf.store import Arrival, Document, NoSuch, Prepared, Project, ProjectError, Wanted, prepare

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


def test_where_the_first_copy_could_not_be_coded_the_next_one_tells(project: Project) -> None:
    one, two, three = fill(project, *(f"{STORY} تركيا دعمت العراق {day}" for day in ("", "اليوم", "أمس")))
    first, *others = project.next_waiting(ONE, 0, 10)
    project.code(ONE, [prepare(int(d.id), read(d)) for d in others])
    assert {d.family for d in project.documents()} == {one}
    for _ in range(2):  # while it waits, and once it has failed
        assert [c.document for c in project.claims(Wanted(once=True))] == [two]
        assert [c.document for c in project.queue("anna")] == [two]
        assert [r.document.id for r in project.readings(once=True) if r.claims] == [str(two)]
        project.code(ONE, [Prepared(int(first.id), b"", (), (), ONE.digest, "it can't be read")])
    assert [d.document.id for d in project.search("تركيا", once=True)] == [one]
    project.remove(two, "anna")
    assert [c.document for c in project.claims(Wanted(once=True))] == [three]


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


def test_what_comes_in_an_undone_addition_waits_for_it(project: Project) -> None:
    """Somebody undoes an addition that is still at work: what it adds from then on is gone with the rest."""
    batch = project.begin("anna")
    project.add(batch, [Arrival(Document("تركيا دعمت العراق"), "1.txt")])
    project.undo("omar", batch)
    project.add(batch, [Arrival(Document("روسيا هاجمت تركيا"), "2.txt")])
    assert list(project.documents()) == []
    assert not list(project.doctor())
    project.undo("omar", project.journal(last=1)[0].id)
    assert [d.name for d in project.documents()] == ["1.txt", "2.txt"]
    assert not list(project.doctor())


def test_documents_of_one_name_are_told_apart_where_claims_are_tied(project: Project) -> None:
    """Two files of JSON lines begin with a document 1."""
    batch = project.begin("anna")
    texts = ("تركيا دعمت العراق", "1", "a.jsonl:1"), ("تركيا دعمت العراق أمس", "1", "b.jsonl:1"), ("روسيا دعمت العراق", "2", "a.jsonl:2")
    project.add(batch, [Arrival(Document(said, name), origin) for said, name, origin in texts])
    code(project)
    assert [t.told.name for t in project.ties()] == ["1 (1)", "1 (2)", "2"]
    project.remove(2, "anna")
    assert [t.told.name for t in project.ties()] == ["1", "2"]


def test_the_first_of_a_family_may_go(project: Project) -> None:
    fill(project, STORY, who="omar")
    (second,) = fill(project, STORY + " وختم")
    project.undo("omar", added(project, "omar"))
    assert [h.document.id for h in project.search("المدينة", once=True)] == [second]


def test_a_document_that_is_not_there(project: Project) -> None:
    with pytest.raises(NoSuch, match="no document 7"):
        project.document(7)


def everything(project: Project) -> tuple[object, ...]:
    """All that a person sees of a project, but its journal."""
    return (
        list(project.documents()),
        list(project.claims()),
        list(project.readings()),
        project.counts(),
        [h.document.id for h in project.search("تركيا")],
        project.reviews(),
    )


def test_a_document_that_is_removed_comes_back_to_the_letter(project: Project) -> None:
    first, second = fill(project, "تركيا دعمت العراق ثم روسيا هاجمت تركيا", "العراق هاجمت تركيا", url="https://a.example/1")
    code(project)
    support, assault, _ = project.claims()
    project.review(support.id, "refuse", "omar")
    project.say(first, {"relation": "OPPOSE", "source": "russia", "evidence": "روسيا هاجمت تركيا"}, "anna")
    taken_back, _ = project.say(first, {"relation": "ALLY", "source": "iraq", "evidence": "العراق"}, "anna")
    project.undo("anna", taken_back)
    before = everything(project)
    made, gone = project.remove(first, "anna", "off the subject")
    assert gone == 3
    assert [d.id for d in project.documents()] == [second]
    assert [c.document for c in project.claims()] == [second]
    assert [h.document.id for h in project.search("تركيا")] == [second]
    assert [(d.id, d.note, kept.id) for d, kept in project.removed()] == [(made, "off the subject", first)]
    assert project.journal(last=1)[0].kind == "remove"
    assert not list(project.doctor())
    with pytest.raises(NoSuch):
        project.undo("omar", 99)
    undone = project.undo("omar", made)
    assert (undone.documents, undone.claims) == (1, 3)
    assert everything(project) == before
    assert project.removed() == []
    again = project.undo("omar", undone.number)
    assert (again.documents, again.claims) == (1, 3)
    assert [d.id for d in project.documents()] == [second]
    assert not list(project.doctor())
    assert assault.document == first


def test_a_removal_is_undone_by_its_number_alone(project: Project) -> None:
    (number,) = fill(project, "تركيا دعمت العراق")
    project.remove(number, "anna")
    with pytest.raises(NoSuch, match="nothing that could be undone"):
        project.undo("anna")
    with pytest.raises(ProjectError, match="left out already: it was removed by decision 2"):
        project.remove(number, "omar")
    with pytest.raises(NoSuch, match="no document 7"):
        project.remove(7, "omar")


def test_what_was_removed_stays_out_when_its_folder_is_added_again(project: Project) -> None:
    texts = ("تركيا دعمت العراق", "العراق هاجمت تركيا")
    first, second = fill(project, *texts)
    code(project)
    made, _ = project.remove(first, "anna")
    arrivals = [Arrival(Document(t), f"{t}.txt") for t in texts]
    added = project.add(project.begin("omar"), arrivals)
    assert [(a.document, a.new, a.removed) for a in added] == [(first, False, made), (second, False, None)]
    assert [d.id for d in project.documents()] == [second]
    project.undo("anna", 1)  # the addition
    with pytest.raises(ProjectError, match="went with its addition"):
        project.remove(second, "anna")
    assert [a.removed for a in project.add(project.begin("omar"), arrivals)] == [made, None]
    assert [d.id for d in project.documents()] == [second]
    assert not list(project.doctor())
    assert project.undo("anna", made).documents == 1
    assert [d.id for d in project.documents()] == [first, second]
    assert project.count() == 2
    assert not list(project.doctor())


def test_an_addition_that_comes_back_leaves_out_what_was_removed_meanwhile(project: Project) -> None:
    first, second = fill(project, "تركيا دعمت العراق", "العراق هاجمت تركيا")
    code(project)
    project.remove(first, "anna")
    gone = project.undo("anna", 1)
    assert (gone.documents, gone.claims) == (1, 1)
    back = project.undo("anna", gone.number)
    assert (back.documents, back.claims) == (1, 1)
    assert [d.id for d in project.documents()] == [second]
    assert not list(project.doctor())


def test_what_is_removed_is_coded_no_more_until_it_is_back(project: Project) -> None:
    (number,) = fill(project, "تركيا دعمت العراق")
    code(project)
    made, _ = project.remove(number, "anna")
    assert project.waiting(TWO) == 0
    project.undo("anna", made)
    assert project.waiting(TWO) == 1


def test_documents_are_found_by_number_or_by_where_they_were_found(project: Project) -> None:
    first, second = fill(project, "تركيا دعمت العراق", "العراق هاجمت تركيا", url="https://a.example/1")
    origin = project.sightings(second)[0]["origin"]
    asked = (str(first), "٢", "https://a.example/1", origin, "https://a.example/2", "12345678901234567890")
    assert [[k.id for k in project.called(typed)] for typed in asked] == [[first], [second], [first, second], [second], [], []]
