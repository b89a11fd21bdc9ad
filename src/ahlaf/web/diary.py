"""The journal as the page lists it: each decision with the names of whom and what it is about."""

from __future__ import annotations

from typing import Final

from ahlaf.model import AUTHOR
from ahlaf.store import Decision, KeptActor
from ahlaf.web import told
from ahlaf.web.desk import Desk
from ahlaf.web.shapes import Listed, Name
from ahlaf.web.shapes_done import JournalEntry

_SIDES: Final = ("source", "target", "voice")
_OTHERS: Final = ("into", "other")
"""Under which words a decision on an actor names another."""


def page(desk: Desk, limit: int, offset: int) -> Listed[JournalEntry]:
    """A page of the journal, the newest first."""
    total, found = desk.project.journal_page(limit, offset)
    names = desk.project.who({a for d in found for a in (d.actor, _other(d), *_ends(d).values()) if a})
    documents = {n: kept for n in {d.document for d in found if d.document} for kept in desk.project.called(str(n)) if kept.id == n}
    openings = told.openings(desk.project, ((n, kept.title) for n, kept in documents.items()))
    added = desk.project.added_by([d.id for d in found if d.kind == "add"])

    def name(number: str) -> Name:
        known: KeptActor | None = names.get(number)
        return Name(id=number, name=known.name, name_en=known.name_en) if known else Name(id=number, name=number, name_en="")

    def entry(one: Decision) -> JournalEntry:
        kept = documents.get(one.document or 0)
        return JournalEntry(
            **told.decision(one).model_dump(),
            title=kept.title if kept else None,
            opening=openings.get(one.document or 0, ""),
            added=added.get(one.id, 0) if one.kind == "add" else None,
            about=name(one.actor) if one.actor else None,
            other=name(other) if (other := _other(one)) else None,
            ends={side: name(end) for side, end in _ends(one).items()},
        )

    return Listed(total=total, items=[entry(d) for d in found])


def _ends(found: Decision) -> dict[str, str]:
    """Whom a correction, or a claim that a person added, puts at the ends of the claim and for its voice."""
    return {} if found.actor else {s: str(end) for s in _SIDES if (end := found.content.get(s)) and end != AUTHOR}


def _other(found: Decision) -> str | None:
    return next((str(found.content[key]) for key in _OTHERS if found.actor and found.content.get(key)), None)
