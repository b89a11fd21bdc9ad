"""Two slow, plain ways to the same answers, and networks to try them on."""

import itertools
import math
import random
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest

from ahlaf.network.balance import Edge
from ahlaf.network.balance._scale import exact


def _costs(edges: list[Edge]) -> tuple[int, np.ndarray, np.ndarray]:
    nodes = list(dict.fromkeys(n for u, v, _ in edges for n in (u, v)))
    place = {n: i for i, n in enumerate(nodes)}
    weights = [Fraction(exact(w)) for _, _, w in edges]
    below = math.lcm(*(w.denominator for w in weights))
    whole = np.array([int(w * below) for w in weights], dtype=object)
    camps = np.arange(1 << max(0, len(nodes) - 1))
    u = np.array([place[e[0]] for e in edges], dtype=int)
    v = np.array([place[e[1]] for e in edges], dtype=int)
    apart = ((camps[:, None] >> u) ^ (camps[:, None] >> v)) & 1
    broken = (apart == 1) == np.array([w > 0 for w in whole], dtype=bool)
    broken &= np.array([w != 0 for w in whole], dtype=bool)
    return below, broken, (broken * np.abs(whole)).sum(axis=1) if edges else np.zeros(1, dtype=int)


@pytest.fixture(scope="session")
def brute() -> Callable[[list[Edge]], Fraction]:
    """The index, by looking at every pair of camps."""

    def index(edges: list[Edge]) -> Fraction:
        below, _, costs = _costs(edges)
        return Fraction(int(costs.min()), below)

    return index


@pytest.fixture(scope="session")
def brute_sets() -> Callable[[list[Edge]], set[tuple[int, ...]]]:
    """Every smallest set, by looking at every pair of camps."""

    def sets(edges: list[Edge]) -> set[tuple[int, ...]]:
        _, broken, costs = _costs(edges)
        best = costs.min()
        return {tuple(np.nonzero(broken[i])[0].tolist()) for i in np.nonzero(costs == best)[0]}

    return sets


@pytest.fixture(scope="session")
def small() -> Callable[[int], list[Edge]]:
    """A small network for each seed: loops, parallel edges, pieces, weights of every kind."""

    def network(seed: int) -> list[Edge]:
        rng = random.Random(seed)  # noqa: S311
        count = rng.randint(1, 8)
        most = rng.choice((count * 2, count * (count - 1)))
        weight: Callable[[], float | Fraction] = rng.choice(
            (
                lambda: 1,
                lambda: rng.randint(1, 9),
                lambda: round(rng.random(), 2),
                rng.random,
                lambda: Fraction(rng.randint(1, 9), rng.randint(1, 9)),
            )
        )
        edges: list[Edge] = [
            (rng.randrange(count), rng.randrange(count), weight() * rng.choice((1, -1))) for _ in range(rng.randint(0, most))
        ]
        if rng.random() < 0.15:  # circles alone fall short of the index of five mutual enemies
            edges += [(f"a{i}", f"a{j}", -1) for i, j in itertools.combinations(range(5), 2)]
        return edges

    return network
