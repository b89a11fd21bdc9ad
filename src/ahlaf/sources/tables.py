"""CSV and TSV → documents, one a row, under a column map (:mod:`.columns`).

A table is read row by row, in the encoding that its first lines are in. A row that is wrong is refused with its
line's number and the others are read: one with more or fewer cells than the table has columns (its text may be
another's), one without a text, one that is too long. A quotation mark that opens and never closes would swallow
the rest of the table: the row where it stands is refused, and reading goes on with the line below it.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from ahlaf.errors import EmptyInput, InputError, InputTooLarge
from ahlaf.sources import columns, decode
from ahlaf.sources.raw import BLANK, ENDLESS, Documents, Loaded, Raw, Readable, nothing_but_blank

COLUMNS: Final = 1000
"""The most columns of a table."""
_CELLS: Final = 1_000_000
_SAMPLE: Final = 1_000_000
_DELIMITERS: Final = ",;\t|"
_QUOTED: Final = re.compile(r'"[^"]*"')
_TOLD: Final = 20


def is_table(head: bytes) -> bool:
    r"""Whether bytes begin with a row of column names that name a text and something else.

    >>> is_table(b"id,title,text\n1,"), is_table("قال، وأضاف، إن".encode())
    (True, False)
    """
    first = head.split(b"\n", 1)[0]
    if len(first) > 2000:
        return False
    line = first.decode("utf-8", "replace").strip("\ufeff\r")
    names = [n.strip().strip('"') for n in line.split(_delimiter(line))]
    return len(names) > 1 and len(found := columns.chosen(names, {})) > 1 and "text" in found


def documents(raw: Raw) -> Documents:
    """The documents of a table whose delimiter is to be told: a comma, a semicolon, a tab or a bar."""
    yield from _documents(raw, "")


def tabbed(raw: Raw) -> Documents:
    """The documents of a table whose cells stand between tabs."""
    yield from _documents(raw, "\t")


def _documents(raw: Raw, delimiter: str) -> Documents:
    # The library's own limit holds for the whole process; what bounds a row here is its lines.
    csv.field_size_limit(max(csv.field_size_limit(), 2 * raw.limit))
    lines, told = _open(raw)
    first = lines.peek()
    if first.lower().startswith("sep=") and len(first.strip()) == 5:
        delimiter = first[4]
        next(lines)
        first = lines.peek()
    rows = _rows(lines, delimiter or _delimiter(first))
    head: Sequence[str] = ()
    places: dict[str, int] = {}
    blank = rest = 0
    for number, found, digest in rows:
        place = f"{raw.where}:{number}"
        if isinstance(found, InputError):
            yield found
        elif not any(cell.strip() for cell in found):
            blank += 1
            if blank > BLANK:
                raise nothing_but_blank(raw.where)
            continue
        elif not head:
            blank = 0
            head = found
            places = _places(raw, head)
            if columns.by_number(raw.columns):
                yield _read(raw, found, head, places, place, number, digest, told)
        else:
            blank = 0
            rest += 1
            yield _read(raw, found, head, places, place, number, digest, told)
    if not head:
        yield EmptyInput(raw.where, "is empty", "a table has a row of column names, and a row a document")
    elif not rest and not columns.by_number(raw.columns):
        yield EmptyInput(raw.where, "has a row of column names and no other", "a table has a row a document below it")


def _places(raw: Raw, head: Sequence[str]) -> dict[str, int]:
    """Where each field lies.

    Raises:
        InputError: no column is known to hold the text, or one that the user named is not there.
    """
    if len(head) > COLUMNS:
        raise InputTooLarge(raw.where, f"has {len(head)} columns, a table has {COLUMNS} at most", "keep those that count")
    if columns.by_number(raw.columns):
        places = {name: int(column) - 1 for name, column in raw.columns.items()}
        if max(places.values()) >= len(head):
            raise InputError(raw.where, f"has {len(head)} columns, not {max(places.values()) + 1}", "columns are counted from 1")
        return places
    called = ", ".join(name.strip()[:40] for name in head[:_TOLD]) + (", …" if len(head) > _TOLD else "")
    try:
        places = columns.chosen(head, raw.columns)
    except KeyError as error:
        raise InputError(raw.where, f"has no column {error.args[0]!r}: its columns are {called}") from error
    if "text" not in places:
        raise InputError(raw.where, f"has no column that is known to hold the text: it has {called}", "say which: --columns text=…")
    return places


def _read(
    raw: Raw, row: list[str], head: Sequence[str], places: dict[str, int], place: str, number: int, digest: str, told: decode.Decoded
) -> Loaded | InputError:
    while len(row) > len(head) and not row[-1].strip():
        row.pop()
    if len(row) != len(head):
        what = f"has {len(row)} cell{'s' if len(row) != 1 else ''} where the table has {len(head)} columns"
        return InputError(place, what, "a text with the delimiter in it stands in quotation marks")
    fields = {name: row[at] for name, at in places.items()}
    if not fields["text"].strip():
        return EmptyInput(place, "has no text", "nothing to read in it")
    document = columns.document(fields, f"{raw.name}:{number}" if raw.name else str(number))
    return Loaded(document, place, told.encoding, told.doubt if number <= 2 else "", digest)


def _delimiter(line: str) -> str:
    """What parts the cells of a first line: whatever stands there most often, outside of quotation marks."""
    bare = _QUOTED.sub("", line[:100_000])
    return max(_DELIMITERS, key=bare.count)


class _Bytes(io.RawIOBase):
    """A stream as the library's text reader wants it."""

    def __init__(self, first: bytes, rest: Readable) -> None:
        self._first = io.BytesIO(first)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        data = self._first.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class _Lines:
    """Lines of text, each bounded, counted, and given again when a row turns out to be none."""

    def __init__(self, text: io.TextIOWrapper, limit: int, where: str) -> None:
        self._text = text
        self._limit = limit
        self.where = where
        self._again: list[str] = []
        self.number = 0
        self.held: list[str] = []
        self.ended = False
        self._held = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def peek(self) -> str:
        """The next line, which stays where it is."""
        if not self._again:
            self._again.append(self._take())
        return self._again[-1]

    def __next__(self) -> str:
        line = self._again.pop() if self._again else self._take()
        if not line:
            self.ended = True
            raise StopIteration
        self.number += 1
        self.held.append(line)
        self._held += len(line)
        if self._held > self._limit:
            place = f"{self.where}:{self.number - len(self.held) + 1}"
            if len(self.held) == 1:
                if not line.endswith(("\n", "\r")):
                    self._skip(place)
                raise _TooLong(place, f"the line is longer than {self._limit // 1_000_000} MB", "split the document")
            raise _TooLong(place, f"the row is longer than {self._limit // 1_000_000} MB", "a quotation mark that never closes?")
        return line

    def begin(self) -> None:
        """Here a row begins."""
        self.held.clear()
        self._held = 0

    def back(self) -> None:
        """All lines of the row but its first are to be read again."""
        again = self.held[1:]
        self.number -= len(again)
        self._again.extend(reversed(again))
        self.ended = False

    def _take(self) -> str:
        return self._text.readline(self._limit + 1)

    def _skip(self, place: str) -> None:
        skipped = 0
        while skipped < ENDLESS:
            piece = self._take()
            if not piece or piece.endswith(("\n", "\r")):
                return
            skipped += len(piece)
        raise _Endless(place, "the line does not end: nothing after it is read", "is it what its name says?")


