"""A map of many ties begins with those that two documents tell; a small one with all; who is asked for is on either."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from fakes import code, fill
from serving import serving

from ahlaf.store import Project
from ahlaf.web import onmap

SAYS = [f"فاعل{a} دعمت فاعل{b}" for a in range(20) for b in range(20) if a != b][: onmap.MANY + 10]


def begun(path: Path, ties: int, again: int) -> dict[int, dict[str, object]]:
    """The map of a project with so many ties, of which a second document tells some: as it begins, with all, with those of two."""
    with Project.create(path) as project:
        fill(project, ". ".join(SAYS[:ties]), *([". ".join(SAYS[:again])] if again else []))
        code(project)
        with serving(project) as served, served.client() as client:
            return {n: client.get(f"/api/map?evidence={n}").json() for n in (0, 1, 2)}


def test_many_ties_begin_with_those_of_two_documents(tmp_path: Path) -> None:
    ties = onmap.MANY + 5
    found = begun(tmp_path / "a.ahlaf", ties, 12)
    assert found[0]["edges"] == found[2]["edges"]
    assert (len(found[0]["edges"]), found[0]["evidence"]) == (12, 2)  # type: ignore[arg-type]
    assert (len(found[1]["edges"]), found[1]["evidence"]) == (ties, 1)  # type: ignore[arg-type]
    assert [m["begins"] for m in found.values()] == [{"evidence": 2, "aside": ties - 12}] * 3, "what is left aside is told"


@pytest.mark.parametrize(
    ("ties", "again"),
    [(onmap.MANY, 40), (onmap.MANY + 5, 0), (onmap.MANY + 5, onmap.FEW - 1)],
    ids=["a small project", "a project of one document", "hardly anything would be left"],
)
def test_others_begin_with_all(tmp_path: Path, ties: int, again: int) -> None:
    found = begun(tmp_path / "a.ahlaf", ties, again)
    assert found[0] == found[1]
    assert len(found[0]["edges"]) == ties  # type: ignore[arg-type]
    assert found[0]["begins"] == {"evidence": 1, "aside": 0}


def test_where_nobody_leaves_it_to_the_server_nothing_is_left_aside(client: httpx.Client) -> None:
    found = client.get("/api/map").json()
    assert (found["evidence"], found["total"]["edges"]) == (1, 4)
    assert client.get("/api/map?evidence=-1").status_code == 422


@pytest.mark.parametrize("limit", [80, 2], ids=["set aside", "beyond the limit"])
def test_who_is_asked_for_is_drawn_with_its_ties(tmp_path: Path, limit: int) -> None:
    ties = onmap.MANY + 5
    with Project.create(tmp_path / "a.ahlaf") as project:
        fill(project, ". ".join([*SAYS[:ties], "فاعل99 هاجمت فاعل98"]), ". ".join(SAYS[:12]))
        code(project)
        with serving(project) as served, served.client() as client:
            all_ = client.get("/api/map?evidence=1").json()
            named = {a["name"]: a for a in all_["actors"]}
            who = named["فاعل99"]["id"]
            plain = client.get(f"/api/map?evidence=0&limit={limit}").json()
            found = client.get("/api/map", params={"evidence": 0, "limit": limit, "around": who}).json()
            again = client.get("/api/map", params={"evidence": 0, "limit": limit, "around": named["فاعل0"]["id"]}).json()
            nobody = client.get(f"/api/map?evidence=0&limit={limit}&around=nobody").json()
    assert who not in {a["id"] for a in plain["actors"]}
    assert plain["around"] is None
    assert nobody == plain
    assert found["around"] == {"id": who, "ties": 1, "actors": 2}
    assert {a["id"] for a in found["actors"]} - {a["id"] for a in plain["actors"]} == {who, named["فاعل98"]["id"]}
    assert [e for e in found["edges"] if e not in plain["edges"]] == [e for e in all_["edges"] if who in (e["source"], e["target"])]
    assert {k: found[k] for k in ("total", "evidence", "begins", "frustration")} == {
        k: plain[k] for k in ("total", "evidence", "begins", "frustration")
    }
    about = [e for e in again["edges"] if named["فاعل0"]["id"] in (e["source"], e["target"])]
    assert len(about) == named["فاعل0"]["ties"] > 12, "who is on the map already is given the ties that were left aside"


def test_of_very_many_ties_the_strongest_are_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onmap, "AROUND", 5)
    with Project.create(tmp_path / "a.ahlaf") as project:
        fill(project, ". ".join(SAYS[: onmap.MANY + 5]), ". ".join(SAYS[3:5]))
        code(project)
        with serving(project) as served, served.client() as client:
            who = next(a for a in client.get("/api/map?evidence=1").json()["actors"] if a["name"] == "فاعل0")
            found = client.get("/api/map", params={"evidence": 2, "limit": 2, "around": who["id"]}).json()
    mine = [e for e in found["edges"] if who["id"] in (e["source"], e["target"])]
    assert (len(mine), who["ties"] > 5) == (5, True)
    assert sum(e["documents"] == 2 for e in mine) == 2
