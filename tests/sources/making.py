"""Files as others make them, for the tests of what reads them: tables, feeds, archives, the hostile among them."""

from __future__ import annotations

import gzip
import io
import stat
import zipfile
from pathlib import Path

from ahlaf.errors import InputError
from ahlaf.model import Document
from ahlaf.sources import files
from ahlaf.sources.files import Loaded

TEXT = "دعمت تركيا تنظيم داعش في العراق، وقال الوزير إن بلاده لن تتراجع عن موقفها من الأزمة."
OTHER = "اتهمت الحكومة العراقية جارتها بأنها تدعم المسلحين في مدن الشمال منذ سنوات."


def loaded(path: Path, data: bytes, kind: str = "auto", columns: dict[str, str] | None = None) -> list[Loaded | InputError]:
    """What a file of these bytes gives."""
    path.write_bytes(data)
    sources, failed = files.find([str(path)])
    return [*failed, *(found for s in sources for found in files.load(s, kind, columns=columns or {}))]


def documents(found: list[Loaded | InputError]) -> list[Document]:
    return [f.document for f in found if isinstance(f, Loaded)]


def errors(found: list[Loaded | InputError]) -> list[InputError]:
    return [f for f in found if isinstance(f, InputError)]


def page(text: str = TEXT, title: str = "عنوان الصفحة", head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="ar"><head>{head}<title>{title}</title></head><body><nav>الرئيسية</nav>'
        f"<article><p>{text} {text}</p><p>{text}</p></article></body></html>"
    )


def record(kind: str, body: bytes, url: str = "http://paper.example/1", headers: tuple[str, ...] = ()) -> bytes:
    """A record of a WARC."""
    lines = ["WARC/1.0", f"WARC-Type: {kind}", "WARC-Record-ID: <urn:uuid:1>", f"WARC-Target-URI: {url}", *headers]
    return "\r\n".join([*lines, f"Content-Length: {len(body)}", "", ""]).encode() + body + b"\r\n\r\n"


def answer(body: bytes, said: str = "text/html; charset=utf-8", status: str = "200 OK", headers: tuple[str, ...] = ()) -> bytes:
    """What a server answers."""
    return "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {said}", *headers, "", ""]).encode() + body


def response(text: str = TEXT, number: int = 1) -> bytes:
    return record("response", answer(page(text, f"عنوان {number}").encode()), f"http://paper.example/{number}")


def warc(count: int = 3) -> bytes:
    info = record("warcinfo", b"software: a test\r\n")
    return info + b"".join(response(f"{TEXT} {OTHER * number}", number) for number in range(1, count + 1))


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def link(name: str) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.create_system = 3
    made.external_attr = (stat.S_IFLNK | 0o777) << 16
    return made


def locked(data: bytes) -> bytes:
    """A ZIP that says of each member that it is locked."""
    made = bytearray(data)
    for magic, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := made.find(magic, start + 1)) >= 0:
            made[start + at] |= 1
    return bytes(made)


def bomb(size: int, unit: bytes = b"\0") -> bytes:
    """A gzip of so many bytes, made of as many gzips of ten megabytes."""
    return gzip.compress(unit * 10_000_000) * (size // 10_000_000)


def feed(*items: str, before: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{before}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>صحيفة الغد</title><link>http://paper.example</link>'
        f"{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    ).encode()
