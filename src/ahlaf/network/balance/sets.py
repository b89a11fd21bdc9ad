"""Every other smallest set, and which edges are in all of them, in some, or in none.

Optima are rarely unique: "doubt these" is honest only beside "or these". The packing of a
proof says where to look. A set of the smallest weight L that breaks an edge with weight r
to spare in the packing costs the packing and r besides, so unless the packing leaves a
gap of r, *no* smallest set breaks the edge, and its ends stand in one relation in all of
them. With all such ends drawn together little is left: groups of nodes, and *pairs* of
groups whose relation is open. Blocks of pairs are independent of one another, so the
number of sets is the product of the numbers within blocks.

Within a block, pairs are decided one by one. What is decided costs the edges broken;
each circle of the packing with no broken edge yet asks for its weight still; where both
together exceed the block's share of L, one goes back.
"""

from __future__ import annotations

import itertools
import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ahlaf.network.balance._blocks import blocks
from ahlaf.network.balance._groups import Groups, Puzzle
from ahlaf.network.balance._scale import read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ahlaf.network.balance.result import Edge, Frustration


@dataclass(frozen=True, slots=True)
class SmallestSets:
    """The smallest sets of edges whose removal balances a network."""

    sets: tuple[tuple[Edge, ...], ...]
    """Sets, the one of the result first; no more than asked for."""
    sets_at: tuple[tuple[int, ...], ...]
    """The places of their edges in what the caller gave."""
    count: int | None
    """How many there are, listed or not; None if that was not found out."""
    member: tuple[str, ...]
    """For each edge of the caller: in ``all`` smallest sets, in ``some``, in ``none``; or
    ``unknown`` where time ran out."""

    @property
    def complete(self) -> bool:
        """True if every smallest set is listed."""
        return self.count == len(self.sets)


def smallest_sets(edges: Iterable[Edge], result: Frustration, *, limit: int = 64, seconds: float | None = 10.0) -> SmallestSets:
    """Return smallest sets up to a limit, and for each edge in how many of them it is.

    ``result`` must be proved. Where weights are floats too fine for a common unit, sets
    count as smallest that are so within its tolerance.

    >>> from ahlaf.network.balance import frustration
    >>> square = [(1, 2, 1), (2, 3, 1), (3, 4, 1), (4, 1, -1), (4, 5, 1)]
    >>> found = smallest_sets(square, frustration(square))
    >>> found.count, found.member
    (4, ('some', 'some', 'some', 'some', 'none'))
    """
    if result.value is None:
        message = "smallest sets can be listed only once the index is proved"
        raise ValueError(message)
    deadline = math.inf if seconds is None else time.perf_counter() + seconds
    search = _Search(list(edges), result)
    search.settle()
    return search.answer(max(1, limit), deadline)


class _Search:
    """All smallest sets of one network."""

    def __init__(self, edges: list[Edge], result: Frustration) -> None:
        reading = read(edges)
        self.edges = edges
        self.first = set(result.doubted_at)
        scale = reading.unit.denominator
        for circle in result.contradictions:
            scale = math.lcm(scale, circle.weight.denominator)
        for weight in set(reading.weights):
            scale = math.lcm(scale, weight.denominator)
        self.weight = [abs(int(w * scale)) for w in reading.weights]
        self.ends = reading.ends
        self.circles = [(c.at, int(c.weight * scale)) for c in result.contradictions]
        self.fine = math.floor(reading.tolerance * scale)
        self.spare = self.weight[:]
        for at, amount in self.circles:
            for i in at:
                self.spare[i] -= amount
        self.nodes = reading.nodes
        self.groups = Groups(len(self.nodes))
        self.puzzles: list[Puzzle] = []

    def settle(self) -> None:
        """Draw together what stands in one relation in all smallest sets."""
        while True:
            self.puzzles = self._puzzles()
            drawn = False
            for puzzle in self.puzzles:
                for i in puzzle.edges:
                    if self.spare[i] > puzzle.gap and self.groups.draw(*self.ends[i]):
                        drawn = True
            if not drawn:
                return

    def _puzzles(self) -> list[Puzzle]:
        """Return the blocks of open pairs, each with its edges and circles."""
        group = self.groups.group
        adj: list[dict[int, int]] = [{} for _ in range(len(self.nodes))]
        pairs: dict[tuple[int, int], list[int]] = {}
        for i, (u, v) in enumerate(self.ends):
            a, b = group(u), group(v)
            if a != b and self.weight[i]:
                adj[a][b] = adj[b][a] = 0
                pairs.setdefault((min(a, b), max(a, b)), []).append(i)
        home: dict[int, int] = {}
        found: list[Puzzle] = []
        for block in blocks(adj):
            inside = set(block)
            mine = {(a, b): pairs[a, b] for a in block for b in adj[a] if a < b and b in inside}
            for edges in mine.values():
                for i in edges:
                    home[i] = len(found)
            found.append(Puzzle(mine, self.weight, self.first))
        for at, amount in self.circles:
            shares: dict[int, list[int]] = {}
            for i in at:
                if i in home:
                    shares.setdefault(home[i], []).append(i)
            for where, share in shares.items():
                if sum(i in self.first for i in share) & 1:
                    found[where].add(share, amount)
        for puzzle in found:
            puzzle.gap += self.fine
        return found

    def answer(self, limit: int, deadline: float) -> SmallestSets:
        """List sets and settle every edge."""
        member = ["all" if i in self.first else "none" for i in range(len(self.edges))]
        certain = set(self.first)
        choices: list[list[frozenset[int]]] = []
        count: int | None = 1
        for puzzle in self.puzzles:
            sets = puzzle.solve(limit, deadline)
            certain.difference_update(puzzle.edges)
            choices.append(sets)
            count = count * len(sets) if count is not None and puzzle.complete else None
            for i, what in puzzle.standing(sets, deadline).items():
                member[i] = what
        listed = []
        for combination in itertools.islice(itertools.product(*choices), limit):
            listed.append(tuple(sorted(certain.union(*combination))))
        return SmallestSets(
            tuple(tuple(self.edges[i] for i in places) for places in listed),
            tuple(listed),
            count,
            tuple(member),
        )
