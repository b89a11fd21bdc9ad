"""The command as its tests call it, and an article for it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

sys.path.insert(0, str(Path(__file__).parent))

from said import TEXT, Run

from ahlaf.cli import main


@pytest.fixture
def run() -> Run:
    def call(*args: object, stdin: bytes = b"") -> Result:
        return CliRunner().invoke(main, [str(a) for a in args], input=stdin, catch_exceptions=False)

    return call


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path
