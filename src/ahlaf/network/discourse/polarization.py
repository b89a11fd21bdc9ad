"""Polarization: how far a debate falls into camps.

**As Discourse Network Analyzer scores it.** With C the congruence and K the conflict network (one-mode), ‖·‖ the sum of
absolute cells, clusters of n_c actors each, D_w = Σ n_c (n_c − 1) ordered pairs inside clusters and D_b the rest:

    E_c = n_c (n_c − 1) / D_w · ‖C‖ / D_w                (expected congruence inside cluster c)
    E_ab = n_a n_b / D_b · ‖K‖ / D_b                     (expected conflict between clusters a and b)
    Q = Σ inside c ( |C_ij − E_c| + |K_ij| ) + Σ between a, b ( |C_ij| + |K_ij − E_ab| )

divided by 2 (‖C‖ + ‖K‖) where normalised, by 2 where not. :func:`absdiff` is this Q for given clusters, to the last
digit; :func:`polarization` is its greatest value over clusters of equal size (as near as may be), as there: all
divisions are tried up to :data:`ALL`, else swaps from seeded starts (the greedy algorithm).

**Separation.** Q rewards cells that differ from their expectation on either side, so its best clusters need not be the
camps that one would draw (``docs/discourse.md`` has an example of four actors). So the plain question is answered
beside it: the largest share of all congruence and conflict that two camps of any size put right,

    S = max over two camps of ( Σ C inside + Σ K across ) / (‖C‖ + ‖K‖) = 1 − L / W

where L is the frustration index of the network with C for its pluses and K for its minuses: exact and certified by
:mod:`ahlaf.network.balance`.

**Edge cases.** Too few actors, or no ties at all, give 0, as there.

>>> from ahlaf.network.discourse.sayings import Saying
>>> said = [Saying(a, "x", a in "ab") for a in "abcd"]
>>> found = separation(said)
>>> found.score, [sorted(c) for c in found.camps]
(1.0, [['a', 'b'], ['c', 'd']])
"""

from __future__ import annotations

import itertools
import math
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ahlaf.errors import NetworkError
from ahlaf.network.discourse.matrices import counted, one_mode_of
from ahlaf.network.tensions.doubt import solve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from ahlaf.network.discourse.sayings import Saying

ALL = 20_000


@dataclass(frozen=True, slots=True)
class Polarization:
    """A score and the camps that have it; ``exact`` where no better can be."""

    score: float
    camps: tuple[tuple[str, ...], ...]
    exact: bool


def absdiff(
    congruence: NDArray[np.float64], conflict: NDArray[np.float64], cluster: Sequence[int], *, normalise: bool = True
) -> float:
    """Q for given clusters (numbers from 0).

    >>> c, k = np.zeros((4, 4)), np.zeros((4, 4))
    >>> for i, j in ((0, 1), (2, 3)): c[i, j] = c[j, i] = 1
    >>> for i, j in ((0, 2), (0, 3), (1, 2), (1, 3)): k[i, j] = k[j, i] = 1
    >>> absdiff(c, k, [0, 0, 1, 1]), absdiff(c, k, [0, 0, 1, 1], normalise=False)
    (0.25, 3.0)
    """
    member = np.asarray(cluster)
    sizes = np.bincount(member).astype(float)
    inside = float((sizes * (sizes - 1)).sum())
    across = len(member) * (len(member) - 1) - inside
    sum_c, sum_k = float(np.abs(congruence).sum()), float(np.abs(conflict).sum())
    if sum_c + sum_k == 0:
        return 0.0
    same = member[:, None] == member[None, :]
    off = ~np.eye(len(member), dtype=bool)
    own = sizes[member]
    expected_c = own * (own - 1) / inside * (sum_c / inside) if inside else np.zeros(len(member))
    expected_k = np.outer(own, own) / across * (sum_k / across) if across else np.zeros_like(conflict)
    total = np.abs(congruence - expected_c[:, None])[same & off].sum() + np.abs(conflict)[same & off].sum()
    total += np.abs(congruence)[~same].sum() + np.abs(conflict - expected_k)[~same].sum()
    return float(total / (2 * (sum_c + sum_k)) if normalise else total / 2)


def polarization(said: Sequence[Saying], clusters: int = 2, *, normalise: bool = True, seed: int = 0) -> Polarization:
    """The greatest Q over clusters of equal size."""
    if clusters < 2:
        raise NetworkError("polarization needs two clusters at least")
    counts = counted(said)
    size = len(counts.actors)
    c = one_mode_of(counts, "congruence").values if size else np.zeros((0, 0))
    k = one_mode_of(counts, "conflict").values if size else np.zeros((0, 0))
    if size <= clusters or not (c.any() or k.any()):
        return Polarization(0.0, (), exact=True)
    first = sorted(i % clusters for i in range(size))
    ways = math.factorial(size) // math.prod(math.factorial(first.count(g)) for g in range(clusters))

    def score(m: Sequence[int]) -> float:
        return absdiff(c, k, m, normalise=normalise)

    if ways <= ALL:
        best = max(_divisions(size, clusters), key=lambda m: (round(score(m), 12), tuple(-x for x in m)))
    else:
        rng = random.Random(seed)  # noqa: S311 - no secret hangs on it
        starts = [rng.sample(first, size) for _ in range(5)]
        best = max((_swapped(s, score) for s in starts), key=score)
    camps = tuple(tuple(counts.actors[i] for i in range(size) if best[i] == g) for g in range(clusters))
    return Polarization(round(score(best), 12), camps, exact=ways <= ALL)


def _divisions(size: int, clusters: int) -> Iterator[list[int]]:
    """Every division into clusters as equal as may be, each once."""
    sizes = [size // clusters + (g < size % clusters) for g in range(clusters)]

    def fill(left: list[int], g: int, member: list[int]) -> Iterator[list[int]]:
        if g == clusters:
            yield member[:]
            return
        for chosen in itertools.combinations(left, sizes[g]):
            for i in chosen:
                member[i] = g
            yield from fill([i for i in left if i not in chosen], g + 1, member)

    yield from fill(list(range(size)), 0, [0] * size)


def _swapped(start: list[int], score: Callable[[Sequence[int]], float]) -> list[int]:
    member, value = start[:], score(start)
    better = True
    while better:
        better = False
        for i, j in itertools.combinations(range(len(member)), 2):
            if member[i] != member[j]:
                member[i], member[j] = member[j], member[i]
                new = score(member)
                if new > value + 1e-12:
                    value, better = new, True
                else:
                    member[i], member[j] = member[j], member[i]
    return member


def separation(said: Sequence[Saying], *, seconds: float | None = 10.0) -> Polarization:
    """The largest share of congruence and conflict that two camps put right."""
    counts = counted(said)
    if not counts.actors:
        return Polarization(0.0, (), exact=True)
    edges: list[tuple[int, int, float]] = []
    for qualifier, sign in (("congruence", 1), ("conflict", -1)):
        values = one_mode_of(counts, qualifier).values
        edges += [(int(i), int(j), sign * float(values[i, j])) for i, j in np.argwhere(np.triu(values, 1) > 0)]
    weight = sum(abs(w) for _, _, w in edges)
    if not weight:
        return Polarization(0.0, (), exact=True)
    answer = solve(edges, seconds=seconds)
    camps = sorted((tuple(sorted(counts.actors[i] for i in c)) for c in answer.camps), key=lambda c: (-len(c), c))
    return Polarization(round(1 - answer.upper / weight, 12), tuple(camps), exact=answer.proved)
