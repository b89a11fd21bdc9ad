"""The journal as the page lists it: who did what when, with the names of whom and what it is about."""

from __future__ import annotations

import httpx
import pytest


def test_every_decision_is_told_with_its_names(client: httpx.Client) -> None:
    client.post("/api/claims/1/reviews", json={"verdict": "correct", "changes": {"target": "turkey"}, "note": "سهو"})
    client.post("/api/actors/turkey/merge", json={"into": "iraq"}, headers={"X-Ahlaf-Coder": "basim"})
    merged, corrected, added = client.get("/api/journal").json()["items"]
    assert (added["kind"], added["added"], added["about"]) == ("add", 3, None)
    assert (corrected["kind"], corrected["note"], corrected["document"], corrected["claim"]) == ("correct", "سهو", 1, 1)
    assert corrected["title"] == client.get("/api/documents/1").json()["title"]
    assert {side: n["name"] for side, n in corrected["ends"].items()} == {"target": "تركيا"}
    assert (merged["who"], merged["about"]["name"], merged["other"]["name"]) == ("basim", "تركيا", "العراق")
    assert merged["at"] >= corrected["at"] >= added["at"]


def test_an_undoing_is_told_and_what_it_undid(client: httpx.Client) -> None:
    made = client.post("/api/claims/1/reviews", json={"verdict": "refuse"}).json()["decision"]
    client.post("/api/undo", json={"decision": made})
    undoing, refused, _ = client.get("/api/journal").json()["items"]
    assert (undoing["kind"], undoing["undoes"], undoing["undone"]) == ("undo", made, False)
    assert (refused["number"], refused["undone"]) == (made, True)


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_its_pages_hold_everything_once(client: httpx.Client, limit: int) -> None:
    for claim in (1, 2, 3, 4):
        client.post(f"/api/claims/{claim}/reviews", json={"verdict": "confirm"})
    pages = [client.get(f"/api/journal?limit={limit}&offset={at}").json() for at in range(0, 5, limit)]
    assert {p["total"] for p in pages} == {5}
    assert [d["number"] for p in pages for d in p["items"]] == [5, 4, 3, 2, 1]
    assert client.get("/api/journal?offset=5").json() == {"total": 5, "items": []}
