"""ZIP → what lies in it that ends like something readable, each read in its place; nothing is written to disk.

A WACZ (a web archive in a ZIP, with its indexes) gives its WARCs alone. Names that lead out of the archive,
links and locked members are refused one by one; the rest is read.
"""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final, cast

from ahlaf.errors import BinaryInput, EmptyInput, InputError, InputTooLarge
from ahlaf.sources import decode
from ahlaf.sources.raw import Documents, Raw, damage

HELD: Final = 100_000_000
"""The most bytes of a ZIP that lies in another archive or comes by standard input: it is held in memory."""
LISTING: Final = 32_000_000
"""The most bytes of a ZIP's list of contents: some 400,000 names."""
_MAGIC: Final = (b"PK\x03\x04", b"PK\x05\x06")
_LOCKED: Final = 0x1
_UTF8: Final = 0x800


_OFFICE: Final = (
    ((".xlsx", ".xlsm"), "xl/workbook.xml", "is an Excel workbook, not text", "save its sheet as CSV in UTF-8, and give that"),
    ((".ods",), "", "is a spreadsheet, not text", "save it as CSV in UTF-8, and give that"),
    ((".pptx", ".odp"), "ppt/presentation.xml", "is a presentation, not text", "save it as PDF or as plain text"),
    ((".odt",), "", "is an OpenDocument text", "save it as DOCX or as plain text"),
)
"""Office documents that are no archives to look into: their endings, what lies in them where that tells them, what they are,
what to do. A Word document is read by :mod:`ahlaf.sources.docx`."""


_BROKEN: Final = "is a broken ZIP archive, perhaps cut off, or none at all"
"""Without its list of contents, which stands at the end, nothing of an archive is found."""


def is_zip(head: bytes) -> bool:
    """Whether bytes begin like a ZIP, even an empty one."""
    return head.startswith(_MAGIC)


def documents(raw: Raw) -> Documents:
    """The documents of what lies in the archive, in its order."""
    _refuse_office(raw, lambda endings, _: raw.file.lower().endswith(endings))  # a broken one, too, is no archive
    file, count = (raw.seekable, raw.budget.take) if raw.seekable else (io.BytesIO(_held(raw)), _counted_before)
    try:
        with damage(raw.where):
            archive = zipfile.ZipFile(cast("BinaryIO", _Measured(file, raw.where, count)))
    except InputError as broken:
        if not isinstance(broken.__cause__, zipfile.BadZipFile):
            raise
        raise InputError(raw.where, _BROKEN, "nothing in it can be read: fetch or copy it again, or pack it anew") from broken
    with archive:
        names = frozenset(archive.namelist())
        _refuse_office(raw, lambda _, member: member in names)
        seen = False
        for info in _wanted(archive, raw):
            seen = True
            name = _called(info)
            where = f"{raw.where}: {name}"
            error = _refused(info, name, where)
            if error:
                yield error
                continue
            try:
                with damage(where):
                    member = archive.open(info)
            except InputError as damaged:
                yield damaged
                continue
            with member:
                yield from raw.inner(member, where, f"{raw.name}/{raw.files.stem(name)}", name)
        if not seen:
            yield EmptyInput(raw.where, "the archive holds nothing to read", "it is empty, or nothing in it ends like a text")


def _refuse_office(raw: Raw, told: Callable[[tuple[str, ...], str], bool]) -> None:
    """Refuse an office document for what it is: of its parts people know nothing.

    Raises:
        BinaryInput: it is one.
    """
    for endings, member, what, remedy in _OFFICE:
        if told(endings, member):
            raise BinaryInput(raw.where, what, remedy)


def _counted_before(_: int) -> None:
    """What is held in memory was counted as it came: as packed, or, in another archive, as unpacked."""


def _held(raw: Raw) -> bytes:
    try:
        return raw.whole(HELD)
    except InputTooLarge as error:
        what = f"is a ZIP of more than {HELD // 1_000_000} MB that can only be read from its beginning"
        raise InputTooLarge(raw.where, what, "save it as a file of its own") from error


def _wanted(archive: zipfile.ZipFile, raw: Raw) -> Iterator[zipfile.ZipInfo]:
    infos = archive.infolist()
    names = {i.filename for i in infos}
    wacz = "datapackage.json" in names and any(n.startswith("archive/") for n in names)
    for info in infos:
        parts = info.filename.replace("\\", "/").rstrip("/").split("/")
        hidden = any((p.startswith(".") and p not in (".", "..")) or p == "__MACOSX" for p in parts)
        if info.is_dir() or hidden or not raw.files.takes(parts[-1]):
            continue
        if not wacz or (parts[0] == "archive" and parts[-1].lower().endswith((".warc", ".warc.gz"))):
            yield info


def _called(info: zipfile.ZipInfo) -> str:
    """A member's name: packers for Windows write Arabic names in whatever encoding they had."""
    if info.flag_bits & _UTF8 or info.filename.isascii():
        return info.filename
    try:
        return decode.decode(info.filename.encode("cp437")).text
    except (InputError, UnicodeEncodeError):
        return info.filename


def _refused(info: zipfile.ZipInfo, name: str, where: str) -> InputError | None:
    """Why a member is not read, if it is not."""
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or parts[0] == "" or parts[0].endswith(":"):
        return InputError(where, "its path leads out of the archive", "an archive that is meant to do harm? it is left out")
    if stat.S_ISLNK(info.external_attr >> 16):
        return InputError(where, "is a link to another file", "links are not followed; pack the file itself")
    if info.flag_bits & _LOCKED:
        return InputError(where, "is locked with a password", "unpack the archive with its password and add what was in it")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        how = {zipfile.ZIP_BZIP2: "bzip2", zipfile.ZIP_LZMA: "LZMA"}.get(info.compress_type, f"method {info.compress_type}")
        return InputError(where, f"is packed in an unusual way ({how})", "unpack it yourself, or pack it the usual way")
    return None


class _Measured:
    """A file that tells how much is read of it and is never read in pieces larger than a ZIP's list of contents may be."""

    def __init__(self, file: BinaryIO, where: str, count: Callable[[int], None]) -> None:
        self._file = file
        self._where = where
        self._count = count

    def read(self, size: int = -1) -> bytes:
        if size > LISTING:
            raise InputTooLarge(self._where, "the archive's list of contents is too long", "split the archive")
        data = self._file.read(size)
        self._count(len(data))
        return data

    def seek(self, place: int, whence: int = 0) -> int:
        return self._file.seek(place, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True

    def close(self) -> None:
        """Leave the file to whoever opened it."""
