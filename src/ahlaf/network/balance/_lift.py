"""The way back for a packing: from circles of records to circles of the caller's edges.

A circle of the reduced network is a handful of records. Each is taken apart (see
:mod:`._reduce`): a ``SERIES`` into both its halves, a ``BESIDE`` into one of its two
sides, as long as that side has weight left, so that one heavy circle may come back as
several lighter ones. What remains is a closed walk over edges of the caller with an odd
number of minuses. Edges walked twice are struck out, the walk falls into simple circles,
and one of them at least is odd: that one is kept.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ahlaf.network.balance._reduce import BESIDE, LEAF, SERIES, Records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def leaves(
    records: Records, circles: Iterable[tuple[Sequence[int], int]], rest: dict[int, int]
) -> Iterator[tuple[list[int], list[int], int]]:
    """Yield (edges, ties, amount) for circles of records with their amounts.

    Edges come as often as they are walked. ``rest`` remembers what is left of the sides of
    every ``BESIDE``, so circles that are to hold together must share it: empty at first.
    """
    kind, left, right, weight = records.kind, records.left, records.right, records.weight
    for circle, amount in circles:
        todo = amount
        while todo > 0:
            edges: list[int] = []
            ties: list[int] = []
            chosen: Counter[int] = Counter()
            stack = list(circle)
            while stack:
                record = stack.pop()
                what = kind[record]
                if what == SERIES:
                    stack.append(left[record])
                    stack.append(right[record])
                elif what == BESIDE:
                    side = left[record]
                    room = rest.get(side)
                    if room is None:
                        room = rest[side] = abs(weight[side])
                    if room <= chosen[side]:
                        side = right[record]
                        if side not in rest:
                            rest[side] = abs(weight[side])
                    chosen[side] += 1
                    stack.append(side)
                elif what == LEAF:
                    edges.append(left[record])
                else:
                    ties.append(record)
            part = todo
            for side, times in chosen.items():
                part = min(part, rest[side] // times)
            if part <= 0:
                # Twice along a side with room for one: walk each side once, if need be by
                # giving this last unit up. A packing a unit lighter is still a packing.
                todo -= 1
                continue
            for side, times in chosen.items():
                rest[side] -= part * times
            todo -= part
            yield edges, ties, part


def odd_circle(
    steps: Sequence[tuple[int, int, int, bool]],
) -> list[int] | None:
    """Return an odd simple circle among steps (name, node, node, minus), in walking order.

    Steps walked an even number of times are struck out first.

    >>> odd_circle([(0, 7, 8, True), (1, 8, 9, False), (2, 9, 7, False), (3, 9, 9, False)])
    [2, 1, 0]
    """
    if len(steps) == 1:
        return [steps[0][0]] if steps[0][3] else None
    seen: dict[int, tuple[int, int, bool]] = {}
    for name, u, v, minus in steps:
        if name in seen:
            del seen[name]
        else:
            seen[name] = (u, v, minus)
    at: dict[int, list[int]] = {}
    for name, (u, v, minus) in seen.items():
        if u == v:
            if minus:
                return [name]
            continue
        at.setdefault(u, []).append(name)
        at.setdefault(v, []).append(name)
    used: set[int] = set()
    for start in list(at):
        trail = [start]
        place = {start: 0}
        path: list[int] = []
        node = start
        while True:
            options = at[node]
            while options and options[-1] in used:
                options.pop()
            if not options:
                break
            name = options.pop()
            used.add(name)
            u, v, _ = seen[name]
            node = v if node == u else u
            path.append(name)
            if node in place:
                since = place[node]
                circle = path[since:]
                if sum(seen[n][2] for n in circle) & 1:
                    return circle
                for gone in trail[since + 1 :]:
                    del place[gone]
                del trail[since + 1 :], path[since:]
            else:
                place[node] = len(trail)
                trail.append(node)
    return None
