"""Inner loops: better camps by annealing, and packings by taking out and putting back.

Every function here is plain Python over anything that can be indexed, and is run as it
stands on lists for small networks. For large ones :mod:`._fast` compiles the same
functions and hands them arrays. So there are no objects here, no sets and no exceptions,
and random numbers come from outside.
"""

from __future__ import annotations

from typing import Any

Numbers = Any
"""A list of numbers, or an array of numpy."""


def anneal(
    start: Numbers,
    to: Numbers,
    weight: Numbers,
    side: Numbers,
    field: Numbers,
    heats: Numbers,
    chances: Numbers,
    offset: int,
) -> int:
    """Flip nodes one by one, ever more coolly; change ``side`` and return the gain.

    ``start, to, weight``: the network in rows; ``field[v]`` is the pull of v's neighbours;
    ``heats``: one temperature a sweep; ``chances``: numbers drawn from -log(uniform).
    """
    count = len(side)
    many = len(chances)
    at = offset % many
    gain = 0
    for heat in heats:
        for v in range(count):
            cost = side[v] * field[v]
            if cost > 0:
                at += 1
                if at >= many:
                    at = 0
                if cost >= heat * chances[at]:
                    continue
            elif cost == 0:
                at += 1
                if at >= many:
                    at = 0
                if heat == 0.0 or chances[at] < 0.7:
                    continue
            gain -= cost
            twice = -2 * side[v]
            side[v] = -side[v]
            for i in range(start[v], start[v + 1]):
                field[to[i]] += twice * weight[i]
    return gain


def sink(heap: Numbers, key: Numbers, size: int) -> None:
    """Take the top off a heap of so many nodes: the last one finds its place."""
    size -= 1
    last = heap[size]
    value = key[size]
    i = 0
    while True:
        child = 2 * i + 1
        if child >= size:
            break
        if child + 1 < size and key[child + 1] < key[child]:
            child += 1
        if key[child] >= value:
            break
        heap[i] = heap[child]
        key[i] = key[child]
        i = child
    heap[i] = last
    key[i] = value


def rise(heap: Numbers, key: Numbers, size: int, node: int, value: float) -> None:
    """Put a node on a heap of so many nodes."""
    i = size
    while i > 0:
        up = (i - 1) // 2
        if key[up] <= value:
            break
        heap[i] = heap[up]
        key[i] = key[up]
        i = up
    heap[i] = node
    key[i] = value


def extra(edge: int, room: Numbers, tried: Numbers, price: float) -> float:
    """What a step along an edge costs beyond 1; -1 where it is full and ``price`` forbids it."""
    if room[edge] > 0:
        return 0.02 * float(tried[edge])
    return price * (1.0 + tried[edge]) if price > 0.0 else -1.0


def look_back(
    start: Numbers,
    to: Numbers,
    name: Numbers,
    room: Numbers,
    tried: Numbers,
    target: int,
    most: float,
    price: float,
    clock: int,
    near: Numbers,
    last: Numbers,
    marked: Numbers,
) -> float:
    """Mark the nodes one step before the target, and return the least that a last step costs."""
    least = most
    for i in range(start[target], start[target + 1]):
        e = name[i]
        more = extra(e, room, tried, price)
        if more < 0.0:
            continue
        marked[to[i]] = clock
        near[to[i]] = 1.0 + more
        last[to[i]] = e
        least = min(least, 1.0 + more)
    return least


def route(
    start: Numbers,
    to: Numbers,
    name: Numbers,
    room: Numbers,
    tried: Numbers,
    source: int,
    target: int,
    most: float,
    price: float,
    clock: int,
    far: Numbers,
    seen: Numbers,
    back: Numbers,
    prior: Numbers,
    near: Numbers,
    last: Numbers,
    marked: Numbers,
    heap: Numbers,
    key: Numbers,
) -> int:
    """Find the cheapest path for a broken edge; return its last node but one, or -1.

    A step along an edge with room costs 1 (and a little more where there were quarrels);
    along a full one 1 and ``price`` for every quarrel; ``price`` 0 forbids it. The last
    step is looked up backwards from the target, which saves the widest ring of the search.
    """
    least = look_back(start, to, name, room, tried, target, most, price, clock, near, last, marked)
    best = most
    meet = -1
    size = 1
    heap[0] = source
    key[0] = 0.0
    seen[source] = clock
    far[source] = 0.0
    back[source] = -1
    while size > 0:
        x = heap[0]
        d = key[0]
        if d + least >= best:
            break
        sink(heap, key, size)
        size -= 1
        if d > far[x]:
            continue
        for j in range(start[x], start[x + 1]):
            y = to[j]
            if y == target:
                continue
            e = name[j]
            more = extra(e, room, tried, price)
            if more < 0.0:
                continue
            cost = d + 1.0 + more
            if cost + least >= best or (seen[y] == clock and cost >= far[y]):
                continue
            seen[y] = clock
            far[y] = cost
            back[y] = e
            prior[y] = x
            if marked[y] == clock and cost + near[y] < best:
                best = cost + near[y]
                meet = y
            if cost + 1.0 + least < best:
                rise(heap, key, size, y, cost)
                size += 1
    return meet


