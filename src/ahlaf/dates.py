"""Dates as people type them, at the command line and in the page: a year in which no article was written is told, not taken.

A Hijri date would be taken for one of the Middle Ages, and find nothing.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from ahlaf.errors import WrongValue
from ahlaf.model import is_date

FIRST_YEAR: Final = 1800
LAST_YEAR: Final = 2100
HIJRI: Final = (1215, 1524)
"""The Hijri years that these are."""
HOW: Final = "write 2016, 2016-03 or 2016-03-14"


def typed(value: str) -> str:
    """A date in Latin digits; whether it is one at all is for whoever takes it to say.

    Raises:
        WrongValue: its year is none in which an article was written.

    >>> typed("٢٠١٦-٠٣-١٤"), typed("yesterday")
    ('2016-03-14', 'yesterday')
    >>> typed("1066")
    Traceback (most recent call last):
    ahlaf.errors.WrongValue: 1066 is not of the years 1800 to 2100; write 2016, 2016-03 or 2016-03-14
    """
    date = _latin(value)
    parts = [int(part) for part in re.findall(r"\d+", date)]
    if not parts or FIRST_YEAR <= parts[0] <= LAST_YEAR:
        return date
    what = f"{date} is not of the years {FIRST_YEAR} to {LAST_YEAR}; {HOW}"
    if HIJRI[0] <= parts[0] <= HIJRI[1]:
        from ahlaf.coding.times.calendars import iso  # noqa: PLC0415 - calendars are read where somebody errs

        same = iso("hijri", *parts) if len(parts) <= 3 else None
        what += ", of the Gregorian calendar" + (f": the Hijri {date} is {same.replace('/', ' to ')}" if same else "")
    raise WrongValue(what)


def known(value: str) -> str:
    """A date of publication, or nothing where nothing was typed.

    Raises:
        WrongValue: it is none, or none in which an article was written.

    >>> known(" ٢٠١٦-٠٣ "), known("")
    ('2016-03', '')
    >>> known("2015-02-31")
    Traceback (most recent call last):
    ahlaf.errors.WrongValue: the date 2015-02-31 can't be read: write 2016, 2016-03 or 2016-03-14
    """
    return _real(typed(value.strip()))


def told(value: str) -> str:
    """A date of which a text tells, of any year, or nothing where nothing was typed.

    Raises:
        WrongValue: it is none.

    >>> told("١٤٥٣-٠٥-٢٩"), told("")
    ('1453-05-29', '')
    """
    return _real(_latin(value.strip()))


def _latin(value: str) -> str:
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in value)


def _real(date: str) -> str:
    if date and not is_date(date):
        raise WrongValue(f"the date {date} can't be read: {HOW}")
    return date
