"""A hard block and the tree of cases that proves its camps best, over records.

See :mod:`._prove` for how such a tree is found, and :mod:`.result` for how it looks once
it is written down over the edges of the caller.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from ahlaf.network.balance._reduce import Core, Records

Packing: TypeAlias = "list[tuple[tuple[int, ...], int]]"
"""Circles of records with their amounts."""


@dataclass(slots=True)
class Leaf:
    """These circles are enough."""

    records: Records
    circles: Packing


@dataclass(slots=True)
class Ties:
    """Each tie record holds, for its edge has too much to spare; then go on."""

    records: Records
    circles: Packing
    ties: list[tuple[tuple[int, int, int], int, int]]
    """(tie, edge record, weight to spare)"""
    then: Tree


@dataclass(slots=True)
class Fork:
    """A tie (two nodes of the caller and a sign): what follows if it holds, and if not."""

    tie: tuple[int, int, int]
    holds: Tree
    fails: Tree


Tree: TypeAlias = "Leaf | Ties | Fork"


class OutOfTime(Exception):
    """The time allowed is over."""


def grain(edges: list[tuple[int, int]], weights: list[int], size: int) -> int:
    """Return g such that the costs of any two camps differ by a multiple of g.

    Moving a set of nodes changes the cost by a signed sum of the edges around it: by the
    degrees of its nodes, up to twice some weights.

    >>> grain([(0, 1), (1, 2), (2, 0)], [1, 1, -1], 3)
    2
    """
    degree = [0] * size
    for (u, v), w in zip(edges, weights, strict=True):
        if u != v:
            size_of = w if w > 0 else -w
            degree[u] += size_of
            degree[v] += size_of
    return math.gcd(*{2 * w for w in weights}, *set(degree))


class Block:
    """One hard block: its best camps, its packing, and the cases that close it."""

    def __init__(self, core: Core, coarse: int, tolerance: int) -> None:
        self.core = core
        self.edges = core.edges()
        weight = core.records.weight
        self.weights = [weight[r] for _, _, r in self.edges]
        ends = [(u, v) for u, v, _ in self.edges]
        self.grain = max(math.gcd(grain(ends, self.weights, len(core.adj)), coarse), tolerance)
        self.side = [1] * len(core.adj)
        self.upper = self.cost(self.side)
        self.packing: Packing = []
        self.tree: Tree | None = None

    @property
    def shown(self) -> int:
        """The weight of the packing."""
        return sum(amount for _, amount in self.packing)

    @property
    def met(self) -> bool:
        """True if the packing alone leaves no room for better camps."""
        return self.shown > self.upper - self.grain

    @property
    def closed(self) -> bool:
        """True if nothing better than the best camps is possible."""
        return self.tree is not None or self.met

    def cost(self, side: list[int]) -> int:
        """Return the weight of the edges that sides break."""
        return sum(abs(w) for (u, v, _), w in zip(self.edges, self.weights, strict=True) if (side[u] == side[v]) != (w > 0))

    def offer(self, side: list[int]) -> None:
        """Take better camps where they are better."""
        cost = self.cost(side)
        if cost < self.upper:
            self.upper, self.side = cost, side[:]
