"""Where the actors stand in a picture.

Friends are drawn near, enemies far. Inside a camp, distances are shortest ways over its pluses (:data:`APART` where
there is none); between camps they are :data:`ACROSS` and half the shortest way over all ties, a plus 1 long, a minus 3.
Positions make drawn distances as like these as can be (stress majorisation, Gansner, Koren and North 2004; the idea of
Kamada and Kawai 1989). Then boxes (an actor with its name) that lie on each other are pushed apart, and at last whole
camps, so that every name can be read and no camp's hull covers another's.

>>> import numpy as np
>>> where = spread(3, [(0, 1, 1.0), (1, 2, -1.0)], [0, 0, 1])
>>> near, far = np.linalg.norm(where[0] - where[1]), np.linalg.norm(where[1] - where[2])
>>> bool(far > 2 * near)
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

PLUS, MINUS, APART, ACROSS = 1.0, 3.0, 2.2, 3.5
STRESS_MOST = 1200


def spread(
    size: int, ties: Sequence[tuple[int, int, float]], camp: Sequence[int], *, seed: int = 0, steps: int = 200
) -> NDArray[np.float64]:
    """Positions, two columns, centred."""
    rng = np.random.default_rng(seed)
    camps = max(camp, default=0) + 1
    angle = np.array([np.pi * (1 - c / max(1, camps - 1)) if camps > 1 else 0.0 for c in camp])
    where: NDArray[np.float64] = np.column_stack([np.cos(angle), np.sin(angle)]) * 3 + rng.normal(0, 1.0, (size, 2))
    if size < 2:
        return np.zeros((size, 2))
    want = _distances(size, ties, np.asarray(camp))
    if size <= STRESS_MOST:
        weight = 1.0 / np.maximum(want, 0.1) ** 2
        np.fill_diagonal(weight, 0.0)
        total = weight.sum(axis=1)
        wanted = weight * want
        for _ in range(steps):
            x, y = where[:, 0], where[:, 1]
            far = np.sqrt((x[:, None] - x) ** 2 + (y[:, None] - y) ** 2)
            pull = wanted / np.maximum(far, 1e-6)
            np.fill_diagonal(pull, 0.0)
            new = (weight @ where + pull.sum(axis=1)[:, None] * where - pull @ where) / total[:, None]
            step = float(np.abs(new - where).max())
            where = new
            if step < 1e-4:
                break
    centred: NDArray[np.float64] = _turned(where - where.mean(axis=0))
    return centred


def _turned(where: NDArray[np.float64]) -> NDArray[np.float64]:
    """The longest stretch lies across the page, for names are wide."""
    _, _, axes = np.linalg.svd(where, full_matrices=False)
    turned: NDArray[np.float64] = where @ axes.T
    return turned


def _distances(
    size: int, ties: Sequence[tuple[int, int, float]], camp: NDArray[np.int64]
) -> NDArray[np.float64]:
    inside = _ways(size, [(u, v, PLUS) for u, v, w in ties if w > 0 and camp[u] == camp[v]], APART)
    whole = _ways(size, [(u, v, PLUS if w > 0 else MINUS) for u, v, w in ties], MINUS + APART)
    found: NDArray[np.float64] = np.where(camp[:, None] == camp[None, :], inside, ACROSS + whole / 2)
    return found


def _ways(size: int, ties: Sequence[tuple[int, int, float]], none: float) -> NDArray[np.float64]:
    """Shortest ways; ``none`` where there is no way."""
    length: dict[tuple[int, int], float] = {}
    for u, v, far in ties:
        pair = (min(u, v), max(u, v))
        length[pair] = min(length.get(pair, np.inf), far)
    ends = list(length)
    graph = csr_matrix((list(length.values()), ([e[0] for e in ends], [e[1] for e in ends])), (size, size))
    found: NDArray[np.float64] = dijkstra(graph, directed=False)
    found[~np.isfinite(found)] = none
    return found


def apart(
    where: NDArray[np.float64], width: NDArray[np.float64], height: NDArray[np.float64], steps: int = 400
) -> NDArray[np.float64]:
    """Push boxes apart until none lies on another; positions are their middles.

    >>> apart(np.zeros((2, 2)), np.array([2.0, 2.0]), np.array([1.0, 1.0])).round(2).tolist()
    [[0.0, -0.5], [0.0, 0.5]]
    """
    where = where.copy()
    # A hair's breadth keeps boxes in one place from having no way to go.
    where[:, 1] += np.arange(len(where)) * 1e-6
    for _ in range(steps):
        dx = where[None, :, 0] - where[:, None, 0]
        dy = where[None, :, 1] - where[:, None, 1]
        over_x = (width[:, None] + width[None, :]) / 2 - np.abs(dx)
        over_y = (height[:, None] + height[None, :]) / 2 - np.abs(dy)
        hit = (over_x > 1e-9) & (over_y > 1e-9)
        np.fill_diagonal(hit, val=False)
        if not hit.any():
            break
        up = over_y <= over_x
        push_y = np.where(hit & up, np.where(dy >= 0, 1, -1) * over_y, 0.0)
        push_x = np.where(hit & ~up, np.where(dx >= 0, 1, -1) * over_x, 0.0)
        where[:, 0] -= push_x.sum(axis=1) / 2
        where[:, 1] -= push_y.sum(axis=1) / 2
    where[:, 1] -= np.arange(len(where)) * 1e-6
    return where


def camps_apart(
    where: NDArray[np.float64], width: NDArray[np.float64], height: NDArray[np.float64], camp: Sequence[int], gap: float = 0.5
) -> NDArray[np.float64]:
    """Boxes pushed apart inside each camp, and then the camps' own boxes."""
    where = where.copy()
    number = np.asarray(camp)
    names = np.unique(number)
    middles, sizes = [], []
    for name in names:
        at = np.flatnonzero(number == name)
        where[at] = apart(where[at], width[at], height[at])
        low = (where[at] - np.column_stack([width[at], height[at]]) / 2).min(axis=0)
        high = (where[at] + np.column_stack([width[at], height[at]]) / 2).max(axis=0)
        middles.append((low + high) / 2)
        sizes.append(high - low + gap)
    box = np.array(sizes)
    moved = apart(np.array(middles), box[:, 0], box[:, 1], 2000)
    for name, before, after in zip(names, middles, moved, strict=True):
        where[number == name] += after - before
    return where
