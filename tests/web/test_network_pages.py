"""The map, its quotations, tensions, suppositions, time, actors, agreement."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from fakes import ONE, code, fill, read
from serving import serving

from ahlaf.model import Actor, Document
from ahlaf.network import Network, Party, Statement
from ahlaf.network.tensions import Doubt, smallest_doubt
from ahlaf.relations import RELATIONS
from ahlaf.store import Arrival, Project, prepare
from ahlaf.web import pictures
from ahlaf.web.desk import Asked, Desk


def test_a_remembered_year_does_not_begin_the_slider_of_time(client: httpx.Client, project: Project) -> None:
    first, last = project.counts()["dates"]
    project.review(1, "correct", "anna", "", {"time": "1967"})
    table = client.get("/api/timeline?by=year").json()
    assert table["counts"][0]["period"] == "1967", "a claim speaks of it"
    periods = [p["period"] for p in client.get("/api/map").json()["periods"]]
    assert periods
    assert first[:7] <= periods[0] <= periods[-1] <= last[:7]


def test_articles_of_one_month_that_look_back_have_a_slider_of_what_they_tell(client: httpx.Client, project: Project) -> None:
    for number in (2, 3):
        project.remove(number, "anna")
    project.review(1, "correct", "anna", "", {"time": "2011"})
    periods = [p["period"] for p in client.get("/api/map").json()["periods"]]
    assert periods == ["2011", "2016-03"]


def test_the_map(client: httpx.Client) -> None:
    found = client.get("/api/map").json()
    assert {a["id"] for a in found["actors"]} == {"turkey", "iraq", "russia"}
    edges = {(e["source"], e["target"], e["sign"]): e for e in found["edges"]}
    assert set(edges) == {("turkey", "iraq", 1), ("russia", "turkey", -1), ("russia", "iraq", 1), ("iraq", "turkey", -1)}
    both = edges["russia", "iraq", 1]
    assert (both["documents"], both["voices"], sorted(both["relations"]), len(both["claims"])) == (2, 2, ["ALLY", "SUPPORT"], 2)
    assert all(a["x"] is not None and a["camp"] in (0, 1) for a in found["actors"])
    assert [p["period"] for p in found["periods"]] == ["2015-06", "2016-03", "2017"]
    assert [(v["id"], v["claims"]) for v in found["voices"]] == [("text:الصحيفة", 2)]
    assert {o["name"]: o["claims"] for o in found["outlets"]} == {"النهار": 4, "الأخبار": 1}
    assert found["frustration"]["proved"] is True
    assert found["total"] == {"actors": 3, "edges": 4}


def test_what_the_tensions_have_proved_the_map_says_too(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The map has a third of a second for its proof, and told bounds where the room beside it told the very weight."""
    bounds = Doubt(None, 0.25, 9.75, "open", (), (frozenset(), frozenset()), ())

    def hurried(network: Network, *, seconds: float, **more: int) -> Doubt:
        return bounds if seconds < 1 else smallest_doubt(network, seconds=seconds, **more)

    monkeypatch.setattr("ahlaf.network.tensions.smallest_doubt", hurried)
    monkeypatch.setattr(pictures, "MAP_SECONDS", 0.35)
    desk = Desk(project, "anna")
    before = pictures.draw(desk, Asked(), 0, 80).frustration
    assert before is not None
    assert (before.lower, before.upper, before.proved) == (0.25, 9.75, False)
    _, found = desk.tensions(Asked())
    after = pictures.draw(desk, Asked(), 0, 80).frustration
    assert after is not None
    assert after.proved
    assert after.value == pytest.approx(next(t.score for t in found if t.kind == "smallest doubt"))


