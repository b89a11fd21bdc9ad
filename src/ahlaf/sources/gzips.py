"""A gzip of anything → what lies in it, unpacked as it is read."""

from __future__ import annotations

import gzip
from typing import BinaryIO, Final, cast

from ahlaf.sources.raw import Documents, Raw

_MAGIC: Final = b"\x1f\x8b\x08"


def is_gzip(head: bytes) -> bool:
    """Whether bytes begin like a gzip.

    >>> is_gzip(gzip.compress(b"x")), is_gzip(b"x")
    (True, False)
    """
    return head.startswith(_MAGIC)


def documents(raw: Raw) -> Documents:
    """The documents of what was packed: one file, or several one after the other (each page of a WARC by itself)."""
    lower = raw.file.lower()
    file = next((raw.file[: -len(end)] for end in (".gz", ".gzip") if lower.endswith(end)), raw.file)
    with gzip.GzipFile(fileobj=cast("BinaryIO", raw.stream)) as unpacked:
        yield from raw.inner(_Steps(unpacked), raw.where, raw.name, file)


class _Steps:
    """Bytes as far as they can be unpacked: read in one go, those before a cut would be lost with it."""

    def __init__(self, unpacked: gzip.GzipFile) -> None:
        self._unpacked = unpacked

    def read(self, size: int, /) -> bytes:
        return self._unpacked.read1(size)
