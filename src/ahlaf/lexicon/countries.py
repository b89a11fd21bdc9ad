"""The names of countries by their codes, as the rule book's table of states has them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from ahlaf.errors import LexiconError
from ahlaf.lexicon import tables
from ahlaf.lexicon.load import BUILT_IN

_STATES: Final = BUILT_IN / "actors" / "states.tsv"


class Country(NamedTuple):
    """A country by its code (ISO 3166 alpha-3), in both languages."""

    code: str
    name: str
    name_en: str


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """The countries in the order of their codes.

    A country is called as the state whose id is its code; one that is no more, as the first state that bears its code.

    >>> [c.name_en for c in countries() if c.code in ("IRN", "YMD")]
    ['Iran', 'South Yemen']
    """
    found: dict[str, Country] = {}
    for row in tables.read(_STATES, BUILT_IN, check=False):
        if isinstance(row, LexiconError):
            continue
        code = row["country"]
        if code and code not in tables.PLACES_OF_COUNTRY and (row["id"] == code or code not in found):
            found[code] = Country(code, row["name"], row["name_en"])
    return tuple(found[code] for code in sorted(found))
