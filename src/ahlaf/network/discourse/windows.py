"""Discourse networks in windows over time.

**Time windows** (without a kernel). The middle moves by one unit at a time from the first date to the last, and the
window reaches round((w − 1) / 2) units to either side, ends included; only windows that lie wholly between the first
and last date are kept. With ``events``, the middle is each saying in turn and the window holds floor(w / 2) sayings
before and after it. (Where several sayings share a date at the rim, Discourse Network Analyzer draws some of them at
random; here they are taken in their order, so that the same data give the same networks.)

**Kernels.** The middle γ moves by one unit; a saying at t counts ζ(t) = K(d), d = 2 (γ − t) / w, the difference in whole
units. Two-mode cells add ζ (or ±ζ for ``subtract``); one-mode cells add √(ζ ζ′) for each pair of sayings that the
qualifier counts. w is raised to the next even number. With ``indent`` the first and last middle lie w / 2 units inside.
``average`` then multiplies a cell by Σ_j Σ_k 2 / (n(i, j, k) + n(i′, j, k)), over the cells where either says
something at all; other normalisations are refused, as there.

**Source.** The program's ``Exporter`` (3.0), and Leifeld's kernel-smoothed discourse networks.

>>> from ahlaf.network.discourse.sayings import Saying
>>> said = [Saying("a", "x", True, "2014-01-01"), Saying("b", "x", True, "2014-01-03")]
>>> [(w.middle, w.sayings, float(w.matrix.values.sum())) for w in windows(said, "days", 3)]
[('2014-01-02', 2, 2.0)]
>>> mid = windows(said, "days", 4, kernel="triangular")[1]
>>> mid.middle, mid.matrix.values.tolist()            # d = ±½, ζ = ½ for both; √(½ · ½)
('2014-01-02', [[0.0, 0.5], [0.5, 0.0]])
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ahlaf.errors import NetworkError
from ahlaf.network.change.kernels import kernel_of
from ahlaf.network.change.spans import MOST, UNITS, later, onward
from ahlaf.network.discourse.matrices import Matrix, counted, one_mode, one_mode_of, two_mode, two_mode_of
from ahlaf.network.discourse.sayings import Saying, dated
from ahlaf.network.table import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Slice:
    """A network at a time."""

    start: str
    middle: str
    end: str
    sayings: int
    matrix: Matrix


def windows(
    said: Sequence[Saying],
    unit: str = "months",
    size: int = 2,
    *,
    mode: str = "one",
    qualifier: str = "subtract",
    normalise: str = "no",
    kernel: str | None = None,
    indent: bool = False,
) -> list[Slice]:
    """Networks at every step of time; ``mode`` is ``one`` or ``two``."""
    if mode not in ("one", "two"):
        raise NetworkError(f"a discourse network has one mode or two, not {mode!r}")
    if unit not in UNITS:
        raise NetworkError(f"{unit!r} is no unit of time: they are {', '.join(UNITS)}")
    if size < 1:
        raise NetworkError("a window is at least 1 long")
    known = dated(said)
    if kernel is not None:
        if unit == "events":
            raise NetworkError("a kernel needs time: take days, weeks, months or years")
        return list(_smoothed(known, unit, size, mode, qualifier, normalise, kernel, indent=indent))
    build = one_mode if mode == "one" else two_mode
    found = []
    for start, middle, end, inside in _moving(known, unit, size):
        found.append(Slice(start, middle, end, len(inside), build(inside, qualifier, normalise)))
    return found


def _iso(day: int) -> str:
    return dt.date.fromordinal(day).isoformat()


def _moving(said: list[Saying], unit: str, size: int) -> Iterator[tuple[str, str, str, list[Saying]]]:
    days = [day_of(s.date) for s in said]
    if unit == "events":
        half = size // 2
        for at in range(half, len(said) - half):
            inside = said[at - half : at + half + 1]
            yield _iso(days[at - half]), _iso(days[at]), _iso(days[at + half]), inside
        return
    half = int((size - 1) / 2 + 0.5)
    for middle in _middles(days[0], days[-1], unit):
        start, end = later(middle, -half, unit), later(middle, half, unit)
        if start >= days[0] and end <= days[-1]:
            inside = [s for s, d in zip(said, days, strict=True) if start <= d <= end]
            yield _iso(start), _iso(middle), _iso(end), inside


def _middles(first: int, last: int, unit: str) -> Iterator[int]:
    count = 0
    while (middle := onward(first, count, unit)) <= last:
        if count > MOST:
            raise NetworkError(f"that makes more than {MOST} windows: take a larger unit")
        yield middle
        count += 1


def _apart(t: int, middle: int, unit: str) -> int:
    """Whole units from t to the middle, cut towards 0."""
    if unit == "days":
        return middle - t
    if unit == "weeks":
        return int((middle - t) / 7)
    a, b = dt.date.fromordinal(min(t, middle)), dt.date.fromordinal(max(t, middle))
    months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day)
    whole = months if unit == "months" else months // 12
    return whole if middle >= t else -whole


def _smoothed(
    said: list[Saying],
    unit: str,
    size: int,
    mode: str,
    qualifier: str,
    normalise: str,
    kernel: str,
    *,
    indent: bool,
) -> Iterator[Slice]:
    if normalise not in ("no", "average") or qualifier == "combine":
        raise NetworkError("with a kernel, only the normalisations no and average, and no combined qualifiers")
    if mode == "two" and normalise != "no":
        raise NetworkError("with a kernel, a two-mode network is not normalised")
    shape = kernel_of(kernel)
    size += size % 2
    days = [day_of(s.date) for s in said]
    first, last = days[0], days[-1]
    actors = tuple(sorted({s.actor for s in said}))
    concepts = tuple(sorted({s.concept for s in said}))
    plain = counted(said, None, actors, concepts)
    factor = _average(plain.agree.toarray(), plain.differ.toarray()) if normalise == "average" else None
    begin = later(first, size // 2, unit) if indent else first
    stop = later(last, -(size // 2), unit) if indent else last
    for middle in _middles(begin, stop, unit):
        start, end = later(middle, -(size // 2), unit), later(middle, size // 2, unit)
        weights = [
            shape(2 * _apart(d, middle, unit) / size) if kernel == "gaussian" or start <= d <= end else 0.0 for d in days
        ]
        if mode == "two":
            matrix = two_mode_of(counted(said, weights, actors, concepts), qualifier, "no")
        else:
            roots = [w**0.5 for w in weights]
            values = one_mode_of(counted(said, roots, actors, concepts), qualifier, "no").values
            matrix = Matrix(actors, actors, np.round(values if factor is None else values * factor, 12))
        inside = sum(w > 0 for w in weights)
        yield Slice(_iso(max(start, first)), _iso(middle), _iso(min(end, last)), inside, matrix)


def _average(agree: NDArray[np.float64], differ: NDArray[np.float64]) -> NDArray[np.float64]:
    """Σ 2 / (n + n′) over the cells where either says something."""
    size = len(agree)
    found = np.zeros((size, size))
    for i in range(size):
        for part in (agree, differ):
            both = part[i][None, :] + part
            found[i] += np.divide(2.0, both, out=np.zeros_like(both), where=both > 0).sum(axis=1)
    np.fill_diagonal(found, 0.0)
    return found
