"""Change: the same network in windows over time.

**Definition.** A window is a stretch of so many days, weeks, months or years, or of so many dated claims
(``events``). A claim's weight in it is multiplied by the kernel of its distance d from the window's middle, in
half-widths (:mod:`.kernels`, here scaled to 1 in the middle, so that a claim at the middle counts as in the whole).
For each window: the claims and edges, the frustration index L with its bounds, and the balance

    balance = 1 − 2 L / W          (W the weight of all ties; Aref and Wilson 2018)

from 0 to 1, for at worst half the weight is frustrated. An edge has *turned* where the net sign of its tie differs
from the last window in which it had one. *Moved* are the actors that change camp against the last window in which
they were seen, camps turned so as to agree best, connected part by part.

**Edge cases.** Claims without a date are in no window and counted apart; a month or a year alone dates a claim at its
first day. Where windows count claims, those of one day are taken in their order, so that several windows may begin with
one day. Claims that lie far before or after all the others (:func:`.spans.together`) may be left out, so that one wrong
date doesn't stretch everything; they are told, and the first window then begins with the month or year of the first
that stays. A window without claims is kept, empty, and says so. With the gaussian kernel every claim is in every
window, a little; those beyond three half-widths are left out.

>>> from ahlaf.network import Network, Party, Statement
>>> a, b = Party("A"), Party("B")
>>> found = change(Network.of([
...     Statement("1", a, b, "ALLY", 1, document="1", date="2014-01-10"),
...     Statement("2", a, b, "ASSAULT", -1, document="2", date="2014-03-10"),
... ]), "months")
>>> [(w.start, w.claims, w.balance) for w in found.windows]
[('2014-01-10', 1, 1.0), ('2014-02-10', 0, None), ('2014-03-10', 1, 1.0)]
>>> [(t.was, t.now, t.start) for t in found.turned]
[(1, -1, '2014-03-10')]
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ahlaf.errors import NetworkError
from ahlaf.network.blocs.stability import parts
from ahlaf.network.change.kernels import KERNELS, kernel_of
from ahlaf.network.change.spans import UNITS, Span, beginning, spans, together
from ahlaf.network.table import UNKNOWN_DAY, day_of
from ahlaf.network.tensions.doubt import solve

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from ahlaf.network.graph import Network
    from ahlaf.network.tensions.doubt import Solved

__all__ = ["KERNELS", "UNITS", "Apart", "Change", "Turned", "Window", "change"]

_REACH = 3.0


@dataclass(frozen=True, slots=True)
class Window:
    """One window: what is in it, and how balanced it is (None where nothing is)."""

    start: str
    middle: str
    end: str
    claims: int
    actors: int
    plus: float
    minus: float
    lower: float
    upper: float
    proved: bool
    balance: float | None
    camps: tuple[frozenset[int], ...]
    moved: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Turned:
    """A tie whose sign differs from the last window in which it had one, with what is said for either, weightiest first."""

    u: int
    v: int
    was: int
    now: int
    before: str
    start: str
    rows_before: tuple[int, ...]
    rows_after: tuple[int, ...]
    window: int
    """The place of the window in which it turned."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Claims that lie far before or after all the others: from when to when, and how many."""

    start: str
    end: str
    claims: int


@dataclass(frozen=True, slots=True)
class Change:
    """Windows in order, the ties that turned, how many claims have no date, and those that were left out."""

    windows: tuple[Window, ...]
    turned: tuple[Turned, ...]
    undated: int
    apart: tuple[Apart, ...] = ()


def change(
    network: Network,
    unit: str = "months",
    size: int = 1,
    *,
    step: int | None = None,
    kernel: str = "uniform",
    since: str | None = None,
    until: str | None = None,
    whole: bool = True,
    seconds: float | None = 2.0,
    seed: int = 0,
) -> Change:
    """The network in windows; ``seconds`` is each window's time for its index.

    Not ``whole``, the few claims that lie far before or after all the others are left out.
    """
    network.need()
    dated, undated = _dated(network)
    day = network.table.day()
    apart: list[Apart] = []
    if not whole:
        dated, apart, begins = _close_together(dated, day, unit, size)
        since = begins or since
    shape = kernel_of(kernel)
    peak = shape(0.0)
    found: list[Window] = []
    turned: list[Turned] = []
    last_sign: dict[tuple[int, int], tuple[int, str, tuple[int, ...]]] = {}
    last_camp: dict[int, int] = {}
    for span in spans(day[dated], unit, size, step, since, until):
        factor = _factor(network, dated, day, span, shape, peak, kernel)
        at = np.flatnonzero(factor > 0)
        if not len(at):
            found.append(Window(span.start, span.middle, span.end, 0, 0, 0.0, 0.0, 0.0, 0.0, True, None, (), ()))
            continue
        net = network.scaled(factor)
        answer = solve(net.signed[0], seconds=seconds, seed=seed)
        found.append(_window(span, len(at), net, answer, _moved(net, answer.camps, last_camp)))
        _turn(net, span.start, len(found) - 1, last_sign, turned)
    return Change(tuple(found), tuple(turned), undated, tuple(apart))


