"""A Word document (DOCX) → its text, a paragraph a line: headings, tables cell by cell, footnotes at the end.

What was struck out under "track changes" is left out, what was put in is read; a text box is read where it hangs.
The title and author are those that the document declares; its date counts only where it was finished within a week
of being made, for many are made from old ones.

A DOCX is a ZIP of XML. How large it becomes is asked before anything is unpacked, and XML that declares a document
type is refused: Word writes none, and it is the door to entities. What a part is taken for is said by the document, not
by the part's name, so every part is asked, but for pictures. Nothing outside the file is looked at.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from ahlaf.errors import BinaryInput, EmptyInput, InputError, InputTooLarge
from ahlaf.model import Document
from ahlaf.sources.raw import Documents, Loaded, Raw

if TYPE_CHECKING:
    from docx.opc.coreprops import CoreProperties

UNPACKED: Final = 100_000_000
"""The most bytes that a document's XML may unpack to; a long book has some ten million."""
MEMBERS: Final = 5_000
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOTES: Final = ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes",)
_FIRST: Final = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/")
_MEDIA: Final = "word/media/"
"""Pictures are large, and an SVG among them may declare a document type; what is no picture can't hide there."""
_DOCTYPE: Final = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_FINISHED: Final = timedelta(days=7)
_LOCKED: Final = b"\xd0\xcf\x11\xe0"
_BROKEN: Final = "is a broken Word document, perhaps cut off"
_ANEW: Final = "fetch or save it anew"


def is_docx(head: bytes) -> bool:
    """Whether bytes begin like a Word document: a ZIP whose first member is an Office document's, with Word's after it."""
    return head.startswith(b"PK\x03\x04") and head[30:].startswith(_FIRST) and b"word/" in head


def documents(raw: Raw) -> Documents:
    """The one document of a Word file."""
    yield Loaded(document(raw.whole(), raw.name, raw.where), raw.where)


def document(data: bytes, name: str, where: str) -> Document:
    """The text of a Word document.

    Raises:
        BinaryInput: it is broken, locked, or of an older Word.
        EmptyInput: it holds no text.
        InputTooLarge: it unpacks to too much.
    """
    _check(data, where)
    from docx import Document as opened  # noqa: N813, PLC0415 - a function, for all its name; slow to import

    try:
        found = opened(io.BytesIO(data))
        lines = list(_paragraphs(found.element.body))
        for relation in found.part.rels.values():
            if relation.reltype in _NOTES and not relation.is_external:
                lines += _notes(relation.target_part.blob)
        core = found.core_properties
        fields = {"title": _field(core, "title"), "author": _field(core, "author"), "date": _date(core)}
    except InputError:
        raise
    except Exception as error:
        # The library raises whatever a strange file leads it to: KeyError, ValueError, lxml's own.
        raise BinaryInput(where, _BROKEN, _ANEW) from error
    text = "\n".join(lines)
    if not text.strip():
        raise EmptyInput(where, "is a Word document without text", "are its pages pictures?")
    return Document(text, name, **fields)


def _check(data: bytes, where: str) -> None:
    """Refuse what unpacks to too much, or holds XML that Word never writes."""
    if data.startswith(_LOCKED):
        raise BinaryInput(where, "is a Word document that is locked, or of a Word before 2007", "save it as DOCX without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > MEMBERS:
                raise InputTooLarge(where, f"is a Word document of {len(infos):,} parts", "is it meant to do harm? save it anew")
            unpacked = sum(i.file_size for i in infos if not i.filename.startswith(_MEDIA) or _head(archive, i)[:1] in (b"", b"<"))
            if unpacked > UNPACKED or sum(i.file_size for i in infos) > 5 * UNPACKED:
                what = f"is a Word document that unpacks to more than {UNPACKED // 1_000_000} MB of text"
                raise InputTooLarge(where, what, "is it meant to do harm? save it anew, in pieces")
            for info in infos:
                head = b"" if info.filename.startswith(_MEDIA) else _head(archive, info)
                if head.startswith(b"<") and _DOCTYPE.search(head):
                    raise BinaryInput(where, "is a Word document that declares entities", "Word never does: it is not read")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise BinaryInput(where, _BROKEN, _ANEW) from error


def _head(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """How a part begins, in whatever encoding of Unicode, from its first sign on."""
    with archive.open(info) as part:
        return part.read(65_536).replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n")


def _paragraphs(root: Any) -> Iterator[str]:  # noqa: ANN401 - lxml's elements have no types of their own
    """Every paragraph below an element, in order; one without text is none."""
    for paragraph in root.iter(f"{_W}p"):
        if any(a.tag in (_FALLBACK, f"{_W}del") for a in paragraph.iterancestors()):
            continue
        pieces = []
        for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
            if _own(node, paragraph):
                pieces.append((node.text or "") if node.tag == f"{_W}t" else _SIGNS[node.tag])
        for line in "".join(pieces).split("\n"):
            if line.strip():
                yield line.strip()


_SIGNS: Final = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def _own(node: Any, paragraph: Any) -> bool:  # noqa: ANN401 - as above
    """Whether a piece of text is a paragraph's own, and not that of a text box in it, struck out, or a tab's place."""
    for above in node.iterancestors():
        if above is paragraph:
            return True
        if above.tag in (f"{_W}p", f"{_W}del", f"{_W}moveFrom", f"{_W}tabs", _FALLBACK):
            return False
    return False


def _notes(data: bytes) -> Iterator[str]:
    from docx.oxml import parse_xml  # noqa: PLC0415 - as above

    for note in parse_xml(data).iter(f"{_W}footnote"):
        if note.get(f"{_W}type") in (None, "normal"):
            yield from _paragraphs(note)


def _field(core: CoreProperties, name: str) -> str | None:
    value = str(getattr(core, name) or "").strip()
    return None if value in ("", "python-docx", "Word Document") else value


def _date(core: CoreProperties) -> str | None:
    made, changed = core.created, core.modified
    if made is None or changed is None or not timedelta(0) <= changed - made <= _FINISHED:
        return None
    return f"{made:%Y-%m-%d}"
