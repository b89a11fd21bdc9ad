"""Camps and packings for large blocks, with the compiled loops of :mod:`._local`."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Final

import numpy as np

from ahlaf.network.balance._fast import fast
from ahlaf.network.balance._lp import CircleProgram, whole_packing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

LONGEST: Final = 16
"""No path of more edges is laid."""


MOST: Final = 25.0
"""No path is laid that costs more, quarrels included."""

ROUNDS: Final = 4
"""Quarrels in a row, while they help, before something is packed anew."""

PATIENCE: Final = 5
"""So often may quarrels and polishing gain next to nothing."""


class Large:
    """One large block as arrays: edges (u, v, signed whole weight)."""

    def __init__(self, size: int, edges: Sequence[tuple[int, int, int]], seed: int) -> None:
        self.size = size
        table = np.array(edges, dtype=np.int64)
        self.u, self.v, self.w = table[:, 0].copy(), table[:, 1].copy(), table[:, 2].copy()
        self.rng = np.random.default_rng(seed)
        self.start, self.to, self.name = self.rows(np.arange(len(edges)))

    def rows(self, which: NDArray[np.int64]) -> tuple[NDArray[np.int64], ...]:
        """Return some edges in rows: starts, neighbours, names."""
        u, v = self.u[which], self.v[which]
        ends = np.concatenate([u, v])
        others = np.concatenate([v, u])
        names = np.concatenate([which, which])
        order = np.argsort(ends, kind="stable")
        start = np.zeros(self.size + 1, dtype=np.int64)
        np.cumsum(np.bincount(ends, minlength=self.size), out=start[1:])
        return start, others[order], names[order]

    def cost(self, side: NDArray[np.int64]) -> int:
        """Return the weight of the edges that sides break."""
        kept = (self.w > 0) == (side[self.u] == side[self.v])
        return int(np.abs(self.w[~kept]).sum())

    def annealed(self, sweeps: int, hot: float, cold: float, side: NDArray[np.int64] | None = None) -> NDArray[np.int64]:
        """Return camps, cooled from random ones or from some that are given."""
        rng = self.rng
        if side is None:
            side = rng.choice(np.array([-1, 1]), self.size)
        side = side.astype(np.int64)
        weight = self.w[self.name]
        field = np.zeros(self.size, dtype=np.int64)
        np.add.at(field, self.u, self.w * side[self.v])
        np.add.at(field, self.v, self.w * side[self.u])
        mean = float(np.abs(self.w).mean())
        heats = mean * np.geomspace(hot, cold, sweeps)
        chances = -np.log(1.0 - rng.random(65536))
        run = fast("anneal")
        run(self.start, self.to, weight, side, field, heats, chances, int(rng.integers(65536)))
        still = np.zeros(1)
        while run(self.start, self.to, weight, side, field, still, chances, 0):
            pass
        return side


class Routing:
    """A packing of circles that each hold one edge broken by given camps."""

    def __init__(self, block: Large, side: Sequence[int]) -> None:
        self.block = block
        sides = np.array(side, dtype=np.int64)
        kept = (block.w > 0) == (sides[block.u] == sides[block.v])
        self.broken = np.nonzero(~kept)[0]
        self.rows = block.rows(np.nonzero(kept)[0])
        count, many = len(block.w), len(self.broken)
        self.need = np.abs(block.w[self.broken])
        self.asked = int(self.need.sum())
        self.room = np.abs(block.w)
        self.tried = np.zeros(count)
        u, v = block.u[self.broken], block.v[self.broken]
        degree = np.diff(self.rows[0])
        turn = degree[u] > degree[v]
        self.ends = np.stack([np.where(turn, v, u), np.where(turn, u, v)], axis=1).ravel()
        self.ring = np.zeros(many, dtype=np.int64)
        self.waiting = np.zeros(many, dtype=np.int64)
        circles = 3 * many + count // 2 + 100
        self.path = np.full(circles * LONGEST, -1, dtype=np.int64)
        self.whose = np.zeros(circles, dtype=np.int64)
        self.amount = np.zeros(circles, dtype=np.int64)
        self.free = np.arange(circles, dtype=np.int64)
        self.head = np.full(count, -1, dtype=np.int64)
        self.after = np.full(circles * LONGEST, -1, dtype=np.int64)
        self.before = np.full(circles * LONGEST, -1, dtype=np.int64)
        size = block.size
        self.marks = (
            np.zeros(size),
            np.zeros(size, dtype=np.int64),
            np.zeros(size, dtype=np.int64),
            np.zeros(size, dtype=np.int64),
            np.zeros(size),
            np.zeros(size, dtype=np.int64),
            np.zeros(size, dtype=np.int64),
        )
        self.heap = np.zeros(2 * count + 2, dtype=np.int64)
        self.key = np.zeros(2 * count + 2)
        self.state = np.array([0, 0, circles, 0], dtype=np.int64)

    @property
    def missing(self) -> int:
        """The weight of broken edges that is not packed yet."""
        return int(self.need.sum())

    def line_up(self) -> None:
        """Let every broken edge that still needs something queue, in random order."""
        waiting = np.nonzero(self.need > 0)[0]
        self.block.rng.shuffle(waiting)
        self.state[0], self.state[1] = 0, len(waiting)
        self.ring[: len(waiting)] = waiting
        self.waiting[:] = 0
        self.waiting[waiting] = 1

    def run(self, most: float, price: float, chunk: int, steps: int) -> int:
        """Lay routes; return how many were tried."""
        start, to, name = self.rows
        return int(
            fast("pack")(
                start, to, name, self.room, self.tried, self.ends, self.need, self.ring,
                self.waiting, self.path, self.whose, self.amount, self.free, self.head,
                self.after, self.before, *self.marks, self.heap, self.key, self.state,
                LONGEST, most, price, chunk, steps,
            )
        )  # fmt: skip

    def circles(self) -> list[tuple[tuple[int, ...], int]]:
        """Return the circles laid: edges, the broken one last, and their amounts."""
        found = []
        path = self.path.reshape(-1, LONGEST)
        for c in np.nonzero(self.amount > 0)[0].tolist():
            edges = [e for e in path[c].tolist() if e >= 0]
            found.append(((*edges, int(self.broken[self.whose[c]])), int(self.amount[c])))
        return found

    def take_out(self, circle: int) -> None:
        """Take a circle out; its broken edge needs that much again."""
        fast("take_out")(circle, LONGEST, self.path, self.amount, self.room, self.head, self.after, self.before)
        self.need[self.whose[circle]] += self.amount[circle]
        self.amount[circle] = 0
        self.free[self.state[2]] = circle
        self.state[2] += 1

    def put_in(self, broken: int, edges: list[int], amount: int) -> None:
        """Lay one circle: the rank of its broken edge, and its kept edges."""
        self.state[2] -= 1
        circle = int(self.free[self.state[2]])
        base = circle * LONGEST
        self.path[base : base + LONGEST] = -1
        self.amount[circle] = amount
        self.whose[circle] = broken
        self.need[broken] -= amount
        for slot, e in enumerate(edges, base):
            self.path[slot] = e
            self.room[e] -= amount
            self.before[slot] = -1
            first = self.after[slot] = self.head[e]
            if first >= 0:
                self.before[first] = slot
            self.head[e] = slot

    def greedy(self, deadline: float) -> None:
        """Lay what can be laid without quarrel, short circles first."""
        for most in (2.5, 3.5, 4.5, 5.5, 7.5):
            self.line_up()
            while self.state[1] > 0 and time.perf_counter() < deadline:
                self.run(most, 0.0, self.asked, 5000)

    def quarrel(self, steps: int) -> None:
        """Lay some more, over full edges too, taking out what was there."""
        self.tried *= 0.7
        self.line_up()
        self.run(MOST, 0.5, self.asked, steps)
        self.line_up()
        self.run(4.5, 0.0, self.asked, steps)

    def polish(self, circles: int, deadline: float) -> None:
        """Pack anew, as well as can be, where the quarrels are.

        About so many circles are taken out, those over the edges most quarrelled over. The
        best packing of what they leave free among their nodes is a small linear program.
        """
        block = self.block
        path = self.path.reshape(-1, LONGEST)
        live = np.nonzero(self.amount > 0)[0]
        quarrels = np.where(path[live] >= 0, self.tried[path[live]], 0.0).max(axis=1)
        wanted = self.need[self.whose[live]] > 0
        order = np.argsort(-np.where(wanted, np.inf, quarrels), kind="stable")
        out = live[order[:circles]]
        inside = np.zeros(block.size, dtype=bool)
        paths = path[out]
        for e in (paths[paths >= 0], self.broken[self.whose[out]], self.broken[self.need > 0]):
            inside[block.u[e]] = inside[block.v[e]] = True
        laid = [(int(self.whose[c]), [e for e in path[c].tolist() if e >= 0], int(self.amount[c])) for c in out.tolist()]
        missing = self.missing
        for c in out.tolist():
            self.take_out(c)
        rank = np.full(len(block.w), -1, dtype=np.int64)
        rank[self.broken] = np.arange(len(self.broken))
        free = self.room.copy()
        free[self.broken] = self.need
        use = np.nonzero((free > 0) & inside[block.u] & inside[block.v])[0]
        place = np.cumsum(inside) - 1
        signed = np.where(rank[use] >= 0, -free[use], free[use])
        ends = (place[block.u[use]].tolist(), place[block.v[use]].tolist())
        edges = list(zip(*ends, signed.tolist(), strict=True))
        found: list[tuple[tuple[int, ...], int]] = []
        if edges and self.missing:
            program = CircleProgram(int(inside.sum()), edges, [1] * int(inside.sum()))
            best = program.solve(math.inf, deadline)
            asked = [round(y * program.scale) for y in best.weight.tolist()]
            found = whole_packing([c for c, _ in best.rows], asked, np.abs(signed).tolist())
        new = []
        for circle, amount in found:
            names = [int(use[i]) for i in circle]
            broken = [int(rank[e]) for e in names if rank[e] >= 0]
            if len(broken) == 1 and len(names) <= LONGEST:
                new.append((broken[0], [e for e in names if rank[e] < 0], amount))
        if self.missing - sum(amount for _, _, amount in new) > missing:
            new = laid
        for broken_edge, names, amount in new:
            self.put_in(broken_edge, names, amount)


def best_camps(block: Large, deadline: float) -> list[list[int]]:
    """Return camps from several annealings; stop when the best has come up again."""
    found: list[tuple[int, list[int]]] = []
    for run in range(24):
        side = block.annealed(60 if run < 6 else 300, 2.5, 0.15)
        found.append((block.cost(side), side.tolist()))
        best = min(cost for cost, _ in found)
        if sum(cost == best for cost, _ in found) >= 3 or time.perf_counter() > deadline:
            break
    found.sort(key=lambda f: f[0])
    return [side for _, side in found]


def pack_well(routing: Routing, small: int, deadline: float) -> None:
    """Lay circles until less than ``small`` is missing, if it can be done in time."""
    routing.greedy(deadline)
    circles = 400
    missing = routing.missing
    stuck = 0
    while routing.missing >= small and stuck < PATIENCE and time.perf_counter() < deadline:
        for _ in range(ROUNDS):
            before = routing.missing
            routing.quarrel(max(1000, 2 * int((routing.need > 0).sum())))
            if routing.missing < small or routing.missing > 0.75 * before:
                break
        if routing.missing >= small and routing.missing > 0.75 * missing:
            routing.polish(circles, deadline)
            circles = circles * 3 // 2
            if routing.missing > 0.9 * missing:
                stuck += 1
        missing = min(missing, routing.missing)
