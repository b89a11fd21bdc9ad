from __future__ import annotations

import json
import re

from ahlaf.exchange import jsonarray, jsonl
from ahlaf.model import Document, Reading


def test_one_document_a_line(reading: Reading, nothing: Reading) -> None:
    lines = "".join(jsonl.chunks([reading, nothing])).splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["doc", "none"]
    assert json.loads(lines[0])["text"] == reading.document.text
    assert "تركيا" in lines[0], "Arabic stands as it is"


def test_an_array_is_sound_whatever_was_read(reading: Reading, nothing: Reading) -> None:
    assert [d["id"] for d in json.loads("".join(jsonarray.chunks([reading, nothing])))] == ["doc", "none"]
    assert json.loads("".join(jsonarray.chunks([]))) == []


def test_hostile_text_is_kept_exactly_and_written_harmlessly(hostile: Reading) -> None:
    line = next(jsonl.chunks([hostile]))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", line)
    assert json.loads(line)["text"] == hostile.document.text


def test_a_lone_surrogate_survives_the_way_through_a_file() -> None:
    text = "دعم \ud800 تركيا"
    line = next(jsonl.chunks([Reading(Document(text, id="s"), (), (), (), ())]))
    assert json.loads(line.encode("utf-8"))["text"] == text


def test_line_separators_never_break_a_line() -> None:
    text = "سطر\u2028آخر\u2029ثم\x85غيره"
    out = "".join(jsonl.chunks([Reading(Document(text, id="s"), (), (), (), ())]))
    assert len(out.splitlines()) == 1
    assert json.loads(out)["text"] == text
