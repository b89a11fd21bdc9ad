"""A model measured as the rules are, in one table."""

from __future__ import annotations

import json
from pathlib import Path

from loopback import Server, annotated, serving, words
from modelling import AID, ROOT, TEXT, asking, run


def test_a_model_that_answers_as_annotators_do_scores_as_they_do() -> None:
    path = ROOT / "examples" / "gold.jsonl"
    gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    with serving(annotated(gold)) as server:
        found = run("bench", "quality", path, *asking(server), "--json", "--refused", "refused.jsonl")
    figures = {f["key"]: f["value"] for f in map(json.loads, found.stdout.splitlines())}
    assert figures["gold.signed_edge"] >= 0.99
    assert figures["gold.typed_edge"] >= 0.99


def test_one_table_for_every_coder(server: Server) -> None:
    line = {"id": "a", "text": TEXT, "claims": [{**AID, "sign": 1, "polarity": "affirmed", "modality": "asserted", "voice": "author"}]}
    Path("gold.jsonl").write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")
    rules = run("bench", "quality", "gold.jsonl").stdout.splitlines()
    model = run("bench", "quality", "gold.jsonl", *asking(server)).stdout.splitlines()
    assert rules[0].split() == ["on", "figure", "measured"]
    assert [row[:54] for row in rules] == [row[:54] for row in model]
    markdown = run("bench", "quality", "gold.jsonl", "--markdown").stdout
    assert markdown.startswith("| on | figure | measured |\n|---|---|---|\n| `gold` | signed-edge")
    assert run("bench", "quality", "gold.jsonl", *asking(server), "--dry-run").stdout.startswith("1 documents, 0 questions")


def test_a_gold_file_that_is_none_and_a_document_that_fails_are_told() -> None:
    Path("gold.jsonl").write_text('{"id": "a"}\n', encoding="utf-8")
    assert "gold.jsonl:1: is no gold line" in run("bench", "quality", "gold.jsonl", code=1).stderr
    line = {"id": "a", "text": TEXT, "claims": []}
    Path("gold.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    with serving(words("no JSON")) as server:
        found = run("bench", "quality", "gold.jsonl", *asking(server), code=1)
    assert "1 of 1 could not be coded" in found.stderr
