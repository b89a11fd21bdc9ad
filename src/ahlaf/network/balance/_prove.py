"""Proving the camps of one block best: bound, tie what the gap ties, reduce again.

Let U be what the best camps cost and g the least by which two camps can differ (all
weights may be whole, say, and then g is 1). Better camps cost U - g at most. If circles
add up to more than that, there are none, and U is proved. If they fall a little short,
take an edge with weight r to spare in the packing: camps that break it cost the packing
and r besides. Where that is more than U - g, better camps keep the edge, and its ends may
be *tied*. A few ties often let a whole block collapse under the exact reductions. Only
where no edge can be tied is there a choice to be made, and both answers to be followed
(:mod:`._branch`).

All of it is written down as it goes, so that it can be checked afterwards.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from ahlaf.network.balance._branch import Branching
from ahlaf.network.balance._camps import cheapest_tree, descend
from ahlaf.network.balance._cases import Leaf, OutOfTime, Ties
from ahlaf.network.balance._lp import CircleProgram, Doubts, whole_packing
from ahlaf.network.balance._ways import Ways

if TYPE_CHECKING:
    from collections.abc import Callable

    from ahlaf.network.balance._cases import Block, Packing, Tree
    from ahlaf.network.balance._reduce import Core

LARGE: Final = 4000
"""A block with more edges than this is packed by :mod:`._large` first."""


class Prover:
    """The search for a proof for one block."""

    def __init__(self, block: Block, deadline: float, seed: int) -> None:
        self.block = block
        self.deadline = deadline
        self.seed = seed
        ends = zip(block.edges, block.weights, strict=True)
        self._signed = [(u, v, w) for (u, v, _), w in ends]

    def prove(self) -> None:
        """Look for a proof until there is one or time runs out."""
        top = self.block.core.copy()
        top.records.paid = []
        tree = self._case(top, [top])
        if not self.block.met:
            self.block.tree = tree

    @property
    def need(self) -> int:
        """What circles have to exceed."""
        return self.block.upper - self.block.grain

    def _case(self, core: Core, path: list[Core]) -> Tree:
        """Return a proof that no camps better than the best are possible in a core."""
        if time.perf_counter() > self.deadline:
            raise OutOfTime
        core.reduce()
        records, weight = core.records, core.records.weight
        edges = core.edges()
        signed = [(u, v, weight[r]) for u, v, r in edges]
        circles: Packing = [((a, b), amount) for a, b, amount in records.paid]
        paid = sum(amount for _, amount in circles)
        packing: Packing = []
        program, found = None, None
        if len(edges) > LARGE:
            packing = self._pack(signed, paid, first=len(path) == 1)
        if edges and not (packing and self._ties(signed, packing, paid)):
            program = CircleProgram(len(core.adj), signed, self.block.side)
            found = program.solve(self.need + 0.02 * self.block.grain - paid, self.deadline)
            asked = [round(y * program.scale) for y in found.weight.tolist()]
            limits = [abs(w) for _, _, w in signed]
            other = whole_packing([c for c, _ in found.rows], asked, limits)
            packing = max(packing, other, key=lambda p: sum(amount for _, amount in p))
        circles += [(tuple(edges[e][2] for e in c), amount) for c, amount in packing]
        if len(path) == 1 and sum(a for _, a in circles) > self.block.shown:
            self.block.packing = circles
        total = sum(amount for _, amount in circles)
        if total > self.need:
            return Leaf(records, circles)
        self._round(path, signed, found)
        if total > self.need:
            return Leaf(records, circles)
        if time.perf_counter() > self.deadline:
            raise OutOfTime
        ties = self._ties(signed, packing, paid)
        if ties:
            return self._tie(core, path, circles, ties)
        if program is None or found is None:  # pragma: no cover - then total is enough
            raise OutOfTime
        branching = Branching(self.block, core, program, self.deadline, self._offer(path))
        return branching.run(found)

    def _pack(self, edges: list[tuple[int, int, int]], paid: int, *, first: bool) -> Packing:
        """Return a packing for many edges."""
        from ahlaf.network.balance._large import (  # noqa: PLC0415 - numba is slow to import
            Large,
            Routing,
            pack_well,
        )

        routing = Routing(Large(len(self.block.side), edges, self.seed), self.block.side)
        small = max(1, routing.asked + paid - self.need)
        try:
            pack_well(routing, small, self.deadline)
        except KeyboardInterrupt:
            # Stopped in the middle of a step: count again what fits, and keep that.
            laid = routing.circles()
            limits = [abs(w) for _, _, w in edges]
            packing = whole_packing([c for c, _ in laid], [a for _, a in laid], limits)
            if first:
                records = [r for _, _, r in self.block.edges]
                self.block.packing = [(tuple(records[e] for e in c), a) for c, a in packing]
            raise
        return routing.circles()

    def _ties(self, edges: list[tuple[int, int, int]], packing: Packing, paid: int) -> list[tuple[int, int]]:
        """Return the edges that better camps must keep, with the weight they have to spare.

        If the packing is enough for itself, all edges are such.
        """
        spare = [abs(w) for _, _, w in edges]
        total = paid
        for circle, amount in packing:
            total += amount
            for e in circle:
                spare[e] -= amount
        return [(e, s) for e, s in enumerate(spare) if total + s > self.need]

    def _tie(self, core: Core, path: list[Core], circles: Packing, tied: list[tuple[int, int]]) -> Tree:
        """Tie the ends of edges that have too much to spare, and go on."""
        inner = core.copy()
        ways = Ways(inner.records, core.origin)
        edges, weight = core.edges(), core.records.weight
        ties: list[tuple[tuple[int, int, int], int, int]] = []
        for e, spare in tied:
            u, v, record = edges[e]
            sign = 1 if weight[record] > 0 else -1
            joined = ways.tie(u, v, sign)
            if joined is not None:
                inner.contract(*joined)
                ties.append(((core.origin[u], core.origin[v], sign), record, spare))
        return Ties(core.records, circles, ties, self._case(inner, [*path, inner]))

    def _round(self, path: list[Core], edges: list[tuple[int, int, int]], found: Doubts | None) -> None:
        """Make camps of doubts, improve them, and offer them."""
        if found is not None and len(found.doubt):
            self._offer(path)(cheapest_tree(len(path[-1].adj), edges, found.doubt.tolist()))

    def _offer(self, path: list[Core]) -> Callable[[list[int]], None]:
        """Return what takes camps of the last core on a path and offers them to the block."""

        def offer(side: list[int]) -> None:
            for inner in reversed(path):
                inner.undo(side)
            descend(self._signed, side)
            self.block.offer(side)

        return offer
