from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from ahlaf.errors import EmptyInput, InputError, InputGone, InputTooLarge, NotArabic
from ahlaf.sources import files
from ahlaf.sources.files import Loaded

TEXT = "دعمت تركيا تنظيم داعش في العراق."
PAGE = f"""<!DOCTYPE html><html lang="ar"><head><title>العنوان الكامل</title>
<meta name="author" content="كريم الساعدي"><meta property="og:site_name" content="صحيفة الغد">
<meta property="article:published_time" content="2016-03-14"></head>
<body><nav>الرئيسية | رياضة</nav><article><h1>العنوان الكامل</h1><p>{TEXT * 8}</p></article></body></html>"""


def load(*paths: Any, kind: files.Input = "auto", stdin: bytes | None = None) -> list[Loaded | InputError]:
    sources, failed = files.find([str(p) for p in paths])
    stream = None if stdin is None else io.BytesIO(stdin)
    return [*failed, *(found for s in sources for found in files.load(s, kind, stream))]


def texts(found: list[Loaded | InputError]) -> list[str]:
    return [f.document.text for f in found if isinstance(f, Loaded)]


def test_a_text_is_never_altered(tmp_path: Path) -> None:
    odd = "\r\n دَعْمٌ ـــ لتركيا\u200f \r\n\r\n"
    path = tmp_path / "a.txt"
    path.write_bytes(odd.encode())
    (found,) = load(path)
    assert isinstance(found, Loaded)
    assert (found.document.text, found.document.id) == (odd, "a")


