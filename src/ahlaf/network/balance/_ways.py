"""Which nodes have been tied to which, and along what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ahlaf.network.balance._reduce import SERIES, TIE

if TYPE_CHECKING:
    from ahlaf.network.balance._reduce import Records


class Ways:
    """A forest of ties over nodes, which can be cut back to an earlier state."""

    def __init__(self, records: Records, origin: list[int]) -> None:
        self.records = records
        self.origin = origin
        self._next: dict[int, list[tuple[int, int]]] = {}
        """For each node those tied to it, with the record of the tie."""
        self._above: dict[int, int] = {}
        self._joined: list[tuple[int, int, int]] = []

    def root(self, v: int) -> int:
        """Return the node that v has joined in the end."""
        while v in self._above:
            v = self._above[v]
        return v

    def tie(self, u: int, v: int, sign: int) -> tuple[int, int, int] | None:
        """Tie u and v; return (node, node that it joins, record), None if they were tied."""
        a, b = self.root(u), self.root(v)
        if a == b:
            return None
        tie = self.records.add(TIE, self.origin[u], self.origin[v], sign)
        self._next.setdefault(u, []).append((v, tie))
        self._next.setdefault(v, []).append((u, tie))
        self._above[a] = b
        self._joined.append((u, v, a))
        return a, b, self._path(a, b)

    def between(self, u: int, v: int) -> int | None:
        """Return a record made of ties between u and v, None if they are not tied."""
        return self._path(u, v) if self.root(u) == self.root(v) else None

    def same(self, u: int, v: int) -> bool:
        """Tell if u and v are tied."""
        return self.root(u) == self.root(v)

    def _path(self, u: int, v: int) -> int:
        """Return the one path of ties from u to v as a record."""
        before: dict[int, tuple[int, int]] = {u: (u, -1)}
        todo = [u]
        while v not in before:
            x = todo.pop()
            for y, tie in self._next[x]:
                if y not in before:
                    before[y] = (x, tie)
                    todo.append(y)
        weight = self.records.weight
        whole = -1
        while v != u:
            v, tie = before[v]
            if whole < 0:
                whole = tie
            else:
                sign = 1 if (weight[whole] > 0) == (weight[tie] > 0) else -1
                whole = self.records.add(SERIES, whole, tie, sign)
        return whole

    def mark(self) -> int:
        """Return a state to come back to."""
        return len(self._joined)

    def back(self, mark: int) -> None:
        """Undo the ties made since a mark."""
        while len(self._joined) > mark:
            u, v, a = self._joined.pop()
            self._next[u].pop()
            self._next[v].pop()
            del self._above[a]
