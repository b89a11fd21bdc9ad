"""Groups of nodes whose relation is settled, and the puzzle of the pairs that are open."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Pair = tuple[int, int]


class Groups:
    """Nodes drawn together, in the relation that they have in the first solution."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def group(self, v: int) -> int:
        """Return the node that stands for the group of v."""
        above = self._above
        while above[v] != v:
            above[v] = above[above[v]]
            v = above[v]
        return v

    def draw(self, u: int, v: int) -> bool:
        """Draw two groups together; False if they were one already."""
        a, b = self.group(u), self.group(v)
        self._above[a] = b
        return a != b


class Puzzle:
    """One block of open pairs, each to be decided: it *stays* as in the first solution, or not.

    What is left to spend begins as the *gap*: what the first solution costs in this block,
    less what its circles ask for. Deciding a pair spends the weight of the edges it breaks,
    less the claims of the circles that had none broken before.
    """

    def __init__(
        self,
        pairs: dict[Pair, list[int]],
        weight: Sequence[int],
        first: set[int],
    ) -> None:
        self.pairs = list(pairs)
        self.broken: list[tuple[list[int], list[int]]] = []
        """For each pair: the edges broken if it is turned, and if it stays."""
        for edges in pairs.values():
            turned = [i for i in edges if i not in first]
            self.broken.append((turned, [i for i in edges if i in first]))
        self.edges = [i for edges in pairs.values() for i in edges]
        self.weight = weight
        self.cost = sum(weight[i] for i in self.edges if i in first)
        self.gap = self.cost
        self.circles: list[int] = []
        self.on: dict[int, list[int]] = {i: [] for i in self.edges}
        self.complete = False
        self._touched: list[int] = []
        self._link: dict[int, tuple[int, bool]] = {}
        self._decided: dict[int, bool] = {}
        self._left = 0
        self._made: list[tuple[list[int], list[int], int]] = []

    def add(self, edges: Sequence[int], amount: int) -> None:
        """Add a circle of the packing that asks for a broken edge in this block."""
        for i in edges:
            self.on[i].append(len(self.circles))
        self.circles.append(amount)
        self.gap -= amount

    # the search

    def _root(self, v: int) -> tuple[int, bool]:
        """Return where a chain of decided pairs ends, and whether it stays on the way."""
        same = True
        while v in self._link:
            v, s = self._link[v]
            same = same == s
        return v, same

    def _price(self, p: int, stays: bool) -> int:
        """Return how much deciding a pair so adds to cost and claims together."""
        price = 0
        freed: set[int] = set()
        for i in self.broken[p][stays]:
            price += self.weight[i]
            freed.update(c for c in self.on[i] if not self._touched[c])
        return price - sum(self.circles[c] for c in freed)

    def _decide(self, p: int, stays: bool) -> bool:
        """Decide a pair; False if that is too dear."""
        made, joined, _ = self._made[-1]
        self._left -= self._price(p, stays)
        self._decided[p] = stays
        made.append(p)
        for i in self.broken[p][stays]:
            for c in self.on[i]:
                self._touched[c] += 1
        (a, sa), (b, sb) = self._root(self.pairs[p][0]), self._root(self.pairs[p][1])
        if a != b:
            self._link[a] = (b, (sa == sb) == stays)
            joined.append(a)
        return self._left >= 0

    def _enter(self, choices: Sequence[tuple[int, bool]]) -> bool:
        """Decide pairs, and all that follows; False if it cannot be."""
        self._made.append(([], [], self._left))
        for p, stays in choices:
            if not self._decide(p, stays):
                return False
        changed = True
        while changed:
            changed = False
            for p, (u, v) in enumerate(self.pairs):
                if p in self._decided:
                    continue
                (a, sa), (b, sb) = self._root(u), self._root(v)
                can = [sa == sb] if a == b else [s for s in (True, False) if self._price(p, s) <= self._left]
                if not can:
                    return False
                if len(can) == 1:
                    changed = True
                    if not self._decide(p, can[0]):
                        return False
        return True

    def _leave(self) -> None:
        """Take back what was decided last."""
        made, joined, self._left = self._made.pop()
        for p in reversed(made):
            for i in self.broken[p][self._decided.pop(p)]:
                for c in self.on[i]:
                    self._touched[c] -= 1
        for v in reversed(joined):
            del self._link[v]

    def _open(self) -> int | None:
        """Return the open pair that costs most either way, None if all are decided."""
        best, at = -1, None
        for p in range(len(self.pairs)):
            if p not in self._decided:
                least = min(self._price(p, True), self._price(p, False))
                if at is None or least > best:
                    best, at = least, p
        return at

    def walk(self, deadline: float, given: Sequence[tuple[int, bool]] = ()) -> Iterator[frozenset[int]]:
        """Yield the sets of broken edges that cost no more than the first, each once."""
        self._touched = [0] * len(self.circles)
        self._link, self._decided, self._made, self._left = {}, {}, [], self.gap
        frames: list[tuple[int, list[bool]]] = []
        deeper = self._enter(given)
        while deeper or frames:
            if time.perf_counter() > deadline:
                raise TimeoutError
            if deeper:
                p = self._open()
                if p is not None:
                    frames.append((p, [False, True]))
                else:
                    yield frozenset(i for q, s in self._decided.items() for i in self.broken[q][s])
                    deeper = False
                    continue
            if not frames:
                return
            p, options = frames[-1]
            if len(options) < 2:
                self._leave()
            if options:
                deeper = self._enter([(p, options.pop())])
            else:
                frames.pop()
                deeper = False

    def solve(self, limit: int, deadline: float) -> list[frozenset[int]]:
        """Return up to so many solutions, the first one first."""
        first = frozenset(i for _, stays in self.broken for i in stays)
        found = [first]
        self.complete = False
        try:
            for solution in self.walk(deadline):
                if solution == first:
                    continue
                if len(found) >= limit:
                    return found
                found.append(solution)
            self.complete = True
        except TimeoutError:
            pass
        return found

    def standing(self, found: list[frozenset[int]], deadline: float) -> dict[int, str]:
        """Tell of each edge if it is in all solutions, in some or in none."""
        told: dict[int, str] = {}
        for p, (turned, stays) in enumerate(self.broken):
            probe = (turned or stays)[0]
            what = "all"
            if any((probe in solution) == bool(turned) for solution in found):
                what = "some"
            elif not self.complete:
                try:
                    if next(self.walk(deadline, [(p, False)]), None) is not None:
                        what = "some"
                except TimeoutError:
                    what = "unknown"
            told.update(dict.fromkeys(stays, what))
            told.update(dict.fromkeys(turned, "none" if what == "all" else what))
        return told
