"""Makers of files, and servers to fetch from, stand beside the tests that use them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from answering import Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    """One that answers nothing until a test says what."""
    with serving({}) as made:
        yield made
