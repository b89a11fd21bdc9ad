from __future__ import annotations

import gzip
import io
import tempfile
import zipfile
from itertools import permutations
from pathlib import Path

import pytest
from making import OTHER, TEXT, answer, bomb, documents, errors, feed, link, loaded, locked, page, record, response, warc, zipped

from ahlaf.errors import InputTooLarge
from ahlaf.sources import files, raw, zips

LINE = f'{{"text": "{TEXT}"}}\n'.encode()


@pytest.fixture(autouse=True)
def _nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever an archive holds, reading it makes no file."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file was made")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    monkeypatch.setattr(zipfile.ZipFile, "extract", refuse)
    monkeypatch.setattr(zipfile.ZipFile, "extractall", refuse)


# -- ZIP and gzip ----------------------------------------------------------------------------------------


def test_a_zip_gives_all_that_lies_in_it_whatever_its_format(tmp_path: Path) -> None:
    data = zipped(
        ("a/one.txt", TEXT.encode("cp1256")),
        ("a/page.html", page().encode()),
        ("rows.csv", f"id,text\nr1,{TEXT}\n".encode()),
        ("lines.jsonl.gz", gzip.compress(LINE)),
        ("feed.rss", feed(f"<description>{TEXT}</description>")),
        ("picture.png", b"\x89PNG"),
        ("__MACOSX/a/._one.txt", b"\x00"),
        (".hidden.txt", TEXT.encode()),
    )
    found = loaded(tmp_path / "dump.zip", data)
    assert errors(found) == []
    assert [d.id for d in documents(found)] == ["dump/a/one", "dump/a/page", "r1", "dump/lines:1", "dump/feed:1"]
    assert all(TEXT in d.text for d in documents(found))
    assert found[0].where == f"{tmp_path / 'dump.zip'}: a/one.txt"


@pytest.mark.parametrize(
    ("name", "member", "says"),
    [
        ("a.xlsx", "xl/workbook.xml", "is an Excel workbook"),
        ("a.zip", "xl/workbook.xml", "is an Excel workbook"),
        ("a.xlsx", "", "is an Excel workbook"),
        ("a.ods", "content.xml", "is a spreadsheet"),
        ("a.odt", "content.xml", "is an OpenDocument text"),
        ("a.pptx", "ppt/presentation.xml", "is a presentation"),
    ],
)
def test_an_office_document_is_told_for_what_it_is(name: str, member: str, says: str, tmp_path: Path) -> None:
    """A whole one was told part by part ("xl/sharedStrings.xml: is no feed"), a broken one in the library's words."""
    data = zipped((member, b"<x/>")) if member else b"PK\x03\x04 broken"
    (error,) = errors(loaded(tmp_path / name, data))
    assert error.what.startswith(says)
    assert error.remedy.startswith("save it")


def test_what_the_user_says_of_a_packed_file_holds_for_what_is_in_it(tmp_path: Path) -> None:
    rows = f"a\t{TEXT}\n".encode()
    for name, data in (("x.gz", gzip.compress(rows)), ("x.zip", zipped(("rows.txt", rows)))):
        (found,) = documents(loaded(tmp_path / name, data, "tsv", {"text": "2"}))
        assert found.text == TEXT


def test_an_arabic_name_that_windows_packed_is_read(tmp_path: Path) -> None:
    made = zipfile.ZipInfo("ABCDEFGHIJ.txt")
    name = "تقرير عربي".encode("cp1256")
    data = zipped((made, TEXT.encode())).replace(b"ABCDEFGHIJ.txt", name + b".txt")
    (found,) = documents(loaded(tmp_path / "a.zip", data))
    assert found.id == "a/تقرير عربي"


def test_a_zip_by_standard_input_is_held_in_memory_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    (source,), _ = files.find(["-"])
    data = zipped(("a.txt", TEXT.encode()))
    assert [d.text for d in documents(list(files.load(source, stdin=io.BytesIO(data))))] == [TEXT]
    monkeypatch.setattr(zips, "HELD", 100)
    (error,) = files.load(source, stdin=io.BytesIO(data))
    assert "save it as a file of its own" in str(error)


