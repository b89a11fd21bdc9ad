"""Networks whose index is known: by construction, by a theorem, or from the literature."""

import itertools
import random
from collections.abc import Iterable

import pytest

from ahlaf.network.balance import Edge, Frustration, frustration, verify


def all_minus(edges: Iterable[tuple[object, object]]) -> list[Edge]:
    return [(u, v, -1) for u, v in edges]


def generalized_petersen(n: int, k: int) -> list[tuple[object, object]]:
    outer = [(("o", i), ("o", (i + 1) % n)) for i in range(n)]
    inner = [(("i", i), ("i", (i + k) % n)) for i in range(n)]
    return outer + inner + [(("o", i), ("i", i)) for i in range(n)]


def certain(edges: list[Edge], index: int) -> Frustration:
    found = frustration(edges)
    assert found.value == index
    assert verify(edges, found).proved
    return found


@pytest.mark.parametrize("n", range(2, 13))
def test_mutual_enemies(n: int) -> None:
    """Petersdorf (1966): no signing of K_n is further from balance than all minus."""
    certain(all_minus(itertools.combinations(range(n), 2)), (n - 1) ** 2 // 4)


def test_petersen() -> None:
    """Zaslavsky (2012), Six signed Petersen graphs: all minus has index 3."""
    certain(all_minus(generalized_petersen(5, 2)), 3)


def test_dodecahedron() -> None:
    """Doslic and Vukicevic (2007): six edges make the smallest fullerene, C20, bipartite."""
    certain(all_minus(generalized_petersen(10, 2)), 6)


def test_heawood_is_bipartite_and_so_balanced() -> None:
    edges = [(i, (i + 1) % 14) for i in range(14)] + [(i, (i + 5) % 14) for i in range(0, 14, 2)]
    certain(all_minus(edges), 0)


def test_europe_1907() -> None:
    """The powers on the eve of the war, as Antal, Krapivsky and Redner (2006) draw them: balanced."""
    entente, alliance = ("Great Britain", "France", "Russia"), ("Germany", "Austria-Hungary", "Italy")
    edges = [(a, b, 1) for side in (entente, alliance) for a, b in itertools.combinations(side, 2)]
    edges += [(a, b, -1) for a in entente for b in alliance]
    found = certain(edges, 0)
    assert set(found.camps) == {frozenset(entente), frozenset(alliance)}


def test_heider() -> None:
    """Heider (1946): of the four triads, those with an odd number of minuses are out of balance."""
    for signs in itertools.product((1, -1), repeat=3):
        edges = [(a, b, s) for (a, b), s in zip((("p", "o"), ("o", "x"), ("x", "p")), signs, strict=True)]
        certain(edges, int(signs.count(-1) % 2 == 1))


@pytest.mark.parametrize("seed", range(30))
def test_planted(seed: int) -> None:
    """Edge-disjoint triangles in a balanced network, one edge of each turned: as many as triangles."""
    rng = random.Random(seed)  # noqa: S311
    count = rng.choice((12, 30, 60))
    camp = [rng.choice((1, -1)) for _ in range(count)]
    weight = {}
    for _ in range(count * rng.randint(2, 8)):
        a, b = sorted(rng.sample(range(count), 2))
        weight[a, b] = camp[a] * camp[b] * rng.randint(1, 5)
    planted = 0
    used = set()
    for _ in range(count):
        sides = [tuple(sorted(p)) for p in itertools.combinations(rng.sample(range(count), 3), 2)]
        if used.intersection(sides):
            continue
        used.update(sides)
        for a, b in sides:
            weight[a, b] = camp[a] * camp[b] * max(abs(weight.get((a, b), 3)), 2)
        a, b = sides[0]
        amount = min(abs(weight[s]) for s in sides)
        weight[a, b] = -camp[a] * camp[b] * amount
        planted += amount
    edges = [(a, b, w) for (a, b), w in weight.items()]
    rng.shuffle(edges)
    certain(edges, planted)


def test_planted_large() -> None:
    """The same, large enough for the compiled loops."""
    rng = random.Random(1)  # noqa: S311
    count = 1500
    camp = [rng.choice((1, -1)) for _ in range(count)]
    weight = {}
    for _ in range(6000):
        a, b = sorted(rng.sample(range(count), 2))
        weight[a, b] = camp[a] * camp[b]
    triangles = 0
    used = set()
    while triangles < 500:
        sides = [tuple(sorted(p)) for p in itertools.combinations(rng.sample(range(count), 3), 2)]
        if used.intersection(sides):
            continue
        used.update(sides)
        for a, b in sides:
            weight[a, b] = camp[a] * camp[b]
        weight[sides[0]] *= -1
        triangles += 1
    certain([(a, b, w) for (a, b), w in weight.items()], triangles)


def test_several_knots_are_rounded_apart() -> None:
    """Circles show 10/3 of the 4 of five mutual enemies; for three such groups not 10 but 12."""
    edges = [(f"{g}{i}", f"{g}{j}", -1) for g in "abc" for i, j in itertools.combinations(range(5), 2)]
    found = certain(edges, 12)
    assert found.proof == "cases"
    assert len(found.parts) == 3
    bridged = [*edges, ("a0", "b0", 1), ("b1", "c1", -1)]
    certain(bridged, 12)


def test_hard_random_network_is_proved_by_cases() -> None:
    rng = random.Random(1)  # noqa: S311
    pairs = set()
    while len(pairs) < 240:
        pairs.add(tuple(sorted(rng.sample(range(60), 2))))
    found = certain([(a, b, rng.choice((1, -1))) for a, b in sorted(pairs)], 60)
    assert found.proof == "cases"