@pytest.mark.parametrize(
    ("query", "edges"),
    [
        ("since=2016", 4),
        ("until=2015", 1),
        ("outlet=الأخبار", 1),
        ("outlet=الأخبار&outlet=النهار", 4),
        ("voice=text:الصحيفة", 2),
        ("relation=ASSAULT", 2),
        ("evidence=2", 1),
        ("limit=2", 2),
        ("status=confirmed", 0),
        ("status=none", 4),
        ("since=2030", 0),
        ("lift=organs&lift=members", 4),
    ],
)
def test_the_map_narrowed(client: httpx.Client, query: str, edges: int) -> None:
    found = client.get(f"/api/map?{query}").json()
    assert len(found["edges"]) == edges
    assert found["periods"]


def test_a_state_that_stands_for_its_organ_alone_has_its_name(client: httpx.Client, project: Project) -> None:
    army = Actor("LBN.army", "الجيش", kind="force", country="LBN", sector="MIL")
    fill(project, "الجيش دعمت العراق")
    (waiting,) = project.next_waiting(ONE, 0, 9)
    said = read(waiting)
    ends = [replace(c, source=c.source and replace(c.source, actor=army)) for c in said.claims]
    project.code(ONE, [prepare(int(waiting.id), replace(said, claims=tuple(ends)))])
    found = {a["id"]: (a["name"], a["name_en"]) for a in client.get("/api/map?lift=organs").json()["actors"]}
    assert found["LBN"] == ("لبنان", "Lebanon")


@pytest.mark.parametrize("query", ["voice=nobody", "outlet=none"])
def test_a_filter_that_names_nothing_here_is_told(client: httpx.Client, query: str) -> None:
    answer = client.get(f"/api/map?{query}")
    assert answer.status_code == 400
    assert "here" in answer.json()["error"]["what"]


def test_two_of_one_name_are_two_on_the_map() -> None:
    greek, italian = (Party(f"{c}.police", "الشرطة", "the police", country=c) for c in ("GRC", "ITA"))
    network = Network.of([Statement("1", greek, italian, "AID", 1)])
    told = [pictures.label(network, a) for a in network.actors]
    assert [(n.name, n.name_en) for n in told] == [("الشرطة (GRC)", "the police (GRC)"), ("الشرطة (ITA)", "the police (ITA)")]


def test_the_page_and_the_server_begin_with_the_same_map() -> None:
    filters = Path(__file__).parents[2] / "web" / "src" / "lib" / "map" / "filters.ts"
    assert f"export const LIMIT = {pictures.FIRST}\n" in filters.read_text(encoding="utf-8")


def test_an_edge_opens_its_quotations(client: httpx.Client) -> None:
    found = client.get("/api/map/edge", params={"source": "russia", "target": "iraq", "sign": "1"}).json()
    assert found["total"] == 2
    for one in found["items"]:
        assert one["words"] in ("روسيا حالفت العراق", "روسيا دعمت العراق")
        lit = [one["words"][s:e] for s, e in one["lit"]]
        assert lit == one["words"].split()
        assert one["title"]
    assert client.get("/api/map/edge", params={"source": "x", "target": "iraq"}).status_code == 404


def test_a_decision_changes_the_map(client: httpx.Client) -> None:
    before = client.get("/api/map").json()
    claim = next(e["claims"][0] for e in before["edges"] if (e["source"], e["target"]) == ("turkey", "iraq"))
    client.post(f"/api/claims/{claim}/reviews", json={"verdict": "refuse"})
    after = client.get("/api/map").json()
    edge = next((e for e in after["edges"] if (e["source"], e["target"]) == ("turkey", "iraq")), None)
    assert edge is None or edge["weight"] == 0
    client.post("/api/undo", json={})
    assert client.get("/api/map").json() == before


def test_weights_are_a_persons_own(client: httpx.Client) -> None:
    before = client.get("/api/map").json()
    assert client.put("/api/settings", json={"weights": {"SUPPORT": 0.1}, "language": "en"}).status_code == 200
    assert client.get("/api/settings").json() == {"language": "en", "keys": True, "weights": {"SUPPORT": 0.1}}
    assert client.get("/api/map").json()["edges"] != before["edges"]
    assert client.get("/api/map", headers={"X-Ahlaf-Coder": "basim"}).json() == before
    assert client.put("/api/settings", json={"weights": {"nonsense": 1}}).status_code == 400
    assert client.put("/api/settings", json={"weights": {"SUPPORT": 7}}).status_code == 400