def _dated(network: Network) -> tuple[NDArray[np.int64], int]:
    """The rows that have a date, by date, and how many have none.

    Raises:
        NetworkError: none has a date.
    """
    rows = np.arange(len(network.table)) if network.rows is None else network.rows
    day = network.table.day()
    dated = rows[day[rows] != UNKNOWN_DAY]
    if not len(dated):
        raise NetworkError("none of these claims has a date: without dates nothing can be seen to change")
    return dated[np.argsort(day[dated], kind="stable")], len(rows) - len(dated)


def _close_together(
    dated: NDArray[np.int64], day: NDArray[np.int32], unit: str, size: int
) -> tuple[NDArray[np.int64], list[Apart], str | None]:
    """The rows that lie close together, those that lie far from all the others, and when to begin where such were the first."""
    days = day[dated]
    first, last = together(days, unit, size)
    apart = [_apart(far) for far in (days[days < first], days[days > last]) if len(far)]
    return dated[(days >= first) & (days <= last)], apart, beginning(first, unit) if first > days[0] else None


def inexact(network: Network, unit: str) -> int:
    """How many claims are dated by less than a unit, and so stand in the first window of their year or month."""
    needed = {"days": 10, "weeks": 10, "months": 7}.get(unit, 0)
    short = np.array([0 < len(date) < needed and day_of(date) != UNKNOWN_DAY for date in network.table.dates] or [False], bool)
    at = network.table.date if network.rows is None else network.table.date[network.rows]
    return int(short[at].sum())


def _window(span: Span, claims: int, net: Network, answer: Solved, moved: tuple[int, ...]) -> Window:
    edges = net.signed[0]
    plus, minus = sum(w for _, _, w in edges if w > 0), -sum(w for _, _, w in edges if w < 0)
    return Window(
        span.start,
        span.middle,
        span.end,
        claims,
        len(net.actors),
        round(plus, 6),
        round(minus, 6),
        round(answer.lower, 6),
        round(answer.upper, 6),
        answer.proved,
        round(1 - 2 * answer.upper / (plus + minus), 6) if plus + minus else None,
        answer.camps,
        moved,
    )


def _apart(far: NDArray[np.int32]) -> Apart:
    whole = Span(int(far[0]), int(far[-1]) + 1)
    return Apart(whole.start, whole.end, len(far))


def _factor(
    network: Network,
    dated: NDArray[np.int64],
    day: NDArray[np.int32],
    span: Span,
    shape: Callable[[float], float],
    peak: float,
    kernel: str,
) -> NDArray[np.float64]:
    """The kernel's weight for every row of the table; ``dated`` are the rows with a date, by date."""
    factor = np.zeros(len(network.table))
    if span.claims is not None and kernel != "gaussian":
        dated = dated[slice(*span.claims)]
    if kernel == "uniform":
        inside = dated[(day[dated] >= span.first) & (day[dated] < span.after)]
        factor[inside] = 1.0
        return factor
    half = max((span.after - span.first) / 2, 0.5)
    middle = span.first + (span.after - 1 - span.first) / 2
    far = (day[dated] - middle) / half
    reach = _REACH if kernel == "gaussian" else 1.0
    near = np.abs(far) <= reach
    factor[dated[near]] = [shape(d) / peak for d in far[near]]
    return factor


def _turn(
    net: Network, start: str, window: int, last: dict[tuple[int, int], tuple[int, str, tuple[int, ...]]], turned: list[Turned]
) -> None:
    for tie in net.ties:
        if tie.weight == 0:
            continue
        sign = 1 if tie.weight > 0 else -1
        at = tie.at_plus if sign > 0 else tie.at_minus
        rows = net.heaviest(net.gathered_ties.rows(at), denied=False)
        was = last.get((tie.u, tie.v))
        if was is not None and was[0] != sign:
            turned.append(Turned(tie.u, tie.v, was[0], sign, was[1], start, was[2], rows, window))
        last[tie.u, tie.v] = (sign, start, rows)


def _moved(net: Network, camps: tuple[frozenset[int], ...], last: dict[int, int]) -> tuple[int, ...]:
    """Who changed camp; ``last`` is brought up to date."""
    side = {a: i for i, camp in enumerate(camps) for a in camp}
    moved: list[int] = []
    for part in parts(net):
        known = [a for a in part if a in last and a in side]
        same: dict[bool, int] = defaultdict(int)
        for a in known:
            same[last[a] == side[a]] += 1
        turn = same[False] > same[True]
        for a in part:
            if a in side:
                now = side[a] ^ turn
                if a in last and last[a] != now:
                    moved.append(a)
                last[a] = now
    return tuple(sorted(moved))
