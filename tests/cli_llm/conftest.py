"""A language model as a user meets it on the command line: what is sent, shown, refused, kept, paid, and how it ends.

A real server on loopback answers, well and badly; nothing else is asked.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "coding" / "llm"))

from loopback import Server, claims, serving
from modelling import AID, COERCE, INVENTED, TEXT


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own, with a cache of one's own and no keys about."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("AHLAF_CODER", "anna")
    for name in ("AHLAF_LLM_KEY", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def server() -> Iterator[Server]:
    """One that reads the article well, but for a quotation that it invents and a relation that it misjudges."""
    with serving(claims(AID, INVENTED, COERCE)) as found:
        yield found
