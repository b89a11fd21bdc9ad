"""What a reader of a format gets and gives: bytes that come once, and documents.

A :class:`Raw` is one thing to be read: a file, standard input, or what lies in an archive. A reader of a
format takes its bytes as a stream (``raw.stream``, for what may be long) or as a whole (``raw.whole()``,
bounded), and gives :class:`Loaded` documents and an :class:`~ahlaf.errors.InputError` for each that can't
be read; it may also raise one, which ends this thing and nothing else. Containers hand what lies in them
back through ``raw.inner``, with a name of its own, and it is read as if it were a file.

What unpacks is measured. All that comes out of one source, at whatever depth, is counted together: some
:data:`RATIO` bytes for each byte that was packed, beside :data:`FLOOR`. Text packs four to ten times, pages
up to fifty; a bomb a thousand times and more. A source over the limit ends there, with what was read before.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from gzip import BadGzipFile
from types import MappingProxyType
from typing import BinaryIO, Final, Protocol
from zipfile import BadZipFile

from ahlaf.errors import InputError, InputTooLarge
from ahlaf.model import Document
from ahlaf.sources.names import Names

HEAD: Final = 65_536
"""The bytes that tell a format."""
DEPTH: Final = 4
"""How deep containers may lie in one another: a ZIP holds a gzip that holds a WARC is three."""
RATIO: Final = 100
FLOOR: Final = 100_000_000
MEMBERS: Final = 5_000_000
"""How many things one source may hold."""

ENDLESS: Final = 200_000_000
"""A line that goes on after so many bytes is taken to have no end."""
BLANK: Final = 1_000_000
"""After so many empty lines in a row nothing more is expected."""
_PIECE: Final = 1_000_000

NO_COLUMNS: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document with the encoding it came in and what is doubtful about that."""

    document: Document
    where: str
    encoding: str = "utf-8"
    doubt: str = ""
    sha256: str = ""
    """The hash of the bytes that it was read from: the file's, the member's, the line's."""


class Spent(InputTooLarge):
    """A source unpacks to more than it may: nothing more of it is read, at any depth."""


class Readable(Protocol):
    """Whatever gives bytes in bounded pieces."""

    def read(self, size: int, /) -> bytes:
        """Up to so many bytes; none at the end."""
        ...


@dataclass(slots=True)
class Budget:
    """What one source took in and what came out of it."""

    where: str
    size: int = 0
    """The source's size where it is known; what is packed can't be more."""
    packed: int = 0
    unpacked: int = 0
    members: int = 0

    def take(self, size: int) -> None:
        """Count bytes of the source itself."""
        self.packed += size

    def spend(self, size: int) -> None:
        """Count unpacked bytes.

        Raises:
            Spent: they are too many.
        """
        self.unpacked += size
        packed = min(self.packed, self.size) if self.size else self.packed
        if self.unpacked > FLOOR + RATIO * packed:
            what = f"unpacks to more than {RATIO} times its size: the rest of it is not read"
            raise Spent(self.where, what, "an archive bomb? unpack it yourself if you trust it")

    def member(self) -> None:
        """Count a member of an archive.

        Raises:
            Spent: they are too many.
        """
        self.members += 1
        if self.members > MEMBERS:
            raise Spent(self.where, f"holds more than {MEMBERS} things: the rest of it is not read", "split it")


class Stream:
    """Bytes that come once; the first of them can be looked at beforehand, and all are counted.

    Where an archive is cut or damaged, what stands before that place is given first; the error comes after it.
    """

    def __init__(self, source: Readable, count: Callable[[int], None]) -> None:
        self._source = source
        self._count = count
        self._broken: InputError | None = None
        try:
            self.head = self._fill(HEAD)
        except InputError:
            self.head = b""
        self._buffer = io.BytesIO(self.head)

    def _fill(self, size: int) -> bytes:
        """Up to so many bytes; a pipe gives them in pieces."""
        if self._broken:
            raise self._broken
        pieces: list[bytes] = []
        try:
            while size > 0 and (piece := self._source.read(min(size, _PIECE))):
                self._count(len(piece))
                pieces.append(piece)
                size -= len(piece)
        except InputError as error:
            self._broken = error
            if not pieces:
                raise
        return b"".join(pieces)

    def sound(self) -> None:
        """Make sure that reading stopped because there is no more.

        Raises:
            InputError: it stopped because something is wrong.
        """
        if self._broken:
            raise self._broken

    def read(self, size: int, /) -> bytes:
        """So many bytes; fewer only at the end."""
        found = self._buffer.read(size)
        return found if len(found) == size else found + self._fill(size - len(found))

    def readline(self, size: int, /) -> bytes:
        """Up to so many bytes of the next line, its end included."""
        line = self._buffer.readline(size)
        if line.endswith(b"\n") or len(line) >= size:
            return line
        pieces = [line]
        size -= len(line)
        while size > 0 and (block := self._fill(HEAD)):
            self._buffer = io.BytesIO(block)
            piece = self._buffer.readline(size)
            pieces.append(piece)
            size -= len(piece)
            if piece.endswith(b"\n"):
                break
        return b"".join(pieces)


