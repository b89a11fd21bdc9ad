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
        self._up: dict[int, tuple[int, int]] = {}
        self._joined: list[int] = []

    def root(self, v: int) -> tuple[int, list[int]]:
        """Return the node that v has joined in the end, and the records walked."""
        walked = []
        while v in self._up:
            v, record = self._up[v]
            walked.append(record)
        return v, walked

    def tie(self, u: int, v: int, sign: int) -> tuple[int, int, int] | None:
        """Tie u and v; return (node, node that it joins, record), None if they were tied."""
        (a, before), (b, after) = self.root(u), self.root(v)
        if a == b:
            return None
        tie = self.records.add(TIE, self.origin[u], self.origin[v], sign)
        record = self._chain([tie, *before, *after])
        self._up[a] = (b, record)
        self._joined.append(a)
        return a, b, record

    def between(self, u: int, v: int) -> int | None:
        """Return a record made of ties between u and v, None if they are not tied."""
        (a, before), (b, after) = self.root(u), self.root(v)
        return self._chain(before + after) if a == b else None

    def _chain(self, chain: list[int]) -> int:
        """Return records end to end as one."""
        weight = self.records.weight
        whole = chain[0]
        for record in chain[1:]:
            sign = 1 if (weight[whole] > 0) == (weight[record] > 0) else -1
            whole = self.records.add(SERIES, whole, record, sign)
        return whole

    def mark(self) -> int:
        """Return a state to come back to."""
        return len(self._joined)

    def back(self, mark: int) -> None:
        """Undo the ties made since a mark."""
        while len(self._joined) > mark:
            del self._up[self._joined.pop()]
