"""Tensions again, where claims on a few pairs have changed: only those that such a change can touch.

A pair said both ways and a word against a deed speak of one pair. A member, a founder and a stakeholder left out speak
of a body, of those who belong to it or are kept out of it, and of whom it fights: a changed claim between a and b
touches them only if the body is a or b, or if a or b belongs to it or is kept out of it, before or after. So it is
enough to look at these pairs and bodies again. (Circles have a way of their own, in :mod:`ahlaf.network.whatif`.)

>>> from ahlaf.network import Network, Party, Statement
>>> x, a, b, c = (Party(n) for n in ("X", "A", "B", "C"))
>>> said = [Statement("1", x, a, "MEMBER", 1), Statement("2", a, b, "OPPOSE", -1), Statement("3", c, a, "MEMBER", 1)]
>>> old, new = Network.of(said), Network.of([*said, Statement("4", x, b, "AID", 1)])
>>> links = Links(old)
>>> pairs = frozenset({(new.find("X"), new.find("B"))})
>>> links, reach = changed(links, new, pairs)
>>> sorted(new.label(body) for body in reach.bodies)
['A', 'B', 'X']
>>> [t.en for t in within(new, links, reach)]
['X is said to aid B, though X is said to belong to A and A is said to fight B']
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ahlaf.network.graph import Network
from ahlaf.network.tensions.both_ways import both_ways
from ahlaf.network.tensions.left_out import left_out
from ahlaf.network.tensions.links import Links
from ahlaf.network.tensions.members import BELONGS, STAYS, members
from ahlaf.network.tensions.word_deed import word_deed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ahlaf.network.tensions.links import Tension

Pair = tuple[int, int]
_OF_A_PAIR = frozenset({"both ways", "word and deed"})


@dataclass(frozen=True, slots=True)
class Reach:
    """What a change can touch: pairs (the lower number first), bodies, and the network of the claims on the pairs."""

    pairs: frozenset[Pair]
    bodies: frozenset[int]
    part: Network

    def touches(self, tension: Tension) -> bool:
        """True where the tension, which is no circle, may be another after the change."""
        if tension.kind in _OF_A_PAIR:
            return _ordered(*tension.actors[:2]) in self.pairs
        return tension.actors[1] in self.bodies


def changed(links: Links, network: Network, pairs: Iterable[Pair]) -> tuple[Links, Reach]:
    """The links of a network that differs from that of ``links`` on some pairs only, and what the change can touch."""
    ordered = frozenset(_ordered(*p) for p in pairs)
    rows = np.arange(len(network.table)) if network.rows is None else network.rows
    ends = np.sort(np.stack([network.table.source[rows], network.table.target[rows]]), axis=0).astype(np.int64)
    size = len(network.parties)
    here = np.isin(ends[0] * size + ends[1], [u * size + v for u, v in ordered])
    part = Network(network.table, network.weights, rows[here & (ends[0] >= 0)], network.factor)
    after = links.over(network, Links(part), ordered)
    touched = {a for pair in ordered for a in pair}
    bodies = touched | {body for a in touched for each in (links, after) for body in _bodies(each, a)}
    return after, Reach(ordered, frozenset(bodies), part)


def within(network: Network, links: Links, reach: Reach) -> Iterator[Tension]:
    """The tensions of the network that the change can have touched, circles left aside."""
    yield from both_ways(reach.part)
    yield from word_deed(reach.part)
    yield from members(network, links, reach.bodies)
    yield from left_out(network, links, reach.bodies)


def _bodies(links: Links, actor: int) -> Iterator[int]:
    """What an actor belongs to or is kept out of."""
    for link in links.out.get(actor, ()):
        if link.relation in BELONGS | STAYS:
            yield link.target
    for link in links.into.get(actor, ()):
        if link.relation == "EXCLUDE":
            yield link.source


def _ordered(u: int, v: int) -> Pair:
    return (u, v) if u < v else (v, u)
