"""What the tests of formats share: a project with decisions of two people."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from ahlaf import projects
from ahlaf.store import Project

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two example articles, coded, with decisions of two people."""
    path = tmp_path_factory.mktemp("report") / "study.ahlaf"
    with Project.create(path) as project:
        names = ("iraq-sixty-states.txt", "sudan-el-fasher.txt")
        projects.add(project, [str(EXAMPLES / name) for name in names], "amal")
        projects.code(project, *projects.rule_book(), workers=1)
        first, second, third, *_ = [c.id for c in project.claims()]
        project.review(first, "confirm", "amal")
        project.review(first, "confirm", "omar")
        project.review(second, "refuse", "omar")
        project.review(third, "unsure", "amal")
    return path
