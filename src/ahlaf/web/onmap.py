"""Who and what is on the map: those who are tied most, with the ties that are to be seen; and whoever is asked for besides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ahlaf.web import shapes_network as shapes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ahlaf.network import Network

MANY: Final = 150
"""A map of more ties than these begins with those that two documents tell at least: what one alone tells hides the rest."""
BEGINS: Final = 2
FEW: Final = 10
"""Where fewer ties than these would be left to begin with, all are shown: a project of one book has none of two."""
AROUND: Final = 60
"""So many ties of an actor that is asked for are drawn whatever the limits, those of most documents first."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is drawn."""

    ties: dict[int, int]
    """For everybody how many ties there are in all, drawn or not."""
    claims: dict[int, int]
    """For those who are drawn how many claims their ties hold: those that pass, and all of whoever was asked for and is drawn for it."""
    actors: set[int]
    edges: list[int]
    """Places among the network's gathered edges."""
    total: shapes.Total
    """How many pass, before the limit."""
    evidence: int
    begins: shapes.Begins
    around: shapes.Around | None


def choose(network: Network, evidence: int, limit: int, around: str) -> Chosen:
    """The most tied up to a limit, with the ties between them that enough documents tell; and an actor with its ties beside them."""
    import numpy as np  # noqa: PLC0415 - read with the first network

    gathered = network.gathered
    begins = _begins(network, limit)
    least = evidence or begins.evidence
    kept = np.flatnonzero(gathered.documents >= least)
    ties, claims = _counts(network, kept)
    actors = set(_most(network, ties, claims, limit))
    total = shapes.Total(actors=len(ties), edges=len(kept))
    every, said = _counts(network, np.arange(len(gathered.documents)))
    drawn = {int(e) for e in kept if int(gathered.source[e]) in actors and int(gathered.target[e]) in actors}
    beside = None
    who = next((n for n, p in enumerate(network.parties) if around and p.id == around), -1)
    if who >= 0 and every.get(who):
        mine = _strongest(network, who)
        more, before = set(mine) - drawn, len(actors)
        actors |= {who} | {int(end) for e in mine for end in (gathered.source[e], gathered.target[e])}
        drawn |= more
        beside = shapes.Around(id=around, ties=len(more), actors=len(actors) - before)
    of = {a: said[a] if beside and a == who else claims.get(a) or said[a] for a in actors}
    return Chosen(every, of, actors, sorted(drawn), total, least, begins, beside)


def _counts(network: Network, kept: NDArray[np.int64]) -> tuple[dict[int, int], dict[int, int]]:
    """How many ties and how many claims everybody has, among some ties."""
    import numpy as np  # noqa: PLC0415 - as above

    if not len(kept):
        return {}, {}
    gathered = network.gathered
    ends = np.concatenate((gathered.source[kept], gathered.target[kept]))
    said = np.tile((gathered.start[1:] - gathered.start[:-1])[kept], 2)
    busy, claims = np.bincount(ends), np.bincount(ends, said)
    ties = {a: int(busy[a]) for a in np.flatnonzero(busy).tolist()}
    return ties, {a: int(claims[a]) for a in ties}


def _most(network: Network, ties: dict[int, int], claims: dict[int, int], limit: int) -> list[int]:
    return sorted(ties, key=lambda a: (-ties[a], -claims[a], network.parties[a].id))[:limit]


def _strongest(network: Network, who: int) -> list[int]:
    """The ties of an actor, those of most documents, then of most weight first."""
    gathered = network.gathered
    mine = [int(e) for e in ((gathered.source == who) | (gathered.target == who)).nonzero()[0]]
    weight = {e: gathered.edge(e).weight for e in mine}
    return sorted(mine, key=lambda e: (-int(gathered.documents[e]), -weight[e], e))[:AROUND]


def _begins(network: Network, limit: int) -> shapes.Begins:
    """With which ties a map begins where nobody has said: all of them, unless they are too many to be seen."""
    import numpy as np  # noqa: PLC0415 - as above

    gathered = network.gathered
    count = len(gathered.documents)
    left = int((gathered.documents >= BEGINS).sum())
    if count > MANY and left >= FEW:
        chosen = _most(network, *_counts(network, np.arange(count)), limit)
        if int((np.isin(gathered.source, chosen) & np.isin(gathered.target, chosen)).sum()) > MANY:
            return shapes.Begins(evidence=BEGINS, aside=count - left)
    return shapes.Begins(evidence=1, aside=0)
