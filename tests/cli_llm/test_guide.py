"""docs/llm.md, with a server here in the place of the page's."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

from loopback import annotated, serving
from modelling import ROOT, run

from ahlaf.cli import main


def test_the_guide(tmp_path: Path) -> None:
    """Every command of docs/llm.md that is Ahlaf's runs, in its order, with a server here in the place of the page's."""
    page = (ROOT / "docs" / "llm.md").read_text(encoding="utf-8")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    blocks = re.findall(r"```console\n(.*?)```", page, re.DOTALL)
    commands = [line.removeprefix("$ ahlaf ") for block in blocks for line in block.splitlines() if line.startswith("$ ahlaf ")]
    assert len(commands) >= 10
    gold = [json.loads(line) for line in (ROOT / "examples" / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    with serving(annotated(gold)) as server:
        for command in commands:
            run(*(server.url if word.startswith("http://localhost") else word for word in shlex.split(command)))
    assert server.asked


def test_every_option_of_a_model_is_told_in_the_guide() -> None:
    page = (ROOT / "docs" / "llm.md").read_text(encoding="utf-8")
    options = [option for p in main.commands["bench"].commands["quality"].params for option in p.opts if option.startswith("--")]  # type: ignore[attr-defined]
    assert [o for o in options if o not in page and o not in ("--lexicon", "--threshold")] == []
