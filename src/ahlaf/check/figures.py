"""Measured figures, and the one table that shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure: its key, what it is on, what it is, and its value."""

    key: str
    on: str
    what: str
    value: float


NO_FLOORS: Final[Mapping[str, float]] = MappingProxyType({})


def table(figures: Sequence[Figure], least: Mapping[str, float] = NO_FLOORS, *, markdown: bool = False) -> str:
    """Figures as a table, with their floors where there are any.

    Args:
        figures: the figures, in the order in which they are shown.
        least: the least value of each key that has one.
        markdown: whether the table is Markdown, for a page.
    """
    heads = ("on", "figure", "measured", *(("floor",) if least else ()))
    rows = [heads]
    for figure in figures:
        floor = least.get(figure.key)
        last = (("" if floor is None else f"{floor:.2f}"),) if least else ()
        rows.append((figure.on, figure.what, f"{figure.value:.3f}", *last))
    if markdown:
        told = [f"| `{on}` | {' | '.join(rest)} |" for on, *rest in rows[1:]]
        return "\n".join([f"| {' | '.join(heads)} |", "|---" * len(heads) + "|", *told])
    wide = max(20, *(len(row[0]) + 2 for row in rows))
    return "\n".join(f"{on:{wide}}{what:34}" + "".join(f"{cell:>9}" for cell in rest) for on, what, *rest in rows)
