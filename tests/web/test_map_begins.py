"""A map of many ties begins with those that two documents tell; a small one with all."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from fakes import code, fill
from serving import serving

from ahlaf.store import Project
from ahlaf.web import pictures

SAYS = [f"فاعل{a} دعمت فاعل{b}" for a in range(20) for b in range(20) if a != b][: pictures.MANY + 10]


def begun(path: Path, ties: int, again: int) -> dict[int, dict[str, object]]:
    """The map of a project with so many ties, of which a second document tells some: as it begins, with all, with those of two."""
    with Project.create(path) as project:
        fill(project, ". ".join(SAYS[:ties]), *([". ".join(SAYS[:again])] if again else []))
        code(project)
        with serving(project) as served, served.client() as client:
            return {n: client.get(f"/api/map?evidence={n}").json() for n in (0, 1, 2)}


def test_many_ties_begin_with_those_of_two_documents(tmp_path: Path) -> None:
    ties = pictures.MANY + 5
    found = begun(tmp_path / "a.ahlaf", ties, 12)
    assert found[0]["edges"] == found[2]["edges"]
    assert (len(found[0]["edges"]), found[0]["evidence"]) == (12, 2)  # type: ignore[arg-type]
    assert (len(found[1]["edges"]), found[1]["evidence"]) == (ties, 1)  # type: ignore[arg-type]
    assert [m["begins"] for m in found.values()] == [{"evidence": 2, "aside": ties - 12}] * 3, "what is left aside is told"


@pytest.mark.parametrize(
    ("ties", "again"),
    [(pictures.MANY, 40), (pictures.MANY + 5, 0), (pictures.MANY + 5, pictures.FEW - 1)],
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
