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


def told(note: str) -> tuple[str, int] | None:
    """The calendar and the number of a month, from the note of its row; nothing where the note tells none.

    >>> told("8 levantine"), told("9 hijri"), told("")
    (('gregorian', 8), ('hijri', 9), None)
    """
    found = re.match(r"(\d+) (\w+)", note)
    return (found[2] if found[2] in _OTHERS else "gregorian", int(found[1])) if found else None


@lru_cache(maxsize=1)
def months() -> tuple[Month, ...]:
    """Every name of a month, in the order of the table.

    >>> [m.name for m in months() if (m.calendar, m.number) == ("gregorian", 8)]
    ['آب', 'أغسطس', 'أوت', 'غشت', 'أغشت', 'شهر هانيبال']
    """
    found: list[Month] = []
    for row in tables.read(_WORDS, BUILT_IN, check=False):
        if not isinstance(row, LexiconError) and row["class"] == "month" and (month := told(row["note"])) is not None:
            found.append(Month(row["word"], *month))
    return tuple(found)
