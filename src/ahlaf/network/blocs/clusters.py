"""As many camps as the ties ask for: correlation clustering, certified.

**Definition.** Over all partitions into any number of camps, the cost to be paid is

    C = min Σ plus ties across camps + Σ minus ties inside a camp

(Davis 1967, generalised balance; Bansal, Blum and Chawla 2004). The number of camps is not given: it is whatever
the cheapest partition has. An actor with nothing but minuses stands alone.

**Two sides of the number.** From above: local search (moving one actor, joining two camps) from several starts, the
first of them what the linear program below would hold together.
From below: a circle with *exactly one* minus can't be held by any number of camps, so one of its ties is paid for;
the best fractional packing of such circles is a linear program, solved by adding circles while any is violated.
Where both meet, the packing is the proof (``proof = "packing"``). Else the smallest set of ties that hits every such
circle is sought by branching (``"search"``); else bounds remain (``"open"``).

**Edge cases.** With ``most`` camps at the most, the lower bound stays that of any number of camps: still valid, less
often tight.

>>> three = [("a", "b", -1), ("b", "c", -1), ("a", "c", -1)]     # three enemies: three camps, nothing paid
>>> found = correlate(three)
>>> found.cost, len(found.camps), found.proved
(0.0, 3, True)
>>> found = correlate([("a", "b", 1), ("b", "c", 1), ("a", "c", -0.5)])
>>> found.cost, found.proof, [(round(w, 6), len(c)) for c, w in found.circles]
(0.5, 'packing', [(0.5, 3)])
"""

from __future__ import annotations

import random
import time
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from numpy.typing import NDArray

_TINY = 1e-7
_LARGEST = 60_000
_BRANCHED = 2500


@dataclass(frozen=True, slots=True)
class Clustering:
    """A partition, its cost, what no partition can go below, and why."""

    camps: tuple[frozenset[Hashable], ...]
    cost: float
    lower: float
    proof: Literal["packing", "search", "open"]
    circles: tuple[tuple[tuple[int, ...], float], ...]
    """Circles with one minus, as places of the edges given, and their weights in the packing."""

    @property
    def proved(self) -> bool:
        """True where cost and lower bound meet."""
        return self.proof != "open"


def correlate(
    edges: Iterable[tuple[Hashable, Hashable, float]],
    *,
    most: int | None = None,
    seconds: float = 10.0,
    seed: int = 0,
) -> Clustering:
    """The cheapest partition into camps (at most ``most``), with its proof or bounds."""
    deadline = time.perf_counter() + seconds
    given = list(edges)
    names: dict[Hashable, int] = {}
    for u, v, _ in given:
        names.setdefault(u, len(names))
        names.setdefault(v, len(names))
    if most is not None and most >= len(names):
        most = None  # as many camps as there are actors are as many as there can be
    plain = [(names[u], names[v], float(w)) for u, v, w in given]
    near = _near(len(names), plain)
    lower, circles, proof = 0.0, [], "open"
    starts: list[list[int]] = []
    program = _Program(len(names), plain)
    if len(plain) <= _LARGEST:
        lower = program.relax(time.perf_counter() + seconds / 2)
        circles = program.packing
        starts.append(_together(near, program.kept()))
    camps, cost = _search(near, plain, starts, most, seed, lower, deadline)
    if cost - lower <= _TINY * (1 + cost):
        proof = "packing"
    elif most is None and len(plain) <= _BRANCHED and time.perf_counter() < deadline:
        better = program.branch(deadline)
        if better is not None:
            camps, cost, lower, proof = better, _cost(plain, better), _cost(plain, better), "search"
    members: dict[int, set[Hashable]] = defaultdict(set)
    for name, at in names.items():
        members[camps[at]].add(name)
    parts = sorted((frozenset(m) for m in members.values()), key=lambda c: (-len(c), min(map(str, c))))
    return Clustering(tuple(parts), round(cost, 9), round(min(lower, cost), 9), proof, tuple(circles))  # type: ignore[arg-type]