def test_tensions_and_what_if(client: httpx.Client) -> None:
    found = client.get("/api/tensions").json()
    assert found["total"] == len(found["items"]) > 0
    pair = next(t for t in found["items"] if t["kind"] == "both ways")
    assert pair["sentence_ar"] != pair["sentence_en"]
    assert all(s["quotations"] and s["ar"] and s["en"] for s in pair["sides"])
    kinds = {k["kind"]: k["count"] for k in found["kinds"]}
    assert sum(kinds.values()) == found["total"]
    assert client.get("/api/tensions", params={"kind": "both ways"}).json()["total"] == kinds["both ways"]
    before = client.get("/api/journal").json()
    claims = [q["claim"] for q in pair["sides"][0]["quotations"]]
    supposed = client.post("/api/whatif", json={"doubt": claims}).json()
    assert pair["id"] in {t["id"] for t in supposed["gone"]}
    assert supposed["after"]["frustration"]["upper"] <= supposed["before"]["frustration"]["upper"]
    added = client.post("/api/whatif", json={"add": [{"source": "turkey", "relation": "ALLY", "target": "مصر"}]}).json()
    assert added["new_actors"] == ["مصر"]
    gone = client.post("/api/whatif", json={"remove": [{"source": "turkey", "relation": "*", "target": "iraq"}]})
    assert gone.status_code == 200
    assert client.get("/api/journal").json() == before


@pytest.mark.parametrize(
    "body",
    [
        {"add": [{"source": "nobody", "relation": "ALLY", "target": "no one"}]},
        {"remove": [{"source": "turkey", "relation": "MEMBER", "target": "iraq"}]},
        {"add": [{"source": "turkey", "relation": "*", "target": "iraq"}]},
        {"doubt": [99]},
    ],
)
def test_what_can_not_be_supposed_gets_a_sentence(client: httpx.Client, body: object) -> None:
    answer = client.post("/api/whatif", json=body)
    assert answer.status_code == 400
    assert answer.json()["error"]["what"]


def test_time(client: httpx.Client) -> None:
    found = client.get("/api/timeline?by=year").json()
    assert [(c["period"], c["for"], c["against"]) for c in found["counts"]] == [("2015", 1, 0), ("2016", 1, 1), ("2017", 1, 1)]
    (turned,) = [t for t in found["turned"] if {t["source"]["id"], t["target"]["id"]} == {"turkey", "iraq"}]
    assert (turned["was"], turned["now"]) == (1, -1)
    assert [q["words"] for q in turned["quotations_after"]] == ["العراق هاجمت تركيا"]
    only = client.get("/api/timeline?by=year&actor=turkey").json()
    assert [c["period"] for c in only["counts"]] == ["2016", "2017"]
    assert client.get("/api/timeline?by=century").status_code == 422


@pytest.mark.parametrize("by", ["day", "week", "month", "year"])
@pytest.mark.parametrize("actor", ["", "turkey"])
def test_a_period_leads_to_the_claims_that_it_counts(client: httpx.Client, by: str, actor: str) -> None:
    counts = client.get("/api/timeline", params={"by": by, "actor": actor}).json()["counts"]
    assert counts
    for one in counts:
        asked = {"by": by, "actor": actor, "period": one["period"], "limit": 1}
        found = client.get("/api/timeline/claims", params=asked).json()
        assert (found["total"], len(found["items"])) == (one["for"] + one["against"], 1)
        rest = client.get("/api/timeline/claims", params={**asked, "limit": 50, "offset": 1}).json()["items"]
        signs = [RELATIONS[q["relation"]].sign for q in (*found["items"], *rest)]
        assert (signs.count(1), signs.count(-1)) == (one["for"], one["against"])


