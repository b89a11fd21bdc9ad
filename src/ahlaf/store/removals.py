"""Documents left out one by one: a decision of the journal like any other, which its undoing takes back to the letter.

Nothing is deleted: document and claims are hidden (:func:`.documents.settle`), with every decision on them as it was.
"""

from __future__ import annotations

from sqlalchemy import Connection

from ahlaf.store import documents, journal
from ahlaf.store.errors import ProjectError
from ahlaf.store.records import Decision, Kept


def of_decision(connection: Connection, made: Decision) -> tuple[int, int]:
    """Hide what an addition or removal concerns, or bring it back; gives how many documents and claims changed."""
    if made.kind == journal.ADD:
        return documents.settle(connection, "batch = :n", made.id)
    return documents.settle(connection, "id = :n", made.document or 0)


def remove(connection: Connection, number: int, who: str, note: str, shown: str) -> tuple[int, int]:
    """Leave a document out with its claims, until that is undone; gives the decision, and how many claims went.

    Raises:
        NoSuch: there is none with that number.
        ProjectError: it is left out already.
    """
    found = documents.get(connection, number, shown)
    if found.hidden:
        removal = documents.removals(connection, [number]).get(number)
        why = f"was removed by decision {removal}" if removal else "went with its addition, which is undone"
        remedy = "`ahlaf undo` with the decision's number brings it back"
        raise ProjectError(shown, f"document {number} is left out already: it {why}", remedy)
    made = journal.write(connection, documents.REMOVE, who, note=note, document=number)
    return made, documents.settle(connection, "id = :n", number)[1]


def removed(connection: Connection) -> list[tuple[Decision, Kept]]:
    """The documents that were removed, each with the decision that brings it back when it is undone."""
    made = journal.every(connection, frozenset((documents.REMOVE,)), active=True)
    return [(d, documents.get(connection, d.document)) for d in list(made) if d.document is not None]