# From above


Near = list[dict[int, float]]


def _near(size: int, edges: list[tuple[int, int, float]]) -> Near:
    near: Near = [{} for _ in range(size)]
    for u, v, w in edges:
        if u != v:
            near[u][v] = near[u].get(v, 0.0) + w
            near[v][u] = near[v].get(u, 0.0) + w
    return near


def _search(
    near: Near,
    edges: list[tuple[int, int, float]],
    starts: list[list[int]],
    most: int | None,
    seed: int,
    lower: float,
    deadline: float,
) -> tuple[list[int], float]:
    size = len(near)
    rng = random.Random(seed)  # noqa: S311 - no secret hangs on it
    starts = [*starts, _together(near, None), list(range(size))]
    starts += [[rng.randrange(most or max(2, size)) for _ in range(size)] for _ in range(6)]
    best: list[int] = list(range(size))
    least = float("inf")
    for start in starts:
        camps = _descend([c % most for c in start] if most else start, near, most, rng, deadline)
        cost = _cost(edges, camps)
        if cost < least - _TINY:
            best, least = camps, cost
        if least - lower <= _TINY * (1 + least) or time.perf_counter() > deadline:
            break
    return best, least


def _together(near: Near, kept: set[tuple[int, int]] | None) -> list[int]:
    """Everybody with whomever a plus ties them to (of those kept, where any are named)."""
    camp = [-1] * len(near)
    for first in range(len(near)):
        if camp[first] < 0:
            camp[first] = first
            stack = [first]
            while stack:
                x = stack.pop()
                for y, w in near[x].items():
                    bound = w > 0 if kept is None else (min(x, y), max(x, y)) in kept
                    if bound and camp[y] < 0:
                        camp[y] = first
                        stack.append(y)
    return camp


def _cost(edges: list[tuple[int, int, float]], camps: list[int]) -> float:
    return float(sum(abs(w) for u, v, w in edges if (w > 0) != (camps[u] == camps[v])))


def _descend(
    camps: list[int], near: Near, most: int | None, rng: random.Random, deadline: float
) -> list[int]:
    camps = camps[:]
    order = list(range(len(camps)))
    fresh = max(camps, default=0) + 1
    while time.perf_counter() < deadline:
        moved = False
        rng.shuffle(order)
        for x in order:
            pull: dict[int, float] = defaultdict(float)
            for y, w in near[x].items():
                pull[camps[y]] += w
            own = pull.get(camps[x], 0.0)
            choice, gain = max(pull.items(), key=lambda p: p[1], default=(camps[x], 0.0))
            if most is None and gain < -_TINY:
                choice, gain = fresh, 0.0
            elif most is not None:
                empty = [c for c in range(most) if c not in pull]
                if gain < 0 and empty:
                    choice, gain = empty[0], 0.0
            if gain > own + _TINY:
                camps[x] = choice
                fresh = max(fresh, choice + 1)
                moved = True
        if not moved and not _join(camps, near):
            break
    return camps


def _join(camps: list[int], near: Near) -> bool:
    """Join the two camps that gain most by it."""
    between: dict[tuple[int, int], float] = defaultdict(float)
    for x, ties in enumerate(near):
        for y, w in ties.items():
            if x < y and camps[x] != camps[y]:
                between[min(camps[x], camps[y]), max(camps[x], camps[y])] += w
    pair, gain = max(between.items(), key=lambda p: p[1], default=((0, 0), 0.0))
    if gain <= _TINY:
        return False
    for x, camp in enumerate(camps):
        if camp == pair[1]:
            camps[x] = pair[0]
    return True


# From below


