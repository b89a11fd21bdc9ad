"""Claims of a language model on the page: who found them, why, made again from the kept answers and never by a server."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "coding" / "llm"))
import loopback
from fakes import fill
from serving import serving

from ahlaf import choice, projects
from ahlaf.coding.llm.ground import SAYS
from ahlaf.coding.llm.settings import Settings
from ahlaf.model import Reason
from ahlaf.store import Project
from ahlaf.usecases import Reader
from ahlaf.web import why

TEXT = "دَعَمَت تركيا تنظيم داعش بالسلاح، وقصفت روسيا حلب. وقتل الجيش السوري متظاهرين في حماة."
AID = {"source": ["تركيا"], "target": ["تنظيم داعش"], "relation": "AID", "trigger": "دعمت", "evidence": "دعمت تركيا تنظيم داعش بالسلاح"}
COERCE = {"source": ["روسيا"], "target": ["حلب"], "relation": "COERCE", "trigger": "قصفت", "evidence": "وقصفت روسيا حلب"}
MESSAGES = Path(__file__).parents[2] / "web" / "src" / "messages"


@pytest.fixture(params=["llm", "both"])
def coder(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def client(coder: choice.Name, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[httpx.Client]:
    """A page whose project was coded by a model that is gone."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("AHLAF_LLM_KEY", raising=False)
    with Project.create(tmp_path / "study.ahlaf") as project:
        fill(project, TEXT)
        with loopback.serving(loopback.claims(AID, COERCE)) as server:
            chosen = choice.Choice(coder, Reader(), Settings("m", server.url))
            with choice.coder(chosen) as asked:
                projects.code_asking(project, asked, projects.Sum())
        with serving(project) as served, served.client() as found:
            yield found


def claims(client: httpx.Client) -> dict[str, Any]:
    return {c["relation"]: c for c in client.get("/api/documents/1/claims").json()["items"]}


def test_the_page_says_who_found_what(client: httpx.Client, coder: str) -> None:
    found = claims(client)
    assert {found[r]["model"] for r in ("AID", "COERCE")} == {"m"}
    document = client.get("/api/documents/1").json()
    assert (document["coder"]["name"], document["coder"]["version"].split()[-1]) == (coder, "m")
    assert not client.get("/api/documents").json()["items"][0]["stale"]
    if coder == "llm":
        assert {(tuple(c["coders"]), tuple(c["differs"])) for c in found.values()} == {((), ())}
        return
    assert (found["AID"]["coders"], found["AID"]["differs"]) == (["rules", "llm"], [])
    assert found["COERCE"]["differs"] == ["relation"]
    assert found["ASSAULT"]["coders"] == ["rules"], "the model was silent on it"
    queue = [c["relation"] for c in client.get("/api/queue").json()["items"]]
    assert queue[-1] == "AID", "what they agree on comes last"


def test_why_is_told_piece_by_piece_and_made_again(client: httpx.Client, coder: str) -> None:
    found = claims(client)
    told = client.get(f"/api/claims/{found['AID']['number']}/why").json()
    assert (told["model"], told["replay"]["same"]) == ("m", True)
    pieces = {r["piece"]["role"]: r["piece"]["how"] for r in told["reasons"] if r["piece"]}
    assert pieces == {"evidence": "folded", "trigger": "folded", "source": "exact", "target": "exact"}
    (prompt,) = [r["prompt"] for r in told["reasons"] if r["prompt"]]
    assert re.fullmatch("[0-9a-f]{12}", prompt)
    assert any(r["row"] and r["row"]["cells"] for r in told["reasons"]), "the rows that say who the actors are"
    if coder == "both":
        otherwise = [r["otherwise"] for r in client.get(f"/api/claims/{found['COERCE']['number']}/why").json()["reasons"] if r["otherwise"]]
        assert otherwise == [{"coder": "rules", "field": "relation", "value": "ASSAULT"}]
        alone = client.get(f"/api/claims/{found['ASSAULT']['number']}/why").json()
        assert (alone["model"], alone["replay"]["same"]) == (None, True)


def test_without_the_kept_answers_nothing_is_made_again(client: httpx.Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
    told = client.get(f"/api/claims/{claims(client)['AID']['number']}/why").json()
    assert told["model"] == "m"
    assert told["replay"] is None
    assert told["sought"] == {"cache": str(tmp_path / "elsewhere" / "ahlaf" / "llm"), "context": 16_384}
    assert told["reasons"]


def test_answers_kept_elsewhere_are_found_where_the_workbench_is_told(
    coder: choice.Name, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "nothing"))
    monkeypatch.delenv("AHLAF_LLM_KEY", raising=False)
    with Project.create(tmp_path / "study.ahlaf") as project:
        fill(project, TEXT)
        with loopback.serving(loopback.claims(AID, COERCE)) as server:
            settings = Settings("m", server.url, cache=tmp_path / "mine")
            with choice.coder(choice.Choice(coder, Reader(), settings)) as asked:
                projects.code_asking(project, asked, projects.Sum())
        for answers, same in ((why.Answers(), None), (why.Answers(tmp_path / "mine"), True)):
            with serving(project, answers=answers) as served, served.client() as found:
                told = found.get(f"/api/claims/{claims(found)['AID']['number']}/why").json()
            assert (told["replay"] and told["replay"]["same"]) == same
            assert (told["sought"] is None) == bool(same)


def test_the_pages_coder_leaves_what_a_model_coded(client: httpx.Client, coder: str) -> None:
    project = client.get("/api/project").json()
    assert project["counts"]["waiting"] == 0
    client.post("/api/coding")
    assert client.get("/api/documents/1").json()["coder"]["name"] == coder


@pytest.mark.parametrize("language", ["ar", "en"])
def test_there_are_words_for_every_way_of_finding_and_differing(language: str) -> None:
    words = {room: json.loads((MESSAGES / language / f"{room}.json").read_text(encoding="utf-8")) for room in ("why", "words", "reader")}
    assert {f"how_{how}" for how in SAYS} <= words["why"].keys()
    assert {f"role_{role}" for role in ("evidence", "trigger", "source", "target", "voice")} <= words["words"].keys()
    assert {f"field_{field}" for field in ("relation", "polarity", "modality", "voice")} <= words["words"].keys()
    assert {"by_rules", "by_llm"} <= words["words"].keys()
    assert {"read_by_llm", "read_by_both"} <= words["reader"].keys()


def test_reasons_that_are_no_pieces_are_left_as_they_are() -> None:
    assert why.piece(Reason("words", "fake", "the verb says so")) is None
    assert why.otherwise(Reason("rule", "frames:12", "subject")) is None
