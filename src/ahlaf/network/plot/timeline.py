"""Change drawn: in each window what binds (up, blue) and what divides (down, red, hatched), and the balance under it.

Windows in which actors changed camp bear a diamond, those in which a tie turned a cross; windows without claims are
left open. In an Arabic picture time runs from right to left, as a reader of Arabic goes through it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ahlaf.network.plot.canvas import INK, MINUS, PLUS, figure, word

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ahlaf.network.change import Change


def draw_timeline(change: Change, *, language: str = "ar", title: str = "") -> Figure:
    """A figure of windows over time."""
    count = len(change.windows)
    drawn = figure(max(8.0, min(24.0, 2.5 + 0.24 * count)), 5.2)
    rows = drawn.subplots(2, 1, sharex=True, height_ratios=(3, 1.4))
    top, low = rows[0], rows[1]
    at = range(count)
    top.bar(at, [w.plus for w in change.windows], color=PLUS, width=0.8, label=f"+ {word('binds', language)}")
    top.bar(
        at,
        [-w.minus for w in change.windows],
        color="white",
        edgecolor=MINUS,
        hatch="////",
        width=0.8,
        label=f"− {word('divides', language)}",
    )
    top.axhline(0, color=INK, lw=0.8)
    reach = max([1e-9, *(w.plus for w in change.windows), *(w.minus for w in change.windows)])
    top.set_ylim(-1.15 * reach, 1.42 * reach)
    moved = [i for i, w in enumerate(change.windows) if w.moved]
    turned = sorted({t.window for t in change.turned})
    for places, mark, high, name in ((moved, "D", 1.3, "moved"), (turned, "X", 1.13, "turned")):
        if places:
            top.plot(places, [high * reach] * len(places), mark, color=INK, ms=5, label=word(name, language), clip_on=False)
    _axis(top, word("mass", language), language)
    known = [(i, w.balance) for i, w in enumerate(change.windows) if w.balance is not None]
    low.plot([i for i, _ in known], [b for _, b in known], "-o", color=INK, ms=3.5, lw=1.2)
    for i, w in enumerate(change.windows):
        if not w.claims:
            low.axvspan(i - 0.5, i + 0.5, color="#eeeeee", lw=0)
    low.set_ylim(-0.05, 1.05)
    _axis(low, word("balance", language), language)
    step = max(1, count // 14)
    low.set_xticks(list(at)[::step], [w.start for w in change.windows][::step], rotation=45, fontsize=8, ha="right")
    low.set_xlim(-0.7, count - 0.3)
    if language != "en":
        low.invert_xaxis()
    left = language == "en"
    drawn.subplots_adjust(left=0.11, right=0.89, top=0.84, bottom=0.19, hspace=0.12)
    drawn.text(0.02 if left else 0.98, 0.945, title or word("timeline", language), ha="left" if left else "right", fontsize=13)
    top.legend(loc="lower left" if left else "lower right", bbox_to_anchor=(0 if left else 1, 1.0), ncols=4, frameon=False, fontsize=9)
    return drawn


def _axis(axes: Axes, name: str, language: str) -> None:
    axes.set_ylabel(name, fontsize=9, labelpad=8)
    axes.tick_params(labelsize=8)
    for edge in ("top", "right" if language == "en" else "left"):
        axes.spines[edge].set_visible(False)
    if language != "en":
        axes.yaxis.set_label_position("right")
        axes.yaxis.tick_right()