def test_a_folder_is_read_in_the_order_of_names_and_only_what_is_text(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", "picture.png", ".hidden.txt", "notes.dat", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    sources, failed = files.find([str(tmp_path)])
    assert ([s.name for s in sources], failed) == (["a", "b", "sub/c"], [])


def test_ids_tell_files_of_one_name_apart(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT, encoding="utf-8")
    sources, _ = files.find([str(tmp_path / "x" / "a.txt"), str(tmp_path / "y" / "a.txt")])
    assert len({s.name for s in sources}) == 2


def test_a_page_gives_its_article_and_what_it_says_of_itself(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    (found,) = load(path)
    assert isinstance(found, Loaded)
    document = found.document
    assert TEXT in document.text
    assert "رياضة" not in document.text
    assert (document.title, document.outlet, document.date) == ("العنوان الكامل", "صحيفة الغد", "2016-03-14")


def test_an_old_page_is_read_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "old.htm"
    path.write_bytes(PAGE.replace("<head>", '<head><meta charset="windows-1256">').encode("cp1256"))
    (found,) = load(path)
    assert isinstance(found, Loaded)
    assert found.encoding == "windows-1256"
    assert TEXT in found.document.text


def test_a_page_is_known_without_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_text(PAGE, encoding="utf-8")
    assert "<p>" not in texts(load(path))[0]
    assert "<p>" in texts(load(path, kind="text"))[0]


def test_a_page_without_an_article_is_called_so(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body></body></html>", encoding="utf-8")
    (error,) = load(path)
    assert isinstance(error, EmptyInput)
    assert "no article" in str(error)


def test_json_lines_bring_their_ids_and_dates(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    lines = [{"id": "one", "text": TEXT, "date": "2016", "claims": []}, {"text": TEXT, "title": None}, {"id": 7, "text": TEXT}]
    path.write_text("\n\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    found = [f.document for f in load(path) if isinstance(f, Loaded)]
    assert [(d.id, d.date, d.title) for d in found] == [("one", "2016", None), ("many:3", None, None), ("7", None, None)]


def test_a_wrong_line_is_reported_by_number_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    good = json.dumps({"text": TEXT})
    bad = ["{", "[1]", '{"text": 3}', '{"id": "x"}', '{"text": " "}', '{"text": "English only, no Arabic at all"}', "[" * 100_000]
    path.write_text("\n".join([good, *bad, good]), encoding="utf-8")
    found = load(path)
    assert len(texts(found)) == 2
    errors = [f for f in found if isinstance(f, InputError)]
    assert len(errors) == len(bad)
    for number, error in enumerate(errors, start=2):
        assert f":{number}" in str(error)


def test_a_line_beyond_the_limit_is_refused_and_the_next_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LIMIT", 100_000)
    path = tmp_path / "many.jsonl"
    lines = [json.dumps({"id": "long", "text": TEXT * 20_000}), json.dumps({"id": "short", "text": TEXT})]
    path.write_text("\n".join(lines), encoding="utf-8")
    found = load(path)
    assert isinstance(found[0], InputTooLarge)
    assert texts(found) == [TEXT]


def test_fifty_megabytes_in_one_line_are_refused_with_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as out:
        for _ in range(50):
            out.write(b"\xd8\xaf" * 500_000)
    (error,) = load(path)
    assert isinstance(error, InputTooLarge)
    assert "larger than 20 MB" in str(error)


def test_standard_input_is_read_whatever_it_holds() -> None:
    assert texts(load("-", stdin=TEXT.encode("cp1256"))) == [TEXT]
    line = json.dumps({"id": "x", "text": TEXT}, ensure_ascii=False).encode()
    assert texts(load("-", stdin=line + b"\n" + line)) == [TEXT, TEXT]
    assert TEXT in texts(load("-", stdin=PAGE.encode()))[0]


def test_json_lines_longer_than_the_first_block_are_read_whole() -> None:
    line = json.dumps({"text": TEXT * 3000}, ensure_ascii=False).encode()
    assert texts(load("-", stdin=b"\n".join([line] * 3))) == [TEXT * 3000] * 3


def test_a_vanished_file_is_called_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    sources, _ = files.find([str(path)])
    path.unlink()
    (error,) = files.load(sources[0])
    assert isinstance(error, InputGone)
    assert str(path) in str(error)


@pytest.mark.skipif(os.name != "posix", reason="sockets and permissions of POSIX")
def test_a_folder_with_nothing_to_read_is_called_so(tmp_path: Path) -> None:
    (error,) = load(tmp_path)
    assert isinstance(error, EmptyInput)
    assert ".jsonl" in str(error)


@pytest.mark.parametrize("text", ["The minister supported his allies. " * 20, "12345 67890"])
def test_a_text_without_arabic_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    (error,) = load(path)
    assert isinstance(error, NotArabic)


def test_a_few_foreign_names_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{TEXT} NATO (North Atlantic) BBC", encoding="utf-8")
    assert len(texts(load(path))) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_a_folder_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text("دعمت تركيا العراق", encoding="utf-8")
    found, (error,) = files.find([str(tmp_path)])
    assert [s.name for s in found] == ["a"]
    assert "is a pipe" in str(error)


def test_a_link_that_leads_round_in_a_circle_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    (tmp_path / "folder").symlink_to(".")
    (tmp_path / "c.txt").write_text("دعمت تركيا العراق", encoding="utf-8")
    found, failed = files.find([str(tmp_path)])
    assert not failed
    read = [one for source in found for one in files.load(source)]
    assert [type(one).__name__ for one in read] == ["InputGone", "InputGone", "Loaded"]


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
def test_a_name_in_an_old_encoding_is_told_and_kept_by_its_bytes(tmp_path: Path) -> None:
    name = os.fsdecode("مقال".encode("cp1256") + b".txt")
    (tmp_path / name).write_text("دعمت تركيا العراق", encoding="utf-8")
    for paths in ([str(tmp_path)], [str(tmp_path / name)]):
        (source,), _ = files.find(paths)
        (one,) = files.load(source)
        assert isinstance(one, Loaded)
        assert one.document.id == r"\xe3\xde\xc7\xe1"
        assert one.where.endswith(r"\xe3\xde\xc7\xe1.txt")
        one.where.encode()
