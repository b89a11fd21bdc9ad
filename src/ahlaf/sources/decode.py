"""Bytes → text: which encoding an Arabic file is in, told from the bytes alone, with honest doubt.

The order of the questions:

1. A byte-order mark says it outright (UTF-8, UTF-16, UTF-32).
2. UTF-16 without a mark shows itself: every second byte of Arabic is 0x06, which UTF-8 text never holds.
3. Bytes that are no text at all (a PDF, a picture, NULs) are refused by name.
4. What decodes as UTF-8 is UTF-8: other Arabic encodings practically never do. A few broken places in
   an otherwise sound text are kept as U+FFFD, and said.
5. What is left has one byte a letter. Windows-1256 and ISO-8859-6 give the same letters up to ض and
   different ones after it, so the commonest letters of Arabic (ل ي م و ن) tell them apart: each reading
   is weighed by how often Arabic uses the letters that it yields, and the likelier one is taken.
6. Where neither looks like Arabic, charset-normalizer is asked; its guess counts only where the text
   that it gives does look like Arabic.

>>> decode("دعمت تركيا التنظيم في الحرب".encode("cp1256")).encoding
'windows-1256'
>>> decode("دعمت تركيا التنظيم في الحرب".encode("iso-8859-6")).encoding
'iso-8859-6'
"""

from __future__ import annotations

import codecs
import math
import re
from typing import Final, NamedTuple

from ahlaf.errors import BinaryInput, EmptyInput, EncodingError

