"""Good camps: from doubts, by walking downhill, and by annealing."""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING

from ahlaf.network.balance._local import anneal

if TYPE_CHECKING:
    from collections.abc import Sequence


def cheapest_tree(size: int, edges: Sequence[tuple[int, int, int]], doubt: Sequence[float]) -> list[int]:
    """Return the sides that a spanning forest of the least doubtful edges dictates."""
    above = list(range(size))
    turn = [1] * size

    def root(v: int) -> int:
        path = []
        while above[v] != v:
            path.append(v)
            v = above[v]
        sign = 1
        for x in reversed(path):
            sign *= turn[x]
            above[x], turn[x] = v, sign
        return v

    order = sorted(range(len(edges)), key=lambda e: (doubt[e], -abs(edges[e][2])))
    for e in order:
        u, v, w = edges[e]
        a, b = root(u), root(v)
        if a != b:
            sign = turn[u] * turn[v]
            above[a] = b
            turn[a] = sign if w > 0 else -sign
    for v in range(size):
        root(v)
    return turn


def rows(size: int, edges: Sequence[tuple[int, int, int]]) -> tuple[list[int], list[int], list[int]]:
    """Return a network in rows: where each node's row starts, neighbours, weights."""
    start = [0] * (size + 1)
    for u, v, _ in edges:
        start[u + 1] += 1
        start[v + 1] += 1
    for v in range(size):
        start[v + 1] += start[v]
    free = start[:]
    to = [0] * start[size]
    weight = [0] * start[size]
    for u, v, w in edges:
        for a, b in ((u, v), (v, u)):
            to[free[a]] = b
            weight[free[a]] = w
            free[a] += 1
    return start, to, weight


def pulls(edges: Sequence[tuple[int, int, int]], side: Sequence[int]) -> list[int]:
    """Return for each node the weight pulling it to +1, less that pulling it to -1."""
    field = [0] * len(side)
    for u, v, w in edges:
        field[u] += w * side[v]
        field[v] += w * side[u]
    return field


def descend(edges: Sequence[tuple[int, int, int]], side: list[int]) -> None:
    """Flip single nodes while that breaks less."""
    start, to, weight = rows(len(side), edges)
    field = pulls(edges, side)
    while anneal(start, to, weight, side, field, [0.0], [1.0], 0):
        pass


def annealed(size: int, edges: Sequence[tuple[int, int, int]], sweeps: int, runs: int, seed: int) -> list[list[int]]:
    """Return camps from hot random starts, one for each run."""
    rng = random.Random(seed)  # noqa: S311 - no secrets here
    start, to, weight = rows(size, edges)
    chances = [-math.log(1.0 - rng.random()) for _ in range(4096)]
    mean = sum(abs(w) for w in weight) / max(1, len(weight))
    hot, cold = 2.5 * mean, 0.15 * mean
    heats = [hot * (cold / hot) ** (i / max(1, sweeps - 1)) for i in range(sweeps)]
    found = []
    for _ in range(runs):
        side = [rng.choice((-1, 1)) for _ in range(size)]
        field = pulls(edges, side)
        anneal(start, to, weight, side, field, heats, chances, rng.randrange(4096))
        while anneal(start, to, weight, side, field, [0.0], chances, 0):
            pass
        found.append(side)
    return found
