"""The published schema holds what Ahlaf writes, and refuses what it must never write."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import ahlaf
from ahlaf.exchange import records, schema
from ahlaf.model import Reading

VALIDATOR = jsonschema.Draft202012Validator(schema.load())
EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.txt"))


def test_the_schema_is_itself_sound() -> None:
    jsonschema.Draft202012Validator.check_schema(schema.load())


def test_everything_that_can_be_said_fits(reading: Reading, hostile: Reading, nothing: Reading) -> None:
    for one in (reading, hostile, nothing):
        VALIDATOR.validate(json.loads(json.dumps(records.document(one))))


@pytest.mark.parametrize("path", EXAMPLES[:3], ids=lambda p: p.stem)
def test_real_articles_fit(path: Path) -> None:
    reading = ahlaf.read(ahlaf.Document(path.read_text(encoding="utf-8"), id=path.stem))
    record = records.document(reading)
    VALIDATOR.validate(record)
    for claim in record["claims"]:
        assert record["text"][claim["start"] : claim["end"]] == claim["evidence"]


def test_the_relations_and_signs_are_those_of_the_program() -> None:
    listed = schema.load()["$defs"]["claim"]["properties"]["relation"]["enum"]
    assert listed == list(ahlaf.RELATIONS)


@pytest.mark.parametrize(
    "wrong",
    [
        {"relation": "HELP"},
        {"sign": 0},
        {"source": [], "target": []},
        {"credence": 1.2},
        {"voice": ""},
        {"surprise": 1},
        {"trigger_span": [1]},
    ],
    ids=str,
)
def test_what_must_never_be_written_is_refused(reading: Reading, wrong: dict[str, Any]) -> None:
    record = deepcopy(records.document(reading))
    record["claims"][0].update(wrong)
    assert not VALIDATOR.is_valid(record)
