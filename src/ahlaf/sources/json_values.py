r"""JSON that is no lines → documents: an array of objects, or objects written over several lines, one after another.

An object is what :mod:`.jsonl` has on a line, and is read as such; one that is wrong is an error of its own, and those
after it are read. A value is cut out of the stream before it is parsed, so that no more than one is in memory and none
is longer than a document may be; libraries that read JSON piece by piece build a string of any length first.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ahlaf.errors import EmptyInput, InputError, InputTooLarge
from ahlaf.sources import jsonl
from ahlaf.sources.raw import Documents, Loaded, Raw, Stream

_BEGINS: Final = re.compile(rb'\s*(?:\[\s*(?:\{\s*"|\{?\s*$|\])|\{[ \t]*\r?\n)')
_TOKEN: Final = re.compile(rb'\\.|["{}\[\],\n]', re.DOTALL)
_PIECE: Final = 1 << 16
_BLANK: Final = b"\xef\xbb\xbf \t\r\n"
"""What stands between values; a byte order mark before the first."""


def is_values(head: bytes) -> bool:
    r"""Whether bytes begin like an array of objects, or like an object that is written over several lines.

    >>> is_values(b'[\n {"text": "'), is_values(b'{\n  "text": "'), is_values(b'{"text": ".."}\n'), is_values(b"[1] a note")
    (True, True, False, False)
    """
    return bool(_BEGINS.match(head.removeprefix(b"\xef\xbb\xbf")))


def documents(raw: Raw) -> Documents:
    """The documents of a stream, and the error of each value that is none; lines under this name are read as lines.

    Raises:
        InputError: it is no text, or no UTF-8.
    """
    if jsonl.is_lines(raw.head) and not is_values(raw.head):
        yield from jsonl.documents(raw)
        return
    jsonl.refuse(raw)
    number = line = 0
    for number, value in enumerate(_values(raw.stream, raw.limit), 1):
        # An array that is written on one line has its values told by their number: "file:1" would be any of them.
        place = f"{raw.where}:{value.line}" + (f"#{number}" if value.line == line else "")
        line = value.line
        if value.text is None:
            yield InputTooLarge(place, f"the value is longer than {raw.limit // 1_000_000} MB", "split the document")
            continue
        found = jsonl.document(value.text, place, f"{raw.name}:{number}" if raw.name else str(number), raw.columns)
        if isinstance(found, InputError):
            yield found
        else:
            yield Loaded(found, f"{raw.where} ({found.id})", sha256=hashlib.sha256(value.text).hexdigest())
    if not number:
        yield EmptyInput(raw.where, "is empty", jsonl.REMEDY)


class Value(NamedTuple):
    """A value of the outermost array, or one that stands alone."""

    line: int
    """The line that it begins in; of one that is too long, the one that it ends in."""
    text: bytes | None
    """``None``: it is longer than may be."""


def _values(stream: Stream, limit: int) -> Iterator[Value]:
    """The values of a stream, cut where they end; what is no JSON comes as it stands, for who parses it to say so."""
    knife = _Knife(limit)
    rest = b""
    while read := stream.read(_PIECE):
        piece = rest + read
        backslashes = len(piece) - len(piece.rstrip(b"\\"))
        cut = len(piece) - backslashes % 2  # an escape that is cut in two waits for its other half
        piece, rest = piece[:cut], piece[cut:]
        yield from knife.cut(piece)
    yield from knife.cut(rest)
    yield from knife.taken()


class _Knife:
    """Where one is in a stream of JSON: within a string, how deep in brackets, how much of a value has come."""

    __slots__ = ("depth", "kept", "limit", "line", "outside", "quoted", "whole")

    def __init__(self, limit: int) -> None:
        self.limit, self.line, self.quoted, self.whole = limit, 1, False, True
        self.depth = self.outside = 0  # values begin at the depth "outside": one within the outermost array, none without
        self.kept = bytearray()

    def cut(self, piece: bytes) -> Iterator[Value]:
        """The values that end in the next piece."""
        start = 0
        for token in _TOKEN.finditer(piece):
            sign = token.group()
            if sign == b"\n":
                self.line += 1
            elif self.quoted or sign == b'"':
                self.quoted ^= sign == b'"'
            elif sign in b"{[":
                self.depth += 1
                if sign == b"[" and self.depth == 1 and not (self.kept + piece[start : token.start()]).strip(_BLANK):
                    self.outside, start = 1, token.end()
                    self.kept.clear()
            else:
                self.depth -= sign in b"}]"
                closed = self.depth == self.outside and sign in b"}]"
                if closed or self.depth < self.outside or (sign == b"," and self.depth == self.outside):
                    self.kept += piece[start : token.end() if closed else token.start()]
                    yield from self.taken()
                    start = token.end()
                    self.depth = self.outside = max(0, min(self.depth, self.outside))
        self.kept += piece[start:]
        if len(self.kept) > self.limit:
            self.whole = False
            self.kept.clear()

    def taken(self) -> Iterator[Value]:
        """What was kept, if it is a value."""
        text, whole = bytes(self.kept).strip(_BLANK), self.whole and len(self.kept) <= self.limit
        self.kept.clear()
        self.whole = True
        if not whole:
            yield Value(self.line, None)
        elif text:
            yield Value(self.line - text.count(b"\n"), text)