@pytest.mark.parametrize(
    ("member", "says"),
    [
        (("../../evil.txt", TEXT.encode()), "leads out of the archive"),
        (("a/../../../evil.txt", TEXT.encode()), "leads out of the archive"),
        (("/etc/evil.txt", TEXT.encode()), "leads out of the archive"),
        (("..\\evil.txt", TEXT.encode()), "leads out of the archive"),
        (("C:\\evil.txt", TEXT.encode()), "leads out of the archive"),
        ((link("passwd.txt"), b"/etc/passwd"), "is a link"),
        (("empty.txt", b""), "is empty"),
        (("bad.txt", bytes(range(256)) * 20), "is not text"),
        (("zeros.txt", b"\0" * 30_000_000), "larger than 20 MB"),
        (("broken.zip", b"PK\x03\x04broken"), "is a broken ZIP archive"),
    ],
)
def test_a_member_that_means_harm_is_refused_and_the_others_are_read(tmp_path: Path, member: tuple[str, bytes], says: str) -> None:
    before = sorted(tmp_path.parent.iterdir())
    found = loaded(tmp_path / "a.zip", zipped(("one.txt", TEXT.encode()), member, ("two.txt", OTHER.encode())))
    assert [d.text for d in documents(found)] == [TEXT, OTHER]
    (error,) = errors(found)
    assert says in str(error)
    assert ([p.name for p in tmp_path.iterdir()], sorted(tmp_path.parent.iterdir())) == (["a.zip"], before)


def test_a_locked_zip_says_so_for_each_member(tmp_path: Path) -> None:
    found = loaded(tmp_path / "a.zip", locked(zipped(("one.txt", TEXT.encode()), ("two.txt", TEXT.encode()))))
    assert ["is locked with a password" in str(e) for e in errors(found)] == [True, True]
    assert len(found) == 2


def test_an_unusual_way_of_packing_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.txt", TEXT)
    (error,) = loaded(tmp_path / "a.zip", out.getvalue())
    assert "packed in an unusual way (bzip2)" in str(error)


def test_a_damaged_member_costs_itself(tmp_path: Path) -> None:
    packed = bytearray(zipped(("one.txt", TEXT.encode()), ("two.txt", OTHER.encode() * 50), ("three.txt", TEXT.encode())))
    at = packed.find(b"two.txt") + len("two.txt") + 10
    packed[at : at + 20] = b"\xff" * 20
    found = loaded(tmp_path / "a.zip", bytes(packed))
    assert len(documents(found)) == 2
    (error,) = errors(found)
    assert "two.txt: is damaged" in str(error)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (zipped(), "holds nothing to read"),
        (zipped(("a.png", b"x")), "holds nothing to read"),
        (zipped(("a.txt", TEXT.encode()))[:-30], "is a broken ZIP archive, perhaps cut off"),
        (b"PK\x03\x04", "nothing in it can be read: fetch or copy it again"),
        (b"", "or none at all"),
    ],
)
def test_an_archive_without_anything_says_so(tmp_path: Path, data: bytes, says: str) -> None:
    (error,) = loaded(tmp_path / "a.zip", data)
    assert says in str(error)


def test_a_long_list_of_contents_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "LISTING", 2_000)
    (error,) = loaded(tmp_path / "a.zip", zipped(*((f"{n}.txt", TEXT.encode()) for n in range(100))))
    assert "list of contents is too long" in str(error)


def nested(depth: int) -> bytes:
    data = zipped(("in.txt", TEXT.encode()))
    for _ in range(depth):
        data = zipped(("in.zip", data), ("beside.txt", OTHER.encode()))
    return data


def test_archives_in_archives_are_read_down_to_a_depth(tmp_path: Path) -> None:
    assert [d.text for d in documents(loaded(tmp_path / "a.zip", nested(3)))] == [TEXT, OTHER, OTHER, OTHER]
    found = loaded(tmp_path / "a.zip", nested(4))
    assert [d.text for d in documents(found)] == [OTHER] * 4
    assert "more than 4 archives within one another" in str(errors(found)[0])


def test_a_zip_bomb_is_cut_with_what_was_read_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "FLOOR", 5_000_000)
    members = [("first.txt", TEXT.encode()), *((f"{n}.jsonl", LINE + b" " * 9_000_000) for n in range(6)), ("last.txt", OTHER.encode())]
    found = loaded(tmp_path / "a.zip", zipped(*members))
    assert documents(found)[0].text == TEXT
    assert OTHER not in [d.text for d in documents(found)]
    assert "unpacks to more than 100 times its size: the rest of it is not read" in str(errors(found)[-1])
    assert len(errors(found)) == 1


def test_a_nested_bomb_spends_one_budget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "FLOOR", 5_000_000)
    inner = zipped(*((f"{n}.jsonl", LINE + b" " * 3_000_000) for n in range(10)))
    found = loaded(tmp_path / "a.zip", zipped(*((f"{n}.zip", inner) for n in range(10))))
    assert len(documents(found)) < 5
    assert [str(e).partition(": ")[2][:24] for e in errors(found)] == ["unpacks to more than 100"]


