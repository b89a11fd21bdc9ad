"""Checking a result without trusting what made it.

This page imports nothing of the solver. It reads the edges anew, counts again, and needs
no more than a patient person with a pencil would: adding, comparing, walking round
circles. Everything is exact fractions.

*From above.* The camps hold every node once. The edges they break are the doubted ones,
and weigh what the result says.

*From below.* Every contradiction is a circle, edge by edge, with an odd number of minuses;
no edge carries more than its weight; so at least the sum of the circles must be doubted.

*Rounding up.* Moving a set of nodes to the other camp changes the cost by a signed sum of
the edges around the set: a combination of degrees and of twice the weights. So all costs
are the same modulo g, the greatest common divisor of these, and a bound may be raised to
the next cost that can be.

*By cases.* The same, under suppositions: a circle may be closed by a tie, which weighs
nothing, where the tie has been supposed.
"""

from __future__ import annotations

import math
import numbers
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from ahlaf.network.balance.result import Either, Forced, Shown, Tie

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from ahlaf.network.balance.result import Case, Circle, Edge, Frustration, Part


@dataclass(frozen=True, slots=True)
class Verdict:
    """What holds of a result: true if nothing in it is false."""

    holds: bool
    faults: tuple[str, ...]
    lower: Fraction
    """The lower bound that was checked here."""
    upper: Fraction
    """The upper bound that was checked here."""
    proved: bool
    """True if both, checked here, meet (within the stated tolerance)."""
    says: str

    def __bool__(self) -> bool:
        return self.holds


class _Fault(Exception):
    """Something in the result is false."""


def verify(edges: Iterable[Edge], result: Frustration) -> Verdict:
    """Check both sides of a result against the edges it was made from.

    >>> from ahlaf.network.balance import frustration
    >>> triangle = [(1, 2, 1), (2, 3, 1), (3, 1, -1)]
    >>> verify(triangle, frustration(triangle)).says
    'proved: 1 must be doubted and 1 is enough'
    """
    ledger = _Ledger(list(edges))
    faults = []
    upper = lower = Fraction(0)
    try:
        upper = ledger.above(result)
    except _Fault as fault:
        faults.append(str(fault))
        upper = ledger.total
    try:
        lower = ledger.below(result)
    except _Fault as fault:
        faults.append(str(fault))
    try:
        tolerance = ledger.claims(result, lower)
    except _Fault as fault:
        faults.append(str(fault))
        tolerance = Fraction(0)
    proved = not faults and upper - lower <= tolerance
    return Verdict(not faults, tuple(faults), lower, upper, proved, _sentence(faults, lower, upper, result, proved=proved))


def _sentence(faults: list[str], lower: Fraction, upper: Fraction, result: Frustration, *, proved: bool) -> str:
    """Say what was found in words."""
    if faults:
        return "refused: " + "; ".join(faults)
    low, high = _short(lower), _short(upper)
    if proved:
        return f"proved: {low} must be doubted and {high} is enough"
    if result.proof == "search":
        return f"{high} is enough, and circles show that {low} must be doubted; that nothing between will do rests on the search alone"
    return f"between {low} and {high}: not proved"


def _short(value: Fraction) -> str:
    """Write a number as people do."""
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.12g}"


def _exact(weight: object) -> Fraction:
    """Read a weight exactly; a float is the decimal that it prints as."""
    if isinstance(weight, numbers.Rational):
        return Fraction(int(weight.numerator), int(weight.denominator))
    if isinstance(weight, Decimal):
        return Fraction(weight)
    return Fraction(repr(float(weight)))  # type: ignore[arg-type]