def take_out(
    circle: int,
    longest: int,
    path: Numbers,
    amount: Numbers,
    room: Numbers,
    head: Numbers,
    after: Numbers,
    before: Numbers,
) -> None:
    """Take a circle off all its edges."""
    for slot in range(circle * longest, (circle + 1) * longest):
        e = path[slot]
        if e < 0:
            break
        room[e] += amount[circle]
        if before[slot] >= 0:
            after[before[slot]] = after[slot]
        else:
            head[e] = after[slot]
        if after[slot] >= 0:
            before[after[slot]] = before[slot]


def trace(
    meet: int,
    source: int,
    base: int,
    longest: int,
    path: Numbers,
    last: Numbers,
    back: Numbers,
    prior: Numbers,
) -> int:
    """Write down the edges of a route, from its last; return how many they are, 0 for too many."""
    path[base] = last[meet]
    length = 1
    node = meet
    while node != source and length < longest:
        path[base + length] = back[node]
        length += 1
        node = prior[node]
    if node != source:
        return 0
    for slot in range(base + length, base + longest):
        path[slot] = -1
    return length


def put_in(
    base: int,
    length: int,
    most: int,
    path: Numbers,
    room: Numbers,
    head: Numbers,
    after: Numbers,
    before: Numbers,
) -> int:
    """Put a circle on all its edges, with as much as they have room for; return how much."""
    flow = most
    for slot in range(base, base + length):
        flow = min(flow, room[path[slot]])
    for slot in range(base, base + length):
        e = path[slot]
        room[e] -= flow
        before[slot] = -1
        after[slot] = head[e]
        if head[e] >= 0:
            before[head[e]] = slot
        head[e] = slot
    return flow


def line_up(broken: int, ring: Numbers, waiting: Numbers, state: Numbers) -> None:
    """Put a broken edge at the end of the queue, unless it waits there already."""
    if waiting[broken] == 0:
        waiting[broken] = 1
        ring[(state[0] + state[1]) % len(ring)] = broken
        state[1] += 1


def make_room(
    base: int,
    length: int,
    own: int,
    longest: int,
    path: Numbers,
    whose: Numbers,
    amount: Numbers,
    need: Numbers,
    free: Numbers,
    ring: Numbers,
    waiting: Numbers,
    room: Numbers,
    tried: Numbers,
    head: Numbers,
    after: Numbers,
    before: Numbers,
    state: Numbers,
) -> None:
    """Take a circle off each full edge of a route; the broken edges of others wait again."""
    for slot in range(base, base + length):
        e = path[slot]
        if room[e] > 0:
            continue
        tried[e] += 1.0
        other = head[e] // longest
        take_out(other, longest, path, amount, room, head, after, before)
        o = whose[other]
        need[o] += amount[other]
        amount[other] = 0
        free[state[2]] = other
        state[2] += 1
        if o != own:
            line_up(o, ring, waiting, state)


def pack(
    start: Numbers,
    to: Numbers,
    name: Numbers,
    room: Numbers,
    tried: Numbers,
    ends: Numbers,
    need: Numbers,
    ring: Numbers,
    waiting: Numbers,
    path: Numbers,
    whose: Numbers,
    amount: Numbers,
    free: Numbers,
    head: Numbers,
    after: Numbers,
    before: Numbers,
    far: Numbers,
    seen: Numbers,
    back: Numbers,
    prior: Numbers,
    near: Numbers,
    last: Numbers,
    marked: Numbers,
    heap: Numbers,
    key: Numbers,
    state: Numbers,
    longest: int,
    most: float,
    price: float,
    chunk: int,
    steps: int,
) -> int:
    """Route broken edges home along kept ones; return how many routes were tried.

    A circle with one broken edge (u, v) is a path of kept edges from u to v, and a packing
    of such circles is a routing in which no edge carries more than its ``room``. As in the
    routing of circuits (McMurchie and Ebeling 1995) an edge that is full may be walked all
    the same, at a ``price`` that grows with every quarrel over it; the circles that were
    there are taken out, and their broken edges join the queue again.

    Rows as in :func:`anneal`, only of kept edges; ``name`` is the edge in each row.
    ``ring`` is a queue over broken edges with a flag ``waiting`` for each. ``state``: its
    first place, its length, the number of ``free`` circles, and the clock of ``seen``.
    A circle is a stretch of ``path``, and ``head, after, before`` chain those on an edge.
    """
    many = len(ring)
    tries = 0
    while state[1] > 0 and tries < steps:
        b = ring[state[0]]
        state[0] = (state[0] + 1) % many
        state[1] -= 1
        waiting[b] = 0
        source = ends[2 * b]
        target = ends[2 * b + 1]
        while need[b] > 0 and state[2] > 0 and tries < steps:
            tries += 1
            state[3] += 1
            meet = route(
                start, to, name, room, tried, source, target, most, price, state[3],
                far, seen, back, prior, near, last, marked, heap, key,
            )  # fmt: skip
            if meet < 0:
                break
            c = free[state[2] - 1]
            base = c * longest
            length = trace(meet, source, base, longest, path, last, back, prior)
            if length == 0:
                break
            state[2] -= 1
            make_room(
                base, length, b, longest, path, whose, amount, need, free, ring, waiting,
                room, tried, head, after, before, state,
            )  # fmt: skip
            flow = put_in(base, length, min(need[b], chunk), path, room, head, after, before)
            amount[c] = flow
            whose[c] = b
            need[b] -= flow
        if need[b] > 0 and tries >= steps:
            line_up(b, ring, waiting, state)
    return tries