def test_a_nested_bomb_is_cut_in_the_same_place_however_it_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes by standard input has no size to be measured by: an inner archive must not count as packed."""
    monkeypatch.setattr(raw, "FLOOR", 1_000_000)
    text = "".join(map("".join, permutations("ابتثج"))) * 150
    data = zipped(("in.zip", zipped(*((f"{n:06}.txt", text.encode()) for n in range(150)))))
    (standard,), _ = files.find(["-"])
    for found in (loaded(tmp_path / "a.zip", data), list(files.load(standard, stdin=io.BytesIO(data)))):
        assert sum(len(d.text.encode()) for d in documents(found)) < 1_000_000 + 100 * len(data)
        assert "unpacks to more than 100 times its size" in str(errors(found)[-1])


@pytest.mark.parametrize(
    ("name", "unit", "says"),
    [
        ("zeros.gz", b"\0", "larger than 20 MB"),
        ("zeros.jsonl.gz", b"x", "unpacks to more than 100 times"),
        ("zeros.csv.gz", b"x", "unpacks to more than 100 times"),
        ("zeros.warc.gz", b"x", "unpacks to more than 100 times"),
        ("lines.jsonl.gz", b"\n", "goes on with 1000000 empty lines"),
        ("lines.csv.gz", b"\n", "is empty"),
        ("lines.warc.gz", b"\n", "goes on with 1000000 empty lines"),
    ],
)
def test_ten_gigabytes_in_a_gzip_are_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, unit: bytes, says: str) -> None:
    monkeypatch.setattr(raw, "FLOOR", 30_000_000)
    found = loaded(tmp_path / name, bomb(10_000_000_000, unit))
    assert documents(found) == []
    assert len(errors(found)) <= 2
    assert says in str(errors(found)[-1])


def test_a_gzip_in_a_gzip_and_one_of_several_parts(tmp_path: Path) -> None:
    assert len(documents(loaded(tmp_path / "a.jsonl.gz.gz", gzip.compress(gzip.compress(LINE * 2))))) == 2
    assert len(documents(loaded(tmp_path / "a.jsonl.gz", gzip.compress(LINE) * 3))) == 3


def test_a_gzip_that_is_cut_gives_what_stands_before(tmp_path: Path) -> None:
    lines = b"".join(f'{{"id": "{n}", "text": "{TEXT} {n * 7919}"}}\n'.encode() for n in range(2_000))
    packed = gzip.compress(lines)
    found = loaded(tmp_path / "a.jsonl.gz", packed[: len(packed) // 2])
    assert len(documents(found)) > 500
    (error,) = errors(found)
    assert "is cut: it ends in the middle (what stands before it is kept" in str(error)


def test_half_a_text_is_no_text(tmp_path: Path) -> None:
    (error,) = loaded(tmp_path / "a.txt.gz", gzip.compress((TEXT * 100).encode())[:-12])
    assert "is cut" in str(error)


def test_too_many_members_end_the_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "MEMBERS", 3)
    found = loaded(tmp_path / "a.zip", zipped(*((f"{n}.txt", f"{TEXT} {n}".encode()) for n in range(9))))
    assert (len(documents(found)), "holds more than 3 things" in str(errors(found)[0])) == (3, True)


def test_errors_beyond_count_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ahlaf.sources.formats.MOST_REFUSED", 3)
    found = loaded(tmp_path / "a.jsonl", b"{}\n" * 10 + LINE)
    assert (len(documents(found)), len(errors(found))) == (1, 4)
    assert "7 more in it can't be read" in str(errors(found)[-1])


# -- WARC and WACZ ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["news.warc", "news.warc.gz", "news"])
def test_a_web_archive_gives_its_pages(tmp_path: Path, name: str) -> None:
    parts = [record("warcinfo", b"x: y"), response(TEXT, 1), record("request", b"GET / HTTP/1.1\r\n\r\n"), response(OTHER, 2)]
    data = b"".join(gzip.compress(p) for p in parts) if name.endswith("gz") else b"".join(parts)
    found = loaded(tmp_path / name, data)
    assert errors(found) == []
    one, two = documents(found)
    assert (TEXT in one.text, OTHER in two.text) == (True, True)
    assert (one.id, one.title, one.url, one.outlet) == ("news:2", "عنوان 1", "http://paper.example/1", "paper.example")
    assert "record 4 (http://paper.example/2)" in found[1].where


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    body = page().encode()
    data = b"".join((
        record("revisit", answer(b"")),
        record("response", answer(b"\xff\xd8\xff", "image/jpeg")),
        record("response", answer(body, status="404 Not Found")),
        record("response", answer(b"", status="301 Moved", headers=("Location: /x",))),
        record("metadata", b"a: b"),
        record("resource", body),
        record("response", b"dns", "dns:paper.example"),
        response(),
    ))  # fmt: skip
    found = loaded(tmp_path / "a.warc", data)
    assert (len(documents(found)), errors(found)) == (1, [])
    (error,) = loaded(tmp_path / "a.warc", record("warcinfo", b"x: y"))
    assert "holds no pages" in str(error)


def test_the_servers_word_on_the_encoding_and_how_the_body_came_count(tmp_path: Path) -> None:
    chunked = f"{len(page().encode()):x}\r\n".encode() + page().encode() + b"\r\n0\r\n\r\n"
    data = b"".join((
        record("response", answer(page().encode("cp1256"), "text/html; charset=windows-1256")),
        record("response", answer(gzip.compress(page().encode()), headers=("Content-Encoding: gzip",))),
        record("response", answer(chunked, headers=("Transfer-Encoding: chunked",))),
    ))  # fmt: skip
    found = loaded(tmp_path / "a.warc", data)
    assert errors(found) == []
    assert [TEXT in d.text for d in documents(found)] == [True] * 3
    assert [f.encoding for f in found] == ["windows-1256", "utf-8", "utf-8"]  # type: ignore[union-attr]


def test_foreign_pages_are_counted_and_told_once(tmp_path: Path) -> None:
    english = record("response", answer(page("The minister supported his allies in the north. " * 20, "A title").encode()))
    bare = record("response", answer(f"<html><body><nav>{'قائمة ' * 60}</nav></body></html>".encode()))
    found = loaded(tmp_path / "a.warc", english * 5 + response() + bare * 0)
    assert len(documents(found)) == 1
    (error,) = errors(found)
    assert "of 6 pages 5 are not in Arabic: they are left out" in str(error)


@pytest.mark.parametrize("cut", [20, 150, 400])
@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive_that_is_cut_gives_what_stands_before_and_one_error(tmp_path: Path, cut: int, packed: bool) -> None:
    data = warc(3)
    whole = loaded(tmp_path / "a.warc", data)
    shorter = gzip.compress(data)[:-cut] if packed else data[:-cut]
    found = loaded(tmp_path / ("b.warc.gz" if packed else "b.warc"), shorter)
    assert [d.text for d in documents(found)] == [d.text for d in documents(whole)][: len(documents(found))]
    if not packed:
        assert len(documents(found)) == 2
    (error,) = errors(found)
    assert "is cut" in str(error)
    assert "what stands before it is kept" in str(error)


def test_a_damaged_record_costs_itself(tmp_path: Path) -> None:
    wrong = record("response", answer(page().encode())).replace(b"Content-Length: ", b"Content-Length: x", 1)
    short = response(TEXT, 7).replace(b"Content-Length: ", b"Content-Length: 9", 1)[:400].partition(b"Content-Length")[0] + b"\r\n\r\n"
    found = loaded(tmp_path / "a.warc", response(TEXT, 1) + wrong + short + b"what is this\r\n" + response(OTHER, 2))
    assert [d.title for d in documents(found)] == ["عنوان 1", "عنوان 2"]
    assert errors(found)
    assert len(errors(found)) <= 3


def test_headers_without_an_end_are_refused_and_the_next_record_is_read(tmp_path: Path) -> None:
    endless = b"WARC/1.0\r\nWARC-Type: " + b"x" * 5_000_000 + b"\r\n"
    found = loaded(tmp_path / "a.warc", response(TEXT, 1) + endless + response(OTHER, 2))
    assert [d.title for d in documents(found)] == ["عنوان 1", "عنوان 2"]
    assert "has no sound headers" in str(errors(found)[0])


def test_a_page_beyond_the_limit_is_refused_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LIMIT", 100_000)
    huge = record("response", answer(gzip.compress(b"<html>" + b" " * 50_000_000), headers=("Content-Encoding: gzip",)))
    found = loaded(tmp_path / "a.warc", huge + response(OTHER, 2))
    assert [d.title for d in documents(found)] == ["عنوان 2"]
    assert [type(e) for e in errors(found)] == [InputTooLarge]


def test_a_wacz_gives_the_pages_of_its_archives_alone(tmp_path: Path) -> None:
    data = zipped(
        ("datapackage.json", b"{}"),
        ("pages/pages.jsonl", b'{"format": "json-pages-1.0"}\n{"text": "' + TEXT.encode() + b'"}\n'),
        ("indexes/index.cdx.gz", gzip.compress(b"x")),
        ("archive/data.warc.gz", gzip.compress(warc(2))),
    )
    found = loaded(tmp_path / "crawl.wacz", data)
    assert errors(found) == []
    assert [d.title for d in documents(found)] == ["عنوان 1", "عنوان 2"]
