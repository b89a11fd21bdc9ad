"""Documents that come under one id are told apart, and a file that is named twice is read once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ahlaf.model import Document
from ahlaf.sources import files
from ahlaf.sources.apart import Apart
from ahlaf.sources.raw import Loaded


def loaded(name: str, doubt: str = "") -> Loaded:
    return Loaded(Document("نص", name), f"news.jsonl ({name})", "utf-8", doubt)


def test_each_of_several_under_one_id_gets_an_id_of_its_own_and_says_so() -> None:
    apart = Apart()
    found = [apart.called(loaded(name)) for name in ("1", "2", "1", "1~2", "1")]
    assert [f.document.id for f in found] == ["1", "2", "1~2", "1~2~2", "1~3"]
    assert [f.doubt for f in found[:2]] == ["", ""]
    assert found[2].doubt == 'the id "1" is an earlier document\'s too: this one is called "1~2"'
    assert apart.rest() == ""


def test_of_many_only_the_first_are_told_and_the_others_counted() -> None:
    apart = Apart()
    found = [apart.called(loaded("1", "in what encoding is left open")) for _ in range(10)]
    assert len({f.document.id for f in found}) == 10
    assert ["earlier" in f.doubt for f in found] == [False] + [True] * 3 + [False] * 6
    assert all(f.doubt.startswith("in what encoding") for f in found)
    assert apart.rest() == "6 more documents with an id of an earlier one are called so"


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        Path(name).write_text("نص", encoding="utf-8")
    found, failed = files.find(["b.txt", ".", str(tmp_path / "b.txt"), "-"])
    assert [s.where for s in found] == ["b.txt", "a.txt", "standard input"]
    assert [s.name for s in found] == ["b", "a", "stdin"]
    assert not failed


def test_a_line_is_still_called_what_it_is_called_where_nothing_is_doubtful(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "text": "نص"}) + "\n" for n in range(3)), encoding="utf-8")
    apart = Apart()
    documents = [apart.called(f) for f in files.load(files.find([str(path)])[0][0]) if isinstance(f, Loaded)]
    assert [(d.document.id, d.doubt) for d in documents] == [("0", ""), ("1", ""), ("2", "")]
