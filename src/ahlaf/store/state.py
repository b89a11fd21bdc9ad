"""What tells one state of a project from the next, cheaply: for whoever keeps something worked out from it.

Every decision raises the journal's last number. What changes without a decision, codings and repairs, raises a
counter of its own.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, text

from ahlaf.store.records import State
from ahlaf.store.schema import INFO

_KEY: Final = "codings"
_STATE: Final = "SELECT (SELECT MAX(id) FROM decision), (SELECT value FROM project WHERE key = 'codings')"
_RAISE: Final = "UPDATE project SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE key = 'codings'"


def now(connection: Connection) -> State:
    """The state that a connection sees."""
    decision, coding = connection.execute(text(_STATE)).one()
    return State(int(decision or 0), int(coding or 0))


def moved(connection: Connection) -> None:
    """Say that something changed which the journal doesn't tell."""
    if not connection.execute(text(_RAISE)).rowcount:
        connection.execute(INFO.insert().values(key=_KEY, value="1"))
