"""Calendars and the words for their parts: ISO 8601 out of Gregorian and Hijri dates, and out of "last month".

A Hijri month covers parts of two Gregorian ones, so it becomes an interval of days:

>>> iso("hijri", 1436, 9, 15), iso("hijri", 1436, 9), iso("gregorian", 2016, 2, 30)
('2015-07-02', '2015-06-18/2015-07-16', None)
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from hijridate import Hijri

from ahlaf.coding.times import numbers
from ahlaf.lexicon.book import Lexicon
from ahlaf.lexicon.months import told
from ahlaf.text.views import fold

Calendar = Literal["gregorian", "hijri"]
_ISO: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d])")


class Month(NamedTuple):
    """A name of a month, as folded tokens."""

    tokens: tuple[str, ...]
    calendar: Calendar
    number: int
    sure: bool
    """False for a name that is also a person's or a common word: it needs a day and a year beside it."""


class Vocabulary(NamedTuple):
    """What the lexicon knows of times."""

    months: dict[str, list[Month]]
    """By first token, the longest first."""
    weekdays: dict[str, int]
    """Monday is 0."""
    ordinals: dict[str, list[tuple[tuple[str, ...], int]]]
    numerals: numbers.Numerals
    forms: dict[str, tuple[str, ...]]
    """Folded token → itself, and without its clitics, where that may begin a date; filled while reading."""


_KEPT: Final[dict[str, Vocabulary]] = {}
TIMES: Final = ("near-day", "part-of-day", "time-noun", "unit", "year")
"""Groups of words that tell when something is."""


def iso(calendar: Calendar, year: int, month: int = 0, day: int = 0) -> str | None:
    """A date as ISO 8601 writes it; an impossible one is none.

    >>> iso("gregorian", 2016), iso("gregorian", 2016, 3), iso("gregorian", 2016, 3, 14)
    ('2016', '2016-03', '2016-03-14')
    """
    try:
        if calendar == "gregorian":
            date(year, month or 1, day or 1)
            return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
        first = Hijri(year, month or 1, day or 1).to_gregorian()
        if day:
            return first.isoformat()
        last_month = month or 12
        last = Hijri(year, last_month, Hijri(year, last_month, 1).month_length()).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return f"{first.isoformat()}/{last.isoformat()}"


def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """What a lexicon knows of times; kept by the lexicon's digest."""
    kept = _KEPT.get(lexicon.digest)
    if kept is not None:
        return kept
    made = Vocabulary({}, {}, {}, numbers.numerals(lexicon), {})
    for word, classes in lexicon.function.items():
        tokens = tuple(fold(word).split())
        if "month" in classes:
            _add_month(made, tokens, classes["month"])
        if "weekday" in classes and classes["weekday"].isdecimal():
            made.weekdays[tokens[0]] = (int(classes["weekday"]) + 5) % 7
        value = re.match(r"value (\d+)", classes.get("ordinal", ""))
        if value:
            made.ordinals.setdefault(tokens[0], []).append((tokens, int(value.group(1))))
    for entries in (*made.months.values(), *made.ordinals.values()):
        entries.sort(key=lambda e: -len(e[0]))  # type: ignore[attr-defined]
    if lexicon.digest:
        if len(_KEPT) >= 8:
            _KEPT.clear()
        _KEPT[lexicon.digest] = made
    return made


def _add_month(made: Vocabulary, tokens: tuple[str, ...], note: str) -> None:
    month = told(note)
    if month is None or month[0] == "iranian":
        return
    calendar: Calendar = "hijri" if month[0] == "hijri" else "gregorian"
    made.months.setdefault(tokens[0], []).append(Month(tokens, calendar, month[1], True))
    if tokens[0] == "شهر" and calendar == "hijri":
        made.months.setdefault(tokens[1], []).append(Month(tokens[1:], calendar, month[1], False))


class Now:
    """The day of writing, as far as it is known, and what is told from it.

    >>> now = Now("2016-03-17")
    >>> now.moved("day", -1), now.moved("week", -1), now.moved("month", -3), now.weekday(3, -1)
    ('2016-03-16', '2016-03-07/2016-03-13', '2015-12', '2016-03-10')
    >>> Now("2016").moved("year", -1), Now("2016").moved("day", -1), Now(None).moved("year", -1)
    ('2015', None, None)
    """

    __slots__ = ("day", "month", "year")

    def __init__(self, written: str | None) -> None:
        self.year = self.month = 0
        self.day: date | None = None
        match = _ISO.match(written or "")
        if match is None:
            return
        year, month, day = (int(part or 0) for part in match.groups())
        known = iso("gregorian", year, month, day)
        if known is not None:
            self.year, self.month = year, month
            self.day = date.fromisoformat(known) if day else None

    def moved(self, unit: str, by: int) -> str | None:
        """The day, week, month or year that lies so many before or after the day of writing."""
        try:
            if unit == "year" and self.year:
                return iso("gregorian", self.year + by)
            if unit == "month" and self.month:
                months = self.year * 12 + self.month - 1 + by
                return iso("gregorian", months // 12, months % 12 + 1)
            if unit == "day" and self.day:
                return (self.day + timedelta(days=by)).isoformat()
            if unit == "week" and self.day:
                monday = self.day + timedelta(days=7 * by - self.day.weekday())
                return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
        except (ValueError, OverflowError):
            pass
        return None

    def month_moved(self, month: int, day: int, by: int) -> str | None:
        """Of "نيسان الماضي": the last April before the month of writing."""
        if not self.month:
            return None
        year = self.year
        if by < 0:
            year += (0 if month < self.month else -1) + by + 1
        elif by > 0 and month <= self.month:
            year += 1
        elif by == 0 and month != self.month:
            return None
        return iso("gregorian", year, month, day)

    def nearest(self, month: int, day: int) -> str | None:
        """The day of that month that lies nearest."""
        if self.day is None:
            return None
        today = self.day
        near = [date(year, month, day) for year in range(self.year - 1, self.year + 2) if iso("gregorian", year, month, day)]
        return min(near, key=lambda d: abs(d - today)).isoformat() if near else None

    def weekday(self, weekday: int, by: int) -> str | None:
        """The last such weekday (by -1), the next one (1), or the last, today counted in (0)."""
        if self.day is None:
            return None
        gap = (self.day.weekday() - weekday) % 7
        return self.moved("day", 7 - gap if by > 0 else -(gap or 7) if by < 0 else -gap)