class _TooLong(InputTooLarge):
    """A row that is larger than a document may be: the next one is read."""


class _Endless(InputTooLarge):
    """A line without an end: there is no next one."""


def _open(raw: Raw) -> tuple[_Lines, decode.Decoded]:
    """The lines of a table, and how its bytes are taken; enough of them are looked at to see a letter beyond ASCII."""
    first = raw.stream.read(len(raw.head))
    while first and len(first) < _SAMPLE and first.isascii():
        more = raw.stream.read(len(raw.head))
        if not more:
            break
        first += more
    cut = first.rfind(b"\n") + 1 if first.isascii() or b"\x00" not in first[:1000] else len(first) // 4 * 4
    told = decode.decode(first[:cut] or first, raw.where)
    encoding = "utf-8-sig" if told.encoding == "utf-8" else told.encoding
    stream = io.BufferedReader(_Bytes(first, raw.stream))
    return _Lines(io.TextIOWrapper(stream, encoding, "replace", newline=""), raw.limit, raw.where), told


def _rows(lines: _Lines, delimiter: str) -> Iterator[tuple[int, list[str] | InputError, str]]:
    """Each row with the number of its first line and the hash of its lines (as UTF-8), or why it is none.

    Raises:
        InputError: there are too many quotation marks that never close, or a line has no end.
    """
    start = partial(csv.reader, lines, delimiter=delimiter, strict=True)
    reader = start()
    again = 0
    while True:
        lines.begin()
        number = lines.number + 1
        place = f"{lines.where}:{number}"
        found: list[str] | InputError
        try:
            if lines.peek().count(delimiter) > _CELLS:
                next(lines)
                yield number, InputTooLarge(place, f"has more than {_CELLS} cells", "is it a table?"), ""
                continue
            found = next(reader)
        except StopIteration:
            return
        except _TooLong as error:
            found = error
        except csv.Error as error:
            if len(lines.held) == 1 and not lines.ended:
                # A quotation mark inside a cell that the writer did not double: the line itself says where cells end.
                found = next(csv.reader(lines.held, delimiter=delimiter))
            else:
                found = InputError(place, f"a quotation mark that never closes, or stands where none belongs ({error})", _QUOTES)
        if isinstance(found, InputError):
            again += sum(map(len, lines.held[1:]))
            if again > ENDLESS:
                raise InputError(place, "too many quotation marks open and never close: nothing after it is read", "mend the table")
            lines.back()
            reader = start()
            yield number, found, ""
            continue
        yield number, found, hashlib.sha256("".join(lines.held).encode("utf-8", "replace")).hexdigest()


_QUOTES: Final = "close it, or double it where it belongs to the text"