def test_what_is_denied_is_in_no_period(client: httpx.Client) -> None:
    (claim,) = client.get("/api/timeline/claims?by=year&period=2015").json()["items"]
    client.post(f"/api/claims/{claim['claim']}/reviews", json={"verdict": "correct", "changes": {"polarity": "negated"}})
    assert client.get("/api/timeline/claims?by=year&period=2015").json() == {"total": 0, "items": []}
    assert client.get("/api/timeline/claims?by=month").status_code == 422, "a period has to be named"


@pytest.mark.parametrize(
    ("by", "periods"),
    [("month", ["2015-06", "2016-03", "2017"]), ("week", ["2015-06", "2016-03-14", "2017"]), ("year", ["2015", "2016", "2017"])],
)
def test_a_date_less_exact_than_the_periods_stands_for_itself(client: httpx.Client, by: str, periods: list[str]) -> None:
    found = client.get(f"/api/timeline?by={by}").json()
    assert [c["period"] for c in found["counts"]] == periods
    turned = {(t["source"]["id"], t["target"]["id"]) for t in found["turned"]}
    assert bool(turned) == (by == "year"), "what is known by its year alone turns no tie from one month to the next"


def test_countries_are_called_by_their_names(client: httpx.Client) -> None:
    found = {c["id"]: (c["name"], c["name_en"]) for c in client.get("/api/countries").json()["items"]}
    assert found["IRQ"] == ("العراق", "Iraq")
    assert not found.keys() & {"", "IGO", "UNO"}
    assert all(all(names) for names in found.values())


def test_a_project_without_claims_has_pictures_too(client: httpx.Client) -> None:
    client.post("/api/undo", json={"decision": 1})
    assert client.get("/api/map").json()["actors"] == []
    assert client.get("/api/tensions").json() == {"total": 0, "kinds": [], "items": [], "stale": False}
    assert client.get("/api/timeline").json()["counts"] == []
    assert client.post("/api/whatif", json={}).status_code == 400
    assert client.get("/api/agreement").status_code == 200
    assert client.get("/api/export").text == ""
    assert client.get("/api/documents").json() == {"total": 0, "items": []}


def test_actors_of_one_name_are_told_apart_in_their_list(client: httpx.Client) -> None:
    assert client.post("/api/actors/russia/rename", json={"name": "تركيا"}).status_code == 200
    found = {a["id"]: a["name"] for a in client.get("/api/actors").json()["items"]}
    assert [found[one] for one in ("turkey", "russia", "iraq")] == ["تركيا (TUR)", "تركيا (RUS)", "العراق"]
    assert {a["id"] for a in client.get("/api/actors?search=تركيا").json()["items"]} == {"turkey", "russia"}


def test_actors(client: httpx.Client) -> None:
    found = client.get("/api/actors").json()
    assert {a["id"] for a in found["items"]} == {"turkey", "iraq", "russia", "text:الصحيفة"}
    assert [a["id"] for a in client.get("/api/actors?search=لعراق").json()["items"]] in ([], ["iraq"])
    for search in ("عراق", "العراق", "IRQ", "iraq", "Ira"):
        assert [a["id"] for a in client.get("/api/actors", params={"search": search}).json()["items"]] == ["iraq"], search
    page = client.get("/api/actors/iraq").json()
    assert (page["name"], page["claims"], page["for"], page["against"], page["as_source"], page["as_target"]) == ("العراق", 4, 3, 1, 1, 3)
    assert {n["id"] for n in page["neighbours"]} == {"turkey", "russia"}
    assert {v["id"] for v in page["by_voice"]} == {"author", "text:الصحيفة"}
    assert client.get("/api/actors/nobody").status_code == 404


