"""Questions: how they are read, what answers them, and that what is not understood is told."""

from __future__ import annotations

from dataclasses import replace

import httpx
import pytest
from fakes import ONE, code, fill, read

from ahlaf.model import Actor, Document, Reading
from ahlaf.relations import RELATIONS
from ahlaf.store import Project, prepare
from ahlaf.web import asked, questions


@pytest.mark.parametrize(
    ("question", "found", "source", "relation", "target"),
    [
        ("من دعم العراق؟", "claims", None, "SUPPORT", "iraq"),
        ("Who supports Iraq?", "claims", None, "SUPPORT", "iraq"),
        ("من يهاجم روسيا", "search", None, "ASSAULT", "russia"),
        ("Who does Russia attack?", "claims", "russia", "ASSAULT", None),
        ("هل دعمت تركيا العراق؟", "claims", "turkey", "SUPPORT", "iraq"),
        ("Was Turkey attacked by Russia?", "claims", "russia", "ASSAULT", "turkey"),
        ("تركيا", "claims", "turkey", None, None),
        ("من يطالب العراق بالرحيل؟", "nothing", None, "REQUEST", "iraq"),
        ("Who is against Turkey in August 2015?", "claims", None, None, "turkey"),
        ("من يدعم العراق ضد تركيا؟", "claims", None, "SUPPORT", "iraq"),
        ("Who was attacked by Russia?", "claims", "russia", "ASSAULT", None),
    ],
)
def test_questions(client: httpx.Client, question: str, found: str, source: str | None, relation: str | None, target: str | None) -> None:
    answer = client.post("/api/questions", json={"text": question}).json()
    read = answer["understood"]
    ends = [None if read[s] is None else read[s]["id"] for s in ("source", "target")]
    assert (answer["found"], ends, read["relation"]) == (found, [source, target], relation)
    assert bool(answer["items"]) == (found == "claims")
    for one in answer["items"]:
        assert source is None or one["source"]["id"] == source
        assert target is None or one["target"]["id"] == target


@pytest.mark.parametrize(
    ("question", "found", "left"),
    [
        ("Does Turkey support Ruritania?", "search", ["Ruritania"]),
        ("ماذا يقول أحمد الغز عن تركيا؟", "search", ["أحمد", "الغز"]),
        ("Who likes Iraq?", "search", ["likes"]),
        ("من يدعم العراق ضد تركيا؟", "claims", ["ضد", "تركيا"]),
        ("Who supports Iraq in August 2015?", "claims", ["August", "2015"]),
        ("Who supports Ruritania against Iraq?", "search", ["Ruritania", "against"]),
        ("هل دعمت تركيا العراق؟", "claims", []),
    ],
)
def test_what_is_not_understood_is_told_and_no_other_question_answered(
    client: httpx.Client, question: str, found: str, left: list[str]
) -> None:
    answer = client.post("/api/questions", json={"text": question}).json()
    assert (answer["understood"]["left"], answer["understood"]["whole"]) == (left, found == "claims")
    assert answer["found"] in (found, "nothing")
    assert bool(answer["items"]) == (found == "claims")


@pytest.mark.parametrize(
    ("question", "source", "sign", "target", "signs"),
    [
        ("من مع العراق؟", None, 1, "iraq", {1}),
        ("Who is with Iraq?", None, 1, "iraq", {1}),
        ("من حلفاء العراق؟", None, 1, "iraq", {1}),
        ("Who are Iraq's allies?", None, 1, "iraq", {1}),
        ("من يقف إلى جانب العراق؟", None, 1, "iraq", {1}),
        ("من ضد تركيا؟", None, -1, "turkey", {-1}),
        ("من هم أعداء تركيا؟", None, -1, "turkey", {-1}),
        ("Who works against Turkey?", None, -1, "turkey", {-1}),
        ("هل تركيا مع العراق؟", "turkey", 1, "iraq", {1}),
        ("ما علاقة العراق مع تركيا؟", "iraq", None, "turkey", {-1}),
    ],
)
def test_a_side_is_every_relation_of_one_sign(
    client: httpx.Client, question: str, source: str | None, sign: int | None, target: str, signs: set[int]
) -> None:
    answer = client.post("/api/questions", json={"text": question}).json()
    read = answer["understood"]
    assert (read["source"] and read["source"]["id"], read["sign"], read["relation"], read["target"]["id"]) == (source, sign, None, target)
    assert (answer["found"], read["left"]) == ("claims", [])
    assert {RELATIONS[one["relation"]].sign for one in answer["items"]} == signs


@pytest.mark.parametrize(
    "question", ["هل تركيا في حرب مع العراق؟", "Is Turkey at war with Iraq?", "من يقاتل مع العراق؟", "Who fights with Iraq?"]
)
def test_with_behind_what_divides_is_not_understood(client: httpx.Client, question: str) -> None:
    answer = client.post("/api/questions", json={"text": question}).json()
    assert (answer["understood"]["whole"], answer["items"]) == (False, [])


def test_what_is_denied_is_asked_for(client: httpx.Client) -> None:
    client.post("/api/claims/1/reviews", json={"verdict": "correct", "changes": {"polarity": "negated"}})
    for question in ("من لم يدعم العراق؟", "من لا يدعم العراق؟", "Who doesn't support Iraq?", "Who is not with Iraq?"):
        answer = client.post("/api/questions", json={"text": question}).json()
        assert (answer["understood"]["denied"], [one["claim"] for one in answer["items"]]) == (True, [1]), question
    plain = client.post("/api/questions", json={"text": "من دعم العراق؟"}).json()
    assert [one["denied"] for one in plain["items"]] == [False, True], "what is denied stands last"


