"""JSON: the documents of :mod:`.jsonl` in one array, for programs that want a single value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ahlaf.exchange import records
from ahlaf.exchange.jsonl import dumps
from ahlaf.model import Reading


def chunks(readings: Iterable[Reading]) -> Iterator[str]:
    """The array, a document at a time; sound JSON even where nothing was read."""
    between = "[\n"
    for reading in readings:
        yield between + dumps(records.document(reading))
        between = ",\n"
    yield "[]\n" if between == "[\n" else "\n]\n"