def test_decisions_on_actors_and_their_undoing(client: httpx.Client, project: Project) -> None:
    newspaper = "text:الصحيفة"
    made = client.post(f"/api/actors/{newspaper}/merge", json={"into": "turkey"}).json()["decision"]
    page = client.get(f"/api/actors/{newspaper}").json()
    assert (page["id"], page["merged_into"]["id"]) == ("turkey", "turkey")
    assert [(m["id"], m["decision"]) for m in page["members"]] == [(newspaper, made)]
    assert page["decisions"][0]["kind"] == "merge"
    client.post("/api/undo", json={"decision": made})
    assert client.get(f"/api/actors/{newspaper}").json()["merged_into"] is None
    for kind, body in {
        "rename": {"name": "أنقرة"},
        "alias": {"name": "الأتراك"},
        "code": {"sector": "MIL"},
        "apart": {"other": "iraq"},
        "split": {"into": "فصيل", "documents": [3]},
    }.items():
        answer = client.post(f"/api/actors/turkey/{kind}", json=body)
        assert answer.status_code == 200, answer.text
    assert client.get("/api/actors/turkey").json()["name"] == "أنقرة"
    assert client.post("/api/actors/turkey/merge", json={"into": "turkey"}).status_code == 400
    assert client.post("/api/actors/nobody/merge", json={"into": "turkey"}).status_code == 404
    assert client.post("/api/actors/turkey/code", json={}).status_code == 400
    for codes, known in (({"kind": "planet"}, "alliance"), ({"sector": "GOV|XYZ"}, "MIL"), ({"country": "turkey"}, "IGO")):
        refused = client.post("/api/actors/turkey/code", json=codes)
        assert refused.status_code == 422
        assert known in refused.json()["error"]["what"] + refused.json()["error"]["do"], "it says which there are"
    assert not list(project.doctor())


def test_agreement(client: httpx.Client) -> None:
    for who, verdict in (("anna", "confirm"), ("basim", "refuse")):
        client.post("/api/claims/1/reviews", json={"verdict": verdict}, headers={"X-Ahlaf-Coder": who})
    found = client.get("/api/agreement").json()
    field = next(f for f in found["fields"] if f["field"] == "verdict")
    assert (field["claims"], field["coders"], field["pairs"][0]["share"]) == (1, ["anna", "basim"], 0.0)
    assert "machine" in next(f for f in found["machine"] if f["field"] == "verdict")["coders"]


def test_an_actors_page_says_where_outlets_differ(client: httpx.Client, project: Project) -> None:
    assert client.get("/api/actors/russia").json()["differing"] == []
    article = Document("روسيا دعمت تركيا", "d9", "خبر رابع", None, "السفير", "2017")
    project.add(project.begin("anna"), [Arrival(article, "d9.txt")])
    code(project)
    (found,) = client.get("/api/actors/russia").json()["differing"]
    assert found["other"]["id"] == "turkey"
    (binds,), (divides,) = found["binds"], found["divides"]
    assert [(p["outlet"], p["for"], p["against"]) for p in (binds, divides)] == [("السفير", 1, 0), ("النهار", 0, 1)]
    assert [q["words"] for p in (binds, divides) for q in p["quotations"]] == ["روسيا دعمت تركيا", "روسيا هاجمت تركيا"]


def test_a_quotation_names_who_wrote_its_article(tmp_path: Path) -> None:
    with Project.create(tmp_path / "s.ahlaf") as project:
        batch = project.begin("amal")
        written = [Document("روسيا دعمت تركيا", author="أميمة"), Document("روسيا دعمت تركيا ثم روسيا هاجمت مصر")]
        project.add(batch, [Arrival(d, f"{n}.txt") for n, d in enumerate(written)])
        code(project)
        with serving(project) as running, running.client() as client:
            ties = client.get("/api/map").json()["edges"]
            tie = next(t for t in ties if t["sign"] == 1)
            found = client.get("/api/map/edge", params={"source": tie["source"], "target": tie["target"]}).json()["items"]
    assert sorted((q["author"] or "" for q in found), reverse=True) == ["أميمة", ""]
