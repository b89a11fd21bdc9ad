"""Plain text → a document, letter for letter."""

from __future__ import annotations

from ahlaf.model import Document
from ahlaf.sources import decode
from ahlaf.sources.raw import Documents, Loaded, Raw


def documents(raw: Raw) -> Documents:
    """The one document of a text file."""
    found = decode.decode(raw.whole(), raw.where)
    yield Loaded(Document(found.text, raw.name), raw.where, found.encoding, found.doubt)
