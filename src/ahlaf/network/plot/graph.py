"""The network drawn: who is said to stand with whom, and against whom.

A plus is a blue whole line, a minus a red dashed one, each with its sign in the middle; the heavier the wider. Camps
are coloured and hold together in hulls; an actor alone has none. Above :data:`MOST` actors the most tied are shown,
and the picture says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ahlaf.network.plot.canvas import ALONE, CAMPS, INK, MINUS, PLUS, figure, word
from ahlaf.network.plot.layout import camps_apart, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    from ahlaf.network.graph import Network, Tie

MOST = 120
_LETTER = 0.085
_LINE = 0.34


def draw_network(
    network: Network, camps: Sequence[frozenset[int]], *, language: str = "ar", title: str = "", most: int = MOST
) -> Figure:
    """A figure of the network with its camps."""
    ties = [t for t in network.ties if t.plus or t.minus]
    degree: dict[int, float] = {}
    for t in ties:
        for a in (t.u, t.v):
            degree[a] = degree.get(a, 0.0) + t.plus + t.minus
    shown = sorted(degree, key=lambda a: (-degree[a], a))[:most]
    ties = [t for t in ties if t.u in shown and t.v in shown]
    met = {a for t in ties for a in (t.u, t.v)}
    shown = [a for a in shown if a in met]
    place = {a: i for i, a in enumerate(shown)}
    side = {a: i for i, c in enumerate(camps) for a in c}
    number = [side.get(a, 0) for a in shown]
    names = [short(network.label(a, language)) for a in shown]
    links = [(place[t.u], place[t.v], w) for t in ties for w in (t.plus, -t.minus) if w]
    where, size = _positions(len(shown), links, number, names)
    wide, high = max(8.0, size[0] + 1.0), max(6.0, size[1] + 1.6)
    drawn = figure(wide, high)
    axes = drawn.add_axes((0.01, 0.06, 0.98, 0.86))
    axes.set_axis_off()
    axes.set_aspect("equal")
    _hulls(axes, where, number, names)
    heaviest = max((abs(w) for _, _, w in links), default=1.0)
    signs = _Signs(where, names)
    for t in ties:
        _tie(axes, where[place[t.u]], where[place[t.v]], t, heaviest, signs)
    most_degree = max(degree.values(), default=1.0)
    for i, a in enumerate(shown):
        colour = CAMPS[number[i] % len(CAMPS)] if number.count(number[i]) > 1 else ALONE
        axes.plot(*where[i], "o", ms=7 + 9 * (degree[a] / most_degree) ** 0.5, color=colour, mec="white", mew=1, zorder=4)
        label = axes.text(where[i, 0], where[i, 1] - 0.14, names[i], ha="center", va="top", fontsize=9, color=INK, zorder=5)
        _halo(label)
    axes.set_xlim(where[:, 0].min() - 1.0, where[:, 0].max() + 1.0)
    axes.set_ylim(where[:, 1].min() - 0.7, where[:, 1].max() + 0.5)
    heading(drawn, title or word("network", language), language, len(shown), len(degree))
    _key(drawn, language)
    return drawn


def short(name: str, most: int = 26) -> str:
    """A name, a long one cut."""
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def _positions(
    size: int, links: list[tuple[int, int, float]], camp: list[int], names: list[str]
) -> tuple[NDArray[np.float64], tuple[float, float]]:
    """Positions in inches: as the ties would have it, then so that no name lies on another."""
    where = spread(size, links, camp)
    boxes = np.array([max(0.5, len(n) * _LETTER) + 0.25 for n in names])
    room = float((boxes * (_LINE + 0.35)).sum()) * 2.6
    reach = np.ptp(where, axis=0) if size > 1 else np.ones(2)
    area = max(float(reach[0]) * float(reach[1]), 1e-6)
    where = where * np.sqrt(max(room, 14.0) / area)
    limit = max(4.5, np.sqrt(max(room, 14.0)) * 0.95)
    tall = float(np.ptp(where[:, 1])) if size > 1 else 0.0
    if tall > limit:
        where[:, 1] *= limit / tall
    where[:, 0] *= min(1.0, 2.2 * limit / max(float(np.ptp(where[:, 0])), 1e-6))
    where = camps_apart(where, boxes, np.full(size, _LINE + 0.34), camp)
    return where, (float(np.ptp(where[:, 0])) + 2.0, float(np.ptp(where[:, 1])) + 1.2)


class _Signs:
    """Where the signs of ties go: along the line, where they cover no name and no other sign."""

    def __init__(self, where: NDArray[np.float64], names: list[str]) -> None:
        self.where = where
        self.half = np.array([len(n) * _LETTER / 2 + 0.08 for n in names])
        self.taken: list[NDArray[np.float64]] = []

    def place(self, a: NDArray[np.float64], b: NDArray[np.float64], rad: float) -> NDArray[np.float64]:
        handle = (a + b) / 2 + np.array([b[1] - a[1], -(b[0] - a[0])]) * rad
        best, least = (a + b) / 2, np.inf
        for t in (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74):
            point = (1 - t) ** 2 * a + 2 * t * (1 - t) * handle + t**2 * b
            cost = self._covers(point) + abs(t - 0.5) * 0.01
            if cost < least:
                best, least = point, cost
            if cost < 0.1:
                break
        self.taken.append(best)
        return best

    def _covers(self, point: NDArray[np.float64]) -> float:
        off = self.where - point
        on_name = (np.abs(off[:, 0]) < self.half + 0.08) & (off[:, 1] > -0.15) & (off[:, 1] < 0.48)
        on_sign = sum(float(np.abs(s - point).max()) < 0.17 for s in self.taken)
        return float(on_name.sum()) + 0.6 * on_sign


def _tie(
    axes: Axes, a: NDArray[np.float64], b: NDArray[np.float64], tie: Tie, heaviest: float, signs: _Signs
) -> None:
    from matplotlib.patches import FancyArrowPatch  # noqa: PLC0415 - see canvas.figure()

    both = bool(tie.plus and tie.minus)
    for weight, colour, dash, sign, bend in (
        (tie.plus, PLUS, "-", "+", 0.13),
        (tie.minus, MINUS, (0, (4, 2.5)), "−", -0.13),
    ):
        if not weight:
            continue
        rad = bend if both else 0.0
        line = FancyArrowPatch(
            (float(a[0]), float(a[1])),
            (float(b[0]), float(b[1])),
            arrowstyle="-",
            connectionstyle=f"arc3,rad={rad}",
            color=colour,
            lw=0.7 + 2.0 * weight / heaviest,
            ls=dash,
            alpha=0.7,
            zorder=2,
        )
        axes.add_patch(line)
        x, y = signs.place(a, b, rad)
        axes.text(
            float(x),
            float(y),
            sign,
            ha="center",
            va="center",
            fontsize=7,
            fontweight="bold",
            color=colour,
            zorder=3,
            bbox={"boxstyle": "circle,pad=0.05", "fc": "white", "ec": colour, "lw": 0.5},
        )


def _hulls(axes: Axes, where: NDArray[np.float64], number: list[int], names: list[str]) -> None:
    from matplotlib.patches import Polygon  # noqa: PLC0415 - see canvas.figure()
    from scipy.spatial import ConvexHull  # noqa: PLC0415

    for camp in sorted(set(number)):
        inside = [i for i, c in enumerate(number) if c == camp]
        if len(inside) < 2:
            continue
        corners = []
        for i in inside:
            half = len(names[i]) * _LETTER / 2 + 0.1
            corners += [where[i] + d for d in ((-half, -0.45), (half, -0.45), (-half, 0.22), (half, 0.22))]
        points = np.array(corners)
        edge = points[ConvexHull(points).vertices]
        colour = CAMPS[camp % len(CAMPS)]
        axes.add_patch(Polygon(edge, closed=True, fc=colour, ec=colour, alpha=0.10, lw=8, joinstyle="round", zorder=0))


def _halo(label: object) -> None:
    from matplotlib.patheffects import withStroke  # noqa: PLC0415 - see canvas.figure()

    label.set_path_effects([withStroke(linewidth=2.2, foreground="white")])  # type: ignore[attr-defined]


def heading(drawn: Figure, title: str, language: str, shown: int, whole: int, note: str = "") -> None:
    """The title, on the side where reading begins; how many are shown where not all are; a note below."""
    left = language == "en"
    if shown != whole:
        title += f" ({word('shown', language)}: {shown} / {whole})"
    high = float(drawn.get_size_inches()[1])
    x, side = (0.02, "left") if left else (0.98, "right")
    drawn.text(x, 1 - 0.32 / high, title, ha=side, fontsize=13, color=INK)
    if note:
        drawn.text(x, 1 - 0.55 / high, note, ha=side, fontsize=8.5, color=INK)


def _key(drawn: Figure, language: str) -> None:
    from matplotlib.lines import Line2D  # noqa: PLC0415 - see canvas.figure()

    handles = [
        Line2D([], [], color=PLUS, lw=2, label=f"+ {word('binds', language)}"),
        Line2D([], [], color=MINUS, lw=2, ls=(0, (4, 2.5)), label=f"− {word('divides', language)}"),
    ]
    drawn.legend(handles=handles, loc="lower left" if language == "en" else "lower right", ncols=2, frameon=False, fontsize=9)
