"""JSON lines → documents: one object a line, with ``text`` and whatever else is known of it.

Known keys are those of :class:`ahlaf.model.Document`: id, text, title, author, outlet, date, url,
language. Other keys are left aside, so that an annotated file can be read as it is. A line that is wrong
is an error of its own; the lines after it are read.
"""

from __future__ import annotations

import hashlib
import json
from typing import Final

from ahlaf.errors import EmptyInput, InputError, InputTooLarge
from ahlaf.model import Document
from ahlaf.sources.raw import Documents, Loaded, Raw

_KEYS: Final = ("title", "author", "outlet", "date", "url", "language")
_REMEDY: Final = 'a line is {"id": "…", "text": "…"}'


def is_lines(head: bytes) -> bool:
    """Whether bytes begin like JSON lines of documents.

    >>> is_lines(b'{"id": "1", "text": "..'), is_lines(b"{ a set }")
    (True, False)
    """
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{" and b'"text"' in head.split(b"\n", 1)[0]


def documents(raw: Raw) -> Documents:
    """The documents of a stream, and the error of each line that is none; never more than one document in memory."""
    number = 0
    seen = False
    while line := raw.stream.readline(raw.limit + 1):
        number += 1
        place = f"{raw.where}:{number}"
        if len(line) > raw.limit:
            while line and not line.endswith(b"\n"):
                line = raw.stream.readline(raw.limit)
            seen = True
            yield InputTooLarge(place, f"the line is longer than {raw.limit // 1_000_000} MB", "split the document")
            continue
        line = line.removeprefix(b"\xef\xbb\xbf").strip()
        if line:
            seen = True
            found = _document(line, place, f"{raw.name}:{number}" if raw.name else str(number))
            if isinstance(found, InputError):
                yield found
            else:
                yield Loaded(found, f"{raw.where} ({found.id})", sha256=hashlib.sha256(line).hexdigest())
    if not seen:
        yield EmptyInput(raw.where, "is empty", _REMEDY)


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
