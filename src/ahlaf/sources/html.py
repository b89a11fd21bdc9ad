"""A web page → the article in it: trafilatura takes the text out, with title, author, outlet, date, address.

Only what the page holds is used; nothing is fetched.
"""

from __future__ import annotations

import logging
import re
from typing import Final

from ahlaf.errors import EmptyInput
from ahlaf.model import Document
from ahlaf.sources import decode
from ahlaf.sources.raw import Documents, Loaded, Raw

_META: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_PAGE: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|article)\b", re.IGNORECASE)


def is_page(head: bytes) -> bool:
    """Whether bytes begin like a web page.

    >>> is_page(b"<!DOCTYPE html><title>"), is_page("قال <b>".encode())
    (True, False)
    """
    return bool(_PAGE.search(head.replace(b"\x00", b"")[:2048]))


def declared(head: bytes) -> str:
    """The encoding that a page names for itself, or nothing.

    >>> declared(b'<meta charset="windows-1256">')
    'windows-1256'
    """
    found = _META.search(head[:4096])
    return found.group(1).decode("ascii").lower() if found else ""


def documents(raw: Raw) -> Documents:
    """The one document of a saved page."""
    told = decode.decode(raw.whole(), raw.where, declared(raw.head))
    yield Loaded(document(told.text, raw.name, raw.where), raw.where, told.encoding, told.doubt)


def document(page: str, name: str, where: str) -> Document:
    """The article of a page.

    Raises:
        EmptyInput: no article text is found in the page.
    """
    import trafilatura  # noqa: PLC0415 - four tenths of a second to import

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(
        page.replace("\x00", ""), with_metadata=True, include_comments=False, include_tables=False
    )
    text = (getattr(found, "text", None) or "").strip()
    if not text:
        raise EmptyInput(where, "is a page with no article in it", "give the article's text, or --input text")
    return Document(
        text=text,
        id=name,
        title=getattr(found, "title", None),
        author=getattr(found, "author", None),
        outlet=getattr(found, "sitename", None),
        date=getattr(found, "date", None),
        url=getattr(found, "url", None),
        language=getattr(found, "language", None),
    )
