"""Time as the page draws it: claims for and against by period, and the pairs whose sign turned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal

from ahlaf.web import shapes_network as shapes
from ahlaf.web import told
from ahlaf.web.desk import Asked, Desk
from ahlaf.web.pictures import label, numbers
from ahlaf.web.shapes import Listed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ahlaf.network import Network
    from ahlaf.network.change import Turned

TURNED: Final = 50
WINDOWS: Final = 120
WORK: Final = 30_000_000
"""More periods with claims, or more periods times claims, are counted but not gone through for pairs that turned."""
_DAYS: Final = {"day": 1, "week": 7, "month": 30, "year": 365}
Unit = Literal["day", "week", "month", "year"]
_EXACT: Final[dict[Unit, int]] = {"day": 10, "week": 10, "month": 7, "year": 4}
"""Letters of a date that is as exact as these periods."""


def timeline(desk: Desk, asked: Asked, by: Unit) -> shapes.Timeline:
    """Claims for and against over time, and the pairs whose sign turned."""
    return desk.kept(asked, ("timeline", by), lambda network: _timeline(desk, network, by))


def _timeline(desk: Desk, network: Network, by: Unit) -> shapes.Timeline:
    plus, minus, undated = _counted(network, by)
    periods = sorted(plus.keys() | minus.keys())
    turned = _turned(network, by, len(periods))
    return shapes.Timeline(
        by=by,
        counts=[shapes.PeriodCount(period=p, for_=plus[p], against=minus[p]) for p in periods],
        undated=undated,
        turned=_quoted(desk, network, (turned or [])[:TURNED]),
        turned_total=len(turned or []),
        turned_known=turned is not None,
    )


def _counted(network: Network, by: Unit) -> tuple[Counter[str], Counter[str], int]:
    """How many claims of each period bind and how many divide, what is denied aside; and how many have no date."""
    table = network.table
    rows = _rows(network)
    plus: Counter[str] = Counter()
    minus: Counter[str] = Counter()
    undated = 0
    names = [_period(d, by) for d in table.dates]
    for date, sign, denied in zip(table.date[rows].tolist(), table.sign[rows].tolist(), table.denied[rows].tolist(), strict=True):
        if names[date] is None:
            undated += 1
        elif not denied:
            (plus if sign > 0 else minus)[str(names[date])] += 1
    return plus, minus, undated


def _rows(network: Network) -> NDArray[np.int64]:
    import numpy as np  # noqa: PLC0415 - read with the first network

    return np.arange(len(network.table)) if network.rows is None else network.rows


def _turned(network: Network, by: Unit, periods: int) -> list[Turned] | None:
    """The pairs whose sign turned, the latest first; ``None`` where that would be too much to look for."""
    import numpy as np  # noqa: PLC0415 - read with the first network

    from ahlaf.network import Network  # noqa: PLC0415 - as above
    from ahlaf.network.change import change  # noqa: PLC0415 - as above

    table, rows = network.table, _rows(network)
    # What is dated less exactly than the periods are is in none of them, and turns nothing.
    placed = np.array([len(d) >= _EXACT[by] for d in table.dates] or [False], bool)[table.date]
    exact = Network(table, network.weights, rows[placed[rows]], network.factor)
    days = table.day()[rows[placed[rows]]]
    dated = days[days > 0]
    if not len(dated):
        return []
    windows = (int(dated.max()) - int(dated.min())) // _DAYS[by] + 1
    if not len(exact.gathered) or periods > WINDOWS or windows * len(rows) > WORK:
        return None
    return sorted(change(exact, f"{by}s", seconds=0.02).turned, key=lambda t: t.start, reverse=True)


def _quoted(desk: Desk, network: Network, turned: Sequence[Turned]) -> list[shapes.Turned]:
    """Pairs that turned, each with the claims that told of it before and after."""
    ids = network.table.ids
    wanted = [n for t in turned for n in (numbers(ids, t.rows_before)[:3] + numbers(ids, t.rows_after)[:3])]
    quoted = told.quotations(desk.project, wanted)

    def quotes(some: Sequence[int]) -> list[shapes.Quotation]:
        return [quoted[n] for n in numbers(ids, some)[:3] if n in quoted]

    return [
        shapes.Turned(
            source=label(network, t.u),
            target=label(network, t.v),
            was=t.was,
            now=t.now,
            before=t.before,
            start=t.start,
            quotations_before=quotes(t.rows_before),
            quotations_after=quotes(t.rows_after),
        )
        for t in turned
    ]


def spanned(months: Mapping[str, int], first: str | None, last: str | None) -> list[str]:
    """The months (or years) of claims that a slider of time spans: those that the documents do.

    A year that an article remembers would begin it. Where the documents are of one month, or have no dates, it spans the
    times that the claims tell of, but for those that lie far from all the others.

    >>> spanned({"1967": 1, "2014": 2, "2016-03": 1, "2017-01": 1}, "2014-06-01", "2016-12-30")
    ['2014', '2016-03']
    >>> spanned({"1967": 1, "2011": 3, "2012-05": 4, "2016-03": 9}, "2016-03-01", "2016-03-04")
    ['1967', '2011', '2012-05', '2016-03']
    >>> spanned({"1967": 1, "2011": 20, "2012-05": 9, "2016-03": 9}, "2016-03-01", "2016-03-04")
    ['2011', '2012-05', '2016-03']
    >>> spanned({"1967": 1, "2011": 20}, None, None)
    ['1967', '2011']
    """
    import numpy as np  # noqa: PLC0415 - read with the first network

    from ahlaf.network.change.spans import together  # noqa: PLC0415 - as above
    from ahlaf.network.table import day_of  # noqa: PLC0415 - as above

    every = sorted(months)
    within = [m for m in every if first and last and first[: len(m)] <= m <= last[: len(m)] + "~"]
    if len(within) > 1 or not every:
        return within
    days = {month: day_of(month) for month in every}
    begin, end = together(np.sort(np.array([days[m] for m in every for _ in range(months[m])], np.int32)), "months", 1)
    near = [m for m in every if begin <= days[m] <= end]
    return near if len(near) > 1 else every


def told_in(desk: Desk, asked: Asked, by: Unit, period: str, limit: int, offset: int) -> Listed[shapes.Quotation]:
    """The claims that the timeline counts in a period, the earliest first: as many as its bar says."""

    def dated(network: Network) -> list[int]:
        table = network.table
        here = {at for at, date in enumerate(table.dates) if _period(date, by) == period}
        rows = range(len(table)) if network.rows is None else network.rows.tolist()
        found = [r for r in rows if int(table.date[r]) in here and not table.denied[r]]
        return numbers(table.ids, sorted(found, key=lambda r: (table.dates[table.date[r]], int(table.ids[r]))))

    known = desk.kept(asked, ("period", by, period), dated)
    return Listed(total=len(known), items=list(told.quotations(desk.project, known[offset : offset + limit]).values()))


def _period(date: str, by: Unit) -> str | None:
    """The period of a date; one that is less exact than periods are stands for itself: a year is no January.

    >>> _period("2016-03-16", "week"), _period("2016-03", "month"), _period("2016", "year"), _period("", "day")
    ('2016-03-14', '2016-03', '2016', None)
    >>> _period("2016", "month"), _period("2016-03", "week")
    ('2016', '2016-03')
    """
    from datetime import date as day  # noqa: PLC0415 - beside its one use
    from datetime import timedelta  # noqa: PLC0415

    from ahlaf.network.table import day_of  # noqa: PLC0415 - as above

    number = day_of(date)
    if not number:
        return None
    if len(date) < _EXACT[by]:
        return date
    found = day.fromordinal(number)
    if by == "week":
        found -= timedelta(days=found.weekday())
    return found.isoformat()[: _EXACT[by]]
