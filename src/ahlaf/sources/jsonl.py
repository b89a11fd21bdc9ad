"""JSON lines → documents: one object a line, with ``text`` and whatever else is known of it.

Known keys are those of :class:`ahlaf.model.Document`: id, text, title, author, outlet, date, url,
language. Other keys are left aside, so that an annotated file can be read as it is. A line that is wrong
is an error of its own; the lines after it are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final, Protocol

from ahlaf.errors import EmptyInput, InputError, InputTooLarge
from ahlaf.model import Document

_KEYS: Final = ("title", "author", "outlet", "date", "url", "language")
_REMEDY: Final = 'a line is {"id": "…", "text": "…"}'


class Lines(Protocol):
    """Whatever gives lines, a bounded piece at a time."""

    def readline(self, size: int, /) -> bytes:
        """Up to so many bytes of the next line."""
        ...


def is_lines(head: bytes) -> bool:
    """Whether bytes begin like JSON lines of documents.

    >>> is_lines(b'{"id": "1", "text": "..'), is_lines(b"{ a set }")
    (True, False)
    """
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{" and b'"text"' in head.split(b"\n", 1)[0]


def documents(stream: Lines, where: str, limit: int, name: str = "") -> Iterator[Document | InputError]:
    """The documents of a stream, and the error of each line that is none; never more than ``limit`` bytes in memory."""
    number = 0
    seen = False
    while line := stream.readline(limit + 1):
        number += 1
        place = f"{where}:{number}"
        if len(line) > limit:
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
            seen = True
            yield InputTooLarge(place, f"the line is longer than {limit // 1_000_000} MB", "split the document")
            continue
        line = line.removeprefix(b"\xef\xbb\xbf").strip()
        if line:
            seen = True
            yield _document(line, place, f"{name}:{number}" if name else str(number))
    if not seen:
        yield EmptyInput(where, "is empty", _REMEDY)


def _document(line: bytes, place: str, spare: str) -> Document | InputError:
    try:
        found = json.loads(line)
    except UnicodeDecodeError:
        return InputError(place, "is not UTF-8", "JSON lines are UTF-8")
    except (ValueError, RecursionError) as error:
        return InputError(place, f"is no JSON: {str(error)[:80]}", _REMEDY)
    if not isinstance(found, dict):
        return InputError(place, "is JSON but no object", _REMEDY)
    text = found.get("text")
    if not isinstance(text, str):
        return InputError(place, 'has no "text"', _REMEDY)
    if not text.strip():
        return EmptyInput(place, "is empty", "nothing to read in it")
    name = found.get("id")
    known = {key: str(found[key]) for key in _KEYS if found.get(key)}
    return Document(text=text, id=str(name) if name not in (None, "") else spare, **known)
