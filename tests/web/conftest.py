"""A small project, coded by a coder of three verbs, behind a real server on loopback."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

from serving import Served, filled, serving

from ahlaf.store import Project
from ahlaf.web import desk, pictures


@pytest.fixture(autouse=True)
def however_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is proved of a small network is proved on a busy machine too."""
    monkeypatch.setattr(pictures, "MAP_SECONDS", 60.0)
    monkeypatch.setattr(desk, "SECONDS", 60.0)


@pytest.fixture(scope="session")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """To be copied, never to be changed."""
    return filled(tmp_path_factory.mktemp("coded") / "study.ahlaf")


@pytest.fixture
def project(coded: Path, tmp_path: Path) -> Iterator[Project]:
    with Project.open(shutil.copy(coded, tmp_path / "study.ahlaf")) as opened:
        yield opened


@pytest.fixture
def served(project: Project) -> Iterator[Served]:
    with serving(project) as running:
        yield running


@pytest.fixture
def client(served: Served) -> Iterator[httpx.Client]:
    with served.client() as found:
        yield found
