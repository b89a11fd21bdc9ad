"""What a network is made of: statements, small frozen records.

A statement is a claim with everything that counting needs and nothing else: who said it, of
whom, in which document, in which words. The rooms that find and keep claims have records of
their own; :mod:`ahlaf.network.io` turns them into these, and a network knows no others.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_MARKS = re.compile(
    "[\N{ARABIC SIGN SALLALLAHOU ALAYHE WASSALLAM}-\N{ARABIC SMALL KASRA}"
    "\N{ARABIC FATHATAN}-\N{ARABIC WAVY HAMZA BELOW}\N{ARABIC LETTER SUPERSCRIPT ALEF}"
    "\N{ARABIC TATWEEL}\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069]"
)
_FOLD = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ؤ": "و", "ئ": "ي"}
)
_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """A name as it is compared: marks and tatweel gone, letter variants folded, one space.

    >>> fold("الدُّوَل  الإسلاميّة") == fold("الدول الاسلاميه")
    True
    >>> fold("USA")
    'usa'
    """
    bare = _MARKS.sub("", unicodedata.normalize("NFKC", name)).casefold().translate(_FOLD)
    return _SPACES.sub(" ", bare).strip()


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as a network knows it. Two parties with the same ``id`` are one actor.

    ``country`` is ISO 3166 alpha-3 (or IGO, IMG…); ``kind`` and ``sector`` are the lexicon's.
    ``names`` holds other names that the texts use: a question may be asked by any of them.
    """

    id: str
    name: str = ""
    name_en: str = ""
    kind: str = ""
    country: str = ""
    sector: str = ""
    names: tuple[str, ...] = ()

    def label(self, language: str = "ar") -> str:
        """The name in a language, or the next best.

        >>> Party("IRQ", "العراق", "Iraq").label("en"), Party("daesh", "داعش").label("en")
        ('Iraq', 'داعش')
        """
        first, second = (self.name_en, self.name) if language == "en" else (self.name, self.name_en)
        return first or second or self.id


def family(first: int | str) -> str:
    """The story of a document of a project, from the number of the first of its near copies."""
    return f"family:{first}"


def review_of(status: str) -> str:
    """What a person decided, from a project's word for how a claim stands."""
    return {"new": "", "disputed": "unsure"}.get(status, status)


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody says that ``source`` stands in ``relation`` to ``target``.

    ``sign`` is the relation's own (+1 or -1), whatever the polarity. ``denied`` is True where the
    text denies the relation. ``voices`` is the chain of speakers, the nearest first, and empty
    where the document's author speaks. ``story`` is the same for all near copies of one text (an
    agency report in six papers); empty, it is the document itself. ``date`` is ISO 8601 as far as
    known. ``review`` is what a person decided: empty, confirmed, corrected, refused or unsure.
    """

    id: str
    source: Party | None
    target: Party | None
    relation: str
    sign: int
    denied: bool = False
    modality: str = "asserted"
    voices: tuple[Party, ...] = ()
    credence: float = 1.0
    document: str = ""
    author: str = ""
    outlet: str = ""
    date: str = ""
    story: str = ""
    review: str = ""
    quote: str = ""
    start: int = -1
    end: int = -1
