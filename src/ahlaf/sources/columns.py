"""Which column of a table, or which key of an object, holds which field of a document.

The user says it (``text=body,title=headline``), or it is guessed from how columns are usually called in
English and Arabic. Case, spaces, underscores, hamzas and the article make no difference.

>>> chosen(["ID", "Published at", "نص الخبر", "العنوان"], {}) == {"id": 0, "date": 1, "text": 2, "title": 3}
True
>>> chosen(["a", "b"], {"text": "b"})
{'text': 1}
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from ahlaf.model import Document
from ahlaf.text.views import fold, strip_marks

FIELDS: Final = ("text", "id", "title", "author", "outlet", "date", "url", "language")
"""The fields of a document, as a column map names them."""

_CALLED: Final = {
    "text": "text body content article fulltext articletext articlebody maintext contenttext story النص نصالمقال نصالخبر "
    "المتن متنالخبر المحتوى المقال الخبر",
    "id": "id guid uuid key docid documentid articleid المعرف الرقم رقمالمقال رقمالخبر",
    "title": "title headline heading articletitle subject العنوان عنوانالمقال عنوانالخبر",
    "author": "author authors writer byline creator journalist الكاتب اسمالكاتب المؤلف المحرر بقلم",
    "outlet": "outlet publisher newspaper sitename publication source sourcename site media domain "
    "الصحيفة الجريدة الوسيلة المصدر الموقع الناشر",
    "date": "date published publishedat publisheddate publishdate pubdate publicationdate datepublished dateposted datetime "
    "timestamp day time createdat created التاريخ تاريخالنشر تاريخالمقال تاريخالخبر اليوم",
    "url": "url link address permalink href uri sourceurl articleurl webaddress الرابط رابطالمقال رابطالخبر العنوانالالكتروني",
    "language": "language lang languagecode اللغة لغةالمقال",
}
_BREAKS: Final = re.compile(r"[\s_\-.:/]+")


def _plain(name: str) -> str:
    return _BREAKS.sub("", fold(strip_marks(name.strip("\ufeff \t\u200e\u200f"))).casefold()).removeprefix("ال")


_KNOWN: Final = {
    _plain(called): (name, rank) for name, many in _CALLED.items() for rank, called in enumerate(many.split())
}


@lru_cache(maxsize=4096)
def _guess(name: str) -> tuple[str, int] | None:
    return _KNOWN.get(_plain(name[:100]))


def parse(told: str) -> dict[str, str]:
    """A column map from how the user writes it.

    >>> parse("text=body, title=headline")
    {'text': 'body', 'title': 'headline'}

    Raises:
        ValueError: it is no column map, names an unknown field, or leaves the text out.
    """
    found: dict[str, str] = {}
    for part in filter(None, (p.strip() for p in told.split(","))):
        name, equals, column = (p.strip() for p in part.partition("="))
        if not equals or not column:
            raise ValueError(f"{part!r} is not like text=body: a field, =, the column that holds it")
        if name not in FIELDS:
            raise ValueError(f"{name!r} is no field of a document: these are {', '.join(FIELDS)}")
        if name in found:
            raise ValueError(f"{name!r} is named twice")
        found[name] = column
    if "text" not in found:
        raise ValueError("which column holds the text? write text=COLUMN")
    return found


def by_number(wanted: Mapping[str, str]) -> bool:
    """Whether a map counts columns from 1 instead of naming them: the table has no row of names."""
    return bool(wanted) and all(column.isdecimal() and column != "0" for column in wanted.values())


def chosen(names: Sequence[str], wanted: Mapping[str, str]) -> dict[str, int]:
    """Where each field lies among columns.

    Raises:
        KeyError: a column that the user names is not there.
    """
    found: dict[str, int] = {}
    if wanted:
        plain = [_plain(name) for name in names]
        for name, column in wanted.items():
            exact = [i for i, n in enumerate(names) if n.strip("\ufeff ") == column]
            alike = [i for i, n in enumerate(plain) if n == _plain(column)]
            if not exact and not alike:
                raise KeyError(column)
            found[name] = (exact or alike)[0]
        return found
    ranks: dict[str, int] = {}
    for index, name in enumerate(names):
        guess = _guess(name)
        if guess and guess[1] < ranks.get(guess[0], 1000):
            found[guess[0]], ranks[guess[0]] = index, guess[1]
    return found


def document(fields: Mapping[str, str], spare: str) -> Document:
    """A document from its fields; empty ones are not known, and one without an id gets ``spare``."""
    known = {name: value.strip() for name, value in fields.items() if name not in ("text", "id") and value.strip()}
    return Document(text=fields["text"], id=fields.get("id", "").strip() or spare, **known)
