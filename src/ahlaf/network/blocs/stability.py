"""How firm the camps are: the same question asked of re-sampled claims.

**Definition.** Draw as many stories as there are, with replacement (claims, where there are fewer than
:data:`FEW` stories), keep what was drawn, and draw the camps again; ``repeats`` times, or as often as some seconds
allow. An actor's *stability* is the share of the re-samples in which it appears where it stood where it stands, the
camps of each re-sample first turned so as to agree best with the original, connected part by connected part, for
parts that share no tie have no side relative to each other.

**Edge cases.** An actor that one single claim ties in is stable whenever it is there at all: look at its number of
claims beside it. The same seed gives the same numbers, unless the seconds are over before all is drawn: so many times as
it was, once at least, is said beside them.

**Source.** The bootstrap (Efron 1979), over documents because claims of one text hang together.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from ahlaf.network.graph import Network

FEW = 8


class Stability(NamedTuple):
    """How firm each actor stands, and in how many re-samples it was looked for."""

    of: dict[int, float]
    resamples: int


def stability(
    network: Network,
    camps: Sequence[frozenset[int]],
    draw: Callable[[Network], Sequence[frozenset[int]]],
    *,
    repeats: int = 50,
    seconds: float = float("inf"),
    seed: int = 0,
) -> Stability:
    """The share of re-samples in which each actor stands where it stands; the first is drawn however long it takes."""
    base = _camp_of(camps)
    stayed: dict[int, int] = defaultdict(int)
    there: dict[int, int] = defaultdict(int)
    drawn, deadline = 0, time.perf_counter() + seconds
    for factor in _resampled(network, repeats, np.random.default_rng(seed)):
        if drawn and time.perf_counter() >= deadline:
            break
        drawn += 1
        again = network.scaled(factor)
        if not len(again.gathered):
            continue
        found = _camp_of(draw(again))
        for part in parts(again):
            known = [a for a in part if a in found and a in base]
            meant = _turned([(found[a], base[a]) for a in known])
            for a in known:
                there[a] += 1
                stayed[a] += meant.get(found[a]) == base[a]
    return Stability({a: round(stayed[a] / n, 6) for a, n in sorted(there.items())}, drawn)


def _camp_of(camps: Sequence[frozenset[int]]) -> dict[int, int]:
    return {a: i for i, camp in enumerate(camps) for a in camp}


def _resampled(network: Network, repeats: int, rng: np.random.Generator) -> Iterator[NDArray[np.float64]]:
    """What each row of the table counts in a re-sample: one if what it belongs to was drawn, else nothing."""
    rows = np.arange(len(network.table)) if network.rows is None else network.rows
    stories, unit = np.unique(network.table.story[rows], return_inverse=True)
    count = len(stories)
    if count < FEW:
        count, unit = len(rows), np.arange(len(rows))
    for _ in range(repeats):
        drawn = np.zeros(count, np.bool_)
        drawn[rng.integers(0, count, count)] = True
        factor = np.zeros(len(network.table))
        factor[rows] = drawn[unit]
        yield factor


def _turned(pairs: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Which original camp each camp of a re-sample means, so that as many actors as may be stand where they stood.

    >>> _turned([(0, 1), (0, 1), (1, 0), (0, 0)])
    {0: 1, 1: 0}
    """
    meant: dict[int, int] = {}
    taken: set[int] = set()
    for _, found, base in sorted(((many, *pair) for pair, many in Counter(pairs).items()), reverse=True):
        if found not in meant and base not in taken:
            meant[found] = base
            taken.add(base)
    return meant


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
