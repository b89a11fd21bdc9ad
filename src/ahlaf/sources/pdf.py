"""A PDF with a text layer → its running text in logical order.

pdfium gives glyphs and their places; :mod:`.visual` makes lines of them, :mod:`.flow` makes paragraphs of lines and
leaves out what stands on every page. Pictures of pages hold no text: such a file is refused and says so. Nothing that
a PDF asks for (scripts, links, files) is run or fetched: pdfium is built without them.

pdfium is C++ and the file a stranger's: it is read in a process of its own, which may hold only so much memory and
take only so long, and whose end, whatever it is, ends only that file.
"""

from __future__ import annotations

import ctypes
import json
import math
import os
import subprocess
import sys
import unicodedata
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ahlaf.errors import BinaryInput, EmptyInput, InputError, InputTooLarge
from ahlaf.model import Document
from ahlaf.sources import decode, flow, visual
from ahlaf.sources.raw import Documents, Loaded, Raw

PAGES: Final = 2_000
"""The most pages of a PDF: a longer one is a series, not a document."""
_GLYPHS: Final = 50_000
"""The most glyphs of a page; a densely set newspaper page has some ten thousand."""
_LETTERS: Final = 5_000_000
SECONDS: Final = 120.0
"""How long one may take."""
_MEMORY: Final = 1_500_000_000
_WORK: Final = "from ahlaf.sources import pdf; pdf.child()"
_LEAST: Final = 20
"""Letters that a text layer has at the least."""
_LEVEL: Final = 0.35
"""Of an em: how far from one another base lines may lie within a line."""
_CLOSE: Final = 1.0
"""Of an em: a wider gap parts columns."""
_EXACT: Final = 0.01
_NEAR: Final = 30
"""Glyphs: how far from its letter a mark may come in the page's order."""
_SPLIT: Final = "split it into documents"

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage


class Read(NamedTuple):
    """What a PDF holds: its text, the fields that it brings, and how many pages it has."""

    text: str
    fields: dict[str, str]
    pages: int


def is_pdf(head: bytes) -> bool:
    """Whether bytes begin like a PDF.

    >>> is_pdf(b"%PDF-1.7"), is_pdf(b"PDF")
    (True, False)
    """
    return head[:1024].lstrip(b"\xef\xbb\xbf\x00\r\n\t ").startswith(b"%PDF-")


def documents(raw: Raw) -> Documents:
    """The one document of a PDF."""
    yield Loaded(document(raw.whole(), raw.name, raw.where), raw.where)


def document(data: bytes, name: str, where: str) -> Document:
    """The running text of a PDF, with the title and author that it brings where they are Arabic.

    Its own dates are left aside: they say when the file was made, not when the text was published.

    Raises:
        BinaryInput: it is broken or locked.
        EmptyInput: it has no text layer.
        InputTooLarge: it has too many pages or letters, or takes too much time or memory.
    """
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, "-c", _WORK]
    try:
        done = subprocess.run(command, input=data, capture_output=True, env=env, timeout=SECONDS, check=False)  # noqa: S603 - our own code
    except subprocess.TimeoutExpired:
        raise InputTooLarge(where, f"is a PDF that takes more than {SECONDS:g} seconds to read", "take its text out first") from None
    if done.returncode:
        raise BinaryInput(where, "is a PDF that broke its reader, or needs too much memory", "save it anew, or take its text out first")
    said = json.loads(done.stdout)
    if "error" in said:
        raise _ERRORS[said["error"]](where, said["what"], said["remedy"])
    read = Read(**said)
    fields = {key: value for key, value in read.fields.items() if decode.arabic_share(value) > 0.5}
    return Document(read.text, name, title=fields.get("Title"), author=fields.get("Author"))


_ERRORS: Final[dict[str, type[InputError]]] = {c.__name__: c for c in (BinaryInput, EmptyInput, InputTooLarge)}


def child() -> None:
    """Read a PDF from standard input, write what it holds to standard output: the work of the process apart."""
    _hold(_MEMORY)
    try:
        found = read(sys.stdin.buffer.read())._asdict()
    except InputError as error:
        found = {"error": type(error).__name__, "what": error.what, "remedy": error.remedy}
    sys.stdout.write(json.dumps(found))


