r"""JSON lines: one document a line, in the shape that the measuring script and the annotation guide know.

Arabic stands as it is. Characters that could make a terminal act or turn a line around (controls,
bidirectional controls, lone surrogates) are written as ``\uXXXX``: the same data, harmless to look at.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from ahlaf.exchange import records
from ahlaf.model import Reading

_UNSAFE: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def dumps(value: Any, indent: int | None = None) -> str:  # noqa: ANN401 - whatever JSON can hold
    r"""A value as JSON that is safe to print: one line, or indented.

    >>> dumps({"a": "دعم\x9b"})
    '{"a": "دعم\\u009b"}'
    """
    return _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(value, ensure_ascii=False, indent=indent))


def chunks(readings: Iterable[Reading]) -> Iterator[str]:
    """One line a document, as soon as it is read."""
    for reading in readings:
        yield dumps(records.document(reading)) + "\n"
