"""Paths → documents: files, folders and standard input, each read on its own.

A folder is walked in the order of names; in it only files that end like something readable are taken, while a
file that is named outright is always tried. What a file is, is told from its ending and its first bytes unless
the caller says so (:mod:`ahlaf.sources.formats`). A document may hold up to :data:`LIMIT` bytes; tables, JSON
lines and archives are read piece by piece and may be as long as they like.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final

from ahlaf.errors import EmptyInput, InputError, InputGone
from ahlaf.sources import addresses, fetch, formats
from ahlaf.sources.raw import NO_COLUMNS, Budget, Loaded, Raw, Stream

__all__ = ["ENDINGS", "LIMIT", "Input", "Loaded", "Source", "find", "load"]

Input = str
"""``auto``, or the name of a format: one of :data:`ahlaf.sources.formats.NAMES`."""

LIMIT: Final = 20_000_000
"""The most bytes of one document: an article has some ten thousand, a long book a few million."""
ENDINGS: Final = formats.ENDINGS
"""What a file in a folder must end with to be read."""
STDIN: Final = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read: how it is called in messages, the id of its document, and its path (None: standard input)."""

    where: str
    name: str
    path: Path | None
    address: bool = False
    """Whether it lies elsewhere, and is fetched where the user asked for that."""


def find(paths: Sequence[str]) -> tuple[list[Source], list[InputError]]:
    """What there is to read at some paths, in order; documents get the shortest ids that tell them apart.

    A file that is named twice, by itself and by its folder, is read once: its claims would count twice.
    """
    found: list[Source] = []
    failed: list[InputError] = []
    for text in paths:
        if text == STDIN:
            found.append(Source("standard input", "stdin", None))
            continue
        if addresses.is_address(text):
            found.append(Source(text, text, None, address=True))
            continue
        path = Path(text)
        if not path.is_dir():
            found.append(Source(written(text), formats.FILES.stem(written(path.name)), path))
            continue
        inside = list(_walk(path, failed))
        if not inside:
            failed.append(EmptyInput(text, "the folder holds nothing to read", f"files must end in {', '.join(ENDINGS)}"))
        found.extend(Source(written(str(p)), formats.FILES.stem(written(p.relative_to(path).as_posix())), p) for p in inside)
    once: dict[str, Source] = {}
    for source in found:
        once.setdefault(os.path.realpath(source.path) if source.path else source.where, source)
    count = Counter(s.name for s in once.values())
    return [replace(s, name=s.where) if count[s.name] > 1 and s.path else s for s in once.values()], failed


def written(name: str) -> str:
    r"""A file's name as it can be told and kept: bytes that are no UTF-8 (names of an old Windows disk) are told by their numbers.

    >>> written("مقال.txt"), written(os.fsdecode(b"a" + bytes([0xE3]) + b".txt"))
    ('مقال.txt', 'a\\xe3.txt')
    """
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def passed_over(paths: Sequence[str]) -> Counter[str]:
    """How many files of folders are not read for what they end in, by their endings; hidden ones are not counted."""
    every = (p for text in paths if text != STDIN and not addresses.is_address(text) and Path(text).is_dir() for p in _inside(Path(text)))
    return Counter(p.suffix or p.name for p in every if not formats.FILES.takes(p.name) and not p.name.startswith("."))


def _inside(folder: Path, refused: Callable[[OSError], None] | None = None) -> Iterator[Path]:
    """Every file of a folder, in the order of names; what lies in hidden folders is left out."""
    for here, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield from (Path(here, name) for name in sorted(names))


def _walk(folder: Path, failed: list[InputError]) -> Iterator[Path]:
    def refused(error: OSError) -> None:
        failed.append(InputGone(str(error.filename), _why(error), "check the folder's permissions"))

    for path in _inside(folder, refused):
        if formats.FILES.takes(path.name) and _endless(path):
            failed.append(InputGone(str(path), "is a pipe, a socket or a device", "name it by itself to read from it"))
        elif formats.FILES.takes(path.name):
            yield path


def _endless(path: Path) -> bool:
    """Whether opening it may wait for ever, as a pipe into which nobody writes."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False  # opening it says what is wrong


def load(
    source: Source,
    kind: Input = "auto",
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] = NO_COLUMNS,
    fetcher: fetch.Fetcher | None = None,
) -> Iterator[Loaded | InputError]:
    """The documents of a source, and an error for each that can't be read.

    Args:
        source: what to read.
        kind: its format, where it is not to be told from its ending and first bytes.
        stdin: standard input, where the source is that.
        columns: which column of a table, or key of JSON lines, holds which field of a document.
        fetcher: fetches addresses; without one an address is refused.
    """
    if source.address:
        yield from fetcher.documents(source.where, kind, columns) if fetcher else (fetch.unasked(source.where),)
        return
    try:
        with _open(source, stdin) as stream:
            budget = Budget(source.where)
            path = source.path if source.path is not None and stream.seekable() else None
            if path is not None:
                budget.size = path.stat().st_size
            yield from formats.documents(
                Raw(
                    Stream(stream, budget.take),
                    source.where,
                    source.name,
                    source.path.name if source.path is not None else "",
                    LIMIT,
                    budget,
                    formats.documents,
                    formats.FILES,
                    stream if path is not None else None,
                    kind,
                    columns,
                )
            )
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
