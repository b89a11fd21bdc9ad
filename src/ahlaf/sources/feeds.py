"""RSS and Atom → documents, one an entry: its content where it has one, else its summary.

Nothing that an entry points at is fetched. A feed that declares entities is refused before any parser sees it:
no feed needs them, and a few lines of them can stand for gigabytes.
"""

from __future__ import annotations

import io
import re
from typing import Any, Final

from ahlaf.errors import EmptyInput, InputError
from ahlaf.model import Document
from ahlaf.sources import decode, html
from ahlaf.sources.raw import Documents, Loaded, Raw

_ROOT: Final = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")
_DECLARED: Final = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.-]{2,30})["']""")
_PROLOG: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_CDATA: Final = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
_DEPTH: Final = 300
_ENTITY: Final = re.compile(r"<!\s*ENTITY", re.IGNORECASE)


def is_feed(head: bytes) -> bool:
    """Whether bytes begin like a feed.

    >>> is_feed(b'<?xml version="1.0"?><rss version="2.0">'), is_feed(b"<html>")
    (True, False)
    """
    return bool(_ROOT.search(head.replace(b"\x00", b"")[:4096]))


def documents(raw: Raw) -> Documents:
    """The documents of a feed, and an error for each entry without a text."""
    import feedparser  # noqa: PLC0415 - a tenth of a second to import, seldom needed

    data = raw.whole()
    declared = _DECLARED.search(data[:400])
    told = decode.decode(data, raw.where, declared[1].decode("ascii").lower() if declared else "")
    if _ENTITY.search(told.text):
        raise InputError(raw.where, "is a feed that declares entities", "no feed needs them, and they can blow up: it is not read")
    if not is_feed(told.text[:4096].encode("utf-8", "replace")):
        raise InputError(raw.where, "is XML, but no RSS or Atom feed", "other XML is not read: give the pages or texts themselves")
    if html.depth(_CDATA.sub("", told.text)) > _DEPTH:
        raise InputError(raw.where, f"is a feed whose tags are nested more than {_DEPTH} deep", "no feed needs that: it is not read")
    # As a stream of one known encoding: a string could be taken for an address and fetched.
    stream = io.BytesIO(_PROLOG.sub("", told.text).encode("utf-8", "replace"))
    as_utf8 = {"content-type": "application/xml; charset=utf-8"}
    try:
        feed = feedparser.parse(stream, response_headers=as_utf8, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:
        raise InputError(raw.where, f"is no sound feed: {type(error).__name__}", "fetch it again") from error
    entries = feed.get("entries") or []
    if not entries:
        broken = feed.get("bozo_exception")
        yield EmptyInput(raw.where, f"is a feed without entries{f' ({broken})' if broken else ''}", "fetch it again later")
    about = feed.get("feed") or {}
    for number, entry in enumerate(entries, 1):
        yield _entry(raw, entry, about, number, told)


def _entry(raw: Raw, entry: Any, about: Any, number: int, told: decode.Decoded) -> Loaded | InputError:  # noqa: ANN401 - the library's dictionaries
    title = html.plain(str(entry.get("title") or "")) or None
    place = f"{raw.where}: entry {number}"
    text = html.plain(_content(entry))
    if not text:
        return EmptyInput(place, "has no text, only a title and an address" if title else "has no text", "fetch the page it points at")
    document = Document(
        text=text,
        id=str(entry.get("id") or f"{raw.name}:{number}"),
        title=title,
        author=_said(entry, "author") or _said(about, "author"),
        outlet=_outlet(entry, about),
        date=_date(entry),
        url=_said(entry, "link"),
        language=_said(about, "language"),
    )
    return Loaded(document, place, told.encoding, told.doubt if number == 1 else "")


def _content(entry: Any) -> str:  # noqa: ANN401 - as above
    """The longest of the contents; where there is none, the summary."""
    contents = [str(c.get("value") or "") for c in entry.get("content") or ()]
    return max(contents, key=len, default="").strip() or str(entry.get("summary") or "")


def _outlet(entry: Any, about: Any) -> str | None:  # noqa: ANN401 - as above
    """Where it was published: the paper that an entry was taken from, else the feed's own name."""
    return _said(entry.get("source") or {}, "title") or _said(about, "title")


def _date(entry: Any) -> str | None:  # noqa: ANN401 - as above
    for key in ("published", "updated"):
        parsed = entry.get(f"{key}_parsed")
        if parsed:
            return f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}"
        if said := _said(entry, key):
            return said
    return None


def _said(where: Any, key: str) -> str | None:  # noqa: ANN401 - as above
    value = where.get(key)
    return str(value).strip() or None if value else None
