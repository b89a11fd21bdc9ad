"""Exact reductions: a smaller network with the same index, and the way back.

The network is a :class:`Core`: nodes are small whole numbers, weights are whole numbers
whose sign is the sign of the edge, and at most one edge joins a pair. Every edge carries
a *record* that says of which older records it is made:

``LEAF``
    an edge of the caller;
``SERIES``
    two records end to end: the edge stands for the path through a node that has gone;
``BESIDE``
    two records of one sign side by side: the edge may be walked along either;
``TIE``
    no edge at all but an assumption that two nodes stand in a given relation
    (see :mod:`._prove`); it has no weight of its own and no limit.

Two rules do nearly all the work.

*Domination.* If one edge of a node weighs at least as much as the rest together, some
smallest set leaves it alone, and the node joins its neighbour. Its other edges become
``SERIES`` with the dominating one, which can carry them all: that is why a packing of
circles found later maps back. Nodes of degree 0, 1 and 2 are the smallest cases.

*Star to triangle.* A node with three edges a, b, c, none dominating, always costs what a
triangle with (a+b-c)/2, (a+c-b)/2 and (b+c-a)/2 costs. Weights are scaled beforehand so
that halves stay whole; where they would not, the star stays.

When two edges come to lie side by side with opposite signs the smaller weight is *paid*:
one circle of two edges goes to the packing, and the difference of the weights remains.

The way back for the camps is a list of undo steps, read backwards. A core is split along
its cut nodes into blocks (:mod:`._blocks`), and each block is a core of its own that
shares the records; ``origin`` says which node of the caller each of its nodes is.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAF: Final = 0
SERIES: Final = 1
BESIDE: Final = 2
TIE: Final = 3

SCAN: Final = 40
"""A node with more edges than this is looked at for a dominating edge only when asked."""


class Follow(NamedTuple):
    """Undo step: node takes the side of another, times a sign."""

    node: int
    other: int
    sign: int


class Answer(NamedTuple):
    """Undo step: node takes the side that breaks the least of these edges."""

    node: int
    star: tuple[tuple[int, int], ...]


Undo: TypeAlias = Follow | Answer


class Records:
    """What every edge that ever was is made of, and the circles already paid."""

    __slots__ = ("kind", "left", "paid", "right", "weight")

    def __init__(self) -> None:
        self.kind: list[int] = []
        self.left: list[int] = []
        self.right: list[int] = []
        self.weight: list[int] = []
        self.paid: list[tuple[int, int, int]] = []

    def add(self, kind: int, left: int, right: int, weight: int) -> int:
        """Write a record down and return its number."""
        self.kind.append(kind)
        self.left.append(left)
        self.right.append(right)
        self.weight.append(weight)
        return len(self.kind) - 1

    def copy(self) -> Records:
        """Return records that may go their own way, with nothing else shared."""
        twin = Records()
        twin.kind, twin.left, twin.right = self.kind[:], self.left[:], self.right[:]
        twin.weight, twin.paid = self.weight[:], self.paid[:]
        return twin


class Core:
    """A network under reduction: ``adj[u][v]`` is the record of the edge between u and v."""

    __slots__ = ("adj", "origin", "records", "trail")

    def __init__(self, size: int, records: Records, origin: list[int] | None = None) -> None:
        self.adj: list[dict[int, int]] = [{} for _ in range(size)]
        self.records = records
        self.origin = list(range(size)) if origin is None else origin
        self.trail: list[Undo] = []

    def copy(self) -> Core:
        """Return a core, with records of its own, in which one may suppose what one likes."""
        twin = Core(0, self.records.copy(), self.origin)
        twin.adj = [edges.copy() for edges in self.adj]
        return twin

    def edges(self) -> list[tuple[int, int, int]]:
        """Return (u, v, record) of every edge, u below v."""
        return [(u, v, record) for u, here in enumerate(self.adj) for v, record in here.items() if u < v]

    def suppose(self, u: int, v: int, sign: int) -> None:
        """Tie two nodes: u joins v."""
        self.contract(u, v, self.records.add(TIE, self.origin[u], self.origin[v], sign))

    def join(self, u: int, v: int, record: int) -> None:
        """Lay an edge between two different nodes, beside or against the one there."""
        adj = self.adj
        old = adj[u].get(v)
        if old is None:
            adj[u][v] = adj[v][u] = record
            return
        records = self.records
        weight = records.weight
        a, b = weight[old], weight[record]
        if (a > 0) == (b > 0):
            adj[u][v] = adj[v][u] = records.add(BESIDE, old, record, a + b)
            return
        total = a + b
        amount = min(abs(a), abs(b))
        records.paid.append((old, record, amount))
        if total == 0:
            del adj[u][v], adj[v][u]
        elif (total > 0) == (a > 0):
            weight[old] = total
        else:
            weight[record] = total
            adj[u][v] = adj[v][u] = record

    def contract(self, v: int, u: int, record: int) -> list[int]:
        """Let v join u along a record; return the nodes whose edges changed."""
        adj, records = self.adj, self.records
        weight = records.weight
        sign = 1 if weight[record] > 0 else -1
        touched = []
        for x, other in adj[v].items():
            del adj[x][v]
            if x != u:
                self.join(u, x, records.add(SERIES, record, other, sign * weight[other]))
                touched.append(x)
            elif other != record and (weight[other] > 0) != (sign > 0):
                records.paid.append((other, record, abs(weight[other])))
        adj[v].clear()
        self.trail.append(Follow(v, u, sign))
        touched.append(u)
        return touched

    def _star(self, v: int) -> tuple[int, ...]:
        """Turn the three edges of v into a triangle, if the weights stay whole."""
        adj, records = self.adj, self.records
        weight = records.weight
        (x, rx), (y, ry), (z, rz) = adj[v].items()
        a, b, c = abs(weight[rx]), abs(weight[ry]), abs(weight[rz])
        if (a + b + c) & 1:
            return ()
        self.trail.append(Answer(v, ((x, weight[rx]), (y, weight[ry]), (z, weight[rz]))))
        for far in (x, y, z):
            del adj[far][v]
        adj[v].clear()
        for p, rp, q, rq, w in (
            (x, rx, y, ry, (a + b - c) // 2),
            (x, rx, z, rz, (a + c - b) // 2),
            (y, ry, z, rz, (b + c - a) // 2),
        ):
            sign = 1 if (weight[rp] > 0) == (weight[rq] > 0) else -1
            self.join(p, q, records.add(SERIES, rp, rq, sign * w))
        return (x, y, z)

    def reduce(self) -> None:
        """Apply both rules until neither fits."""
        adj, weight = self.adj, self.records.weight
        todo = deque(range(len(adj)))
        waiting = bytearray(b"\1" * len(adj))
        while todo:
            v = todo.popleft()
            waiting[v] = 0
            here = adj[v]
            touched: Iterable[int] = ()
            degree = len(here)
            if degree == 0:
                continue
            best = total = 0
            to = record = -1
            for x, r in here.items():
                w = weight[r]
                if w < 0:
                    w = -w
                total += w
                if w > best:
                    best, to, record = w, x, r
            if 2 * best >= total:
                touched = self.contract(v, to, record)
            elif degree == 3:
                touched = self._star(v)
            for x in touched:
                if not waiting[x] and 0 < len(adj[x]) <= SCAN:
                    waiting[x] = 1
                    todo.append(x)

    def undo(self, side: list[int]) -> None:
        """Give every node that has gone its side (+1 or -1), last gone first."""
        for step in reversed(self.trail):
            if isinstance(step, Follow):
                side[step.node] = side[step.other] * step.sign
            else:
                pull = sum(w * side[x] for x, w in step.star)
                side[step.node] = 1 if pull >= 0 else -1
