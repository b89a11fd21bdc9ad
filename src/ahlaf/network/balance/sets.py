"""Every other smallest set, and which edges are in all of them, in some, or in none.

Optima are rarely unique: "doubt these" is honest only beside "or these". The packing of a
proof says where to look. A set of the smallest weight L that breaks an edge with weight r
to spare in the packing costs the packing and r besides, so unless the packing leaves a
gap of r, *no* smallest set breaks the edge, and its ends stand in one relation in all of
them. With all such ends drawn together little is left: groups of nodes, and *pairs* of
groups whose relation is open. Blocks of pairs are independent of one another, so the
number of sets is the product of the numbers within blocks.

Which edges are in all, some or none is asked of the index itself, of all of them at once:
make the doubted edges a trifle dearer and the others a trifle cheaper. If the first set is
still a smallest one, nothing else was possible anywhere. If not, the new set is another
smallest one, it shows for some edges that they can go either way, and these are left out
of the next question. What can only go one way is drawn together as well.

To list sets, pairs within a block are decided one by one. What is decided costs the edges broken;
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
from ahlaf.network.balance._scale import FINE, read
from ahlaf.network.balance._solve import cheapest

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
    sure = search.ask(deadline)
    return search.answer(max(1, limit), deadline, sure=sure)


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
        self.reading = reading
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
        self.either: set[int] = set()
        """Edges that are in one smallest set and not in another."""

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

    def ask(self, deadline: float) -> bool:
        """Find out which edges can go either way, draw together the rest; False if out of time.

        Groups are seen with one of the camps turned over: what the first set breaks is minus.
        """
        edges = [i for puzzle in self.puzzles for i in puzzle.edges]
        if self.reading.tolerance:
            return False
        whole, group = self.reading.whole, self.groups.group
        unsure = set(edges)
        much = len(edges) + 1
        while unsure:
            asked: list[tuple[int, int, int]] = []
            for i in edges:
                weight = abs(whole[i]) * much
                if i in unsure:
                    weight += 1 if i in self.first else -1
                u, v = self.ends[i]
                asked.append((group(u), group(v), -weight if i in self.first else weight))
            if sum(abs(w) for _, _, w in asked) > FINE:
                return False
            found = cheapest(asked, deadline)
            if found is None:
                return False
            other = {edges[place] for place in found}
            size = {i: abs(w) for i, (_, _, w) in zip(edges, asked, strict=True)}
            if sum(size[i] for i in other) == sum(size[i] for i in edges if i in self.first):
                break
            self.either.update(i for i in edges if (i in other) != (i in self.first))
            unsure -= self.either
        for i in unsure:
            self.groups.draw(*self.ends[i])
        self.settle()
        return True

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

    def answer(self, limit: int, deadline: float, *, sure: bool) -> SmallestSets:
        """List sets and tell of every edge in how many it is; ``sure`` if that is known already."""
        member = ["all" if i in self.first else "none" for i in range(len(self.edges))]
        certain = set(self.first)
        choices: list[list[frozenset[int]]] = []
        count: int | None = 1
        for puzzle in self.puzzles:
            sets = puzzle.solve(limit, deadline)
            certain.difference_update(puzzle.edges)
            choices.append(sets)
            count = count * len(sets) if count is not None and puzzle.complete else None
            if not sure:
                for i, what in puzzle.standing(sets, deadline).items():
                    member[i] = what
        for i in self.either:
            member[i] = "some"
        listed = []
        for combination in itertools.islice(itertools.product(*choices), limit):
            listed.append(tuple(sorted(certain.union(*combination))))
        return SmallestSets(
            tuple(tuple(self.edges[i] for i in places) for places in listed),
            tuple(listed),
            count,
            tuple(member),
        )
