"""Nothing is lost on the way through: a server that answers what annotators found gives back what they found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from loopback import Make, annotated, serving

from ahlaf import quality
from ahlaf.check import gold

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples" / "gold.jsonl"
ROOM = ROOT.parent / "shared" / "eval"
FILES = [EXAMPLES, *(ROOM / f"{name}.jsonl" for name in ("claims_dev", "article_gold"))]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
@pytest.mark.parametrize("piece", [6000, 1500])
def test_what_annotators_found_comes_out_again(path: Path, piece: int, model: Make) -> None:
    if not path.exists():
        pytest.skip(f"{path} is not there; it is only measured")
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    with serving(annotated(records)) as server:
        figures = quality.measure(gold.read(path), model(server.url, piece=piece))
    by_name = {f.key.rpartition(".")[2]: f.value for f in figures}
    assert by_name["signed_edge"] >= 0.99, by_name
    assert by_name["typed_edge"] >= 0.99, by_name