def _hold(size: int) -> None:
    """Hold no more memory than so many bytes, where the system can see to that."""
    try:
        import resource  # noqa: PLC0415 - POSIX has it, Windows has not
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(data: bytes, where: str = "the PDF") -> Read:
    """What a PDF holds, read in this process.

    Raises:
        BinaryInput: it is broken or locked.
        EmptyInput: it has no text layer.
        InputTooLarge: it has too many pages or letters.
    """
    found = _opened(data, where)
    try:
        count = len(found)
        if count > PAGES:
            raise InputTooLarge(where, f"has {count:,} pages, more than {PAGES:,}", _SPLIT)
        brackets = visual.Brackets()
        pages, letters = [], 0
        for number in range(count):
            lines = _page(found, number)
            letters += sum(len(line.text) for line in lines)
            if letters > _LETTERS:
                raise InputTooLarge(where, f"holds more than {_LETTERS:,} letters", _SPLIT)
            for line in lines:
                if line.rtl:
                    brackets.watch(line.text)
            pages.append(lines)
        text = "\n".join(brackets.right(paragraph) for paragraph in flow.text(pages).split("\n"))
        if sum(c.isalpha() for c in text) < _LEAST:
            raise EmptyInput(where, "has no text layer, its pages are pictures", "let a program read the letters off them first (OCR)")
        return Read(text, found.get_metadata_dict(skip_empty=True), count)
    finally:
        found.close()


def _opened(data: bytes, where: str) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - loads a library of C++

    try:
        found = PdfDocument(data)
        if not len(found):
            raise BinaryInput(where, "is a PDF without pages", "was it saved whole?")
    except PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise BinaryInput(where, "is a PDF locked with a password", "save it without one") from None
        raise BinaryInput(where, "is a broken PDF, perhaps cut off", "fetch or save it anew") from None
    return found


def _page(found: PdfDocument, number: int) -> list[flow.Line]:
    """The lines of a page; a page that can't be read has none."""
    from pypdfium2 import PdfiumError  # noqa: PLC0415 - as above

    try:
        page = found[number]
        text_page = page.get_textpage()
    except PdfiumError:
        return []
    try:
        rows = _rows(_glyphs(text_page))
    finally:
        text_page.close()
        page.close()
    arabic, other = visual.rightward(g.text for row in rows for g in row)
    return [line for row in rows if (line := _line(row, arabic >= other))]


