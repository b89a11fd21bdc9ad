"""Both answers followed: branch and bound over one linear program.

An edge that the program half doubts is supposed to be kept, and then supposed to be
broken. Either supposition ties its ends, so a circle may walk it for nothing, and a
broken edge pays its weight. The program stays as it is, with the edge's doubt held at 0
or at 1, and goes on from where it was. On the way, whatever edge has too much to spare is
tied as well, and edges within what has been tied are as good as decided.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from ahlaf.network.balance._camps import cheapest_tree
from ahlaf.network.balance._cases import Fork, Leaf, OutOfTime, Packing, Ties, Tree
from ahlaf.network.balance._lp import whole_packing
from ahlaf.network.balance._ways import Ways

if TYPE_CHECKING:
    from collections.abc import Callable

    from ahlaf.network.balance._cases import Block
    from ahlaf.network.balance._lp import CircleProgram, Doubts
    from ahlaf.network.balance._reduce import Core

TAIL: Final = 0.03
"""Rather branch than add circles that close less than this share of what is missing."""


class Branching:
    """The search below one core whose program is not enough."""

    def __init__(
        self,
        block: Block,
        core: Core,
        program: CircleProgram,
        deadline: float,
        offer: Callable[[list[int]], None],
    ) -> None:
        self.block = block
        self.core = core
        self.program = program
        self.deadline = deadline
        self.offer = offer
        self.edges = core.edges()
        weight = core.records.weight
        self.signed = [(u, v, weight[r]) for u, v, r in self.edges]
        self.paid: Packing = [((a, b), amount) for a, b, amount in core.records.paid]
        self.ways = Ways(core.records, core.origin)
        self.held: dict[int, tuple[bool, int]] = {}
        """Edges decided: kept or not, and the record of ties between the ends."""
        self.cases = 0

    def run(self, found: Doubts) -> Tree:
        """Return the tree of cases."""
        return self._fork(found.doubt.tolist())

    @property
    def need(self) -> int:
        """What circles have to exceed."""
        return self.block.upper - self.block.grain

    def _suppose(self, ties: list[tuple[int, bool]]) -> list[int]:
        """Hold edges as kept or broken, and all that follow; return what is newly held."""
        for e, kept in ties:
            u, v, w = self.signed[e]
            self.ways.tie(u, v, 1 if (w > 0) == kept else -1)
        new = []
        weight = self.core.records.weight
        for e, (u, v, w) in enumerate(self.signed):
            if e in self.held:
                continue
            record = self.ways.between(u, v)
            if record is not None:
                kept = (weight[record] > 0) == (w > 0)
                self.held[e] = (kept, record)
                self.program.fix(e, kept)
                new.append(e)
        return new

    def _release(self, new: list[int], mark: int) -> None:
        """Take suppositions back."""
        for e in new:
            del self.held[e]
            self.program.fix(e, None)
        self.ways.back(mark)

    def _circles(self, found: Doubts) -> tuple[Packing, list[int]]:
        """Return the packing under what is supposed, and what edges have to spare."""
        held, edges = self.held, self.edges
        loose: list[tuple[int, ...]] = []
        walked: list[tuple[int, ...]] = []
        asked: list[int] = []
        for (circle, turned), y in zip(found.rows, found.weight.tolist(), strict=True):
            amount = round(y * self.program.scale)
            if amount <= 0:
                continue
            if any((e in turned) != (not held[e][0]) if e in held else e in turned for e in circle):
                continue
            free = tuple(e for e in circle if e not in held)
            if not free:
                continue
            loose.append(free)
            walked.append(tuple(held[e][1] if e in held else edges[e][2] for e in circle))
            asked.append(amount)
        limits = [abs(w) for _, _, w in self.signed]
        order = {id(c): w for c, w in zip(loose, walked, strict=True)}
        spare = limits[:]
        circles = self.paid[:]
        for free, amount in whole_packing(loose, asked, limits):
            circles.append((order[id(free)], amount))
            for e in free:
                spare[e] -= amount
        circles += [((edges[e][2], record), limits[e]) for e, (kept, record) in held.items() if not kept]
        return circles, spare

    def _case(self) -> Tree:
        """Bound what is supposed now; return a leaf, or go on."""
        self.cases += 1
        if time.perf_counter() > self.deadline:
            raise OutOfTime
        paid = sum(amount for _, amount in self.paid)
        enough = self.need + 0.02 * self.block.grain - paid
        found = self.program.solve(enough, self.deadline, TAIL)
        circles, spare = self._circles(found)
        total = sum(amount for _, amount in circles)
        records = self.core.records
        if total > self.need:
            return Leaf(records, circles)
        doubt = found.doubt.tolist()
        self.offer(cheapest_tree(len(self.core.adj), self.signed, doubt))
        if total > self.need:
            return Leaf(records, circles)
        tied = [e for e, s in enumerate(spare) if e not in self.held and total + s > self.need]
        if not tied:
            return self._fork(doubt)
        mark = self.ways.mark()
        ties = []
        for e in tied:
            u, v, w = self.signed[e]
            sign = 1 if w > 0 else -1
            if self.ways.tie(u, v, sign) is not None:
                tie = (self.core.origin[u], self.core.origin[v], sign)
                ties.append((tie, self.edges[e][2], spare[e]))
        new = self._suppose([])
        then = self._case() if any(doubt[e] > 1e-9 or not self.held[e][0] for e in new) else None
        if then is None:
            then = self._fork(doubt)
        self._release(new, mark)
        return Ties(records, circles, ties, then)

    def _fork(self, doubt: list[float]) -> Tree:
        """Choose an edge, and follow both answers."""
        best, at = -1.0, -1
        for e, x in enumerate(doubt):
            if e not in self.held:
                score = min(x, 1.0 - x) * abs(self.signed[e][2])
                if score > best:
                    best, at = score, e
        if at < 0:
            raise OutOfTime
        u, v, w = self.signed[at]
        sign = 1 if w > 0 else -1
        trees = []
        for kept in (True, False):
            mark = self.ways.mark()
            new = self._suppose([(at, kept)])
            trees.append(self._case())
            self._release(new, mark)
        return Fork((self.core.origin[u], self.core.origin[v], sign), trees[0], trees[1])
