"""The published JSON Schema of a line of ``ahlaf read --format jsonl``."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def text() -> str:
    """The schema as it is shipped."""
    return files("ahlaf.exchange").joinpath("claims.schema.json").read_text(encoding="utf-8")


def load() -> dict[str, Any]:
    """The schema as data.

    >>> load()["$schema"]
    'https://json-schema.org/draft/2020-12/schema'
    """
    found: dict[str, Any] = json.loads(text())
    return found
