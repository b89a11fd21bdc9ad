"""The small tables that are packed with the code: a head that names the columns, then a row a line.

The rule book's tables have columns and checks of their own (:mod:`ahlaf.lexicon.tables`); these are read as they stand.
"""

from __future__ import annotations

from pathlib import Path


def rows(path: Path, *columns: str) -> list[tuple[str, ...]]:
    """The rows of a table that has just these columns.

    Raises:
        ValueError: it has others, or a row has more cells or fewer; says which line.
    """
    head, *lines = path.read_text(encoding="utf-8").splitlines() or [""]
    if tuple(head.split("\t")) != columns:
        raise ValueError(f"{path.name}:1: has the columns {head!r}, not {', '.join(columns)}")
    found = [tuple(line.split("\t")) for line in lines]
    for number, cells in enumerate(found, 2):
        if len(cells) != len(columns):
            raise ValueError(f"{path.name}:{number}: has {len(cells)} cells, not {len(columns)} ({', '.join(columns)})")
    return found
