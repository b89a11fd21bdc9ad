"""Stretches of time: so many days, weeks, months or years, or so many dated claims.

>>> import numpy as np
>>> days = np.array([day_of(d) for d in ("2014-01-31", "2014-02-03", "2014-04-01")])
>>> [(s.start, s.end) for s in spans(days, "months", 2)]
[('2014-01-31', '2014-03-30'), ('2014-03-31', '2014-05-30')]
>>> [(s.start, s.end) for s in spans(days, "events", 2, 1)]
[('2014-01-31', '2014-02-03'), ('2014-02-03', '2014-04-01')]
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ahlaf.errors import NetworkError
from ahlaf.network.filters import last_day
from ahlaf.network.table import UNKNOWN_DAY, day_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

UNITS = ("days", "weeks", "months", "years", "events")
MOST = 20_000
_LAST = dt.date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Span:
    """From one day (in) to another (out)."""

    first: int
    after: int
    claims: tuple[int, int] | None = None
    """Where it holds so many claims: from which (in) to which (out) of all the dated ones, by date."""

    @property
    def start(self) -> str:
        """Its first day."""
        return dt.date.fromordinal(self.first).isoformat()

    @property
    def end(self) -> str:
        """Its last day."""
        return dt.date.fromordinal(self.after - 1).isoformat()

    @property
    def middle(self) -> str:
        """The day in its middle."""
        return dt.date.fromordinal((self.first + self.after - 1) // 2).isoformat()


def later(day: int, count: int, unit: str) -> int:
    """So many units later; a day that a month lacks becomes its last, and the calendar's first and last are the ends.

    >>> dt.date.fromordinal(later(day_of("2014-01-31"), 1, "months")).isoformat()
    '2014-02-28'
    """
    return min(onward(day, count, unit), _LAST)


def onward(day: int, count: int, unit: str) -> int:
    """So many units later; beyond the calendar's end the day after its last, so that whoever goes on is past every day.

    >>> onward(day_of("2014-01-31"), 9000, "years") - day_of("9999-12-31")
    1
    """
    if unit == "days":
        return max(1, min(day + count, _LAST + 1))
    if unit == "weeks":
        return max(1, min(day + 7 * count, _LAST + 1))
    date = dt.date.fromordinal(day)
    months = date.year * 12 + date.month - 1 + count * (12 if unit == "years" else 1)
    year, month = months // 12, months % 12 + 1
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return 1 if year < dt.MINYEAR else _LAST + 1
    return dt.date(year, month, min(date.day, calendar.monthrange(year, month)[1])).toordinal()


def together(days: NDArray[np.int32], unit: str, size: int) -> tuple[int, int]:
    """Between which days the claims lie that are not far from all the others.

    The shortest stretch that holds nineteen in twenty is looked for; far is what lies from it by more than its own length
    and a window's. Of fewer than twenty claims none is far, and windows that count claims are never empty.

    >>> import numpy as np
    >>> days = np.array([day_of("1915-03-01"), *range(day_of("2015-03-01"), day_of("2015-03-21"))])
    >>> [dt.date.fromordinal(d).isoformat() for d in together(days, "months", 1)]
    ['2015-03-01', '2015-03-20']
    """
    first, last, count = int(days[0]), int(days[-1]), len(days)
    held = count - count // 20
    if unit not in UNITS or unit == "events" or held == count:
        return first, last
    at = int((days[held - 1 :] - days[: count - held + 1]).argmin())
    start, end = int(days[at]), int(days[at + held - 1])
    reach = max(end - start, later(start, size, unit) - start)
    near = days[(days >= start - reach) & (days <= end + reach)]
    return int(near[0]), int(near[-1])


def beginning(day: int, unit: str) -> str:
    """The first day of the month or year that a day is in; the day itself where windows are neither.

    >>> [beginning(day_of("2015-07-13"), unit) for unit in ("weeks", "months", "years")]
    ['2015-07-13', '2015-07-01', '2015-01-01']
    """
    whole = dt.date.fromordinal(day)
    return {"months": whole.replace(day=1), "years": whole.replace(month=1, day=1)}.get(unit, whole).isoformat()


def spans(
    days: NDArray[np.int32],
    unit: str,
    size: int,
    step: int | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Iterator[Span]:
    """Spans of ``size`` units over sorted days, one every ``step`` (by default ``size``)."""
    if unit not in UNITS:
        raise NetworkError(f"{unit!r} is no unit of time: they are {', '.join(UNITS)}")
    step = size if step is None else step
    if size < 1 or step < 1:
        raise NetworkError("windows and their steps are at least 1 long")
    first, last = int(days[0]), int(days[-1])
    if since:
        first = day_of(since)
        if first == UNKNOWN_DAY:
            raise NetworkError(f"the date {since!r} can't be read: write 2016, 2016-03 or 2016-03-14")
    if until:
        if day_of(until) == UNKNOWN_DAY:
            raise NetworkError(f"the date {until!r} can't be read: write 2016, 2016-03 or 2016-03-14")
        last = last_day(until)
    if unit == "events":
        begin, end = (int(n) for n in days.searchsorted([first, last + 1]))
        if end - begin < size:
            raise NetworkError(f"a window of {size} events is more than the {end - begin} dated claims there are")
        for at in range(begin, end - size + 1, step):
            yield Span(int(days[at]), int(days[at + size - 1]) + 1, (at, at + size))
        return
    count = 0
    while (begin := onward(first, count * step, unit)) <= last:
        if count >= MOST:
            raise NetworkError(f"that makes more than {MOST} windows: take larger ones, or --since and --until")
        yield Span(begin, onward(first, count * step + size, unit))
        count += 1
