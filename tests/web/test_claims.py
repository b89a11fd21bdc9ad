"""Claims with the places of their ends; decisions, each answered when it is written down for good; why."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from serving import TEXTS, Served, serving

from ahlaf import projects
from ahlaf.model import Document
from ahlaf.store import Arrival, Project

TEXT = TEXTS[0][0]


def span(words: str, text: str = TEXT) -> list[int]:
    return [text.index(words), text.index(words) + len(words)]


def test_the_claims_of_a_document_with_the_places_of_their_ends(client: httpx.Client) -> None:
    found = client.get("/api/documents/1/claims").json()
    assert found["total"] == 2
    for claim in found["items"]:
        assert TEXT[slice(*claim["span"])] == claim["words"]
        for side in ("source", "target"):
            assert TEXT[slice(*claim[side]["span"])] == claim[side]["words"]
    first = found["items"][0]
    assert (first["source"]["id"], first["relation"], first["sign"], first["target"]["country"]) == ("turkey", "SUPPORT", 1, "IRQ")
    assert (first["by"], first["status"], first["voice"], first["reviews"], first["reported"]) == ("machine", "new", "author", [], True)
    third = client.get("/api/documents/3/claims").json()["items"]
    assert [c["voice"][0]["name"] for c in third] == ["الصحيفة", "الصحيفة"]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 5),
        ({"source": "تركيا"}, 1),
        ({"target": "IRQ"}, 3),
        ({"relation": "ALLY"}, 1),
        ({"sign": "-1"}, 2),
        ({"voice": "author"}, 3),
        ({"voice": "الصحيفة"}, 2),
        ({"since": "2016"}, 4),
        ({"until": "2015"}, 1),
        ({"text": "لروسيا"}, 3),
        ({"reported": "true"}, 4),
        ({"reported": "false"}, 1),
        ({"text": "دعمت", "order": "doubt"}, 2),
        ({"status": "new", "order": "doubt"}, 5),
        ({"document": "3"}, 2),
        ({"source": "nobody"}, 0),
    ],
)
def test_claims_narrowed(client: httpx.Client, query: dict[str, str], count: int) -> None:
    found = client.get("/api/claims", params=query).json()
    assert found["total"] == len(found["items"]) == count


def test_the_most_doubtful_first(client: httpx.Client) -> None:
    found = client.get("/api/claims", params={"order": "doubt"}).json()["items"]
    doubts = [abs(c["credence"] - 0.5) for c in found]
    assert doubts == sorted(doubts)
    assert [c["number"] for c in client.get("/api/queue").json()["items"]] == [c["number"] for c in found]


@pytest.mark.parametrize(
    "query",
    [
        "claims?relation=FOO",
        "claims?modality=bar",
        "claims?polarity=denied",
        "claims?status=open",
        "claims?since=yesterday",
        "claims?until=2016-13",
        f"claims?document={'9' * 20}",
        f"claims?limit={'9' * 20}",
        f"claims?offset={'9' * 20}",
        f"claims/{'9' * 20}",
        "queue?order=consequence",
        f"queue?limit={'9' * 20}",
    ],
)
def test_what_can_not_be_asked_for_is_told(client: httpx.Client, query: str) -> None:
    answer = client.get(f"/api/{query}")
    assert answer.status_code == 422
    assert answer.json()["error"]["what"]


@pytest.mark.parametrize(("verdict", "status"), [("confirm", "confirmed"), ("refuse", "refused"), ("unsure", "unsure")])
def test_a_decision_is_kept_before_it_is_answered(client: httpx.Client, project: Project, verdict: str, status: str) -> None:
    answer = client.post("/api/claims/1/reviews", json={"verdict": verdict, "note": "كما في النص"})
    assert answer.status_code == 200
    found = answer.json()
    assert found["claim"]["status"] == status
    (review,) = project.reviews(1)
    assert (review.id, review.verdict, review.who, review.note) == (found["decision"], verdict, "anna", "كما في النص")
    assert [r["decision"] for r in found["claim"]["reviews"]] == [review.id]


def test_who_decides_travels_in_a_header(served: Served, project: Project) -> None:
    with served.client(quote("أمل منصور")) as client:
        client.post("/api/claims/1/reviews", json={"verdict": "confirm"})
    assert [r.who for r in project.reviews(1)] == ["أمل منصور"]
    with served.client("%00") as client:
        assert client.post("/api/claims/1/reviews", json={"verdict": "confirm"}).status_code == 422
    with served.client("x" * 101) as client:
        assert client.get("/api/queue").status_code == 422


@pytest.mark.parametrize(("typed", "kept"), [("١٤٥٣-٠٥-٢٩", "1453-05-29"), (" 1979 ", "1979"), ("", None)])
def test_a_text_may_tell_of_any_year(client: httpx.Client, typed: str, kept: str | None) -> None:
    """The years in which articles are written bind what is published, and not what is told."""
    claim = client.post("/api/claims/1/reviews", json={"verdict": "correct", "changes": {"time": typed}}).json()["claim"]
    assert claim["time"] == kept


@pytest.mark.parametrize("typed", ["yesterday", "2015-02-31"])
def test_what_is_no_date_is_no_time(client: httpx.Client, typed: str) -> None:
    answer = client.post("/api/claims/1/reviews", json={"verdict": "correct", "changes": {"time": typed}})
    assert answer.status_code == 422
    assert f"the date {typed} can't be read" in answer.json()["error"]["what"]


def test_a_correction_by_words_in_the_text(client: httpx.Client) -> None:
    changes = {"relation": "ASSAULT", "target_span": span("روسيا"), "evidence_span": [0, len(TEXT)], "modality": "alleged"}
    claim = client.post("/api/claims/1/reviews", json={"verdict": "correct", "changes": changes}).json()["claim"]
    assert (claim["status"], claim["relation"], claim["sign"], claim["modality"]) == ("corrected", "ASSAULT", -1, "alleged")
    assert (claim["target"]["id"], claim["target"]["span"]) == ("russia", span("روسيا"))
    assert claim["source"]["span"] == span("تركيا")
    assert claim["words"] == TEXT
    emptied = client.post("/api/claims/1/reviews", json={"verdict": "correct", "changes": {"target_span": None}}).json()["claim"]
    assert emptied["target"] is None


def test_a_voice_given_and_taken(client: httpx.Client) -> None:
    voice = {"voice_span": span("روسيا")}
    given = client.post("/api/claims/1/reviews", json={"verdict": "correct", "changes": voice}).json()["claim"]
    assert [(v["id"], v["span"]) for v in given["voice"]] == [("russia", span("روسيا"))]
    taken = client.post("/api/claims/4/reviews", json={"verdict": "correct", "changes": {"voice_span": None}}).json()["claim"]
    assert taken["voice"] == "author"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"verdict": "correct"}, 400),
        ({"verdict": "confirm", "changes": {"relation": "AID"}}, 400),
        ({"verdict": "correct", "changes": {"relation": "LOVES"}}, 422),
        ({"verdict": "correct", "changes": {"source_span": [5, 1]}}, 400),
        ({"verdict": "correct", "changes": {"source_span": [0, 100000]}}, 400),
        ({"verdict": "correct", "changes": {"source_span": [-1, 3]}}, 422),
        ({"verdict": "correct", "changes": {"sign": 1, "relation": "ASSAULT"}}, 422),
        ({"verdict": "correct", "changes": {"id": 7}}, 422),
        ({"verdict": "bless"}, 422),
        ({}, 422),
    ],
)
def test_what_is_no_decision_writes_nothing(client: httpx.Client, project: Project, body: object, status: int) -> None:
    before = project.state()
    answer = client.post("/api/claims/1/reviews", json=body)
    assert answer.status_code == status
    assert answer.json()["error"]["what"]
    assert project.state() == before


def test_a_claim_that_is_not_there(client: httpx.Client) -> None:
    assert client.post("/api/claims/99/reviews", json={"verdict": "confirm"}).status_code == 404
    assert client.get("/api/claims/99").status_code == 404
    assert client.get("/api/claims/99/why").status_code == 404


def test_a_claim_that_the_machine_missed(client: httpx.Client, project: Project) -> None:
    ends = {"source_span": span("روسيا"), "target_span": span("العراق"), "trigger_span": span("ثم")}
    body = {**ends, "relation": "OPPOSE", "note": "فات الآلة"}
    made = client.post("/api/documents/1/claims", json=body).json()
    claim = made["claim"]
    assert (claim["by"], claim["status"], claim["added"]) == ("person", "confirmed", made["decision"])
    assert (claim["source"]["span"], claim["target"]["span"], claim["trigger_span"]) == (span("روسيا"), span("العراق"), span("ثم"))
    assert client.get("/api/documents/1/claims").json()["total"] == 3
    told = client.get(f"/api/claims/{claim['number']}/why").json()
    assert (told["added"]["who"], told["added"]["note"], told["reasons"]) == ("anna", "فات الآلة", [])
    assert client.post("/api/undo", json={"decision": made["decision"]}).json()["undone"] == made["decision"]
    assert client.get("/api/documents/1/claims").json()["total"] == 2
    assert not list(project.doctor())


def test_undo_and_undo_of_it(client: httpx.Client) -> None:
    made = client.post("/api/claims/1/reviews", json={"verdict": "refuse"}).json()["decision"]
    undone = client.post("/api/undo", json={}).json()
    assert (undone["undone"], undone["active"]) == (made, False)
    assert client.get("/api/claims/1").json()["status"] == "new"
    assert client.get("/api/claims/1").json()["reviews"][0]["undone"] is True
    back = client.post("/api/undo", json={"decision": undone["decision"]}).json()
    assert back["active"] is True
    assert client.get("/api/claims/1").json()["status"] == "refused"
    assert client.post("/api/undo", json={"decision": 999}).status_code == 404
    kinds = [d["kind"] for d in client.get("/api/journal").json()["items"]]
    assert kinds == ["undo", "undo", "refuse", "add"]


def test_an_addition_is_undone_by_its_number_alone(client: httpx.Client) -> None:
    made = client.post("/api/documents", json={"text": "روسيا هاجمت العراق اليوم"}).json()["decision"]
    assert client.post("/api/undo", json={}).status_code == 404
    undone = client.post("/api/undo", json={"decision": made}).json()
    assert (undone["undone"], undone["kind"], undone["claim"]) == (made, "add", None)
    assert client.post("/api/undo", json={"decision": undone["decision"]}).json()["active"] is True


def test_nothing_of_ones_own_to_undo(served: Served) -> None:
    with served.client("basim") as client:
        answer = client.post("/api/undo", json={})
    assert answer.status_code == 404
    assert "basim" in answer.json()["error"]["what"]


def test_why(tmp_path: Path) -> None:
    text = "دعمت تركيا تنظيم داعش في سوريا."
    with Project.create(tmp_path / "why.ahlaf") as project:
        project.add(project.begin("anna"), [Arrival(Document(text, "a"), "a.txt")])
        projects.code(project, *projects.rule_book(), workers=1)
        with serving(project) as served, served.client() as client:
            claim = client.get("/api/documents/1/claims").json()["items"][0]
            found = client.get(f"/api/claims/{claim['number']}/why").json()
    assert found["replay"]["same"] is True
    deciding, *others = found["reasons"]
    assert deciding["row"]["word"] == deciding["row"]["cells"]["lemma"]
    assert (deciding["row"]["table"], deciding["row"]["relation"]) == ("verbs", claim["relation"])
    assert found["replay"]["example"] == deciding["row"]["cells"]["example"] != ""
    assert [r["stands"]["end"] for r in others if r["kind"] == "score"] == ["source", "target"]
    assert text[slice(*deciding["span"])] == "دعمت"


def test_a_claim_comes_out_again_whatever_another_text_calls_its_actor(tmp_path: Path) -> None:
    texts = ("هاجمت مليشيا قرية في دارفور. وقصفت روسيا مليشيا.", "قصفت روسيا المليشيا. وهاجمت المليشيا السودان.")
    with Project.create(tmp_path / "why.ahlaf") as project:
        project.add(project.begin("anna"), [Arrival(Document(text, str(n)), f"{n}.txt") for n, text in enumerate(texts)])
        projects.code(project, *projects.rule_book(), workers=1)
        with serving(project) as served, served.client() as client:
            claims = client.get("/api/claims").json()["items"]
            assert any(end["id"].startswith("text:") for claim in claims for end in (claim["source"], claim["target"]) if end)
            told = [client.get(f"/api/claims/{claim['number']}/why").json()["replay"] for claim in claims]
    assert {replay["same"] for replay in told} == {True}
