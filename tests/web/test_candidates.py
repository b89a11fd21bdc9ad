"""Two actors that may be one are told apart by what is known of each, and by words in which each stands."""

from __future__ import annotations

import httpx
from fakes import code, fill

from ahlaf.store import Project


def test_each_of_a_pair_says_who_it_is_and_where_it_stands(client: httpx.Client, project: Project) -> None:
    fill(project, "بنيامين دعمت تركيا", "بنيمين هاجمت العراق")
    code(project)
    client.post("/api/actors/text:بنيمين/code", json={"country": "ISR", "sector": "GOV", "kind": "person"})
    (pair,) = client.get("/api/actors/candidates").json()["items"]
    assert pair["reasons"] == ["one letter differs"]
    told = {a["id"]: a for a in (pair["actor"], pair["into"])}
    one, other = told["text:بنيمين"], told["text:بنيامين"]
    assert (one["kind"], one["country"], one["sector"]) == ("person", "ISR", "GOV")
    assert (other["country"], other["sector"]) == ("", "")
    assert [a["quotation"]["words"] for a in (one, other)] == ["بنيمين هاجمت العراق", "بنيامين دعمت تركيا"]


def test_what_was_refused_is_quoted_for_nobody(client: httpx.Client, project: Project) -> None:
    fill(project, "بنيامين دعمت تركيا", "بنيمين هاجمت العراق. بنيمين دعمت العراق")
    code(project)

    def quoted() -> tuple[int, str]:
        (pair,) = client.get("/api/actors/candidates").json()["items"]
        found = next(a["quotation"] for a in (pair["actor"], pair["into"]) if a["id"] == "text:بنيمين")
        return found["claim"], found["words"]

    claim, words = quoted()
    client.post(f"/api/claims/{claim}/reviews", json={"verdict": "refuse"})
    other, rest = quoted()
    assert other != claim
    assert {words, rest} == {"بنيمين هاجمت العراق", "بنيمين دعمت العراق"}