ARABIC: Final = re.compile(r"[\u0620-\u064a\u0671-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdfb\ufe70-\ufefc]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_BOMS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC: Final = (
    (b"%PDF", "a PDF", "take its text out first, for instance with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an Office document", "unpack it, or save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "save it as plain text"),
    (b"{\\rtf", "a rich-text document", "save it as plain text"),
    (b"\x1f\x8b", "compressed with gzip", "unpack it first"),
    (b"\x89PNG", "a picture", "take its text out first"),
    (b"\xff\xd8\xff", "a picture", "take its text out first"),
    (b"GIF8", "a picture", "take its text out first"),
    (b"\x7fELF", "a program", "give a text"),
    (b"SQLite format 3", "a database", "give a text"),
)
_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

# How often the press uses each letter, in thousandths of all letters.
_PER_MILLE: Final = dict(
    zip(
        "اليمونترأبعةدسفهقحكجإطشصىخضذزثئغءظؤآ",
        (
            153, 116, 80, 61, 55, 51, 47, 47, 21, 33, 32, 32, 30, 25, 24, 24, 23, 19, 18,
            14, 11, 10, 9, 9, 8, 8, 6, 6, 6, 5, 5, 4, 3, 2, 1, 1,
        ),
        strict=True,
    )
)  # fmt: skip
_RARE: Final = math.log(0.0003)
_WEIGHT: Final = {letter: math.log(count / 1000) for letter, count in _PER_MILLE.items()}
_MARKS: Final = re.compile(r"[\u064b-\u0652\u0640\s\d.,،؛؟:;!()«»\"'\-–—‘’“”…%/\u200c-\u200f]")

PLAUSIBLE: Final = -3.55
"""The mean log frequency under which a reading doesn't look like Arabic; real text lies near -3.1, letters told wrongly below -3.7."""
_SURE: Final = 0.4
"""Two readings nearer to each other than this are told apart with doubt."""
_FEW: Final = 20
"""With fewer letters than this, one-byte encodings are told apart with doubt."""
_SAMPLE: Final = 200_000


class Decoded(NamedTuple):
    """A text, the encoding it was in, and what is doubtful about that (empty where nothing is)."""

    text: str
    encoding: str
    doubt: str = ""


def decode(data: bytes, where: str = "the input", declared: str = "") -> Decoded:
    """The text of some bytes.

    Args:
        data: all the bytes of one document.
        where: names the document in errors.
        declared: an encoding that the document itself names (an HTML page's ``meta``); it only tips the
            scale where the bytes leave it open.

    Raises:
        EmptyInput: no bytes, or white space only.
        BinaryInput: not text.
        EncodingError: no known encoding gives Arabic.
    """
    if not data.strip():
        raise EmptyInput(where, "is empty", "nothing to read in it")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _marked(data, encoding, where)
    wide = _wide(data)
    if wide:
        text = data.decode(wide, errors="replace")
        return Decoded(text, wide, f"read as {wide.upper()} without a byte-order mark")
    refuse_binary(data, where)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    return _damaged(data) or _one_byte(data, where, declared)


def looks(text: str) -> float:
    """How much a text's letters look like Arabic: the mean log frequency of all that is beyond ASCII.

    >>> looks("دعمت تركيا التنظيم") > PLAUSIBLE > looks("غظؤآثءژپ")
    True
    """
    seen = [c for c in text if c > "\x7f" and not _MARKS.match(c)]
    if not seen:
        return -9.0
    return sum(_WEIGHT.get(c, _RARE) for c in seen) / len(seen)


def arabic_share(text: str) -> float:
    """The share of Arabic letters among all letters; 0 where there is none.

    >>> arabic_share("abc دعم")
    0.5
    """
    letters = len(_LETTER.findall(text))
    return len(ARABIC.findall(text)) / letters if letters else 0.0


def _marked(data: bytes, encoding: str, where: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        name = encoding.removesuffix("-sig")
        return _whole(Decoded(text, name, f"{text.count(chr(0xFFFD))} broken places in the {name.upper()}"), where)
    return _whole(Decoded(text, encoding.removesuffix("-sig")), where)


def _whole(found: Decoded, where: str) -> Decoded:
    if not found.text.strip():
        raise EmptyInput(where, "is empty", "nothing to read in it")
    return found


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: the high bytes of Arabic letters and of spaces stand at every second place."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or b"\x06" not in sample:
        return ""
    even, odd = sample[0::2], sample[1::2]
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        letters, blanks = high.count(6), high.count(0)
        if letters and letters + blanks > 0.9 * len(high) and low.count(6) < 0.3 * len(low):
            return encoding
    return ""


def refuse_binary(data: bytes, where: str) -> None:
    """Make sure that bytes, or the first of them, are text in some encoding of one byte or in UTF-8.

    Raises:
        BinaryInput: they are none.
    """
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic):
            raise BinaryInput(where, f"is {what}, not text", remedy)
    sample = data[:_SAMPLE]
    if b"\x00" in sample or len(_CONTROLS.findall(sample)) > 0.01 * len(sample):
        raise BinaryInput(where, "is not text", "give plain text, HTML or JSON lines")


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken places (a cut at the end, a bad byte): sound letters far outnumber them."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if broken <= 0.01 * len(ARABIC.findall(text)) + 1 and looks(text.replace("\ufffd", "")) > PLAUSIBLE:
        places = "one broken place" if broken == 1 else f"{broken} broken places"
        return Decoded(text, "utf-8", f"{places} in the UTF-8, kept as U+FFFD")
    return None


def _one_byte(data: bytes, where: str, declared: str) -> Decoded:
    readings: list[tuple[float, str, str]] = []
    for encoding in ("windows-1256", "iso-8859-6"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:_SAMPLE]
        tip = 0.3 if declared.lower().replace("cp", "windows-") == encoding else 0.0
        readings.append((looks(sample) + tip, encoding, text))
    readings.sort(reverse=True)
    if readings and readings[0][0] >= PLAUSIBLE:
        score, encoding, text = readings[0]
        close = len(readings) > 1 and score - readings[1][0] < _SURE
        few = len(ARABIC.findall(text[:_SAMPLE])) < _FEW
        doubt = f"read as {encoding}, which the bytes leave open" if close or few else ""
        return Decoded(text, encoding, doubt)
    return _ask(data, where)


def _ask(data: bytes, where: str) -> Decoded:
    """What charset-normalizer makes of it; believed only where the outcome looks like Arabic, or has none at all."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, seldom needed

    best = from_bytes(data[:_SAMPLE]).best()
    guess = best.encoding if best is not None else ""
    if guess:
        text = data.decode(guess, errors="replace")
        if looks(text) >= PLAUSIBLE:
            return Decoded(text, guess, f"read as {guess}, which charset-normalizer guessed")
        latin = len(_LETTER.findall(text)) - len(ARABIC.findall(text))
        if latin and sum(c > "\x7f" for c in text) < 0.3 * latin:
            return Decoded(text, guess, f"read as {guess}, which charset-normalizer guessed")
    named = f"; charset-normalizer takes it for {guess}" if guess else ""
    raise EncodingError(where, f"is in no encoding that gives Arabic{named}", "save it as UTF-8")
