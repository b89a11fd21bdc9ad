from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import OTHER, TEXT, documents, errors, loaded

from ahlaf.errors import InputTooLarge
from ahlaf.sources import files, raw, tables

HEAD = "id,headline,published,body,link"
ROW = f'a1,عنوان,2016-03-14,"{TEXT}",http://paper.example/1'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_is_read_in_its_encoding_and_with_its_delimiter(tmp_path: Path, encoding: str, delimiter: str) -> None:
    quoting = f'{OTHER}\n\n"قول"'
    rows = [["العنوان", "نص الخبر", "التاريخ"], ["عنوان أول", TEXT.replace("،", " "), "2016-03-14"], ["عنوان ثان", quoting, "2017"]]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    found = loaded(tmp_path / "a.csv", out.getvalue().encode(encoding))
    assert errors(found) == []
    assert [[d.title, d.text, d.date] for d in documents(found)] == rows[1:]
    assert [f.where for f in found] == [f"{tmp_path / 'a.csv'}:2", f"{tmp_path / 'a.csv'}:3"]  # type: ignore[union-attr]


def test_the_map_says_which_column_is_what(tmp_path: Path) -> None:
    data = f"a,b,c\n{OTHER},x,{TEXT}\n".encode()
    (found,) = documents(loaded(tmp_path / "a.csv", data, columns={"text": "c", "title": "a"}))
    assert (found.text, found.title, found.id) == (TEXT, OTHER, "a:2")
    (error,) = errors(loaded(tmp_path / "a.csv", data, columns={"text": "d"}))
    assert "has no column 'd': its columns are a, b, c" in str(error)
    (error,) = errors(loaded(tmp_path / "a.csv", data))
    assert "no column that is known to hold the text: it has a, b, c (say which: --columns text=…)" in str(error)


def test_numbers_count_the_columns_of_a_table_without_names(tmp_path: Path) -> None:
    data = f"7,{TEXT}\n8,{OTHER}\n".encode()
    found = documents(loaded(tmp_path / "a.csv", data, columns={"text": "2", "id": "1"}))
    assert [(d.id, d.text) for d in found] == [("7", TEXT), ("8", OTHER)]
    (error,) = errors(loaded(tmp_path / "a.csv", data, columns={"text": "3"}))
    assert "has 2 columns, not 3" in str(error)


def test_a_table_is_known_without_its_ending(tmp_path: Path) -> None:
    (found,) = documents(loaded(tmp_path / "list.dat", f"{HEAD}\n{ROW}\n".encode()))
    assert (found.id, found.title, found.text, found.url) == ("a1", "عنوان", TEXT, "http://paper.example/1")


def test_what_a_spreadsheet_says_of_its_delimiter_counts(tmp_path: Path) -> None:
    (found,) = documents(loaded(tmp_path / "a.csv", f"sep=;\r\ntext;a,b\r\n{TEXT};1\r\n".encode()))
    assert found.text == TEXT


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("x,y", "has 2 cells where the table has 5 columns"),
        (f"x,y,z,{TEXT},u,v", "has 6 cells where the table has 5 columns"),
        ("x,y,z,,u", "has no text"),
        ("x,y,z,English words only here,u", "holds no Arabic"),
        (f'x,y,z,"{TEXT},u', "quotation mark that never closes"),
    ],
)
def test_a_wrong_row_is_refused_by_its_line_and_the_others_are_read(tmp_path: Path, row: str, says: str) -> None:
    found = loaded(tmp_path / "a.csv", f"{HEAD}\n{ROW}\n{row}\n{ROW}\n{ROW}\n".encode())
    (error,) = errors(found)
    assert str(error).startswith(f"{tmp_path / 'a.csv'}:3: ")
    assert says in str(error)
    assert [d.text for d in documents(found)] == [TEXT] * 3


def test_empty_cells_at_a_rows_end_and_empty_rows_do_no_harm(tmp_path: Path) -> None:
    found = loaded(tmp_path / "a.csv", f"{HEAD}\n\n{ROW},,\n,,,,\n{ROW}\n".encode())
    assert ([d.text for d in documents(found)], errors(found)) == ([TEXT, TEXT], [])


def test_a_quotation_mark_inside_a_cell_costs_nothing(tmp_path: Path) -> None:
    found = loaded(tmp_path / "a.csv", f'id,text\n1,قال "نعم" {TEXT}\n2,"قال "لا" {TEXT}"\n3,{TEXT}\n'.encode())
    assert [d.id for d in documents(found)] == ["1", "2", "3"]


def test_ten_thousand_columns_are_refused(tmp_path: Path) -> None:
    head = ",".join(["text", *(f"c{i}" for i in range(9_999))])
    (error,) = loaded(tmp_path / "a.csv", f"{head}\n{TEXT}{',' * 9_999}\n".encode())
    assert "has 10000 columns, a table has 1000 at most" in str(error)


