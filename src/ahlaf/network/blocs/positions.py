"""Who sits between the camps, and whose camp is not its alliance's.

**Between.** An actor's *hold* is how much of its ties would be lost, net, if it went to the camp that pulls it
second: with p(c) the sum of its signed ties into camp c, and m(a, ·) all that binds and all that divides it,

    two camps:  hold(a) = (p(own) − p(other)) / Σ m(a, ·)
    k camps:    hold(a) = (p(own) − max over the others of (0, p(c))) / Σ m(a, ·)

for in k camps an actor may also go off alone. So hold runs from 0 (as well here as there) to 1; what is said both ways
of a pair lowers it. An actor sits *between* where its hold is at most :data:`BETWEEN` and it has two ties at least.

**In the wrong camp.** A member (:mod:`ahlaf.network.bodies`) that stands in another camp
than the body itself: what the text declares is not what its claims draw.

>>> from ahlaf.network import Network, Party, Statement
>>> x, a, b = Party("X"), Party("A"), Party("B")
>>> net = Network.of([
...     Statement("1", x, a, "MEMBER", 1, modality="alleged"), Statement("2", a, b, "ASSAULT", -1),
...     Statement("3", x, b, "AID", 1),
... ])
>>> camps = [frozenset({net.find("A")}), frozenset({net.find("X"), net.find("B")})]
>>> [(net.label(w.member), net.label(w.body)) for w in misplaced(net, camps)]
[('X', 'A')]
>>> {net.label(a): round(h, 2) for a, h in sorted(holds(net, camps).items())}
{'X': 0.25, 'A': 0.25, 'B': 1.0}
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ahlaf.network.bodies import LEAST, memberships

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ahlaf.network.graph import Network

BETWEEN = 0.2


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A member that stands in another camp than its body."""

    member: int
    body: int
    weight: float
    rows: tuple[int, ...]


def alliances(network: Network) -> dict[int, dict[int, tuple[float, tuple[int, ...]]]]:
    """The alliances that the text declares: for each body its members, with weight and claims."""
    ties = memberships(network.table, network.weights, network.rows, network.factor)
    found: dict[int, dict[int, tuple[float, tuple[int, ...]]]] = {}
    for at, (member, body, weight) in enumerate(zip(ties.source.tolist(), ties.target.tolist(), ties.weight.tolist(), strict=True)):
        if weight >= LEAST:
            found.setdefault(body, {})[member] = (round(weight, 9), network.heaviest(ties.rows(at), denied=False))
    return found


def side_map(camps: Sequence[frozenset[int]]) -> dict[int, int]:
    """The number of each actor's camp."""
    return {a: i for i, camp in enumerate(camps) for a in camp}


def misplaced(network: Network, camps: Sequence[frozenset[int]]) -> list[Misplaced]:
    """Members in another camp than their body, the heaviest membership first."""
    side = side_map(camps)
    found = [
        Misplaced(member, body, weight, rows)
        for body, members in alliances(network).items()
        for member, (weight, rows) in members.items()
        if body in side and member in side and side[body] != side[member]
    ]
    return sorted(found, key=lambda m: (-m.weight, m.body, m.member))


def holds(network: Network, camps: Sequence[frozenset[int]], *, two: bool = True) -> dict[int, float]:
    """How firmly each actor stands where it stands."""
    side = side_map(camps)
    pull: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    total: dict[int, float] = defaultdict(float)
    for tie in network.ties:
        for a, b in ((tie.u, tie.v), (tie.v, tie.u)):
            total[a] += tie.plus + tie.minus
            if b in side:
                pull[a][side[b]] += tie.weight
    found = {}
    for a, own in side.items():
        if total[a] <= 0:
            continue
        here = pull[a].get(own, 0.0)
        there = sum(w for c, w in pull[a].items() if c != own) if two else 0.0
        if two:
            found[a] = (here - there) / total[a]
        else:
            found[a] = (here - max([0.0, *(w for c, w in pull[a].items() if c != own)])) / total[a]
    return {a: max(0.0, round(h, 9)) for a, h in found.items()}


def between(network: Network, camps: Sequence[frozenset[int]], *, two: bool = True) -> list[tuple[int, float]]:
    """The actors that sit between, the least held first."""
    degree: dict[int, int] = defaultdict(int)
    for tie in network.ties:
        if tie.plus + tie.minus > 0:
            degree[tie.u] += 1
            degree[tie.v] += 1
    hold = holds(network, camps, two=two)
    return sorted(((a, h) for a, h in hold.items() if h <= BETWEEN and degree[a] > 1), key=lambda p: (p[1], p[0]))
