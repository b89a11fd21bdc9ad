"""Tension 2: a circle with an odd number of minuses.

**Definition.** Take of every pair what remains when what divides is set against what binds. Where one walks round
a circle of such ties and meets an odd number of minuses, no two camps can hold it: my friend's friend is said to
be my enemy (Heider 1946; Cartwright and Harary 1956). Every triangle of this kind is found, and for each minus in
no such triangle the shortest circle through it, by breadth-first search over pairs (actor, number of minuses so
far, even or odd).

**Score.** The weakest tie of the circle, less the longer it is: ``score = min |w| × 2 / length``.

**Edge cases.** A pair said both ways is a circle of two: it is told as tension 1. In very large networks only the
circles through the weightiest minuses (:data:`MOST`) are searched for; the :data:`TOLD` best are told.

>>> from ahlaf.network import Network, Party, Statement
>>> a, b, c = (Party(n) for n in "ABC")
>>> found, = circles(Network.of([
...     Statement("1", a, b, "ALLY", 1), Statement("2", b, c, "AID", 1), Statement("3", a, c, "ASSAULT", -1),
... ]))
>>> found.en, round(found.score, 3)
('A circle of 3 that does not close: A is said to be an ally of B, B is said to aid C, A is said to attack C', 0.667)
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from ahlaf.network.tensions.links import Tension, side_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ahlaf.network.graph import Network

MOST = 2000
TOLD = 500
LONGEST = 12


def circles(network: Network, most: int = MOST, told: int = TOLD) -> Iterator[Tension]:
    """Circles with an odd number of minuses, as tensions."""
    near: dict[int, dict[int, float]] = {}
    for tie in network.ties:
        if tie.weight:
            near.setdefault(tie.u, {})[tie.v] = tie.weight
            near.setdefault(tie.v, {})[tie.u] = tie.weight
    minuses = [(t.u, t.v) for t in sorted(network.ties, key=lambda t: (t.weight, t.u, t.v)) if t.weight < 0][:most]
    places = {(t.u, t.v): t for t in network.ties}
    ties = network.gathered_ties
    weight = network.weights.of_rows(network.table)
    found: dict[frozenset[tuple[int, int]], tuple[float, list[int]]] = {}
    for u, v in minuses:
        ways = list(_triangles(near, u, v))
        if not ways:
            path = _shortest(near, u, v)
            ways = [path] if path else []
        for circle in ways:
            pairs = list(zip(circle, circle[1:] + circle[:1], strict=True))
            key = frozenset((min(p), max(p)) for p in pairs)
            if key not in found:
                found[key] = min(abs(near[x][y]) for x, y in pairs) * 2 / len(pairs), circle
    for score, circle in sorted(found.values(), key=lambda c: (-c[0], len(c[1]), c[1]))[:told]:
        sides = []
        for x, y in zip(circle, circle[1:] + circle[:1], strict=True):
            tie = places[min(x, y), max(x, y)]
            at = tie.at_plus if tie.weight > 0 else tie.at_minus
            rows = [int(r) for r in ties.rows(at) if not network.table.denied[r]]
            rows.sort(key=lambda r: (-weight[r], r))
            sides.append(side_of(network, tuple(rows), abs(tie.weight)))
        en = f"A circle of {len(sides)} that does not close: " + ", ".join(s.en for s in sides)
        ar = f"حلقة من {len(sides)} لا تستقيم: " + "، و".join(s.ar for s in sides)
        yield Tension("circle", tuple(circle), round(score, 6), en, ar, tuple(sides))


def _triangles(near: dict[int, dict[int, float]], u: int, v: int) -> Iterator[list[int]]:
    """The thirds that u and v, enemies, both love or both hate: u–w–v with an even number of minuses."""
    one, two = near[u], near[v]
    if len(one) > len(two):
        one, two = two, one
    for w in sorted(one):
        if w in two and (one[w] > 0) == (two[w] > 0):
            yield [u, w, v]


def _shortest(near: dict[int, dict[int, float]], u: int, v: int) -> list[int]:
    """The shortest way from u to v, not straight, with an even number of minuses; empty where there is none."""
    came: dict[tuple[int, int], tuple[int, int] | None] = {(u, 0): None}
    queue = deque([(u, 0, 0)])
    while queue:
        x, odd, far = queue.popleft()
        if x == v and not odd:
            break
        if far >= LONGEST - 1:
            continue
        for y, w in near[x].items():
            if {x, y} == {u, v}:
                continue
            step = (y, odd ^ (w < 0))
            if step not in came:
                came[step] = (x, odd)
                queue.append((*step, far + 1))
    if (v, 0) not in came:
        return []
    path: list[int] = []
    at: tuple[int, int] | None = (v, 0)
    while at is not None:
        path.append(at[0])
        at = came[at]
    return path[::-1] if len(set(path)) == len(path) else []
