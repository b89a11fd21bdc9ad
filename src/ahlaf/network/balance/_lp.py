"""The best fractional packing of odd circles, by linear programming.

Give every edge a doubt x between 0 and 1. In every circle with an odd number of minuses
the doubts must add up to 1 at least; the cheapest such doubts bound the index from below
(Barahona and Mahjoub 1986). There are far too many circles to write down, so they are
found as needed: a circle that asks for more is a short walk from a node to its own
mirror image in the *signed double cover*, where every node stands twice and a minus edge
crosses from one copy to the other. The dual of the program is a packing of circles.

HiGHS works in floating point, and nothing is taken from it on trust: the packing is
rounded down to whole units of the reduced weights, and what fits is counted again.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import highspy
import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

SLACK: Final = 1e-6
"""A circle whose doubts fall short of 1 by less than this is left alone."""


AGES: Final = 1e6
"""More seconds than these are no limit."""

Row: TypeAlias = "tuple[tuple[int, ...], tuple[int, ...]]"
"""A circle, and those of its edges that were supposed to be broken when it was found."""


@dataclass(slots=True)
class Doubts:
    """What the program found: a bound, the doubts, and the circles with their weights."""

    bound: float
    doubt: NDArray[np.float64]
    rows: list[Row]
    weight: NDArray[np.float64]


class CircleProgram:
    """The program of one block: edges are (u, v, signed whole weight).

    ``side``: any camps, the better the faster, for where to look for circles.
    """

    def __init__(self, size: int, edges: Sequence[tuple[int, int, int]], side: Sequence[int]) -> None:
        self.size = size
        self.u = np.array([e[0] for e in edges], dtype=np.int32)
        self.v = np.array([e[1] for e in edges], dtype=np.int32)
        weights = np.array([float(e[2]) for e in edges])
        self.minus = weights < 0
        self.scale = float(np.abs(weights).mean())
        self.cost = np.abs(weights) / self.scale
        count = len(edges)
        self.place = {(e[0], e[1]): i for i, e in enumerate(edges)}
        self.place.update({(e[1], e[0]): i for i, e in enumerate(edges)})
        self.rows: list[Row] = []
        self._known: set[Row] = set()
        self._rows = np.concatenate([self.u, self.u + size])
        self._columns = (self.v, self.v + size)
        self.broken = np.zeros(count, dtype=bool)
        self._wobble = 1e-7 * (1.0 + np.random.default_rng(0).random(count))
        self.roots, self._root = _cover(edges, side)
        from_u = self._root[self.u] >= 0
        either = from_u | (self._root[self.v] >= 0)
        self._near = np.nonzero(either)[0]
        self._from = np.where(from_u, self.u, self.v)[self._near]
        self._other = np.where(from_u, self.v, self.u)[self._near]
        self.model = _highs()
        self.model.addVars(count, np.zeros(count), np.full(count, np.inf))
        self.model.changeColsCost(count, np.arange(count, dtype=np.int32), self.cost)

    def fix(self, edge: int, kept: bool | None) -> None:
        """Suppose that an edge is kept or broken; None takes that back."""
        if kept is None:
            low, high = 0.0, np.inf
        else:
            low = high = 0.0 if kept else 1.0
        self.model.changeColBounds(edge, low, high)
        self.broken[edge] = kept is False

    def short_circles(self, doubt: NDArray[np.float64]) -> list[Row]:
        """Return odd circles, not yet known, whose doubts do not add up to 1.

        An edge supposed to be broken may be walked for nothing, with its sign turned.
        """
        size, known = self.size, self._known
        length = np.maximum(doubt, 0.0) + self._wobble
        length[self.broken] = self._wobble[self.broken]
        straight, across = self._columns
        columns = np.where(self.minus ^ self.broken, across, straight)
        mirrored = np.where(self.minus ^ self.broken, straight, across)
        cover = csr_array(
            (np.concatenate([length, length]), (self._rows, np.concatenate([columns, mirrored]))),
            shape=(2 * size, 2 * size),
        )
        far, before = dijkstra(cover, directed=False, indices=self.roots, return_predecessors=True)
        rank = self._root[self._from]
        turned = (self.minus ^ self.broken)[self._near]
        mirror = np.where(turned, self._other, self._other + size)
        short = far[rank, mirror] + length[self._near] < 1.0 - SLACK
        found: list[Row] = []
        for i in np.nonzero(short)[0].tolist():
            circle = self._walk(before[rank[i]], int(self._from[i]), int(mirror[i]), [int(self._near[i])])
            if circle is None:
                continue
            row = (circle, tuple(e for e in circle if self.broken[e]))
            if row not in known:
                known.add(row)
                found.append(row)
        return found

    def _walk(self, before: NDArray[np.int32], start: int, at: int, circle: list[int]) -> tuple[int, ...] | None:
        """Follow a shortest walk back to its start; None if it meets an edge twice."""
        size, place = self.size, self.place
        while at != start:
            last = int(before[at])
            circle.append(place[last % size, at % size])
            at = last
        circle.sort()
        once = tuple(dict.fromkeys(circle))
        return once if len(once) == len(circle) else None

    def add(self, rows: Sequence[Row]) -> None:
        """Write circles into the program: edges turned count as 1 less their doubt."""
        lengths = np.fromiter((len(c) for c, _ in rows), dtype=np.int32, count=len(rows))
        starts = np.zeros(len(rows), dtype=np.int32)
        np.cumsum(lengths[:-1], out=starts[1:])
        index = np.array([e for c, _ in rows for e in c], dtype=np.int32)
        value = np.ones(len(index))
        if self.broken.any():
            turned = [e in t for c, t in rows for e in c]
            value[np.array(turned)] = -1.0
        least = np.array([1.0 - len(t) for _, t in rows])
        infinite = np.full(len(rows), np.inf)
        self.model.addRows(len(rows), least, infinite, len(index), starts, index, value)
        self.rows.extend(rows)

    def solve(self, enough: float, deadline: float, least: float = 0.0) -> Doubts:
        """Add circles until none is short, the bound exceeds enough, or time runs out.

        Stop also when new circles close less than the share ``least`` of what is missing,
        unless that leaves nothing in doubt.
        """
        count = len(self.cost)
        best = Doubts(0.0, np.zeros(count), [], np.zeros(0))
        if self.rows and not self._run(best, deadline):
            return best
        while best.bound <= enough:
            found = self.short_circles(best.doubt)
            if not found:
                return best
            self.add(found)
            before = best.bound
            if not self._run(best, deadline):
                return best
            if least and best.bound - before < least * (enough - before):
                unsure = np.minimum(best.doubt, 1.0 - best.doubt)
                if bool((unsure > SLACK).any()):
                    return best
        return best

    def _run(self, best: Doubts, deadline: float) -> bool:
        """Solve the program as it stands; False if there was no time."""
        left = deadline - time.perf_counter()
        if left <= 0:
            return False
        if left < AGES:
            self.model.setOptionValue("time_limit", self.model.getRunTime() + left)
        self.model.run()
        if self.model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return False
        solution = self.model.getSolution()
        best.bound = self.model.getInfo().objective_function_value * self.scale
        best.doubt = np.array(solution.col_value)
        best.rows = self.rows[:]
        best.weight = np.array(solution.row_dual)
        return True


@cache
def _silence() -> None:
    """Make HiGHS say its name to nobody: the first program of a process prints it, whatever the options."""
    sys.stdout.flush()
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        highspy.Highs()  # type: ignore[no-untyped-call]
    finally:
        os.dup2(kept, 1)
        os.close(nowhere)
        os.close(kept)


def _highs() -> Any:  # noqa: ANN401 - it ships no types
    """An empty program, silent."""
    _silence()
    model = highspy.Highs()  # type: ignore[no-untyped-call]
    model.setOptionValue("output_flag", False)
    model.setOptionValue("threads", 1)
    return model


def _cover(edges: Sequence[tuple[int, int, int]], side: Sequence[int]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return nodes that touch every edge broken by some camps, and the rank of each node.

    Every odd circle holds a broken edge, so walks from these nodes find them all.
    """
    touched: dict[int, int] = {}
    broken = [(u, v) for u, v, w in edges if (side[u] == side[v]) != (w > 0)]
    for u, v in broken:
        touched[u] = touched.get(u, 0) + 1
        touched[v] = touched.get(v, 0) + 1
    chosen: set[int] = set()
    for u, v in sorted(broken, key=lambda e: -max(touched[e[0]], touched[e[1]])):
        if u not in chosen and v not in chosen:
            chosen.add(u if touched[u] >= touched[v] else v)
    roots = np.array(sorted(chosen), dtype=np.int32)
    rank = np.full(len(side), -1, dtype=np.int32)
    rank[roots] = np.arange(len(roots), dtype=np.int32)
    return roots, rank


def whole_packing(
    circles: Sequence[tuple[int, ...]],
    weights: Sequence[int],
    limits: Sequence[int],
) -> list[tuple[tuple[int, ...], int]]:
    """Return a packing in whole units within the limits, heaviest circles first.

    Each circle gets what it asks for as far as it fits, and then whatever is left.
    """
    left = list(limits)
    got = [0] * len(circles)
    order = sorted(range(len(circles)), key=lambda i: -weights[i])
    for asked in (True, False):
        for i in order:
            room = min(left[e] for e in circles[i])
            amount = min(room, weights[i]) if asked else room
            if amount > 0:
                got[i] += amount
                for e in circles[i]:
                    left[e] -= amount
    return [(circles[i], amount) for i, amount in enumerate(got) if amount]
