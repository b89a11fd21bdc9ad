"""The whole API asked whatever its description allows, and what it doesn't: nothing breaks, every answer is as described."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import checks
from serving import TOKEN, filled, serving

from ahlaf.store import Project
from ahlaf.web.app import make

STREAM = "/api/events"
"""It never ends: tests/web/test_live.py listens to it."""
HELD = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]


def test_the_description_is_published(tmp_path: Path) -> None:
    with Project.open(filled(tmp_path / "study.ahlaf")) as project:
        found = make(project, who="anna", token=TOKEN, port=1, warm=False).openapi()
    assert found["info"]["title"] == "Ahlaf"
    for path, operations in found["paths"].items():
        assert path.startswith("/api/")
        for operation in operations.values():
            assert operation["description"], path
            assert "401" in operation["responses"], path


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode), ids=lambda m: m.value)
def test_nothing_breaks_and_every_answer_is_as_described(tmp_path: Path, mode: schemathesis.GenerationMode) -> None:
    rules = settings(
        max_examples=4,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    key = {"Authorization": f"Bearer {TOKEN}"}
    with Project.open(filled(tmp_path / "study.ahlaf")) as project:
        with serving(project) as served:
            with served.client() as client:
                schema = schemathesis.openapi.from_dict(client.get("/openapi.json").json())
            asked = set()
            for found in schema.get_all_operations():
                operation = found.ok()
                if operation.path == STREAM:
                    continue
                asked.add(operation.label)

                @rules
                @given(operation.as_strategy(mode))
                def ask(case: schemathesis.Case) -> None:
                    answer = case.call(base_url=served.root, headers=key, timeout=60)
                    case.validate_response(answer, checks=HELD)
                    assert answer.status_code != 401

                with suppress(Unsatisfiable):  # what takes nothing can't be asked wrongly
                    ask()
            assert len(asked) > 35
        assert not list(project.doctor())