def _line(row: list[visual.Glyph], page_rtl: bool) -> flow.Line | None:
    arabic, other = visual.rightward(g.text for g in row)
    rtl = page_rtl if arabic or not other else arabic > other
    text = visual.line(row, rtl)
    if not text:
        return None
    inked = [g for g in row if g.text.strip()] or row
    left, right = min(g.left for g in inked), max(g.right for g in inked)
    em = sorted(g.em for g in inked)[len(inked) // 2]
    return flow.Line(text, left, right, inked[0].base, em, visual.first_word(row, rtl), rtl)


@dataclass(slots=True)
class _Stretch:
    """Glyphs that are drawn together: where in the page's order, and from where to where on which base line."""

    at: int
    glyphs: list[visual.Glyph]
    left: float = 0.0
    right: float = 0.0
    base: float = 0.0
    em: float = 0.0

    def measured(self) -> _Stretch:
        """Itself, with its box."""
        self.left, self.right = min(g.left for g in self.glyphs), max(g.right for g in self.glyphs)
        self.base, self.em = median(g.base for g in self.glyphs), max(g.em for g in self.glyphs)
        return self


def _rows(glyphs: list[visual.Glyph | None]) -> list[list[visual.Glyph]]:
    """Glyphs as lines, in the order in which the page draws them.

    A line may come in pieces, with another's between them: what stands on one base line, close together, is one.
    """
    stretches = [_Stretch(0, [])]
    for at, glyph in enumerate(glyphs):
        if glyph is None:
            stretches.append(_Stretch(at, []))
        else:
            stretches[-1].glyphs.append(glyph)
    whole = sorted((s.measured() for s in stretches if s.glyphs), key=lambda s: -s.base)
    found: list[_Stretch] = []
    level: list[_Stretch] = []
    for one in [*whole, None]:
        if level and (one is None or level[0].base - one.base > _LEVEL * max(one.em, level[0].em)):
            found += _beside(level)
            level = []
        if one is not None:
            level.append(one)
    return [s.glyphs for s in sorted(found, key=lambda s: s.at) if not _stray(s.glyphs)]


def _stray(row: list[visual.Glyph]) -> bool:
    """Whether a line is one letter with its mark, no word: Chromium draws اً of a page's first line under the page before, too."""
    return len(row) == 1 and any(unicodedata.combining(c) for c in row[0].text)


def _beside(level: list[_Stretch]) -> list[_Stretch]:
    """Stretches of one base line, those close together made one; columns stay apart."""
    found: list[_Stretch] = []
    for one in sorted(level, key=lambda s: s.left):
        last = found[-1] if found else None
        if last is not None and one.left - last.right < _CLOSE * max(one.em, last.em):
            last.at = min(last.at, one.at)
            last.glyphs += one.glyphs
            last.right, last.em = max(last.right, one.right), max(last.em, one.em)
        else:
            found.append(one)
    return found


def _glyphs(page: PdfTextPage) -> list[visual.Glyph | None]:
    """A page's glyphs in the order that pdfium gives them; ``None`` where it breaks the line."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - as above

    found: list[visual.Glyph | None] = []
    box, ink, matrix = pdfium.FS_RECTF(), [ctypes.c_double() for _ in range(4)], pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    held: list[str] = []
    place: Any = None

    def put() -> None:
        if held:
            found.append(visual.glyph("".join(held), *place))
            held.clear()

    for at in range(min(page.count_chars(), _GLYPHS)):
        code = pdfium.FPDFText_GetUnicode(page, at)
        if code in (10, 13):
            put()
            place = None
            if code == 10:
                found.append(None)
            continue
        if not code or 0xD800 <= code <= 0xDFFF:
            continue
        pdfium.FPDFText_GetLooseCharBox(page, at, box)
        if chr(code).isspace() and box.right <= box.left:
            continue  # pdfium's own guess at a space: the gap itself is looked at
        pdfium.FPDFText_GetCharOrigin(page, at, x, y)
        pdfium.FPDFText_GetMatrix(page, at, matrix)
        pdfium.FPDFText_GetCharBox(page, at, *ink)
        em = pdfium.FPDFText_GetFontSize(page, at) * math.hypot(matrix.c, matrix.d) or box.top - box.bottom
        bare = abs(ink[0].value - box.left) + abs(ink[1].value - box.right) < _EXACT
        here = (box.left, box.right, y.value, em, x.value if bare else None)
        if here != place:
            put()
        place = here
        held.append(chr(code))
    put()
    return _seated(found)


def _seated(glyphs: list[visual.Glyph | None]) -> list[visual.Glyph | None]:
    """Glyphs of a letter and its mark, or of لا with one, whole again: pdfium parts their box in equal shares."""
    found = list(glyphs)
    gone: set[int] = set()
    for at, mark in enumerate(glyphs):
        if mark is None or at in gone or not unicodedata.combining(mark.text[:1] or " ") or mark.wide < _EXACT:
            continue
        group, left, right = [at], mark.left, mark.right
        near = [i for i in range(max(0, at - _NEAR), min(len(glyphs), at + _NEAR)) if i != at and i not in gone]
        grown = True
        while grown and len(group) < 4:
            grown = False
            for other in near:
                one = glyphs[other]
                if one is None or other in group or one.base != mark.base or abs(one.wide - mark.wide) > _EXACT:
                    continue
                if abs(one.left - right) < _EXACT or abs(left - one.right) < _EXACT:
                    group.append(other)
                    left, right = min(left, one.left), max(right, one.right)
                    grown = True
        if len(group) > 1:
            letters = visual.seated([g.text for i in sorted(group) if (g := glyphs[i]) is not None])
            found[at] = replace(mark, text=letters, left=left, right=right)
            gone.update(i for i in group if i != at)
    return [g for i, g in enumerate(found) if i not in gone]