def test_a_row_of_millions_of_cells_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    found = loaded(tmp_path / "a.csv", f"id,text\n{',' * 1_500_000}\n2,{TEXT}\n".encode())
    assert "more than 1000000 cells" in str(errors(found)[0])
    assert [d.text for d in documents(found)] == [TEXT]


def test_a_huge_field_is_read_up_to_the_limit_of_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LIMIT", 1_000_000)
    fits, huge = TEXT * 5_000, TEXT * 50_000
    found = loaded(tmp_path / "a.csv", f'id,text\n1,{fits}\n2,{huge}\n3,"{huge}"\n4,{TEXT}\n'.encode())
    assert [d.text for d in documents(found)] == [fits, TEXT]
    assert [isinstance(e, InputTooLarge) for e in errors(found)] == [True, True]
    assert [e.where.rpartition(":")[2] for e in errors(found)] == ["3", "4"]


@pytest.mark.parametrize(("name", "line"), [("a.csv", 3), ("a.jsonl", 2)])
def test_a_line_without_an_end_ends_the_reading_of_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, line: int) -> None:
    for module in (raw, tables):
        monkeypatch.setattr(module, "ENDLESS", 3_000_000)
    monkeypatch.setattr(files, "LIMIT", 1_000_000)
    first = f"id,text\n1,{TEXT}\n" if name == "a.csv" else json.dumps({"id": "1", "text": TEXT}) + "\n"
    found = loaded(tmp_path / name, first.encode() + b"x" * 10_000_000 + f"\n2,{TEXT}\n".encode())
    assert [d.id for d in documents(found)] == ["1"]
    (error,) = errors(found)
    assert f":{line}: the line does not end" in str(error)


def test_a_mark_that_never_closes_does_not_swallow_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LIMIT", 100_000)
    rows = [f"{n},{TEXT}" for n in range(2_000)]
    rows[5] = f'5,"{TEXT}'
    found = loaded(tmp_path / "a.csv", "\n".join(["id,text", *rows]).encode())
    assert [d.id for d in documents(found)] == [str(n) for n in range(2_000) if n != 5]
    (error,) = errors(found)
    assert (error.where.rpartition(":")[2], "a quotation mark that never closes?" in str(error)) == ("7", True)


def test_broken_utf_8_is_kept_with_its_place_marked(tmp_path: Path) -> None:
    data = f"id,text\n1,{TEXT * 5}\n2,{TEXT * 5}\n".encode()
    (first, second) = documents(loaded(tmp_path / "a.csv", data[:20] + b"\xff" + data[20:]))
    assert "\ufffd" in first.text
    assert second.text == TEXT * 5


def test_an_empty_table_says_so(tmp_path: Path) -> None:
    assert "is empty" in str(loaded(tmp_path / "a.csv", b"")[0])


def test_json_lines_go_under_the_same_map(tmp_path: Path) -> None:
    lines = [{"headline": "عنوان", "body": TEXT, "source": "صحيفة"}, {"a": {"b": TEXT}}, {"text": TEXT, "body": OTHER, "source": "X"}]
    data = "\n".join(json.dumps(line) for line in lines).encode()
    first, third = documents(loaded(tmp_path / "a.jsonl", data))
    assert (first.text, first.title, first.outlet) == (TEXT, "عنوان", "صحيفة")
    assert (third.text, third.outlet) == (TEXT, None), "where there is a text, other keys keep their own meaning"
    (mapped,) = documents(loaded(tmp_path / "a.jsonl", data, columns={"text": "a.b"}))
    assert mapped.text == TEXT
    error = errors(loaded(tmp_path / "a.jsonl", data, columns={"text": "a.b"}))[0]
    assert 'has no "a.b": its keys are headline, body, source' in str(error)


def test_the_hash_is_the_rows_own(tmp_path: Path) -> None:
    found = loaded(tmp_path / "a.csv", f"id,text\n1,{TEXT}\n1,{TEXT}\n2,{TEXT}\n".encode())
    one, two, three = [f.sha256 for f in found]  # type: ignore[union-attr]
    assert one == two != three
    assert len(one) == 64


CELL = st.text(st.sampled_from('دعم ,;"\n\r\'|\t='), max_size=20)


@given(st.lists(st.tuples(CELL, CELL), max_size=8))
def test_whatever_the_library_writes_is_read_back(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([("note", "text"), *((a, f"نص{b}") for a, b in rows)])
    found = loaded(tmp_path_factory.mktemp("any") / "a.csv", out.getvalue().encode())
    assert len(errors(found)) == (not rows)
    assert [d.text for d in documents(found)] == [f"نص{b}" for _, b in rows]


@pytest.mark.parametrize("data", ["النص,العنوان\n", "id,text\r\n\r\n", "text\ttitle"])
def test_a_table_of_column_names_alone_says_so(tmp_path: Path, data: str) -> None:
    (error,) = loaded(tmp_path / "a.csv", data.encode())
    assert "has a row of column names and no other" in str(error)
