"""How firm the camps are: the same question asked of re-sampled claims.

**Definition.** Draw as many stories as there are, with replacement (claims, where there are fewer than
:data:`FEW` stories), keep what was drawn, and draw the camps again; ``repeats`` times. An actor's *stability* is the
share of the re-samples in which it appears where it stood where it stands, the camps of each re-sample first turned
so as to agree best with the original, connected part by connected part, for parts that share no tie have no side
relative to each other.

**Edge cases.** An actor that one single claim ties in is stable whenever it is there at all: look at its number of
claims beside it. The same seed gives the same numbers.

**Source.** The bootstrap (Efron 1979), over documents because claims of one text hang together.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ahlaf.network.graph import Network

FEW = 8


def stability(
    network: Network,
    camps: Sequence[frozenset[int]],
    draw: Callable[[Network], Sequence[frozenset[int]]],
    *,
    repeats: int = 50,
    seed: int = 0,
) -> dict[int, float]:
    """The share of re-samples in which each actor stands where it stands."""
    rng = np.random.default_rng(seed)
    rows = np.arange(len(network.table)) if network.rows is None else network.rows
    story = network.table.story[rows]
    stories, of_row = np.unique(story, return_inverse=True)
    count, unit = len(stories), of_row
    if count < FEW:
        count, unit = len(rows), np.arange(len(rows))
    base = {a: i for i, camp in enumerate(camps) for a in camp}
    stayed: dict[int, int] = defaultdict(int)
    there: dict[int, int] = defaultdict(int)
    for _ in range(repeats):
        drawn = np.zeros(count, np.bool_)
        drawn[rng.integers(0, count, count)] = True
        factor = np.zeros(len(network.table))
        factor[rows] = drawn[unit]
        again = network.scaled(factor)
        if not len(again.gathered):
            continue
        found = {a: i for i, camp in enumerate(draw(again)) for a in camp}
        for part in parts(again):
            known = [a for a in part if a in found and a in base]
            agree: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
            for a in known:
                agree[found[a]][base[a]] += 1
            meant: dict[int, int] = {}
            taken: set[int] = set()
            pairs = sorted(((n, f, b) for f, by in agree.items() for b, n in by.items()), reverse=True)
            for _n, f, b in pairs:
                if f not in meant and b not in taken:
                    meant[f] = b
                    taken.add(b)
            for a in known:
                there[a] += 1
                stayed[a] += meant.get(found[a]) == base[a]
    return {a: round(stayed[a] / n, 6) for a, n in sorted(there.items())}


def parts(network: Network) -> list[list[int]]:
    """The actors of each connected part."""
    up: dict[int, int] = {}

    def root(x: int) -> int:
        while up.setdefault(x, x) != x:
            up[x] = up[up[x]]
            x = up[x]
        return x

    for tie in network.ties:
        if tie.plus or tie.minus:
            up[root(tie.u)] = root(tie.v)
    parts: dict[int, list[int]] = defaultdict(list)
    for x in up:
        parts[root(x)].append(x)
    return list(parts.values())
