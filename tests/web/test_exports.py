"""Exports: the claims as they stand, narrowed by the filters of the map; the network and the report."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from urllib.parse import unquote

import httpx
import networkx as nx
import pytest
from serving import serving

from ahlaf.store import Project


def test_exports_are_the_claims_as_they_stand(client: httpx.Client) -> None:
    client.post("/api/claims/1/reviews", json={"verdict": "refuse"})
    lines = client.get("/api/export?format=jsonl")
    assert lines.headers["content-disposition"] == "attachment; filename=\"claims.jsonl\"; filename*=UTF-8''study-claims.jsonl"
    documents = [json.loads(line) for line in lines.text.splitlines()]
    assert [len(d["claims"]) for d in documents] == [1, 1, 2]
    assert [len(d["claims"]) for d in client.get("/api/export?format=json").json()] == [1, 1, 2]
    rows = list(csv.DictReader(io.StringIO(client.get("/api/export?format=csv").text)))
    assert [r["relation"] for r in rows] == ["ALLY", "ASSAULT", "ASSAULT", "SUPPORT"], "the oldest article first"
    assert [r["outlet"] for r in rows] == ["الأخبار", *["النهار"] * 3]
    assert {r["status"] for r in rows} == {"new"}
    assert all(r["source_name"] and r["target_name"] for r in rows)
    assert [client.get(f"/api/claims/{r['id']}").json()["relation"] for r in rows] == [r["relation"] for r in rows]
    forms = [f["format"] for f in client.get("/api/export/formats").json()["items"]]
    assert forms == ["csv", "jsonl", "json", "gexf", "graphml", "report", "docx"]
    assert client.get("/api/export?format=exe").status_code == 422


@pytest.mark.parametrize(
    ("filters", "relations"),
    [
        ("", ["ALLY", "ASSAULT", "ASSAULT", "SUPPORT"]),
        ("relation=ASSAULT", ["ASSAULT", "ASSAULT"]),
        ("relation=ASSAULT&relation=ALLY", ["ALLY", "ASSAULT", "ASSAULT"]),
        ("outlet=الأخبار", ["ALLY"]),
        ("voice=text:الصحيفة&outlet=النهار", ["ASSAULT", "SUPPORT"]),
        ("since=2030", []),
        ("least=1", ["SUPPORT"]),
        ("status=confirmed", ["SUPPORT"]),
        ("modality=questioned&outlet=", []),
    ],
)
def test_what_goes_out_passes_the_filters_of_the_map(client: httpx.Client, filters: str, relations: list[str]) -> None:
    client.post("/api/claims/1/reviews", json={"verdict": "refuse"})
    support = next(c["number"] for c in client.get("/api/claims").json()["items"] if c["relation"] == "SUPPORT" and c["number"] != 1)
    client.post(f"/api/claims/{support}/reviews", json={"verdict": "confirm"})
    rows = list(csv.DictReader(io.StringIO(client.get(f"/api/export?format=csv&{filters}").text)))
    assert [r["relation"] for r in rows] == relations
    for form in ("json", "jsonl"):
        text = client.get(f"/api/export?format={form}&{filters}").text
        documents = json.loads(text) if form == "json" else [json.loads(line) for line in text.splitlines()]
        assert sorted(c["relation"] for d in documents for c in d["claims"]) == sorted(relations)
        assert all(d["claims"] for d in documents) or not filters
    assert client.get(f"/api/export/chosen?{filters}").json() == {"claims": len(relations), "total": 4}
    report = client.get(f"/api/export?format=report&language=en&{filters}").text
    assert report.count('id="claim-') == len(relations) + (not filters), "the report tells what was refused too, as such"
    assert ("--relation" in report) == ("relation" in filters)


def test_a_filter_that_names_nobody_writes_no_file(client: httpx.Client) -> None:
    for form in ("csv", "gexf", "report"):
        refused = client.get(f"/api/export?format={form}&outlet=الجريدة")
        assert refused.status_code == 400
        assert "الجريدة" in refused.json()["error"]["what"]


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_the_network_goes_out_as_other_programs_read_it(client: httpx.Client, form: str) -> None:
    drawn = client.get("/api/map").json()
    file = io.BytesIO(client.get(f"/api/export?format={form}&language=en").content)
    graph = nx.read_gexf(file) if form == "gexf" else nx.read_graphml(file)
    assert set(graph.nodes) == {actor["id"] for actor in drawn["actors"]}
    assert graph.number_of_edges() == len(drawn["edges"])


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("en", "ltr")])
def test_the_report_goes_out_in_the_language_of_the_page(client: httpx.Client, language: str, way: str) -> None:
    found = client.get(f"/api/export?format=report&language={language}")
    assert f"report-{language}.html" in found.headers["content-disposition"]
    assert f'<html lang="{language}" dir="{way}"' in found.text
    assert "حالفت" in found.text
    paper = client.get(f"/api/export?format=docx&language={language}")
    assert f"report-{language}.docx" in paper.headers["content-disposition"]
    with zipfile.ZipFile(io.BytesIO(paper.content)) as packed:
        assert "حالفت" in packed.read("word/document.xml").decode()


def test_a_project_without_claims_has_no_network_to_go_out(tmp_path: Path) -> None:
    with Project.create(tmp_path / "خال.ahlaf") as project, serving(project) as running, running.client() as client:
        refused = client.get("/api/export?format=gexf")
        assert refused.status_code == 400
        assert refused.json()["error"]["what"]
        named = client.get("/api/export?format=csv").headers["content-disposition"]
        assert unquote(named).endswith("filename*=UTF-8''خال-claims.csv")
