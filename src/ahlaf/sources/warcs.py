"""WARC → the articles of the pages in it, one record after the other, however long the archive is.

Only what a server answered with a page is read: responses of type HTML with a status of success. Requests,
repeated visits, pictures and the like are passed over in silence. Crawls of the world's news are mostly not
Arabic: such pages, and those without an article, are counted and told once, at the archive's end.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from ahlaf.errors import EmptyInput, EncodingError, InputError, InputTooLarge, NotArabic
from ahlaf.sources import decode, html, judge
from ahlaf.sources.raw import BLANK, Documents, Loaded, Raw, Stream, nothing_but_blank

_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.-]{2,30})", re.IGNORECASE)
_PAGES: Final = ("text/html", "application/xhtml+xml")
_LINE: Final = 65_536
_HEADERS: Final = 1_000_000
_LETTERS: Final = 50
"""A page with fewer Arabic letters than this holds no Arabic article; it need not be taken apart to say so."""
_PACKED: Final = {"br": "brotli", "zstd": "zstd"}


def is_warc(head: bytes) -> bool:
    """Whether bytes begin like a WARC."""
    return head.startswith((b"WARC/0.", b"WARC/1."))


def documents(raw: Raw) -> Documents:
    """The articles of the pages in the archive; one that is cut gives what stands before the cut, and one error."""
    left: Counter[str] = Counter()
    pages = broken = 0
    for number, found in _records(raw):
        if isinstance(found, InputError):
            broken += 1
            yield found
            continue
        page = _page(raw, found, number)
        pages += page is not None
        if isinstance(page, NotArabic):
            left["are not in Arabic"] += 1
        elif isinstance(page, EmptyInput):
            left["have no article in them"] += 1
        elif page is not None:
            yield page
    told = ", ".join(f"{count} {what}" for what, count in left.items())
    if told:
        yield NotArabic(raw.where, f"of {pages} pages {told}: they are left out", "nothing is wrong with the archive")
    elif not pages and not broken:
        yield EmptyInput(raw.where, "the archive holds no pages", "only answers of type HTML are read")


def _records(raw: Raw) -> Iterator[tuple[int, Any]]:
    """The archive's records with their numbers, and an error for each place that is none.

    The library reads each record; the way from one to the next is gone here, so that a record that is damaged
    costs itself alone: reading goes on where the next one begins.
    """
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - seldom needed
    from warcio.recordloader import ArcWarcRecordLoader  # noqa: PLC0415
    from warcio.statusandheaders import StatusAndHeadersParserException  # noqa: PLC0415

    broken = (ArchiveLoadFailed, StatusAndHeadersParserException, AttributeError, ValueError, EOFError, _Headers)
    loader = ArcWarcRecordLoader(arc2warc=False)
    stream = _Bounded(raw.stream)
    number, blank, lost = 0, 0, False
    while line := raw.stream.readline(_LINE):
        blank = 0 if line.strip() else blank + 1
        if blank > BLANK:
            raise nothing_but_blank(raw.where)
        if not line.startswith(b"WARC/"):
            if line.strip() and not lost:
                lost = True
                yield number, InputError(raw.where, f"after record {number} there is something that is no record", "it is passed over")
            continue
        number += 1
        lost = False
        place = f"{raw.where}: record {number}"
        raw.budget.member()
        stream.begin()
        try:
            record = loader.parse_record_stream(stream, line.decode("utf-8", "replace"), "warc")
        except broken as error:
            lost = True
            cut = stream.ended
            yield number, InputError(place, "is cut: the archive ends in it" if cut else f"has no sound headers ({error})", _REMEDY)
            continue
        if record.length is None or record.length < 0:
            lost = True
            yield number, InputError(place, "does not say how long it is", _REMEDY)
            continue
        if record.rec_type == "response":
            yield number, record
        while record.raw_stream.read(_HEADERS):
            pass
        if record.raw_stream.limit > 0:
            yield number, InputError(place, "is cut: the archive ends in it", _REMEDY)


_REMEDY: Final = "what stands before it is kept; fetch the archive again"


def _page(raw: Raw, record: Any, number: int) -> Loaded | InputError | None:  # noqa: ANN401 - as above
    """The article of a response; nothing where it is no page."""
    headers = record.http_headers
    said = (headers.get_header("Content-Type") or "") if headers else ""
    if not said.lower().lstrip().startswith(_PAGES) or not headers.get_statuscode().startswith("2"):
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or None
    place = f"{raw.where}: record {number}" + (f" ({url[:200]})" if url else "")
    packed = (headers.get_header("content-encoding") or "").lower()
    if packed in _PACKED:
        return InputError(place, f"is packed with {_PACKED[packed]}", "crawl it without, or give the page itself")
    data = record.content_stream().read(raw.limit + 1)
    if packed:
        raw.budget.spend(len(data))
    if len(data) > raw.limit:
        return InputTooLarge(place, f"is larger than {raw.limit // 1_000_000} MB", "it is no article")
    if record.raw_stream.limit > 0 and not record.raw_stream.read(1):
        return None  # cut: told by whoever goes from record to record
    charset = _CHARSET.search(said)
    try:
        told = decode.decode(data, place, charset[1].lower() if charset else html.declared(data[:_LINE]))
        if len(decode.ARABIC.findall(told.text)) < _LETTERS:
            return NotArabic(place, "holds hardly any Arabic")
        page = html.article(told.text, f"{raw.name}:{number}", place)
    except EncodingError:
        return NotArabic(place, "holds hardly any Arabic")
    except InputError as error:
        return error
    document = page.document if page.document.url else replace(page.document, url=url)
    return judge.judged(Loaded(document, place, told.encoding, page.doubt or told.doubt, hashlib.sha256(data).hexdigest()))


class _Headers(Exception):
    """Headers that are longer than headers are."""


class _Bounded:
    """The archive as the library reads it, its header lines bounded: it would read a line of gigabytes."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._lines = 0
        self.ended = False

    def begin(self) -> None:
        """Here a record begins."""
        self._lines = 0

    def read(self, size: int = 0) -> bytes:
        data = self._stream.read(size)
        self.ended = not data
        return data

    def readline(self, size: int | None = None) -> bytes:
        line = self._stream.readline(min(size or _LINE, _LINE))
        self.ended = not line.endswith(b"\n") and len(line) < _LINE
        self._lines += len(line)
        if self._lines > _HEADERS:
            raise _Headers("they don't end")
        return line
