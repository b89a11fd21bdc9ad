"""JSON lines → documents: one object a line, with ``text`` and whatever else is known of it.

Known keys are those of :class:`ahlaf.model.Document`: id, text, title, author, outlet, date, url,
language. Other keys are left aside, so that an annotated file can be read as it is. Where there is no ``text``,
keys are told like a table's columns (:mod:`.columns`), and a column map says it outright. A line that is wrong
is an error of its own; the lines after it are read.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, Final

from ahlaf.errors import EmptyInput, InputError, InputTooLarge
from ahlaf.model import Document
from ahlaf.sources import columns, decode
from ahlaf.sources.raw import BLANK, Documents, Loaded, Raw, nothing_but_blank

_OBJECT: Final = re.compile(rb'\s*\{\s*"[^"\n]{1,200}"\s*:')
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
"""How UTF-16 and UTF-32 begin."""
REMEDY: Final = 'a document is {"id": "…", "text": "…"}'


def is_lines(head: bytes) -> bool:
    """Whether bytes begin like JSON lines.

    >>> is_lines(b'{"id": "1", "text": "..'), is_lines(b"{ a set }")
    (True, False)
    """
    return bool(_OBJECT.match(head.removeprefix(b"\xef\xbb\xbf")))


def documents(raw: Raw) -> Documents:
    """The documents of a stream, and the error of each line that is none; never more than one document in memory.

    Raises:
        InputError: it is no text, or no UTF-8: no line needs to be tried.
    """
    refuse(raw)
    number = blank = 0
    seen = False
    while line := raw.stream.readline(raw.limit + 1):
        number += 1
        place = f"{raw.where}:{number}"
        if len(line) > raw.limit:
            seen = True
            if not line.endswith(b"\n"):
                raw.skip_line(place)
            yield InputTooLarge(place, f"the line is longer than {raw.limit // 1_000_000} MB", "split the document")
            continue
        line = line.removeprefix(b"\xef\xbb\xbf").strip()
        blank = 0 if line else blank + 1
        if blank > BLANK:
            raise nothing_but_blank(raw.where)
        if line:
            seen = True
            found = document(line, place, f"{raw.name}:{number}" if raw.name else str(number), raw.columns)
            if isinstance(found, InputError):
                yield found
            else:
                yield Loaded(found, f"{raw.where} ({found.id})", sha256=hashlib.sha256(line).hexdigest())
    if not seen:
        yield EmptyInput(raw.where, "is empty", REMEDY)


def refuse(raw: Raw) -> None:
    """Make sure that what comes may be JSON, by its first bytes: of a program each of a thousand lines would be refused.

    Raises:
        InputError: it may not.
    """
    if raw.head.startswith(_WIDE):
        raise InputError(raw.where, "is not UTF-8", "JSON lines are UTF-8")
    decode.refuse_binary(raw.head, raw.where)


def document(line: bytes, place: str, spare: str, wanted: Mapping[str, str]) -> Document | InputError:
    """The document that an object of JSON is, or what is wrong with it; ``spare`` is its id where it has none."""
    try:
        found = json.loads(line)
    except UnicodeDecodeError:
        return InputError(place, "is not UTF-8", "JSON lines are UTF-8")
    except RecursionError:
        return InputError(place, "is no JSON: too much within one another", REMEDY)
    except ValueError as error:
        return InputError(place, f"is no JSON: {str(error)[:80]}", REMEDY)
    if not isinstance(found, dict):
        return InputError(place, "is JSON but no object", REMEDY)
    fields = _fields(found, wanted)
    text = fields.get("text")
    if not isinstance(text, str):
        called = wanted.get("text", "text")
        keys = f": its keys are {', '.join(map(str, found))[:200]}" if wanted else ""
        return InputError(place, f'has no "{called}"{keys}', "" if wanted else REMEDY)
    if not text.strip():
        return EmptyInput(place, "is empty", "nothing to read in it")
    known = {key: str(value) for key, value in fields.items() if value not in (None, "", False) and not isinstance(value, (dict, list))}
    return columns.document({**known, "text": text}, spare)


def _fields(found: dict[str, Any], wanted: Mapping[str, str]) -> dict[str, Any]:
    """The fields of an object: where the user says, else under their own names, else as such keys are usually called."""
    if wanted:
        return {name: _reach(found, key) for name, key in wanted.items()}
    if "text" in found:
        return {name: found.get(name) for name in columns.FIELDS}
    names = list(found)
    return {name: found[names[at]] for name, at in columns.chosen(names, {}).items()}


def _reach(found: dict[str, Any], key: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """What lies under a key, or under keys within one another: ``article.body``."""
    if key in found or "." not in key:
        return found.get(key)
    first, _, rest = key.partition(".")
    inner = found.get(first)
    return _reach(inner, rest) if isinstance(inner, dict) else None
