"""Reading the caller's edges, and weights as whole numbers.

All the work is done on whole numbers, so that nothing is proved by a rounding error. A
float is read as the decimal that it prints as: ``0.85`` is 17/20 and not the binary
fraction beside it; whole numbers, :class:`~fractions.Fraction` and
:class:`~decimal.Decimal` are taken as they are. If all weights are whole multiples of a
common unit that is not too small (a billionth of the total weight), the work is *exact*.
Else weights are rounded down to a unit of ``total / 2**50`` and results hold up to a
*tolerance* of a billionth of the total weight, which the result states.
"""

from __future__ import annotations

import math
import numbers
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from ahlaf.network.balance.result import Edge

FINE: Final = 10**9
"""Weights are exact while the total is at most this many units."""

ROUGH_BITS: Final = 50
"""The total is this many bits long where weights have to be rounded."""


class EdgeError(ValueError):
    """An edge that is not (node, node, weight) with a finite weight."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The caller's edges with numbered nodes and exact weights."""

    edges: list[Edge]
    nodes: list[Hashable]
    ends: list[tuple[int, int]]
    weights: list[Fraction | int]
    whole: list[int]
    """Each weight in units, rounded towards zero."""
    unit: Fraction
    """What one unit of ``whole`` is worth."""
    tolerance: Fraction
    """0 where the units are exact."""
    floats: bool
    """True if the caller uses floats, and so wants floats back."""


def exact(weight: object) -> Fraction | int:
    """Return a weight as an exact number.

    >>> exact(0.85), exact(-3), exact(2.0)
    (Fraction(17, 20), -3, 2)
    """
    if isinstance(weight, numbers.Integral):
        return int(weight)
    if isinstance(weight, numbers.Rational):
        value = Fraction(int(weight.numerator), int(weight.denominator))
    elif isinstance(weight, Decimal):
        if not weight.is_finite():
            message = f"a weight must be finite, and this is {weight!r}"
            raise EdgeError(message)
        value = Fraction(weight)
    elif isinstance(weight, numbers.Real):
        number = float(weight)
        if not math.isfinite(number):
            message = f"a weight must be finite, and this is {number!r}"
            raise EdgeError(message)
        value = Fraction(repr(number))
    else:
        message = f"a weight must be a number, and this is {weight!r}"
        raise EdgeError(message)
    return int(value) if value.denominator == 1 else value


def read(edges: Iterable[Edge]) -> Reading:
    """Read edges at the door: number the nodes, make the weights exact and whole."""
    given = list(edges)
    number: dict[Hashable, int] = {}
    ends: list[tuple[int, int]] = []
    weights: list[Fraction | int] = []
    known: dict[tuple[type, object], Fraction | int] = {}
    floats = False
    for place, edge in enumerate(given):
        try:
            u, v, weight = edge
            ends.append((number.setdefault(u, len(number)), number.setdefault(v, len(number))))
        except (TypeError, ValueError) as error:
            message = f"edge {place} must be (node, node, weight), and it is {edge!r}"
            raise EdgeError(message) from error
        if type(weight) is int:
            weights.append(weight)
            continue
        try:
            key = (type(weight), weight)
            value = known.get(key)
            if value is None:
                value = known[key] = exact(weight)
        except EdgeError as error:
            message = f"edge {place}: {error}"
            raise EdgeError(message) from None
        except TypeError:
            message = f"edge {place}: a weight must be a number, and this is {weight!r}"
            raise EdgeError(message) from None
        weights.append(value)
        floats = floats or not isinstance(weight, (numbers.Rational, Decimal))
    whole, unit, tolerance = _units(weights)
    return Reading(given, list(number), ends, weights, whole, unit, tolerance, floats)


def added(amounts: Iterable[Fraction | int]) -> Fraction:
    """The sum of many numbers of which few are different, for fractions are slow to add."""
    return sum((Fraction(amount) * times for amount, times in Counter(amounts).items()), Fraction(0))


def _units(weights: list[Fraction | int]) -> tuple[list[int], Fraction, Fraction]:
    """Return the weights as whole numbers, the worth of 1, and the tolerance."""
    total = added(w if w > 0 else -w for w in weights)
    if not total:
        return [0] * len(weights), Fraction(1), Fraction(0)
    different = set(weights)
    below = math.lcm(*(w.denominator for w in different))
    above = math.gcd(*(int(w * below) for w in different))
    unit = Fraction(above, below)
    if total / unit <= FINE:
        places = {w: int(w / unit) for w in different}
        return [places[w] for w in weights], unit, Fraction(0)
    unit = total / 2**ROUGH_BITS
    places = {w: math.trunc(w / unit) for w in different}
    return [places[w] for w in weights], unit, total / FINE
