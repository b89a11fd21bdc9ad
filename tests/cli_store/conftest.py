"""A project of two documents, coded with a rule book that the tests may change."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

from commanding import reader, run
from fakes import ONE

from ahlaf import projects
from ahlaf.store import Coder


@pytest.fixture
def book(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[Coder, projects.Maker]]:
    """The rule book that `code` uses, to be changed."""
    chosen: dict[str, tuple[Coder, projects.Maker]] = {"now": (ONE, reader)}
    monkeypatch.setattr(projects, "rule_book", lambda *_: chosen["now"])
    return chosen


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, book: object) -> str:  # noqa: ARG001 - the fake rule book is in force
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AHLAF_CODER", "anna")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("تركيا دعمت العراق ثم روسيا هاجمت تركيا", encoding="utf-8")
    (tmp_path / "texts" / "b.txt").write_text("الحزب هاجمت روسيا ثم حزب حالفت تركيا", encoding="utf-8")
    run("new", "study.ahlaf")
    run("add", "study.ahlaf", "texts")
    run("code", "study.ahlaf", "--workers", "1")
    return "study.ahlaf"