class _Program:
    """The hitting set of all circles with one minus, by cutting planes."""

    def __init__(self, size: int, edges: list[tuple[int, int, float]]) -> None:
        self.size = size
        self.edges = edges
        self.weight = np.array([abs(w) for _, _, w in edges])
        self.plus = [i for i, (u, v, w) in enumerate(edges) if w > 0 and u != v]
        self.minus = [i for i, (_, _, w) in enumerate(edges) if w < 0]
        self.rows: list[tuple[int, ...]] = []
        self.known: set[tuple[int, ...]] = set()
        self.packing: list[tuple[tuple[int, ...], float]] = []
        self.doubt = np.zeros(len(edges))

    def kept(self) -> set[tuple[int, int]]:
        """The pairs that the linear program would rather hold together."""
        return {(min(self.edges[e][:2]), max(self.edges[e][:2])) for e in self.plus if self.doubt[e] < 0.5}

    def matrix(self) -> Any:  # noqa: ANN401 - scipy has no types
        at = [e for row in self.rows for e in row]
        ends = np.cumsum([0, *(len(row) for row in self.rows)])
        return csr_matrix((np.ones(len(at)), at, ends), (len(self.rows), len(self.edges)))

    def violated(self, doubt: NDArray[np.float64]) -> bool:
        """Add, for each minus, the shortest circle of which less than 1 is paid."""
        if not self.minus or not self.edges:
            return False
        cheapest: dict[tuple[int, int], int] = {}
        for e in self.plus:
            u, v, _ = self.edges[e]
            pair = (min(u, v), max(u, v))
            if pair not in cheapest or doubt[e] < doubt[cheapest[pair]]:
                cheapest[pair] = e
        ends = list(cheapest)
        lengths = [max(doubt[cheapest[p]], 0.0) + 1e-9 for p in ends]
        graph = csr_matrix(
            (lengths, ([p[0] for p in ends], [p[1] for p in ends])), (self.size, self.size)
        )
        sources = sorted({self.edges[e][0] for e in self.minus})
        far, back = dijkstra(graph, directed=False, indices=sources, return_predecessors=True, limit=1.0)
        place = {s: i for i, s in enumerate(sources)}
        added = False
        for e in self.minus:
            u, v, _ = self.edges[e]
            row = place[u]
            if not np.isfinite(far[row, v]) or far[row, v] + doubt[e] >= 1 - 1e-6:
                continue
            circle = [e]
            x = v
            while x != u:
                y = int(back[row, x])
                circle.append(cheapest[min(x, y), max(x, y)])
                x = y
            key = tuple(sorted(circle))
            if key not in self.known:
                self.known.add(key)
                self.rows.append(tuple(circle))
                added = True
        return added

    def relax(self, deadline: float) -> float:
        """The best fractional packing; a valid bound even when stopped early."""
        doubt = np.zeros(len(self.edges))
        lower = 0.0
        while self.violated(doubt):
            answer = linprog(self.weight, -self.matrix(), -np.ones(len(self.rows)), bounds=(0, None), method="highs")
            if answer.status != 0:
                break
            self.doubt = doubt = answer.x
            lower = float(answer.fun)
            shares = -answer.ineqlin.marginals
            self.packing = [(r, float(s)) for r, s in zip(self.rows, shares, strict=True) if s > _TINY]
            if time.perf_counter() > deadline:
                break
        return lower

    def branch(self, deadline: float) -> list[int] | None:
        """The cheapest hitting set itself, as camps; None where time ran out."""
        while (left := deadline - time.perf_counter()) > 0:
            answer = milp(
                self.weight,
                constraints=LinearConstraint(self.matrix(), 1.0, np.inf),
                integrality=np.ones(len(self.edges)),
                bounds=Bounds(0, 1),
                options={"time_limit": left, "mip_rel_gap": 0.0},
            )
            if answer.status != 0:
                return None
            doubt = np.round(answer.x)
            if not self.violated(doubt):
                self.doubt = doubt
                return _together(_near(self.size, self.edges), self.kept())
        return None