def _named(document: Document, name: str) -> Reading:
    """A document read with its first source called so."""
    found = read(document)
    end = replace(found.claims[0].source, actor=Actor(f"text:{name}", name), names=(name,)) if found.claims[0].source else None
    return replace(found, claims=(replace(found.claims[0], source=end),))


def test_a_relation_before_somebody_is_no_name_of_somebody(client: httpx.Client, project: Project) -> None:
    fill(project, "تركيا دعمت روسيا", "أعداء دعمت روسيا")
    project.code(ONE, [prepare(int(d.id), _named(d, "أعداء روسيا")) for d in project.next_waiting(ONE, 0, 9)])
    assert "أعداء روسيا" in {a["name"] for a in client.get("/api/actors").json()["items"]}
    read = client.post("/api/questions", json={"text": "من أعداء روسيا؟"}).json()["understood"]
    assert (read["source"], read["sign"], read["target"]["id"]) == (None, -1, "russia")


def test_what_more_voices_say_comes_first(client: httpx.Client, project: Project) -> None:
    fill(project, "مصر دعمت العراق", "قطر دعمت العراق", "قطر دعمت العراق ثم قطر دعمت العراق")
    code(project)
    items = client.post("/api/questions", json={"text": "من دعم العراق؟"}).json()["items"]
    assert [one["source"]["name"] for one in items][:3] == ["قطر"] * 3


def test_who_says_is_the_voice(client: httpx.Client, project: Project) -> None:
    fill(project, "تركيا دعمت العراق ثم روسيا هاجمت مصر", author="سعود كابلي")
    code(project)
    for question, about, count in (
        ("ماذا يقول سعود كابلي عن تركيا؟", "turkey", 1),
        ("What does سعود كابلي say about Iraq?", "iraq", 1),
        ("ماذا قال سعود كابلي؟", None, 2),
    ):
        answer = client.post("/api/questions", json={"text": question}).json()
        read = answer["understood"]
        assert read["voice"]["name"] == "سعود كابلي"
        assert (read["about"] and read["about"]["id"], answer["total"]) == (about, count)


def test_what_was_refused_answers_no_question(client: httpx.Client, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(project, "تركيا دعمت العراق ثم مصر دعمت العراق")
    code(project)
    asked = {"text": "من دعم العراق؟"}
    first = client.post("/api/questions", json=asked).json()
    refused = [one["claim"] for one in first["items"][:-1]]
    for claim in refused:
        client.post(f"/api/claims/{claim}/reviews", json={"verdict": "refuse"})
    monkeypatch.setattr(questions, "MOST", len(refused))
    answer = client.post("/api/questions", json=asked).json()
    assert (answer["found"], answer["total"]) == ("claims", first["total"] - len(refused))
    assert [one["claim"] for one in answer["items"]] == [first["items"][-1]["claim"]]


@pytest.mark.parametrize(
    ("question", "source", "target"),
    [
        ("من يدعم داعش؟", None, "الإسلامية"),
        ("من يدعم تنظيم داعش؟", None, "الإسلامية"),
        ("من هاجم الحوثيين؟", None, "الله"),
        ("هل قصفت روسيا الحوثيون؟", "russia", "الله"),
        ("من قدم الدعم للحوثيين", None, "الله"),
        ("من يدعم الدواعش؟", None, "الإسلامية"),
    ],
)
def test_questions_know_what_texts_and_decisions_call_somebody(
    client: httpx.Client, project: Project, question: str, source: str | None, target: str
) -> None:
    fill(project, "تركيا دعمت تنظيم داعش", "روسيا هاجمت الحوثيين")
    code(project)
    project.decide("alias", "داعش", "anna", {"name": "الدواعش"})
    read = client.post("/api/questions", json={"text": question}).json()["understood"]
    assert [None if read[s] is None else read[s]["id"] for s in ("source", "target")] == [source, target]
    (named,) = client.get("/api/actors", params={"search": "داعش"}).json()["items"]
    assert named["id"] == "الإسلامية"


def test_the_words_of_questions_each_ask_for_one_thing() -> None:
    rows = [line.split("\t") for line in asked.TABLE.read_text(encoding="utf-8").splitlines()]
    assert rows[0] == ["asks", "language", "words"]
    assert {(len(r), r[1]) for r in rows[1:]} == {(3, "ar"), (3, "en")}
    assert {r[0] for r in rows[1:]} - {"stop", "who", "by", "says", "about", "not", "with", "against", "tie"} <= set(RELATIONS)
    asking = [w for r in rows[1:] if r[0] in RELATIONS for w in r[2].split("|")]
    assert len(asking) == len(set(asking))


def test_a_question_that_nothing_answers(client: httpx.Client) -> None:
    answer = client.post("/api/questions", json={"text": "كم سعر الخبز في السوق؟"}).json()
    assert (answer["found"], answer["understood"], answer["items"], answer["documents"]) == ("nothing", None, [], [])
    passages = client.post("/api/questions", json={"text": "ماذا قالت الصحيفة وقالت"}).json()
    assert passages["found"] in ("search", "claims")
