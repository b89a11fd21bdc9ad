"""Claims by relation, and the record that every kind of tension is told in.

A *link* is what an edge is, for one relation: (source, target, relation) with the mass of those who say so. A
tension is a set of claims that cannot all hold, so its sides are weighed by what is said *for* each, whatever
others deny: a denial is a side of its own (:mod:`ahlaf.network.tensions.both_ways`).
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from ahlaf.network.gather import gather
from ahlaf.network.table import MODALITIES, NAMES
from ahlaf.network.tensions.words import clause, stance
from ahlaf.relations import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from ahlaf.network.gather import Gathered
    from ahlaf.network.graph import Network

KINDS = ("both ways", "circle", "member helps", "founder", "word and deed", "left out", "smallest doubt")
NEARLY = 0.9
"""Of the weight of a side so much must go one way for its words to name a doer."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a tension: what it says in words, its mass, and its claims, the weightiest first."""

    en: str
    ar: str
    mass: float
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tension:
    """A set of claims that cannot all hold, in one sentence, with its sides and its score."""

    kind: str
    actors: tuple[int, ...]
    score: float
    en: str
    ar: str
    sides: tuple[Side, ...]

    def sentence(self, language: str = "ar") -> str:
        """What is in tension, in words."""
        return self.en if language == "en" else self.ar

    @property
    def rows(self) -> tuple[int, ...]:
        """Every claim of it."""
        return tuple(dict.fromkeys(r for side in self.sides for r in side.rows))


@dataclass(frozen=True, slots=True)
class Link:
    """What is said of one relation from one actor to another."""

    source: int
    target: int
    relation: str
    mass: float
    denied: float
    rows: tuple[int, ...]
    """Its claims, denials among them."""

    @property
    def sign(self) -> int:
        """The relation's sign."""
        return RELATIONS[self.relation].sign


class Links:
    """All links of a network, by either end."""

    def __init__(self, network: Network) -> None:
        self.network = network
        table = network.table
        g: Gathered = gather(
            table, network.weights, network.rows, kind=table.relation.astype(np.int64), factor=network.factor
        )
        heads = table.relation[g.order[g.start[:-1]]] if len(g) else np.empty(0, np.int8)
        order, start = g.order.tolist(), g.start.tolist()
        self.out: dict[int, list[Link]] = {}
        self.into: dict[int, list[Link]] = {}
        columns = (g.source, g.target, heads, g.mass_for, g.mass_against)
        for at, (s, t, r, mass, denied) in enumerate(zip(*(c.tolist() for c in columns), strict=True)):
            link = Link(s, t, NAMES[r], mass, denied, tuple(sorted(order[start[at] : start[at + 1]])))
            self.out.setdefault(s, []).append(link)
            self.into.setdefault(t, []).append(link)

    @property
    def all(self) -> Iterator[Link]:
        """Every link."""
        return chain.from_iterable(self.out.values())

    def over(self, network: Network, part: Links, pairs: Collection[tuple[int, int]]) -> Links:
        """The links of a network that has those of ``part`` on some pairs (the lower number first), else these."""
        found = copy(self)
        found.network = network
        found.out, found.into = self.out.copy(), self.into.copy()
        for a in {a for pair in pairs for a in pair}:
            for old, new, now in ((self.out, part.out, found.out), (self.into, part.into, found.into)):
                kept = [k for k in old.get(a, ()) if (min(k.source, k.target), max(k.source, k.target)) not in pairs]
                now[a] = kept + new.get(a, [])
        return found

    def rows(self, links: Iterable[Link], *, denied: bool | None = False) -> tuple[int, ...]:
        """The claims of links, the weightiest first; ``denied=None`` takes both."""
        found = dict.fromkeys(r for link in links for r in link.rows)
        return self.network.heaviest(np.fromiter(found, np.int32, len(found)), denied=denied)

    def side(self, links: list[Link], *, denied: bool = False) -> Side:
        """A side made of links that all say the same: told by its weightiest claim."""
        rows = self.rows(links, denied=denied)
        mass = sum(link.denied if denied else link.mass for link in links)
        return side_of(self.network, rows, mass)


def side_of(network: Network, rows: tuple[int, ...], mass: float) -> Side:
    """A side told in the words of its weightiest claim; or of what lies between the two, where claims go either way."""
    told = {language: tell(network, rows[0], language) for language in ("en", "ar")}
    if not one_way(network, rows) and _alike(network, rows):
        told = {language: _stand(network, rows[0], language, mutual=True) for language in told}
    return Side(told["en"], told["ar"], round(mass, 6), rows)


def spoken(network: Network, side: Side, voice: int) -> Side:
    """The side with a voice's claims first, told so that it is true of these and of all: by sign, where relations differ."""
    first = tuple(r for r in side.rows if network.table.voice[r] == voice)
    rows = (*first, *(r for r in side.rows if network.table.voice[r] != voice))
    found = side_of(network, rows, side.mass)
    if not _alike(network, rows) or len({int(network.table.relation[r]) for r in rows}) == 1:
        return found
    mutual = not (one_way(network, first) and one_way(network, rows))
    told = {language: _stand(network, rows[0], language, mutual=mutual) for language in ("en", "ar")}
    return Side(told["en"], told["ar"], found.mass, rows)


def one_way(network: Network, rows: tuple[int, ...]) -> bool:
    """Whether claims go, by nearly all their weight, the way of the first, or are all of what is mutual."""
    if len(rows) == 1:
        return True
    table = network.table
    if all(RELATIONS[NAMES[table.relation[r]]].mutual for r in rows):
        return True
    weights = [float(network.of_row[r]) for r in rows]
    along = sum(w for r, w in zip(rows, weights, strict=True) if table.source[r] == table.source[rows[0]])
    return along >= NEARLY * sum(weights)


def _alike(network: Network, rows: tuple[int, ...]) -> bool:
    """Whether all bind, or all divide, or the one or the other is denied by all."""
    table = network.table
    return len({(int(table.sign[r]), bool(table.denied[r])) for r in rows}) == 1


def _stand(network: Network, row: int, language: str, *, mutual: bool) -> str:
    table = network.table
    return stance(
        network.label(int(table.source[row]), language),
        network.label(int(table.target[row]), language),
        int(table.sign[row]),
        mutual=mutual,
        denied=bool(table.denied[row]),
        modality=MODALITIES[table.modality[row]],
        language=language,
    )


def tell(network: Network, row: int, language: str) -> str:
    """A claim as a clause."""
    table = network.table
    s, t = (int(table.source[row]), int(table.target[row]))
    return clause(
        network.label(s, language),
        NAMES[table.relation[row]],
        network.label(t, language),
        denied=bool(table.denied[row]),
        modality=MODALITIES[table.modality[row]],
        language=language,
    )
