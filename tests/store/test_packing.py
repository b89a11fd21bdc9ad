"""Readings as bytes: whole again, also those that an earlier Ahlaf kept."""

from __future__ import annotations

import json
import zlib

import pytest
from fakes import read

from ahlaf.model import Document
from ahlaf.store.packing import pack, unpack

DOCUMENT = Document("تركيا دعمت العراق ثم روسيا حالفت الجيش", id="a")


def test_a_reading_comes_back_as_it_was() -> None:
    reading = read(DOCUMENT)
    assert [c.reported for c in reading.claims] == [True, False]
    assert unpack(pack(reading, reading.actors), DOCUMENT) == reading


@pytest.mark.parametrize("fields", [17, 19], ids=["before coders were told", "before news was told"])
def test_an_older_one_is_read_too(fields: int) -> None:
    reading = read(DOCUMENT)
    whole = json.loads(zlib.decompress(pack(reading, reading.actors)))
    whole["claims"] = [claim[:fields] for claim in whole["claims"]]
    old = unpack(zlib.compress(json.dumps(whole).encode()), DOCUMENT)
    assert [(c.relation, c.reported, c.coders) for c in old.claims] == [(c.relation, False, ()) for c in reading.claims]
