"""Arrays of objects and objects over several lines: each is a document, and what is wrong is told by its line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.errors import BinaryInput, InputError
from ahlaf.sources import files, json_values
from ahlaf.sources.raw import Loaded

TEXT = "دعمت تركيا قطر."
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet='a"\\{}[],:\n ع'),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(alphabet='k"\\{}[],', max_size=3), inner, max_size=3),
    max_leaves=8,
)


class Slowly(io.BytesIO):
    """A stream that gives so many bytes at a time."""

    def __init__(self, content: bytes, size: int) -> None:
        super().__init__(content)
        self.size = size

    def read(self, _: int | None = -1) -> bytes:
        return super().read(self.size)


@given(st.lists(JSON, max_size=4), st.integers(1, 20), st.sampled_from([None, 1]))
def test_every_value_comes_out_as_it_was(values: list[object], size: int, indent: int | None) -> None:
    content = json.dumps(values, indent=indent, ensure_ascii=False).encode()
    found = list(json_values._values(Slowly(content, size), 10_000))  # type: ignore[arg-type]
    assert [json.loads(v.text or b"") for v in found] == values


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        ([{"id": "a", "text": TEXT}, {"text": TEXT, "title": "عنوان"}], ["a", "some:2"]),
        ({"id": "a", "text": TEXT, "claims": [{"x": "}]"}]}, ["a"]),
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("name", ["some.json", "some.txt", "some"])
def test_an_array_and_an_object(tmp_path: Path, content: object, ids: list[str], indent: int | None, name: str) -> None:
    path = tmp_path / name
    path.write_text(json.dumps(content, ensure_ascii=False, indent=indent), encoding="utf-8")
    found = list(load(path))
    assert [one.document.id for one in found if isinstance(one, Loaded)] == ids
    assert len(found) == len(ids)


def test_lines_under_the_name_of_json_are_lines(tmp_path: Path) -> None:
    path = tmp_path / "some.json"
    path.write_text(f'{{"id": "a", "text": "{TEXT}"}}\n{{"id": "b, "text": "{TEXT}"}}\n{{"id": "c", "text": "{TEXT}"}}\n', encoding="utf-8")
    found = list(load(path))
    assert [one.document.id if isinstance(one, Loaded) else one.where for one in found] == ["a", f"{path}:2", "c"]


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        (f'[\n{{"text": "{TEXT}"}},\n{{"text": 5}},\n{{"text": "{TEXT}"}}]', 3, 'has no "text"'),
        (f'[\n{{"text": "{TEXT}"}},\n"just words",\n{{"text": "{TEXT}"}}]', 3, "is JSON but no object"),
        (f'[\n{{"text": "{TEXT}"}},\n{{"text": }},\n{{"text": "{TEXT}"}}]', 3, "is no JSON"),
        (f'[\n{{"text": "{TEXT}"}},\n{{"text": "{"ع" * 6000}"}},\n{{"text": "{TEXT}"}}]', 3, "is longer than"),
    ],
)
def test_a_wrong_value_is_told_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, line: int, what: str
) -> None:
    monkeypatch.setattr(files, "LIMIT", 10_000)
    path = tmp_path / "some.json"
    path.write_text(content, encoding="utf-8")
    one, wrong, two = load(path)
    assert isinstance(one, Loaded)
    assert isinstance(two, Loaded)
    assert isinstance(wrong, InputError)
    assert wrong.where == f"{path}:{line}"
    assert what in wrong.what


def test_values_of_one_line_are_told_by_their_number(tmp_path: Path) -> None:
    path = tmp_path / "some.json"
    path.write_text(f'[{{"text": ""}}, {{"no": 1}}, {{"text": "{TEXT}"}}, {{"text": 5}},\n{{"text": 6}}]', encoding="utf-8")
    assert [one.where for one in load(path) if isinstance(one, InputError)] == [f"{path}:1", f"{path}:1#2", f"{path}:1#4", f"{path}:2"]


def test_brackets_without_end_are_no_json(tmp_path: Path) -> None:
    path = tmp_path / "some.json"
    path.write_text('[{"text": ' + "[" * 100_000, encoding="utf-8")
    (wrong,) = load(path)
    assert isinstance(wrong, InputError)
    assert wrong.what == "is no JSON: too much within one another"


@pytest.mark.parametrize("content", ["", "[]", "  \n", '[{"text": "' + TEXT, '[{"text": "' + TEXT + '"'])
def test_what_holds_nothing_or_is_cut_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "some.json"
    path.write_text(content, encoding="utf-8")
    (found,) = load(path)
    assert isinstance(found, InputError)


def load(path: Path) -> list[Loaded | InputError]:
    (source,), failed = files.find([str(path)])
    assert not failed
    return list(files.load(source, "auto"))




@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
@pytest.mark.parametrize(
    ("content", "kind", "what"),
    [
        (b"\x7fELF" + b"\x00\x01\n" * 400, BinaryInput, "is a program, not text"),
        (bytes(range(256)) * 40, BinaryInput, "is not text"),
        ('{"text": "نص"}\n'.encode("utf-16"), InputError, "is not UTF-8"),
    ],
)
def test_what_is_no_text_is_told_once_and_not_by_its_lines(tmp_path: Path, content: bytes, kind: type, what: str, name: str) -> None:
    (tmp_path / name).write_bytes(content)
    (error,) = files.load(files.Source(name, "a", tmp_path / name))
    assert isinstance(error, InputError)
    assert (type(error), error.where, error.what) == (kind, name, what)
