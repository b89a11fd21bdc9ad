"""The network as a matrix, ordered by camps: what a picture of lines hides, a matrix shows.

A cell is what remains between two actors when what divides is set against what binds: blue with + where it binds,
red with − where it divides, the darker the heavier; ± where both are said and cancel. Lines part the camps. A minus
inside a camp's square, or a plus outside, is what the camps leave to be doubted: it has a frame.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from ahlaf.network.plot.canvas import INK, MINUS, PLUS, figure, word
from ahlaf.network.plot.graph import heading, short

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ahlaf.network.graph import Network

MOST = 80
_CELL = 0.26


def draw_matrix(
    network: Network, camps: Sequence[frozenset[int]], *, language: str = "ar", title: str = "", most: int = MOST
) -> Figure:
    """A figure of the matrix."""
    degree: dict[int, float] = {}
    for t in network.ties:
        if t.plus or t.minus:
            for a in (t.u, t.v):
                degree[a] = degree.get(a, 0.0) + t.plus + t.minus
    by_camp = _by_camp(degree, camps, most)
    order = [actor for camp in by_camp for actor in camp]
    size = max(len(order), 1)
    names = [short(network.label(a, language), 22) for a in order]
    margin = 0.4 + max((len(n) for n in names), default=4) * 0.066
    side = size * _CELL
    width, height = max(side + margin + 0.4, 4.5), side + margin + 0.85
    drawn = figure(width, height)
    axes = drawn.add_axes((margin / width, 0.2 / height, side / width, side / height))
    _fill(axes, network, {a: i for i, a in enumerate(order)}, {a: n for n, c in enumerate(camps) for a in c}, size)
    _frame(axes, names, [*accumulate(len(camp) for camp in by_camp)], size)
    heading(drawn, title or word("matrix", language), language, len(order), len(degree), word("framed", language))
    return drawn


def _by_camp(degree: Mapping[int, float], camps: Sequence[frozenset[int]], most: int) -> list[list[int]]:
    """The actors of each camp that are among the busiest, these first; camps without any are left out."""
    top = set(sorted(degree, key=lambda a: (-degree[a], a))[:most])
    inside = (sorted((a for a in camp if a in top), key=lambda a: (-degree[a], a)) for camp in camps)
    return [camp for camp in inside if camp]


def _fill(axes: Axes, network: Network, place: Mapping[int, int], camp_of: Mapping[int, int], size: int) -> None:
    """Paint each tie in its two cells, and frame one that the camps leave in doubt."""
    from matplotlib.colors import to_rgb  # noqa: PLC0415 - see canvas.figure()
    from matplotlib.patches import Rectangle  # noqa: PLC0415

    heaviest = max((abs(t.weight) for t in network.ties), default=1.0) or 1.0
    cells = np.ones((size, size, 3))
    for t in network.ties:
        if t.u not in place or t.v not in place or not (t.plus or t.minus):
            continue
        colour = PLUS if t.weight > 0 else MINUS if t.weight < 0 else INK
        depth = 0.25 + 0.75 * abs(t.weight) / heaviest if t.weight else 0.15
        sign = "±" if not t.weight else "+" if t.weight > 0 else "−"
        odd = t.weight and (t.weight > 0) != (camp_of.get(t.u) == camp_of.get(t.v))
        for i, j in ((place[t.u], place[t.v]), (place[t.v], place[t.u])):
            cells[i, j] = 1 - depth * (1 - np.array(to_rgb(colour)))
            ink = "white" if depth > 0.55 else INK
            axes.text(j, i, sign, ha="center", va="center", fontsize=8, color=ink)
            if odd:
                axes.add_patch(Rectangle((j - 0.5, i - 0.5), 1, 1, fill=False, ec="black", lw=1.6, zorder=4))
    axes.imshow(cells, interpolation="nearest")


def _frame(axes: Axes, names: Sequence[str], ends: Sequence[int], size: int) -> None:
    """Draw the lines between camps, the diagonal, the names and the grid."""
    from matplotlib.patches import Rectangle  # noqa: PLC0415 - see canvas.figure()

    for end in ends[:-1]:
        axes.axhline(end - 0.5, color=INK, lw=1.2)
        axes.axvline(end - 0.5, color=INK, lw=1.2)
    for i in range(size):
        axes.add_patch(Rectangle((i - 0.5, i - 0.5), 1, 1, fc="#dddddd", ec="none"))
    axes.set_xticks(range(len(names)), names, rotation=90, fontsize=8)
    axes.set_yticks(range(len(names)), names, fontsize=8)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.set_xticks(np.arange(-0.5, size), minor=True)
    axes.set_yticks(np.arange(-0.5, size), minor=True)
    axes.grid(which="minor", color="#eeeeee", lw=0.6)
    axes.tick_params(which="minor", length=0)