class Unpacked:
    """A stream out of an archive: whatever is wrong with the archive there becomes an error that says so."""

    def __init__(self, source: Readable, where: str) -> None:
        self._source = source
        self._where = where

    def read(self, size: int, /) -> bytes:
        """Up to so many bytes."""
        with damage(self._where):
            return self._source.read(size)


def nothing_but_blank(where: str) -> InputError:
    """The error of something that goes on and on with empty lines."""
    return InputError(where, f"goes on with {BLANK} empty lines: nothing after them is read", "is it what its name says?")


@contextmanager
def damage(where: str) -> Iterator[None]:
    """What is wrong with packed bytes, as an error.

    Raises:
        InputError: they are damaged, cut, or packed in a way that is not known.
    """
    remedy = "what stands before it is kept; fetch or copy it again"
    try:
        yield
    except EOFError as error:
        raise InputError(where, "is cut: it ends in the middle", remedy) from error
    except (zlib.error, BadZipFile, BadGzipFile, struct.error) as error:
        raise InputError(where, f"is damaged: {error}", remedy) from error
    except (NotImplementedError, RuntimeError) as error:
        raise InputError(where, f"can't be unpacked: {error}", "unpack it yourself") from error


Documents = Iterator[Loaded | InputError]


@dataclass(slots=True)
class Raw:
    """One thing to be read."""

    stream: Stream
    where: str
    """How messages call it: a path, or an archive's path and what lies in it."""
    name: str
    """The id of its document, or how those of its documents begin that bring none."""
    file: str
    """Its file name, whose ending may tell its format."""
    limit: int
    """The most bytes of one document."""
    budget: Budget
    again: Callable[[Raw], Documents]
    """Reads another thing, of whatever format."""
    files: Names
    """Which names in an archive are those of files to read."""
    seekable: BinaryIO | None = None
    """The file itself, where it can be read from any place."""
    kind: str = "auto"
    """The format, where the user said it."""
    columns: Mapping[str, str] = field(default_factory=lambda: NO_COLUMNS)
    """Which column (of a table, of JSON lines) holds which field of a document, where the user said it."""
    depth: int = 0
    sha256: str = ""
    """The hash of all its bytes, once :meth:`whole` has read them."""

    @property
    def head(self) -> bytes:
        """Its first bytes."""
        return self.stream.head

    def whole(self, limit: int | None = None) -> bytes:
        """All its bytes, up to ``limit`` instead of a document's.

        Raises:
            InputTooLarge: they are more than a document may have.
        """
        limit = self.limit if limit is None else limit
        data = self.stream.read(limit + 1)
        self.stream.sound()
        if len(data) > limit:
            raise InputTooLarge(self.where, f"is larger than {limit // 1_000_000} MB", "split it into documents")
        self.sha256 = hashlib.sha256(data).hexdigest()
        return data

    def skip_line(self, where: str) -> None:
        """Leave out the rest of a line that is too long.

        Raises:
            InputTooLarge: it does not end.
        """
        skipped = 0
        while skipped < ENDLESS:
            piece = self.stream.readline(_PIECE)
            if not piece or piece.endswith(b"\n"):
                return
            skipped += len(piece)
        raise InputTooLarge(where, "the line does not end: nothing after it is read", "is it what its name says?")

    def inner(self, source: Readable, where: str, name: str, file: str) -> Documents:
        """The documents of something that lies in this; its bytes count as unpacked.

        Args:
            source: its bytes, unpacked as they are read.
            where: how messages call it.
            name: the id of its document.
            file: its file name; its ending may tell its format.

        Raises:
            Spent: the source unpacks to more than it may.
        """
        if self.depth >= DEPTH:
            yield InputTooLarge(where, f"lies in more than {DEPTH} archives within one another", "unpack the outer ones")
            return
        self.budget.member()
        stream = Stream(Unpacked(source, where), self.budget.spend)
        deeper = replace(self, stream=stream, where=where, name=name, file=file, seekable=None, depth=self.depth + 1, sha256="")
        yield from self.again(deeper)
