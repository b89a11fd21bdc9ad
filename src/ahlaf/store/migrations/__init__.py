"""How a project came to be what it is: one revision a change, its SQL in a file for each database.

Statements in a file are parted by an empty line.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent


def statements(revision: str, dialect: str) -> list[str]:
    """The statements of a revision for a database."""
    source = (HERE / "versions" / f"{revision}.{dialect}.sql").read_text(encoding="utf-8")
    return [s.strip() for s in source.split("\n\n") if s.strip()]
