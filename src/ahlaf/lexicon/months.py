"""The names of months, as the rule book's table of function words has them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from ahlaf.errors import LexiconError
from ahlaf.lexicon import tables
from ahlaf.lexicon.load import BUILT_IN

_WORDS: Final = BUILT_IN / "function.tsv"
_OTHERS: Final = ("hijri", "iranian")


class Month(NamedTuple):
    """A name of a month; ``calendar`` is ``gregorian``, ``hijri`` or ``iranian``."""

    name: str
    calendar: str
    number: int


@lru_cache(maxsize=1)
def months() -> tuple[Month, ...]:
    """Every name of a month, in the order of the table.

    >>> [m.name for m in months() if (m.calendar, m.number) == ("gregorian", 8)]
    ['آب', 'أغسطس', 'أوت', 'غشت', 'أغشت', 'شهر هانيبال']
    """
    found: list[Month] = []
    for row in tables.read(_WORDS, BUILT_IN, check=False):
        told = None if isinstance(row, LexiconError) or row["class"] != "month" else re.match(r"(\d+) (\w+)", row["note"])
        if told and not isinstance(row, LexiconError):
            found.append(Month(row["word"], told[2] if told[2] in _OTHERS else "gregorian", int(told[1])))
    return tuple(found)
