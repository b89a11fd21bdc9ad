"""Tension 2: a circle with an odd number of minuses.

**Definition.** Take of every pair what remains when what divides is set against what binds. Where one walks round
a circle of such ties and meets an odd number of minuses, no two camps can hold it: my friend's friend is said to
be my enemy (Heider 1946; Cartwright and Harary 1956). Every triangle of this kind is found, and for each minus in
no such triangle the shortest circle through it, by breadth-first search over pairs (actor, number of minuses so
far, even or odd). (Where that walk crosses itself, it holds a smaller circle, which its own minus finds.)

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

from typing import TYPE_CHECKING

from ahlaf.network.tensions.links import Tension, side_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ahlaf.network.graph import Network

MOST = 2000
TOLD = 500
LONGEST = 12


Found = dict[frozenset[tuple[int, int]], tuple[float, list[int]]]


def circles(network: Network, most: int = MOST, told: int = TOLD) -> Iterator[Tension]:
    """Circles with an odd number of minuses, as tensions."""
    return tell_circles(network, found_circles(network, most), told)


Near = dict[int, dict[int, float]]


def near_of(network: Network) -> Near:
    """What remains between each actor and those it is tied to."""
    near: Near = {}
    for tie in network.ties:
        if weight := tie.weight:
            near.setdefault(tie.u, {})[tie.v] = weight
            near.setdefault(tie.v, {})[tie.u] = weight
    return near


def found_circles(network: Network, most: int = MOST) -> Found:
    """The circles, by the pairs that they go over, with their scores."""
    near = near_of(network)
    minuses = sorted((w, a, b) for a, ties in near.items() for b, w in ties.items() if w < 0 and a < b)
    return circles_over(near, [(a, b) for _, a, b in minuses[:most]])


def circles_over(near: Near, pairs: Iterable[tuple[int, int]]) -> Found:
    """The circles with an odd number of minuses over these pairs: all triangles, else the shortest."""
    found: Found = {}
    ways: _Ways | None = None
    for a, b in pairs:
        if b not in near.get(a, {}):
            continue
        closed = list(_triangles(near, a, b))
        if not closed:
            ways = ways or _Ways(near)
            closed = ways.between(a, b, odd=near[a][b] > 0)
        for circle in closed:
            over = list(zip(circle, circle[1:] + circle[:1], strict=True))
            key = frozenset((min(p), max(p)) for p in over)
            if key not in found:
                found[key] = min(abs(near[x][y]) for x, y in over) * 2 / len(over), circle
    return found


def tell_circles(network: Network, found: Found, told: int = TOLD) -> Iterator[Tension]:
    """The best of the circles in words."""
    places = {(t.u, t.v): t for t in network.ties}
    ties = network.gathered_ties
    for score, circle in sorted(found.values(), key=lambda c: (-c[0], len(c[1]), c[1]))[:told]:
        sides = []
        for x, y in zip(circle, circle[1:] + circle[:1], strict=True):
            tie = places[min(x, y), max(x, y)]
            at = tie.at_plus if tie.weight > 0 else tie.at_minus
            sides.append(side_of(network, network.heaviest(ties.rows(at), denied=False), abs(tie.weight)))
        en = f"A circle of {len(sides)} that does not close: " + ", ".join(s.en for s in sides)
        ar = f"حلقة من {len(sides)} لا تستقيم: " + "، و".join(s.ar for s in sides)
        yield Tension("circle", tuple(circle), round(score, 6), en, ar, tuple(sides))


def _triangles(near: Near, u: int, v: int) -> Iterator[list[int]]:
    """The thirds by whom the pair comes into a circle with an odd number of minuses."""
    one, two = near[u], near[v]
    if len(one) > len(two):
        one, two = two, one
    alike = near[u][v] < 0
    for w in sorted(one):
        if w in two and ((one[w] > 0) == (two[w] > 0)) == alike:
            yield [u, w, v]


class _Ways:
    """Shortest ways with an even or odd number of minuses, searched level by level from one actor for all its enemies.

    A state is an actor and whether the minuses so far are even or odd; a set of states is one whole number, a bit for
    each, so that a level is a few operations on long numbers.
    """

    def __init__(self, near: Near) -> None:
        self.place = {a: i for i, a in enumerate(near)}
        self.actor = list(near)
        size = self.size = len(near)
        self.next = [0] * (2 * size)
        for a, ties in near.items():
            for b, w in ties.items():
                i, j = self.place[a], self.place[b]
                for odd in (0, 1):
                    self.next[i + odd * size] |= 1 << (j + (odd ^ (w < 0)) * size)
        self.levels: dict[int, list[int]] = {}
        self.seen: dict[int, int] = {}

    def between(self, a: int, b: int, *, odd: bool = False) -> list[list[int]]:
        """The shortest way from a to b, not straight, with so many minuses; none where it is no simple circle."""
        u, v = self.place[a], self.place[b] + odd * self.size
        levels = self.levels.setdefault(u, [1 << u])
        self.seen.setdefault(u, (1 << u) | (1 << (u + self.size)))
        goal = 1 << v
        while not self.seen[u] & goal and levels[-1] and len(levels) < LONGEST:
            self._deeper(u, levels)
        far = next((k for k, level in enumerate(levels) if level & goal), -1)
        if far < 2:
            return []
        path = [v]
        for k in range(far - 1, 0, -1):
            # Ties go both ways and keep their sign, so what a state leads to also leads to it.
            before = levels[k] & self.next[path[-1]]
            path.append((before & -before).bit_length() - 1)
        way = [a, *(self.actor[x % self.size] for x in reversed(path))]
        return [way] if len(set(way)) == len(way) else []

    def _deeper(self, u: int, levels: list[int]) -> None:
        """One level more."""
        reached, front = 0, levels[-1]
        while front:
            lowest = front & -front
            reached |= self.next[lowest.bit_length() - 1]
            front ^= lowest
        reached &= ~self.seen[u]
        self.seen[u] |= reached
        levels.append(reached)
