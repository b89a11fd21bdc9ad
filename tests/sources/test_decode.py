from __future__ import annotations

from pathlib import Path

import pytest

from ahlaf.errors import BinaryInput, EmptyInput, EncodingError
from ahlaf.sources.decode import arabic_share, decode

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
SHORT = "دعمت تركيا تنظيم داعش"


def article(path: Path, encoding: str) -> tuple[str, bytes]:
    """An example with only the letters that an encoding has."""
    data = path.read_text(encoding="utf-8").encode(encoding, errors="ignore")
    return data.decode(encoding), data


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "utf-8"])
def test_whole_articles_are_told_apart_without_doubt(path: Path, encoding: str) -> None:
    text, data = article(path, encoding)
    assert decode(data) == (text, encoding, "")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_seen_with_and_without_its_mark(path: Path, encoding: str) -> None:
    text, data = article(path, encoding)
    found = decode(data)
    assert (found.text, found.encoding) == (text, encoding)
    assert "without a byte-order mark" in found.doubt
    mark = "\ufeff".encode(encoding)
    assert decode(mark + data) == (text, "utf-16", "")


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6"])
def test_a_single_line_is_enough(encoding: str) -> None:
    assert decode(SHORT.encode(encoding)).text == SHORT


def test_few_letters_are_told_with_doubt() -> None:
    assert "leave open" in decode("دعم".encode("cp1256")).doubt


def test_a_utf_8_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbf" + SHORT.encode()) == (SHORT, "utf-8", "")


def test_a_file_cut_inside_a_letter_is_still_read_and_says_so() -> None:
    data = (SHORT * 20).encode()[:-1]
    found = decode(data)
    assert found.encoding == "utf-8"
    assert found.text.endswith("\ufffd")
    assert found.doubt == "one broken place in the UTF-8, kept as U+FFFD"


def test_what_a_page_declares_tips_an_open_scale_only() -> None:
    assert decode(SHORT.encode("iso-8859-6"), declared="windows-1256").encoding == "iso-8859-6"


@pytest.mark.parametrize("data", [b"", b"   \n\t", "\ufeff \n".encode("utf-16-le"), b"\xef\xbb\xbf\n"])
def test_nothing_is_called_empty(data: bytes) -> None:
    with pytest.raises(EmptyInput, match="is empty"):
        decode(data)


@pytest.mark.parametrize(
    ("data", "called"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04word/document.xml", "Office document"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x1f\x8b\x08", "gzip"),
        (bytes(range(256)) * 20, "is not text"),
        (b"\x00" * 100, "is not text"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, called: str) -> None:
    with pytest.raises(BinaryInput, match=called):
        decode(data)


@pytest.mark.parametrize(
    ("encoding", "text"), [("koi8-r", "Министр заявил о поддержке. " * 20), ("shift-jis", "日本の外務大臣は支持した。" * 30)]
)
def test_an_encoding_that_gives_no_arabic_is_refused_with_the_guess(encoding: str, text: str) -> None:
    with pytest.raises(EncodingError, match="no encoding that gives Arabic; charset-normalizer takes it for"):
        decode(text.encode(encoding))


def test_a_rarer_arabic_encoding_is_read_with_doubt() -> None:
    text = EXAMPLES[0].read_text(encoding="utf-8")
    found = decode(text.encode("cp720", errors="ignore"))
    assert (found.encoding, "charset-normalizer" in found.doubt) == ("cp720", True)
    assert arabic_share(found.text) > 0.99
