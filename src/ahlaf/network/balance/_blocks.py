"""Blocks: the parts of a network that share no circle.

Two circles can only meet in an edge if they lie in the same biconnected block, so the
index of a network is the sum of the indices of its blocks, and a block without an odd
circle (a *balanced* one) costs nothing and may be dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ahlaf.network.balance._reduce import Core

if TYPE_CHECKING:
    from collections.abc import Sequence


def blocks(adj: Sequence[dict[int, int]]) -> list[list[int]]:
    """Return the node lists of all blocks with an edge, nearest the root first.

    The first node of each list is the one by which the block hangs on an earlier block
    (or the root of its component), after Hopcroft and Tarjan (1973) without recursion.

    >>> path_and_triangle = [{1: 0}, {0: 0, 2: 0, 3: 0}, {1: 0, 3: 0}, {1: 0, 2: 0}]
    >>> [sorted(b) for b in blocks(path_and_triangle)]
    [[0, 1], [1, 2, 3]]
    """
    found: list[list[int]] = []
    number = [0] * len(adj)
    low = [0] * len(adj)
    clock = 0
    for root, edges in enumerate(adj):
        if number[root] or not edges:
            continue
        clock += 1
        number[root] = low[root] = clock
        path = [root]
        ways = [iter(edges)]
        open_nodes: list[int] = []
        while path:
            v = path[-1]
            for x in ways[-1]:
                if not number[x]:
                    clock += 1
                    number[x] = low[x] = clock
                    path.append(x)
                    ways.append(iter(adj[x]))
                    open_nodes.append(x)
                    break
                low[v] = min(low[v], number[x])
            else:
                path.pop()
                ways.pop()
                if not path:
                    break
                up = path[-1]
                if low[v] >= number[up]:
                    at = _last(open_nodes, v)
                    found.append([up, *open_nodes[at:]])
                    del open_nodes[at:]
                elif low[v] < low[up]:
                    low[up] = low[v]
    found.reverse()
    return found


def _last(items: list[int], item: int) -> int:
    """Return the last place of an item in a list."""
    at = len(items) - 1
    while items[at] != item:
        at -= 1
    return at


def spread(core: Core, block: Sequence[int]) -> list[int] | None:
    """Return sides that break no edge of a block, or None where there are none."""
    inside = {v: i for i, v in enumerate(block)}
    weight = core.records.weight
    side = [0] * len(block)
    side[0] = 1
    todo = [block[0]]
    while todo:
        v = todo.pop()
        here = side[inside[v]]
        for x, record in core.adj[v].items():
            i = inside.get(x)
            if i is None:
                continue
            want = here if weight[record] > 0 else -here
            if side[i] == 0:
                side[i] = want
                todo.append(x)
            elif side[i] != want:
                return None
    return side


def cut_out(core: Core, block: Sequence[int]) -> Core:
    """Return a block as a core of its own, over the same records."""
    inside = {v: i for i, v in enumerate(block)}
    part = Core(len(block), core.records, [core.origin[v] for v in block])
    for i, v in enumerate(block):
        here = part.adj[i]
        for x, record in core.adj[v].items():
            j = inside.get(x)
            if j is not None:
                here[j] = record
    return part
