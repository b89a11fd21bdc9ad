"""Which columns of a table a terminal has room for, and how wide they are: never one letter a line.

>>> fit({"who": 5, "empty": 0, "when": 10, "words": 300}, width=60, last="words")
({'who': 5, 'empty': 5, 'when': 10, 'words': 32}, [])
>>> fit({"who": 5, "empty": 0, "when": 10, "words": 300}, width=46, last="words")
({'who': 5, 'when': 10, 'words': 25}, ['empty'])
>>> fit({"who": 30, "to whom": 30, "when": 10, "words": 300}, width=50, last="words", spare=("when",))
({'who': 10, 'to whom': 10, 'words': 24}, ['when'])
>>> fit({"#": 2, "who": 30, "to whom": 30, "words": 300}, width=36, last="words", spare=("when",))
({'#': 2, 'who': 5, 'to whom': 5, 'words': 16}, [])
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

GAP: Final = 2
"""The blanks behind a column."""
LEAST: Final = 10
"""A column may be folded to so many letters: a date, most relations and names stay in one piece."""
LEAST_LAST: Final = 24
"""The same of the last column, which holds the words."""
NARROW: Final = 5
"""Where nothing more can be left out, the widest columns are folded to so many."""
MOST: Final = 26
"""A column before the last is no wider."""


def fit(
    longest: Mapping[str, int], width: int, *, heads: Mapping[str, int] | None = None, last: str = "", spare: Sequence[str] = ()
) -> tuple[dict[str, int], list[str]]:
    """The columns that stay, each with its width, and those that are left out.

    Args:
        longest: the columns in order, each with the width of its widest cell; 0: it is empty in every row.
        width: the terminal's.
        heads: how wide the heading of each is; without it as wide as its name is long.
        last: the column that takes all room that is left.
        spare: the columns that can be spared, the least important first; without it the hindmost go first.
    """
    heads = heads or {name: len(name) for name in longest}
    full = {name: max(cells, heads[name]) if name == last else min(max(cells, heads[name]), MOST) for name, cells in longest.items()}
    least = {name: min(wish, LEAST_LAST if name == last else LEAST) for name, wish in full.items()}
    empty = [name for name, cells in longest.items() if not cells and name != last]
    going = [*empty, *(name for name in (spare or list(reversed(full))[:-2]) if name in full and name not in empty and name != last)]
    out: list[str] = []
    while going and sum(least[name] + GAP for name in full) > width:
        out.append(going.pop(0))
        del full[out[-1]]
    widths = {name: least[name] for name in full}
    room = width - sum(size + GAP for size in widths.values())
    while room < 0 and (wide := [name for name in widths if widths[name] > NARROW and name != last]):
        widths[max(wide, key=lambda name: widths[name])] -= 1
        room += 1
    if room < 0 and last in widths:  # else the terminal's library would take the room from whichever column, the numbers first
        widths[last] = max(LEAST, widths[last] + room)
    while room > 0 and (narrow := [name for name in full if widths[name] < full[name] and name != last]):
        widths[min(narrow, key=lambda name: widths[name])] += 1
        room -= 1
    if last in widths:
        widths[last] = min(full[last], widths[last] + max(room, 0))
    return widths, out
