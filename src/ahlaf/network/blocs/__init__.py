"""Camps that the claims draw, against the alliances that the text declares.

Two camps come from balance (:mod:`ahlaf.network.balance`), any number of camps from correlation clustering
(:mod:`.clusters`); :mod:`.positions` says who sits between and who is in the wrong camp for its membership, and
:mod:`.stability` how firm it all is.

>>> from ahlaf.network import Network, Party, Statement
>>> a, b, c, d = (Party(n) for n in "ABCD")
>>> net = Network.of([
...     Statement("1", a, b, "ALLY", 1), Statement("2", c, d, "ALLY", 1), Statement("3", a, c, "ASSAULT", -1),
... ])
>>> found = blocs(net, camps=2, repeats=0)
>>> [sorted(net.label(x) for x in camp) for camp in found.camps], found.cost, found.proved
([['A', 'B'], ['C', 'D']], 0.0, True)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ahlaf.errors import NetworkError
from ahlaf.network.blocs.clusters import Clustering, correlate
from ahlaf.network.blocs.positions import BETWEEN, Misplaced, alliances, between, holds, misplaced
from ahlaf.network.blocs.stability import stability
from ahlaf.network.tensions.doubt import solve

if TYPE_CHECKING:
    from ahlaf.network.graph import Network

__all__ = ["BETWEEN", "Blocs", "Clustering", "Misplaced", "alliances", "blocs", "correlate", "holds", "two_camps"]


@dataclass(frozen=True, slots=True)
class Blocs:
    """Camps, what they cost, and who fits badly."""

    camps: tuple[frozenset[int], ...]
    cost: float
    lower: float
    proved: bool
    holds: dict[int, float]
    between: tuple[tuple[int, float], ...]
    misplaced: tuple[Misplaced, ...]
    alliances: dict[int, dict[int, tuple[float, tuple[int, ...]]]]
    stability: dict[int, float]
    resamples: int
    """In how many re-samples the stability was looked for: fewer than were asked for where the seconds were over."""

    @property
    def alone(self) -> tuple[int, ...]:
        """The actors that stand in a camp of their own."""
        return tuple(a for camp in self.camps if len(camp) == 1 for a in camp)


def _numbers(camp: frozenset[object]) -> frozenset[int]:
    return frozenset(a for a in camp if isinstance(a, int))


def two_camps(network: Network, *, seconds: float | None = 10.0, seed: int = 0) -> tuple[frozenset[int], ...]:
    """The two camps of balance, in the order of :meth:`Network.ordered`."""
    return network.ordered(solve(network.signed[0], seconds=seconds, seed=seed).camps)


def blocs(
    network: Network,
    camps: int | None = None,
    *,
    repeats: int = 50,
    seconds: float = 10.0,
    seed: int = 0,
) -> Blocs:
    """Two camps (``camps=2``), at most so many, or (None) as many as the ties ask for.

    The proof has ``seconds``, and so have the re-samples, all of them together.
    """
    network.need()
    if camps is not None and camps < 2:
        raise NetworkError(f"{camps} camps: ask for two at least, or for none in particular")
    edges = network.signed[0]
    if not edges:
        raise NetworkError("every tie here is denied away: nothing draws a camp")
    two = camps == 2

    def draw(net: Network) -> tuple[frozenset[int], ...]:
        if two:
            return two_camps(net, seconds=min(seconds, 1.0), seed=seed)
        found = correlate(net.signed[0], most=camps, seconds=min(seconds, 1.0), seed=seed)
        return net.ordered([_numbers(c) for c in found.camps])

    if two:
        answer = solve(edges, seconds=seconds, seed=seed)
        drawn = network.ordered(answer.camps)
        cost, lower, proved = answer.upper, answer.lower, answer.proved
    else:
        found = correlate(edges, most=camps, seconds=seconds, seed=seed)
        drawn = network.ordered([_numbers(c) for c in found.camps])
        cost, lower, proved = found.cost, found.lower, found.proved
    firm = stability(network, drawn, draw, repeats=repeats, seconds=seconds, seed=seed)
    return Blocs(
        drawn,
        cost,
        lower,
        proved,
        holds(network, drawn, two=two),
        tuple(between(network, drawn, two=two)),
        tuple(misplaced(network, drawn)),
        alliances(network),
        firm.of,
        firm.resamples,
    )
