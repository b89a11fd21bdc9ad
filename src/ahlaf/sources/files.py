"""Paths → documents: files, folders and standard input, each read on its own.

A folder is walked in the order of names; in it only files that end like text are taken, while a file
that is named outright is always tried. What a file is (text, page, JSON lines) is told from its first
bytes unless the caller says so. A document may hold up to :data:`LIMIT` bytes; JSON lines are read
line by line and may be as long as they like.
"""

from __future__ import annotations

import io
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final, Literal

from ahlaf.errors import EmptyInput, InputError, InputGone, InputTooLarge, NotArabic
from ahlaf.model import Document
from ahlaf.sources import decode, html, jsonl

Input = Literal["auto", "text", "jsonl", "html"]

LIMIT: Final = 20_000_000
"""The most bytes of one document: an article has some ten thousand, a long book a few million."""
ENDINGS: Final = (".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson")
"""What a file in a folder must end with to be read."""
STDIN: Final = "-"
_LEAST_SHARE: Final = 0.2
_HEAD: Final = 65_536


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read: how it is called in messages, the id of its document, and its path (None: standard input)."""

    where: str
    name: str
    path: Path | None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document with the encoding it came in and what is doubtful about that."""

    document: Document
    where: str
    encoding: str = "utf-8"
    doubt: str = ""


def find(paths: Sequence[str]) -> tuple[list[Source], list[InputError]]:
    """What there is to read at some paths, in order; documents get the shortest ids that tell them apart."""
    found: list[Source] = []
    failed: list[InputError] = []
    for text in paths:
        if text == STDIN:
            found.append(Source("standard input", "stdin", None))
            continue
        path = Path(text)
        if not path.is_dir():
            found.append(Source(text, path.stem or path.name, path))
            continue
        inside = list(_walk(path, failed))
        if not inside:
            failed.append(EmptyInput(text, "the folder holds nothing to read", f"files must end in {', '.join(ENDINGS)}"))
        found.extend(Source(str(p), p.relative_to(path).with_suffix("").as_posix(), p) for p in inside)
    count = Counter(s.name for s in found)
    return [replace(s, name=s.where) if count[s.name] > 1 and s.path else s for s in found], failed


def _walk(folder: Path, failed: list[InputError]) -> Iterator[Path]:
    def refused(error: OSError) -> None:
        failed.append(InputGone(str(error.filename), _why(error), "check the folder's permissions"))

    for here, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                yield Path(here, name)


def load(source: Source, kind: Input = "auto", stdin: BinaryIO | None = None) -> Iterator[Loaded | InputError]:
    """The documents of a source, and an error for each that can't be read."""
    try:
        with _open(source, stdin) as stream:
            yield from _load(stream, source, kind)
    except InputError as error:
        yield error
    except OSError as error:
        yield InputGone(source.where, _why(error), "was it moved, or may you not read it?")


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _open(source: Source, stdin: BinaryIO | None) -> AbstractContextManager[BinaryIO]:
    if source.path is not None:
        return source.path.open("rb")
    if stdin is None:
        raise InputGone(source.where, "there is no standard input here", "give a file")
    return nullcontext(stdin)


def _load(stream: BinaryIO, source: Source, kind: Input) -> Iterator[Loaded | InputError]:
    head = _read(stream, _HEAD)
    lower = source.where.lower()
    if kind == "auto":
        if lower.endswith((".jsonl", ".ndjson")) or jsonl.is_lines(head):
            kind = "jsonl"
        elif lower.endswith((".html", ".htm", ".xhtml")) or html.is_page(head):
            kind = "html"
        else:
            kind = "text"
    if kind == "jsonl":
        lines = _Lines(head, stream)
        for found in jsonl.documents(lines, source.where, LIMIT, source.name):
            if isinstance(found, InputError):
                yield found
            else:
                yield _arabic(Loaded(found, f"{source.where} ({found.id})"))
        return
    data = head + _read(stream, LIMIT + 1 - len(head))
    if len(data) > LIMIT:
        raise InputTooLarge(source.where, f"is larger than {LIMIT // 1_000_000} MB", "split it into documents")
    told = decode.decode(data, source.where, html.declared(head) if kind == "html" else "")
    document = html.document(told.text, source.name, source.where) if kind == "html" else Document(told.text, source.name)
    yield _arabic(Loaded(document, source.where, told.encoding, told.doubt))


def _arabic(loaded: Loaded) -> Loaded | InputError:
    """The document, or the error that says it is in another language."""
    share = decode.arabic_share(loaded.document.text)
    if share >= _LEAST_SHARE:
        return loaded
    return NotArabic(
        loaded.where,
        "holds hardly any Arabic" if share else "holds no Arabic",
        f"{share:.0%} of its letters are Arabic, at least {_LEAST_SHARE:.0%} must be",
    )


def _read(stream: BinaryIO, size: int) -> bytes:
    """Up to so many bytes; a pipe gives them in pieces."""
    pieces: list[bytes] = []
    while size > 0 and (piece := stream.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


class _Lines:
    """The lines of a stream whose first bytes were read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readline(self, size: int) -> bytes:
        """Up to so many bytes of the next line, its end included."""
        line = self._head.readline(size)
        if line.endswith(b"\n") or len(line) >= size:
            return line
        return line + self._rest.readline(size - len(line))
