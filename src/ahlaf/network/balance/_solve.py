"""The order of work: read, reduce, find camps, prove, and write the certificate."""

from __future__ import annotations

import math
import time
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ahlaf.network.balance._camps import annealed
from ahlaf.network.balance._cases import Block, OutOfTime, grain
from ahlaf.network.balance._certify import Scribe, at_least
from ahlaf.network.balance._plan import plan
from ahlaf.network.balance._prove import LARGE, Prover
from ahlaf.network.balance._reduce import LEAF, Core, Records
from ahlaf.network.balance._scale import Reading, added, read
from ahlaf.network.balance.result import Frustration, Number, Part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ahlaf.network.balance._plan import Plan
    from ahlaf.network.balance.result import Edge

FACTOR: Final = 27720 * 4
"""Units are cut this fine, so that packings of halves, thirds … twelfths stay whole."""

ROUGH_FACTOR: Final = 8
"""The same where units are tiny already."""


def frustration(edges: Iterable[Edge], *, seconds: float | None = None, seed: int = 0) -> Frustration:
    """Return the frustration index of a signed network, with its proof.

    ``edges`` are ``(u, v, weight)``: any hashable nodes, the sign in the weight, a pair as
    often as one likes, in either order and with either sign. Each edge counts. A loop with
    a minus can never be satisfied, a loop with a plus always is; an edge of weight 0 says
    nothing but that its nodes are there.

    With ``seconds``, or interrupted from the keyboard, it returns the best bounds so far.

    >>> friends = [("a", "b", 1), ("b", "c", 1), ("a", "c", -1)]
    >>> found = frustration(friends)
    >>> found.value, found.proof, len(found.contradictions)
    (1, 'packing', 1)
    """
    began = time.perf_counter()
    deadline = math.inf if seconds is None else began + seconds
    reading = read(edges)
    work = _Work(reading)
    try:
        work.prepare()
        work.search(deadline, seed)
    except (OutOfTime, KeyboardInterrupt):
        pass
    return work.report(began)


def cheapest(edges: Iterable[Edge], deadline: float) -> tuple[int, ...] | None:
    """Return the places of a smallest set of edges, proved but without the proof; None if out of time."""
    work = _Work(read(edges))
    try:
        work.prepare()
        work.search(deadline, 0)
    except OutOfTime:
        return None
    return tuple(work.broken(work.sides())) if all(b.closed for b in work.blocks) else None


class _Work:
    """One network on its way from edges to a result."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.factor = ROUGH_FACTOR if reading.tolerance else FACTOR
        self.records = Records()
        self.scribe = Scribe(reading, self.records, self.factor)
        self.top: Plan | None = None
        self.blocks: list[Block] = []
        self.plans: list[Plan] = []
        whole = reading.whole
        self.coarse = grain(reading.ends, whole, len(reading.nodes)) * self.factor
        units = reading.tolerance / reading.unit * self.factor
        self.tolerance = math.floor(units)

    def prepare(self) -> None:
        """Lay the edges down, reduce them, and set out the blocks."""
        reading, records = self.reading, self.records
        core = Core(len(reading.nodes), records)
        loops = []
        for place, ((u, v), w) in enumerate(zip(reading.ends, reading.whole, strict=True)):
            if not w:
                continue
            record = records.add(LEAF, place, place, w * self.factor)
            if u != v:
                core.join(u, v, record)
            elif w < 0:
                loops.append(((record,), -w * self.factor))
        self.scribe.loops = list(loops)
        self.top = plan(core)
        self.plans = self.top.hard()
        share = self.tolerance // (2 * len(self.plans)) if self.plans else 0
        self.blocks = [Block(p.core, self.coarse, share) for p in self.plans]

    def search(self, deadline: float, seed: int) -> None:
        """Find camps for every block, and prove them best."""
        for block in self.blocks:
            size = len(block.core.adj)
            signed = [(u, v, w) for (u, v, _), w in zip(block.edges, block.weights, strict=True)]
            if len(signed) > LARGE:
                from ahlaf.network.balance._large import (  # noqa: PLC0415 - slow to import
                    Large,
                    best_camps,
                )

                found = best_camps(Large(size, signed, seed), deadline)
            else:
                found = annealed(size, signed, sweeps=40, runs=4, seed=seed)
            for side in found:
                block.offer(side)
        for block in self.blocks:
            Prover(block, deadline, seed).prove()

    def report(self, began: float) -> Frustration:
        """Write down what is known by now."""
        reading, scribe = self.reading, self.scribe
        side = self.sides()
        broken = self.broken(side)
        upper = added(w if w > 0 else -w for w in (reading.weights[i] for i in broken))
        packing = [((a, b), n) for a, b, n in self.records.paid] + scribe.loops
        for block in self.blocks:
            packing += block.packing
        circles = scribe.circles(self.records, packing)
        shown = self._rounded(added(c.weight for c in circles))
        parts: tuple[Part, ...] = ()
        proof = "packing"
        enough = upper - reading.tolerance
        if shown < enough:
            parts = scribe.parts(self.blocks)
            by_parts = added(p.bound for p in parts)
            if by_parts > shown:
                shown, proof = by_parts, "cases"
            else:
                parts = ()
        lower = shown
        if shown < enough:
            closed = self.blocks and self.top is not None and all(b.closed for b in self.blocks)
            proof = "search" if closed else "open"
            if closed:
                lower = max(lower, enough)
        proved = lower >= enough
        camps = (
            frozenset(n for n, s in zip(reading.nodes, side, strict=True) if s > 0),
            frozenset(n for n, s in zip(reading.nodes, side, strict=True) if s < 0),
        )
        return Frustration(
            value=self._number(upper) if proved else None,
            lower=self._number(lower),
            upper=self._number(upper),
            proved=proved,
            proof=proof,
            shown=self._number(shown),
            doubted=tuple(reading.edges[i] for i in broken),
            doubted_at=tuple(broken),
            camps=camps,
            contradictions=circles,
            parts=parts,
            tolerance=self._number(reading.tolerance),
            exact=(lower, upper),
            seconds=time.perf_counter() - began,
        )

    def broken(self, side: list[int]) -> list[int]:
        """Return the places of the edges that sides break."""
        pairs = enumerate(zip(self.reading.ends, self.reading.weights, strict=True))
        return [i for i, ((u, v), w) in pairs if w and (side[u] == side[v]) != (w > 0)]

    def sides(self) -> list[int]:
        """Return the best sides of all nodes, the larger camp first."""
        if self.top is None:
            return [1] * len(self.reading.nodes)
        for p, block in zip(self.plans, self.blocks, strict=True):
            p.side = block.side
        side = self.top.sides()
        return side if sum(side) >= 0 else [-s for s in side]

    def _rounded(self, shown: Fraction) -> Fraction:
        """Return a bound, rounded up to what a set of these weights can cost."""
        reading = self.reading
        if reading.tolerance:
            return shown
        step = self.coarse // self.factor
        minus = -sum(w for w in reading.whole if w < 0)
        return at_least(shown / reading.unit, minus, step) * reading.unit

    def _number(self, value: Fraction) -> Number:
        """Return a number of the caller's kind: whole, a float, or a fraction."""
        if value.denominator == 1 and not self.reading.floats:
            return value.numerator
        return float(value) if self.reading.floats else value
