"""Where the ends of a claim stand to its words, for people: what the coder tells in symbols, in English and in Arabic.

``places.tsv`` says it in the words of the page (a test holds that they are the same).

>>> told("source a:علي+", "en"), told("target next", "ar")
('source: farther behind the trigger, with the preposition على', 'إلى: بعد الكلمة الدالّة مباشرة')
>>> told("confidence", "en")
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from ahlaf.exchange.said import said
from ahlaf.lexicon.tables import COMPOUND_PREPOSITIONS, PREPOSITIONS
from ahlaf.text import tsv
from ahlaf.text.views import fold

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language

TABLE: Final = Path(__file__).parent / "places.tsv"
_PLACE: Final = re.compile(r"(?P<end>source|target) (?P<place>[^:]+)(?::(?P<prep>.+?)(?P<far>\+?))?")
"""Where an end stands, in the symbols of :mod:`ahlaf.coding.ends.frames`."""


class Place(NamedTuple):
    """Where an end stands, taken apart."""

    end: str
    place: str
    prep: str
    far: bool


def taken(ref: str) -> Place | None:
    """Where an end stands, of a score's reference; None for what is no such thing.

    >>> taken("source a:علي+")
    Place(end='source', place='a', prep='على', far=True)
    """
    found = _PLACE.fullmatch(ref)
    if not found:
        return None
    prep = found["prep"] or ""
    return Place(found["end"], found["place"], _written().get(prep, prep), bool(found["far"]))


def told(ref: str, language: Language) -> str | None:
    """Where an end stands, in a language; None for what is no such thing, or is not known."""
    found = taken(ref)
    if found is None:
        return None
    words = table().get(found.place.replace("-", "_") + ("_far" if found.far else ""))
    return f"{said(found.end, language)}: {words[language == 'ar'].format(prep=found.prep)}" if words else None


@cache
def table() -> dict[str, tuple[str, str]]:
    """The words for each place, in English and in Arabic."""
    return {place: (en, ar) for place, en, ar in tsv.rows(TABLE, "place", "en", "ar")}


@cache
def _written() -> dict[str, str]:
    """A preposition as the tables of the rule book write it, by how it is folded."""
    return {fold(p): p for p in (*PREPOSITIONS, *COMPOUND_PREPOSITIONS)}
