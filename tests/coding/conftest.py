"""One rule book for all tests of the coder, and what they look at on a draft."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from ahlaf.coding import pipeline
from ahlaf.coding.weighing import learned
from ahlaf.coding.words.analysis import Analyser
from ahlaf.coding.words.draft import Draft
from ahlaf.lexicon.load import load
from ahlaf.model import Document, Reading

Prepare = Callable[[str], Draft]
Code = Callable[..., Reading]


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    return Analyser(load())


@pytest.fixture(scope="session")
def prepare(analyser: Analyser) -> Prepare:
    """Text → a draft with every step but the weighing done."""
    return lambda text: pipeline.prepare(Document(text), analyser)


@pytest.fixture(scope="session")
def code(analyser: Analyser) -> Code:
    """Text → a reading, at the threshold that users get or another."""
    judge = learned.load()
    return lambda text, threshold=pipeline.THRESHOLD: pipeline.code(Document(text), analyser, judge, threshold)