class _Ledger:
    """The edges, and the counting."""

    def __init__(self, edges: Sequence[Edge]) -> None:
        self.edges = edges
        known: dict[tuple[type, object], Fraction] = {}
        self.weight: list[Fraction] = []
        for _, _, weight in edges:
            key = (type(weight), weight)
            if key not in known:
                known[key] = _exact(weight)
            self.weight.append(known[key])
        self.total = sum((abs(w) for w in self.weight), Fraction(0))

    # from above

    def above(self, result: Frustration) -> Fraction:
        """Check the camps and what they break; return its weight."""
        left, right = result.camps
        if left & right:
            raise _Fault("a node is in both camps")
        nodes = {node for u, v, _ in self.edges for node in (u, v)}
        if nodes != left | right:
            raise _Fault("the camps are not made of the nodes")
        broken = [i for i, (u, v, _) in enumerate(self.edges) if self.weight[i] and ((u in left) == (v in left)) != (self.weight[i] > 0)]
        if broken != sorted(result.doubted_at):
            raise _Fault("the doubted edges are not those that the camps break")
        if [self.edges[i] for i in result.doubted_at] != list(result.doubted):
            raise _Fault("the doubted edges are not the caller's")
        upper = sum((abs(self.weight[i]) for i in broken), Fraction(0))
        if upper != result.exact[1]:
            raise _Fault(f"the doubted edges weigh {_short(upper)}, not {result.upper}")
        return upper

    # from below

    def below(self, result: Frustration) -> Fraction:
        """Check the packing and the cases; return the better bound."""
        everything = range(len(self.edges))
        shown = self._packed(result.contradictions, (), None, [])
        lower = self._rounded(shown, *self._costs(everything))
        if not result.parts:
            return lower
        seen: set[int] = set()
        by_cases = Fraction(0)
        for part in result.parts:
            if seen & part.at:
                raise _Fault("two parts share an edge")
            if not all(0 <= i < len(self.edges) for i in part.at):
                raise _Fault("a part has an edge that is not there")
            seen |= part.at
            self._part(part)
            by_cases += part.bound
        return max(lower, by_cases)

    def _costs(self, places: Iterable[int]) -> tuple[Fraction, Fraction]:
        """Return a possible cost among some edges, and the g that all costs share."""
        degree: dict[Hashable, Fraction] = {}
        minus = Fraction(0)
        twice: set[Fraction] = set()
        for i in places:
            u, v, _ = self.edges[i]
            size = abs(self.weight[i])
            twice.add(2 * size)
            if self.weight[i] < 0:
                minus += size
            if u != v:
                degree[u] = degree.get(u, Fraction(0)) + size
                degree[v] = degree.get(v, Fraction(0)) + size
        steps = twice | set(degree.values())
        below = math.lcm(*(s.denominator for s in steps))
        return minus, Fraction(math.gcd(*(int(s * below) for s in steps)), below)

    @staticmethod
    def _rounded(shown: Fraction, cost: Fraction, step: Fraction) -> Fraction:
        """Return the least possible cost that is not below what is shown."""
        return shown + (cost - shown) % step if step else shown

    def _packed(
        self,
        circles: Iterable[Circle],
        supposed: Sequence[Tie],
        within: frozenset[int] | None,
        load: list[dict[int, Fraction]],
    ) -> Fraction:
        """Check circles and add them to a load; return their weight."""
        carried = dict(load[0]) if load else {}
        shown = Fraction(0)
        for circle in circles:
            if circle.weight <= 0:
                raise _Fault("a circle without weight")
            shown += circle.weight
            self._odd(circle, supposed, within)
            for i in circle.at:
                carried[i] = carried.get(i, Fraction(0)) + circle.weight
        for i, burden in carried.items():
            if burden > abs(self.weight[i]):
                raise _Fault(f"edge {i} carries {_short(burden)} and weighs {_short(abs(self.weight[i]))}")
        if load:
            load[0] = carried
        return shown

    def _odd(self, circle: Circle, supposed: Sequence[Tie], within: frozenset[int] | None) -> None:
        """Check that a circle is one: closed, simple, odd, and made of what there is."""
        if len(set(circle.at)) < len(circle.at) or not circle.at:
            raise _Fault("a circle that walks an edge twice, or none")
        if not all(0 <= i < len(self.edges) for i in circle.at):
            raise _Fault("a circle over an edge that is not there")
        if within is not None and not within.issuperset(circle.at):
            raise _Fault("a circle that leaves its part")
        if tuple(self.edges[i] for i in circle.at) != circle.edges:
            raise _Fault("a circle of edges that are not the caller's")
        if not all(tie in supposed for tie in circle.ties):
            raise _Fault("a circle closed by a tie that was not supposed")
        minuses = sum(self.weight[i] < 0 for i in circle.at)
        minuses += sum(tie.sign < 0 for tie in circle.ties)
        if minuses % 2 == 0:
            raise _Fault("a circle with an even number of minuses")
        ends: dict[Hashable, list[Hashable]] = {}
        steps = [self.edges[i][:2] for i in circle.at] + [(t.u, t.v) for t in circle.ties]
        for u, v in steps:
            ends.setdefault(u, []).append(v)
            ends.setdefault(v, []).append(u)
        if any(len(around) != 2 for around in ends.values()):
            raise _Fault("a circle that is not closed, or meets itself")
        start = steps[0][0]
        reached, todo = {start}, [start]
        while todo:
            for node in ends[todo.pop()]:
                if node not in reached:
                    reached.add(node)
                    todo.append(node)
        if len(reached) < len(ends):
            raise _Fault("a circle in two pieces")

    # by cases

    def _part(self, part: Part) -> None:
        """Check that a part costs at least its bound."""
        cost, step = self._costs(part.at)
        bound = Fraction(part.bound)
        below = bound - step if step and (bound - cost) % step == 0 else None
        self._case(part.case, (), part.at, bound, below)

    @staticmethod
    def _enough(shown: Fraction, bound: Fraction, below: Fraction | None) -> bool:
        """Tell if a bound is shown: reached, or above the last possible cost before it."""
        return shown >= bound or (below is not None and shown > below)

    def _case(
        self,
        case: Case,
        supposed: tuple[Tie, ...],
        within: frozenset[int],
        bound: Fraction,
        below: Fraction | None,
    ) -> None:
        """Check one case under what is supposed."""
        if isinstance(case, Shown):
            shown = self._packed(case.circles, supposed, within, [])
            if not self._enough(shown, bound, below):
                raise _Fault("a case shows less than its part claims")
        elif isinstance(case, Either):
            contrary = Tie(case.tie.u, case.tie.v, -case.tie.sign)
            self._case(case.holds, (*supposed, case.tie), within, bound, below)
            self._case(case.fails, (*supposed, contrary), within, bound, below)
        else:
            self._forced(case, supposed, within, bound, below)

    def _forced(
        self,
        case: Forced,
        supposed: tuple[Tie, ...],
        within: frozenset[int],
        bound: Fraction,
        below: Fraction | None,
    ) -> None:
        """Check that the contrary of every tie asks for enough, and go on with the ties."""
        load: list[dict[int, Fraction]] = [{}]
        shown = self._packed(case.circles, supposed, within, load)
        for tie, circles in case.ties:
            contrary = Tie(tie.u, tie.v, -tie.sign)
            more = self._packed(circles, (*supposed, contrary), within, [dict(load[0])])
            if not self._enough(shown + more, bound, below):
                raise _Fault("a tie is not forced")
        self._case(case.then, supposed + tuple(t for t, _ in case.ties), within, bound, below)

    # what is claimed

    def claims(self, result: Frustration, lower: Fraction) -> Fraction:
        """Check that the result claims no more than was shown; return the tolerance."""
        low, high = result.exact
        fine = 10**9
        tolerance = Fraction(0)
        if result.tolerance:
            tolerance = self.total / fine
            units = math.lcm(*(w.denominator for w in self.weight))
            above = math.gcd(*(int(w * units) for w in self.weight))
            if self.total * units / above <= fine:
                raise _Fault("a tolerance where the weights are exact")
        if result.proof not in {"packing", "cases", "search", "open"}:
            raise _Fault(f"no such proof: {result.proof}")
        if low > high:
            raise _Fault("the lower bound is above the upper")
        if result.proof != "search" and low > lower:
            raise _Fault(f"a lower bound of {_short(low)} is claimed and {_short(lower)} shown")
        if result.proved != (high - low <= tolerance) or result.proved != (result.proof != "open"):
            raise _Fault("proved is claimed wrongly")
        if result.proved != (result.value is not None):
            raise _Fault("a value without a proof, or none with one")
        if result.value is not None and result.value != result.upper:
            raise _Fault("the value is not the bound that was proved")
        for said, meant in ((result.lower, low), (result.upper, high)):
            if said != meant and said != float(meant):
                raise _Fault("a bound is not the fraction it stands for")
        return tolerance
