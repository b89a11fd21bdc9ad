"""The journal: every addition, removal, review and decision on an actor is a row, and so is its undoing.

Nothing is overwritten. A decision counts while it is ``active``: while no undoing of it counts. Undoing an
undoing brings the decision back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, get_args

from sqlalchemy import Connection, func, insert, select, update

from ahlaf.store.documents import REMOVE, now
from ahlaf.store.errors import NoSuch, ProjectError
from ahlaf.store.records import NOTHING, VERDICTS, ActorKind, Decision
from ahlaf.store.schema import decision, document

UNDO: Final = "undo"
ADD: Final = "add"
_WHOLE: Final = frozenset((ADD, REMOVE))
"""What brings whole articles or takes them away."""
ON_ACTORS: Final[frozenset[str]] = frozenset(get_args(ActorKind))
ON_CLAIMS: Final[frozenset[str]] = frozenset(VERDICTS)
CLAIM: Final = "claim"
"""A claim that a person added (:mod:`.persons`)."""
OF_CLAIMS: Final = ON_CLAIMS | {CLAIM}


def write(
    connection: Connection,
    kind: str,
    who: str,
    *,
    note: str = "",
    document: int | None = None,
    claim: int | None = None,
    actor: str | None = None,
    content: Mapping[str, Any] = NOTHING,
    seen: Mapping[str, Any] | None = None,
    undoes: int | None = None,
) -> int:
    """Write a decision down and give its number."""
    row = {
        "kind": kind,
        "who": who,
        "at": now(),
        "note": note,
        "document": document,
        "claim": claim,
        "actor": actor,
        "content": json.dumps(dict(content), ensure_ascii=False),
        "seen": None if seen is None else json.dumps(dict(seen), ensure_ascii=False),
        "undoes": undoes,
        "active": True,
    }
    return int(connection.execute(insert(decision).values(**row)).inserted_primary_key[0])  # type: ignore[index]


def undo(connection: Connection, who: str, number: int | None, note: str, shown: str) -> tuple[Decision, Decision]:
    """Undo a decision, or one's own last; gives the undoing and the decision that it concerns in the end.

    Without a number no addition or removal is undone, for with it whole articles come or go.

    Raises:
        NoSuch: there is no such decision, or nothing of one's own to undo.
        ProjectError: it is undone already.
    """
    if number is None:
        last = select(decision.c.id).where(decision.c.who == who, decision.c.active, decision.c.kind.not_in((UNDO, *_WHOLE)))
        number = connection.execute(last.order_by(decision.c.id.desc()).limit(1)).scalar_one_or_none()
        if number is None:
            remedy = "an addition or removal is undone by its number: `ahlaf status --journal 20` shows the last decisions with theirs"
            raise NoSuch(shown, f"{who} has decided nothing that could be undone", remedy)
    found = get(connection, number, shown)
    if not found.active:
        raise ProjectError(shown, f"decision {number} is undone already", "undo its undoing to bring it back")
    made = write(connection, UNDO, who, note=note, undoes=number)
    root = found
    _settle(connection, root.id)
    while root.undoes is not None:
        root = get(connection, root.undoes, shown)
        _settle(connection, root.id)
    return get(connection, made, shown), get(connection, root.id, shown)


def _settle(connection: Connection, number: int) -> None:
    """Let a decision count unless an undoing of it does; it may have been undone, brought back and undone anew."""
    undone = connection.execute(select(decision.c.id).where(decision.c.undoes == number, decision.c.active).limit(1)).first()
    connection.execute(update(decision).where(decision.c.id == number).values(active=undone is None))


def get(connection: Connection, number: int, shown: str = "project") -> Decision:
    """A decision.

    Raises:
        NoSuch: there is none with that number.
    """
    row = connection.execute(select(decision).where(decision.c.id == number)).mappings().first()
    if row is None:
        raise NoSuch(shown, f"there is no decision {number}", "`ahlaf status --journal` lists them")
    return made(row)


def every(connection: Connection, kinds: frozenset[str] | None = None, active: bool = False, last: int | None = None) -> Iterator[Decision]:
    """Decisions in order, or the last so many, the newest first."""
    query = select(decision)
    if kinds is not None:
        query = query.where(decision.c.kind.in_(sorted(kinds)))
    if active:
        query = query.where(decision.c.active)
    query = query.order_by(decision.c.id) if last is None else query.order_by(decision.c.id.desc()).limit(last)
    for row in connection.execute(query.execution_options(yield_per=500)).mappings():
        yield made(row)


def page(connection: Connection, limit: int, offset: int) -> tuple[int, list[Decision]]:
    """How many decisions there are, and some of them, the newest first."""
    total = connection.execute(select(func.count()).select_from(decision)).scalar_one()
    query = select(decision).order_by(decision.c.id.desc()).limit(limit).offset(offset)
    return int(total), [made(row) for row in connection.execute(query).mappings()]


def added(connection: Connection, numbers: Sequence[int]) -> dict[int, int]:
    """How many documents came by each of some additions."""
    query = select(document.c.batch, func.count()).where(document.c.batch.in_(numbers)).group_by(document.c.batch)
    return {int(number): int(count) for number, count in connection.execute(query)}


def after(connection: Connection, number: int, limit: int) -> list[Decision]:
    """The decisions after one, in order."""
    query = select(decision).where(decision.c.id > number).order_by(decision.c.id).limit(limit)
    return [made(row) for row in connection.execute(query).mappings()]


def on_actor(connection: Connection, actor: str) -> list[Decision]:
    """The decisions on an actor, and those that lead others to it; the newest first."""
    actors = decision.c.kind.in_(sorted(ON_ACTORS))
    every_one = [made(row) for row in connection.execute(select(decision).where(actors).order_by(decision.c.id.desc())).mappings()]
    return [d for d in every_one if actor in (d.actor, d.content.get("into"), d.content.get("other"))]


def made(row: Mapping[Any, Any]) -> Decision:
    """A row as a record."""
    return Decision(
        row["id"],
        row["kind"],
        row["who"],
        row["at"],
        row["note"],
        row["document"],
        row["claim"],
        row["actor"],
        json.loads(row["content"]),
        row["undoes"],
        bool(row["active"]),
    )
