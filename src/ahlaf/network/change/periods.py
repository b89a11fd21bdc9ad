"""What is claimed when: the windows of :mod:`ahlaf.network.change` over the time that documents span.

A window is a day, a month or a year, whichever makes a table that can be read and whichever the documents' dates are
exact enough for. Articles remember and foretell: what speaks of a time before the first document or after the last one
is counted apart, and so is what is dated less exactly than the windows are. A document that is dated far from all the
others, by mistake as a rule, makes no windows (:func:`.spans.together`): its claims are counted apart too.

>>> from ahlaf.network import Party, Statement
>>> a, b = Party("A"), Party("B")
>>> network = Network.of([
...     Statement("1", a, b, "ALLY", 1, document="1", date="1967"),
...     Statement("2", a, b, "ALLY", 1, document="1", date="2014-01-10"),
...     Statement("3", a, b, "ASSAULT", -1, document="2", date="2014-03-10"),
... ])
>>> found = over_time(network, ["2014-01-10", "2014-03-10"])
>>> found.unit, [(label, w.claims) for label, w in found.windows], found.undated, found.elsewhere
('months', [('2014-01', 1), ('2014-02', 0), ('2014-03', 1)], 1, 0)
>>> over_time(network, ["2014-01-10", "2014-01-10"]) is None
True
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from ahlaf.errors import NetworkError
from ahlaf.network.change import Turned, Window, change
from ahlaf.network.change.spans import beginning, together
from ahlaf.network.graph import Network
from ahlaf.network.table import UNKNOWN_DAY, day_of

Unit = Literal["days", "months", "years"]
_UNITS: Final[dict[Unit, tuple[int, int]]] = {"days": (10, 45), "months": (7, 36 * 31), "years": (4, 10_000 * 366)}
"""Of each unit, how many letters a date must have for it, and over how many days it is used."""
_EXACT: Final = 0.9
"""So large a share of the documents is dated as exactly as the windows are."""
_MOST: Final = 0.5
"""So large a share has to be where there would be nothing to tell otherwise."""
_WORK: Final = 30_000_000
"""More windows times claims are not gone through."""
_SECONDS: Final = 0.02
"""For a window's index, which no report tells."""


@dataclass(frozen=True, slots=True)
class Periods:
    """Windows with what they are called, the ties that turned between them, and how many claims are in none."""

    unit: Unit
    windows: tuple[tuple[str, Window], ...]
    turned: tuple[Turned, ...]
    undated: int
    elsewhere: int


def over_time(network: Network, published: Iterable[str]) -> Periods | None:
    """The claims by the periods that their documents span; ``None`` where they have fewer than two dates or make no windows."""
    dates = [date for date in published if day_of(date) != UNKNOWN_DAY]
    near = _near(dates)
    dates = near if _unit(near) else dates
    unit = _unit(dates)
    if unit is None:
        return None
    letters = _UNITS[unit][0]
    exact = sorted(date[:10] for date in dates if len(date) >= letters)
    table = network.table
    rows = np.arange(len(table)) if network.rows is None else network.rows
    placed = np.array([len(d) >= letters and day_of(d) != UNKNOWN_DAY for d in table.dates] or [False], bool)[table.date]
    dated = Network(table, network.weights, rows[placed[rows]], network.factor)
    if not len(dated.gathered):
        return None
    if (day_of(exact[-1]) - day_of(exact[0])) // {"days": 1, "months": 28, "years": 365}[unit] * len(rows) > _WORK:
        return None
    try:
        found = change(dated, unit, since=beginning(day_of(exact[0]), unit), until=exact[-1], seconds=_SECONDS)
    except NetworkError:  # no report is lost for the want of this
        return None
    within = sum(w.claims for w in found.windows)
    if not within:
        return None
    told = int(placed[rows].sum())
    named = tuple((w.start[:letters], w) for w in found.windows)
    return Periods(unit, named, found.turned, len(rows) - told, told - within)


def _near(dates: list[str]) -> list[str]:
    """The dates that are not far from all the others.

    >>> _near(["1816"]), len(_near(["1816", *(f"2014-01-{day}" for day in range(10, 30))]))
    (['1816'], 20)
    """
    if not dates:
        return []
    first, last = together(np.array(sorted(day_of(date) for date in dates), np.int32), "years", 1)
    return [date for date in dates if first <= day_of(date) <= last]


def _unit(dates: list[str]) -> Unit | None:
    """The smallest unit that makes no more windows than can be read and that the dates are exact enough for.

    Where a few that are known by their year alone would leave nothing to tell, most have to be exact enough.

    >>> _unit(["2014-01-01", "2014-01-20"]), _unit(["2014-01-01", "2015-01-20"]), _unit(["2014", "2015-02-01"]), _unit(["2014"])
    ('days', 'months', 'years', None)
    >>> _unit(["2014", "2014-11-02", "2014-11-03", "2014-11-20"])
    'days'
    """
    for share in (_EXACT, _MOST):
        for unit, (letters, most) in _UNITS.items():
            exact = [date[:letters] for date in dates if len(date) >= letters]
            days = [day_of(date) for date in exact]
            if exact and max(days) - min(days) <= most and len(exact) >= share * len(dates):
                if len(set(exact)) > 1:
                    return unit
                break
    return None
