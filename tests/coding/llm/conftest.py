"""The server stands beside the tests that ask it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from loopback import Make

from ahlaf.coding.llm.coder import LanguageModel
from ahlaf.coding.llm.settings import Settings
from ahlaf.coding.words.analysis import Analyser


@pytest.fixture
def model(analyser: Analyser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Makes a coder that asks a server: quick to ask again, its answers kept in the test's own folder."""
    for name in ("AHLAF_LLM_KEY", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    made: list[LanguageModel] = []

    def make(endpoint: str, **settings: Any) -> LanguageModel:
        values = {"model": "test-model", "pause": 0.01, "timeout": 20.0, "cache": tmp_path / "answers"} | settings
        made.append(LanguageModel(Settings(endpoint=endpoint, **values), analyser, "0.0"))
        return made[-1]

    yield make
    for one in made:
        one.close()
