"""What a text says of itself: title, author, outlet, date, language, where it is certain.

A wrong date is worse than none, and a wrong author too: only lines that are nothing but a date, a byline that says so
("بقلم: …", "كتب – …") and a name with its trade under it ("كاتب فلسطيني") count. The text is looked at, never altered.

>>> from ahlaf.model import Document
>>> lines = ["حرب أم سلام", "بقلم: كريم الساعدي", "الخميس 12 آذار 2015", "قال الوزير إن بلاده لن تتراجع عن اتفاقها مع الجيران. " * 3]
>>> found = complete(Document(chr(10).join(lines)))
>>> found.title, found.author, found.date, found.language
('حرب أم سلام', 'كريم الساعدي', '2015-03-12', 'ar')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from ahlaf.errors import NotArabic
from ahlaf.model import Document
from ahlaf.sources import dating, language
from ahlaf.text.views import fold

_HEAD: Final = 8
"""Bylines and datelines stand in the first lines."""
_TAIL: Final = 3
_PROSE: Final = 150
"""A line longer than this is prose; above it nothing is a heading any more."""
_NAME_WORD: Final = r"[\u0621-\u064a\u064b-\u0652\u0670-\u06d3ـ]{2,20}"
_NAME: Final = re.compile(rf"(?:(?:أ\.\s*)?د\.\s*|أ\.\s*|م\.\s*)?({_NAME_WORD}(?:\s+{_NAME_WORD}){{1,5}})")
_BY: Final = re.compile(
    r"[*•\-–—\s]*(?:بقلم(?:\s+(?:الكاتبة?|الأستاذة?|الدكتورة?|الصحافية?|الصحفية?))?|الكاتبة?|كاتبة?\s+المقال|تأليف)\s*[:/\-–—]?\s*(?P<name>.+)"
)
_WROTE: Final = re.compile(r"[*•\-–—\s]*(?:كتبت?|كتبها|كتبه|إعداد|تقرير)\s*[:/\-–—]\s*(?P<name>.+)")
_TRADE: Final = re.compile(
    r"[*(\s]*(?:كاتبة?|صحاف[يى]ة?|صحف[يى]ة?|باحثة?|محللة?|أكاديم[يى]ة?|إعلام[يى]ة?|رئيسة?\s+تحرير|مدون[ةه]?|أستاذة?)\b"
)
_PARTED: Final = re.compile(r"\s*[،,\-–—|(*]\s*")
_BYLINE_MARK: Final = re.compile(r"^\s*(?:بقلم|كتبت?|الكاتبة?)\b\s*[:/\-–—]?\s*")
_NO_NAME: Final = frozenset(
    fold(w)
    for w in (
        "في من إلى على عن مع بين حول ضد بعد قبل هل ماذا لماذا كيف متى هذا هذه ذلك التي الذي أن إن لا ما لم لن قد كان كانت "
        "المقال المقالة الموقع التحرير المحرر وكالات الكاتب حوار رأي خاص مراسل"
    ).split()
)
_NOBODY: Final = frozenset(
    "admin administrator root editor webmaster user author staff المحرر التحرير الادارة الإدارة وكالات مدير الموقع".split()
)
_SHOWN: Final = 200


def complete(document: Document) -> Document:
    """The document with what its first and last lines say for certain, where it is not known from elsewhere.

    Known dates are brought into ISO 8601, or dropped where they are none; the language is told from the text; the
    outlet is the address's domain where nothing better is known.
    """
    lines = [line.strip() for line in document.text[:20_000].splitlines() if line.strip()]
    last = [line.strip() for line in document.text[-2_000:].splitlines() if line.strip()][-_TAIL:]
    head = _head(lines)
    return replace(
        document,
        title=tidy(document.title) or title(lines),
        author=author_name(document.author) or author(head, last),
        outlet=tidy(document.outlet) or domain(document.url),
        date=dating.of_field(document.date) if document.date else dating.of_lines(head),
        language=language.of(document.text),
    )


def refusal(document: Document, where: str) -> NotArabic | None:
    """The error that says a text is in another language of the same letters; none where it is Arabic."""
    found = document.language or language.of(document.text)
    if found == "ar" or found not in language.NAMES:
        return None
    return NotArabic(where, f"is {language.NAMES[found]}, not Arabic", "Ahlaf reads Arabic only")


def tidy(value: str | None) -> str | None:
    """A field of metadata on one line, without what turns the direction of a page; ``None`` where nothing is left."""
    if not value:
        return None
    plain = re.sub(r"[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", " ", value)
    return " ".join(plain.split())[:_SHOWN] or None


def domain(url: str | None) -> str | None:
    """The host of an address, without www.

    >>> domain("https://www.example.org/a"), domain("news.txt")
    ('example.org', None)
    """
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def title(lines: Sequence[str]) -> str | None:
    """The first line, where it is short, ends like no sentence, and a text follows that is longer by far."""
    if len(lines) < 2 or len(lines[0]) > _PROSE or lines[0].endswith((".", "،", "؛", ":", ",", ";")):
        return None
    first = lines[0]
    longest = max(len(line) for line in lines[1:])
    if longest <= max(_PROSE / 2, 2 * len(first)) or dating.of_line(first) or _BY.fullmatch(first) or _WROTE.fullmatch(first):
        return None
    return tidy(first)


def author(head: Sequence[str], tail: Sequence[str] = ()) -> str | None:
    """The author that a text's first or last lines name for certain.

    >>> author(["حرب أم سلام", "عبد الباري عطوان", "كاتب فلسطيني"]), author(["حرب أم سلام", "عبد الناصر والقومية"])
    ('عبد الباري عطوان', None)
    """
    for line in (*head, *tail):
        said = _BY.fullmatch(line) or _WROTE.fullmatch(line)
        if said and (name := _name(_PARTED.split(said["name"], maxsplit=1)[0])):
            return name
    for at, line in enumerate(head):
        parts = [p for p in _PARTED.split(line, maxsplit=1) if p]
        if len(parts) == 1 and at + 1 < len(head):
            parts.append(head[at + 1])
        if len(parts) == 2 and _TRADE.match(parts[1]) and len(parts[1].split()) <= 8:
            name = _name(parts[0])
            if name and len(name.split()) <= 4:
                return name
    return None


def author_name(value: str | None) -> str | None:
    """An author's name as metadata gives it, without "بقلم" and without names that are nobody's.

    >>> author_name("بقلم: كريم الساعدي"), author_name("admin"), author_name("x@example.org")
    ('كريم الساعدي', None, None)
    """
    name = _BYLINE_MARK.sub("", tidy(value) or "").strip(" -–—:/")
    words = {w.lower() for w in name.split()}
    if not name or words <= _NOBODY or "@" in name or "://" in name or len(name) > 100:
        return None
    return name


def _head(lines: Sequence[str]) -> list[str]:
    found: list[str] = []
    for line in lines[:_HEAD]:
        if len(line) > _PROSE:
            break
        found.append(line)
    return found


def _name(text: str) -> str | None:
    """A person's name of two to six words, and nothing else."""
    said = _NAME.fullmatch(text.strip(" .:*()[]«»\"'"))
    if not said or any(fold(w) in _NO_NAME for w in said[1].split()):
        return None
    return " ".join(said[1].split())
